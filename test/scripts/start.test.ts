import { describe, expect, test } from "vitest";
import { listAll, type Package, readApp } from "../../scripts/start.js";
import * as client from "../../src/index.js";
import * as testing from "../../src/testing.js";

describe("readApp", () => {
  const completeEnvironment = {
    CLOUDFLARE_API_TOKEN: "secret-1",
    CLOUDFLARE_ACCOUNT_ID: "account",
    REALTIMEKIT_APP_ID: "app",
  };

  test("returns the app if all three variables are set", () => {
    expect(readApp(completeEnvironment)).toEqual({
      apiToken: "secret-1",
      accountId: "account",
      appId: "app",
    });
  });

  test.each([{ environment: {} }, { environment: { CLOUDFLARE_API_TOKEN: "", HOME: "/" } }])(
    "returns undefined if no variable is set ($environment)",
    ({ environment }) => {
      expect(readApp(environment)).toBeUndefined();
    },
  );

  test.each([
    {
      unset: "REALTIMEKIT_APP_ID",
      expected: /^Not set: REALTIMEKIT_APP_ID, though CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID are\./,
    },
    { unset: "CLOUDFLARE_API_TOKEN", expected: /^Not set: CLOUDFLARE_API_TOKEN, though/ },
  ])("names the missing variable $unset without the token", ({ unset, expected }) => {
    const readIncompleteApp = (): unknown => readApp({ ...completeEnvironment, [unset]: undefined });
    expect(readIncompleteApp).toThrow(expected);
    expect(readIncompleteApp).not.toThrow("secret-1");
  });
});

describe("listAll", () => {
  /** Returns the output of a listing. It uses the sources instead of the built package. */
  async function listLines(options: { app?: ReturnType<typeof readApp>; package?: Partial<Package> } = {}) {
    const lines: string[] = [];
    await listAll({ client, testing, ...options.package }, options.app, (line) => lines.push(line));
    return lines;
  }

  test("prints the sessions of a fake API over HTTP without an app", async () => {
    const lines = await listLines();
    expect(lines[0]).toMatch(/^Listing 345 generated sessions of a fake API at http:\/\/127\.0\.0\.1:\d+\.$/);
    expect(lines[1]).toBe(
      "For those of your app, set CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID, REALTIMEKIT_APP_ID.",
    );
    expect(lines.at(-1)).toBe("Listed 345 sessions in 4 pages (5 requests)");
    expect(lines.filter((line) => /^2026-06-\d\d /.test(line))).toHaveLength(10);
    expect(lines).toContain("… and 335 more");
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("prints the minutes consumed per status", async () => {
    const sessions = testing.generateSessions(345);
    const sumMinutes = (status: string): number =>
      sessions.reduce(
        (sum, session) => sum + (session.status === status ? (session.minutes_consumed ?? 0) : 0),
        0,
      );
    const lines = (await listLines()).map((line) => line.replace(/ +/g, " "));
    for (const status of ["LIVE", "ENDED"]) {
      const count = sessions.filter((session) => session.status === status).length;
      expect(lines).toContain(`${status} ${sumMinutes(status)} minutes consumed in ${count} sessions`);
    }
  });

  test("requests the real API with the app's token and ids", async () => {
    const app = { apiToken: "secret-1", accountId: "account", appId: "app" };
    let options: client.SessionsClientOptions | undefined;
    const fake = testing.createFakeApi({ ...app, sessions: testing.generateSessions(3) });
    const lines = await listLines({
      app,
      package: {
        client: {
          createSessionsClient(given) {
            options = given;
            return client.createSessionsClient({ ...given, fetch: fake });
          },
        },
      },
    });
    expect(options).toMatchObject(app);
    expect(options).not.toHaveProperty("baseUrl");
    expect(lines[0]).toBe("Listing the sessions of the app app at Cloudflare.");
    expect(lines.at(-1)).toMatch(/^Listed 3 sessions in 1 pages /);
    expect(lines.join("\n")).not.toMatch(/secret-1|fake/);
  });
});
