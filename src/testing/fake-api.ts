import { listSessionsEndpoint, type Session } from "../../generated/index.js";
import { respondWithFile } from "./fake-files.js";
import { readValues, type Rule, type Rules } from "../values.js";
import { createFakeList, type FakePagingOptions, PAGING_RULES } from "./fake-list.js";
import {
  createCloudflareFailure,
  createFakeServer,
  createRealtimeKitFailure,
  type FakeApi,
} from "./fake-server.js";
import { checkParticipants, selectSessions } from "./select-sessions.js";
import { createSessionRoutes } from "./session-routes.js";

/** Options of {@link createFakeApi}. They select the behavior that Cloudflare does not publish. */
export interface FakeApiOptions extends FakePagingOptions {
  /** The sessions of the app, or a function that is called for each request, for a list that changes. */
  sessions: readonly Session[] | (() => readonly Session[]);
  /**
   * The id of the account. Another one in the path returns 403.
   *
   * @default fakeApiDefaults.accountId
   */
  accountId?: string;
  /**
   * The id of the app. Another one in the path returns 404.
   *
   * @default fakeApiDefaults.appId
   */
  appId?: string;
  /**
   * The API token. Another one, or none, returns 401.
   *
   * @default fakeApiDefaults.apiToken
   */
  apiToken?: string;
}

const TEXT: Rule = { type: "string" };

const RULES: Rules = {
  sessions: { required: true },
  accountId: TEXT,
  appId: TEXT,
  apiToken: TEXT,
  ...PAGING_RULES,
};

/** The ids and the token that a fake API accepts by default: the options of a client for it. */
export const fakeApiDefaults = {
  accountId: "023e105f4ecef8ad9ca31a8372d0c353",
  appId: "2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10",
  apiToken: "fake-api-token",
} as const;

/**
 * Creates a fake of the API in memory, under any base URL, with its filters, order, pages and errors.
 *
 * The unpublished behavior is as follows. The list is sorted by `created_at`, newest first, and equal sessions keep
 * their order. `start_time` and `end_time` are compared with `started_at`, both inclusive. `participants` is a number
 * or an inclusive range such as `1:10` of `max_concurrent_participants`. `search` ignores case, and unknown parameters
 * are ignored. The participants of a session are generated: their number is its maximum, and their minutes add up to
 * those of the session. An invalid value returns 400. There is no rate limit.
 *
 * @param options - The sessions, and the behavior of the API.
 * @returns A function that works like `fetch`. Give it to a client as its `fetch`.
 * @throws `TypeError` or `RangeError` if an option is unknown or invalid.
 * @example
 * ```ts
 * const fetch = createFakeApi({ sessions: generateSessions(250) });
 * const sessions = createSessionsClient({ ...fakeApiDefaults, fetch });
 * ```
 */
export function createFakeApi(options: FakeApiOptions): FakeApi {
  const values = readValues("option", options, RULES);
  const { accountId, appId, apiToken, sessions } = {
    ...fakeApiDefaults,
    ...values,
  } as Required<FakeApiOptions>;
  if (!Array.isArray(sessions) && typeof sessions !== "function")
    throw new TypeError("sessions must be an array or a function.");
  const getSessions = (): readonly Session[] => (typeof sessions === "function" ? sessions() : sessions);
  const server = createFakeServer({
    apiToken,
    ids: {
      account_id: {
        value: accountId,
        otherwise: createCloudflareFailure(403, 10000, "Authentication error"),
      },
      app_id: { value: appId, otherwise: createRealtimeKitFailure(404, "App not found") },
    },
    routes: [
      {
        ...createFakeList(listSessionsEndpoint, options, ({ query }) => selectSessions(getSessions(), query)),
        check: checkParticipants,
      },
      ...createSessionRoutes(getSessions, options),
    ],
  });
  return async (input, init) => respondWithFile(input, init) ?? server(input, init);
}
