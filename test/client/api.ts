import {
  createSessionsClient,
  type RequestUrl,
  type SessionsClient,
  type SessionsClientOptions,
} from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";

/** A client of a fake API, and what it sent. */
export interface Setup {
  client: SessionsClient;
  /** The queries of the requests so far. */
  queries: Record<string, string>[];
  requests: RequestUrl[];
}

/** Makes a client of a fake API with as many sessions. */
export function setUp(
  count: number,
  api: Partial<FakeApiOptions> = {},
  options: Partial<SessionsClientOptions> = {},
): Setup {
  const fake = createFakeApi({ sessions: generateSessions(count), ...api });
  const queries: Record<string, string>[] = [];
  const requests: RequestUrl[] = [];
  const client = createSessionsClient({
    ...fakeApiDefaults,
    fetch: (request, init) => {
      requests.push(request);
      queries.push(Object.fromEntries(new URL(request.url).searchParams));
      return fake(request, init);
    },
    ...options,
  });
  return { client, queries, requests };
}

/** A client whose every request is answered so. */
export function answering(
  answer: () => Response | Promise<Response>,
  options: Partial<SessionsClientOptions> = {},
): SessionsClient {
  return createSessionsClient({
    ...fakeApiDefaults,
    fetch: () => Promise.resolve().then(answer),
    maxRetries: 0,
    ...options,
  });
}

/** What a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("it was not rejected");
    },
    (error: unknown) => error,
  );
}
