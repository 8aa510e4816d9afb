import {
  baseUrl as defaultBaseUrl,
  listSessionsEndpoint,
  type ListSessionsQuery,
  type Paging,
  type Session,
  type SessionList,
} from "../generated/index.js";
import type { SessionsClientOptions } from "./arguments.js";
import type { InvalidResponseError } from "./errors.js";
import type { CallOptions } from "./http/retry.js";
import { createTransport } from "./http/transport.js";
import type { ListPage } from "./paginate.js";

/** A page as it was read. */
export interface ReadPage extends ListPage<Session> {
  paging: Paging | undefined;
  response: Response;
  toError: (message: string) => InvalidResponseError;
}

/** Reads pages of an app's sessions, a request each. */
export interface PageReader {
  read: (query: ListSessionsQuery, options: CallOptions) => Promise<ReadPage>;
  /** Creates the error for a response with unexpected contents. */
  invalid: (what: string, page: ReadPage) => InvalidResponseError;
}

/** Makes the reader of one app's sessions, from options that are checked. */
export function pageReader({
  accountId,
  appId,
  baseUrl = defaultBaseUrl,
  validate,
  ...options
}: SessionsClientOptions): PageReader {
  const transport = createTransport({ baseUrl, ...options });
  const { method, pagination } = listSessionsEndpoint;
  const ids = { account_id: accountId, app_id: appId };
  const path = listSessionsEndpoint.path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(ids[name as keyof typeof ids]),
  );

  return {
    invalid: (what, { toError }) => toError(what),
    async read(query, callOptions) {
      const page = { name: pagination.page, number: query[pagination.page] };
      const {
        body: parsed,
        response,
        toError,
      } = await transport.request({ method, path, query, page }, callOptions);
      const body = parsed as SessionList | null;
      const { results } = pagination;
      let items: unknown = body;
      for (const name of results) items = (items as Record<string, unknown> | null | undefined)?.[name];
      if (!Array.isArray(items)) throw toError(`the body has no list at ${results.join(".")}`);
      const issue = validate?.(body);
      if (issue) throw toError(issue);
      const paging = body?.paging ?? undefined;
      return {
        items: items as Session[],
        // Counted from 1 on the wire.
        start: numberIn(paging?.start_offset, -1),
        total: numberIn(paging?.total_count, 0),
        paging,
        response,
        toError,
      };
    },
  };
}

/** Returns a number with a shift; undefined for any other value. */
function numberIn(value: unknown, shift: number): number | undefined {
  return Number.isFinite(value) ? (value as number) + shift : undefined;
}
