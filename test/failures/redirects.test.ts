import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import * as failures from "./failures.js";
import { startFailingServer } from "./failing-server.js";
import { listBy, LISTING_MODES, TOTAL } from "./listing.js";

const sessions = generateSessions(TOTAL);
const path = `/accounts/${fakeApiDefaults.accountId}/realtime/kit/${fakeApiDefaults.appId}/sessions`;

describe.each([301, 302, 303, 307, 308])("a redirect by %i", (status) => {
  test.for(LISTING_MODES)(
    "to another origin is rejected, and no request is sent there ($mode)",
    async (mode, context) => {
      const other = await startFailingServer(createFakeApi({ sessions }));
      context.onTestFinished(other.close);
      const server = await startFailingServer(createFakeApi({ sessions }), ({ request }) =>
        request > 1 || !mode.concurrency
          ? failures.sendStatus(status, { location: other.baseUrl + path })
          : undefined,
      );
      context.onTestFinished(server.close);
      const { error } = await listBy(mode, server.baseUrl);
      expect(error).toBeInstanceOf(InvalidResponseError);
      expect((error as InvalidResponseError).message).toMatch(
        / returned 3\d\d, but redirects are not followed$/,
      );
      expect((error as InvalidResponseError).status).toBe(status);
      expect(other.requests).toEqual([]);
      // The configured server received the token, so that the test would detect it at the other one.
      expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${fakeApiDefaults.apiToken}`);
    },
  );

  test.for(LISTING_MODES)("to itself is not followed in a loop ($mode)", async (mode, context) => {
    const server = await startFailingServer(createFakeApi({ sessions }), () =>
      failures.sendStatus(status, { location: path }),
    );
    context.onTestFinished(server.close);
    const { error } = await listBy(mode, server.baseUrl);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(server.requests.length).toBe(1);
  });
});
