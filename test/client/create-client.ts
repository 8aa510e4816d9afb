import {
  createSessionsClient,
  type RequestUrl,
  type SessionsClient,
  type SessionsClientOptions,
} from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";

/** A client of a fake API, with its requests. */
interface Setup {
  client: SessionsClient;
  /** The queries of all requests so far. */
  queries: Record<string, string>[];
  requests: RequestUrl[];
}

/** Creates a client of a fake API with a number of sessions. */
export function setUp(
  total: number,
  api: Partial<FakeApiOptions> = {},
  options: Partial<SessionsClientOptions> = {},
): Setup {
  const fake = createFakeApi({ sessions: generateSessions(total), ...api });
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

/** Creates a client all of whose requests receive a given response. */
export function createClientFor(
  respond: (url: RequestUrl) => Response | Promise<Response>,
  options: Partial<SessionsClientOptions> = {},
): SessionsClient {
  return createSessionsClient({
    ...fakeApiDefaults,
    fetch: (url) => Promise.resolve(url).then(respond),
    maxRetries: 0,
    ...options,
  });
}
