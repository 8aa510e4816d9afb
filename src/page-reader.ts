import {
  createApiClient,
  listSessions,
  listSessionsEndpoint,
  listSessionsPath,
  type ListSessionsQuery,
  type Paging,
  type Session,
  type SessionList,
} from "../generated/index.js";
import type { SessionsClientOptions } from "./arguments.js";
import type { ApiErrorOptions, InvalidResponseError } from "./errors.js";
import type { CallOptions } from "./http/retry.js";
import { createTransport } from "./http/transport.js";
import type { ListPage } from "./paginate.js";

/** A page as it was read. */
export interface ReadPage extends ListPage<Session> {
  paging: Paging | undefined;
  response: Response;
}

/** Reads pages of an app's sessions, a request each. */
export interface PageReader {
  read: (query: ListSessionsQuery, options: CallOptions) => Promise<ReadPage>;
  /** Creates the error for a response with unexpected contents. */
  invalid: (what: string, options: ApiErrorOptions & { response: Response }) => InvalidResponseError;
}

/** Makes the reader of one app's sessions, from options that are checked. */
export function pageReader({
  accountId,
  appId,
  baseUrl,
  validate,
  ...options
}: SessionsClientOptions): PageReader {
  const transport = createTransport(options);
  const api = createApiClient({ ...(baseUrl && { baseUrl }) });
  const path = { account_id: accountId, app_id: appId };
  const url = listSessionsPath.replace(/\{(\w+)\}/g, (_, name) => path[name as keyof typeof path]);
  const contextOf = (pageNo: number | undefined): { description: string; pageNo: number | undefined } => ({
    description: `GET ${url}${pageNo === undefined ? "" : ` (${listSessionsEndpoint.pagination.page} ${pageNo})`}`,
    pageNo,
  });

  return {
    invalid: (what, { response, pageNo }) => transport.invalidResponse(what, response, contextOf(pageNo)),
    async read(query, callOptions) {
      const context = contextOf(query[listSessionsEndpoint.pagination.page]);
      const { body: parsed, response } = await transport.request(
        (init) => listSessions(api, { path, query }, init),
        context,
        callOptions,
      );
      const body = parsed as SessionList | null;
      const { results } = listSessionsEndpoint.pagination;
      let items: unknown = body;
      for (const name of results) items = (items as Record<string, unknown> | null | undefined)?.[name];
      if (!Array.isArray(items))
        throw transport.invalidResponse(`the body has no list at ${results.join(".")}`, response, context);
      const issue = validate?.(body);
      if (issue) throw transport.invalidResponse(issue, response, context);
      const paging = body?.paging ?? undefined;
      return {
        items: items as Session[],
        // Counted from 1 on the wire.
        start: numberIn(paging?.start_offset, -1),
        total: numberIn(paging?.total_count, 0),
        paging,
        response,
      };
    },
  };
}

/** Returns a number with a shift; undefined for any other value. */
function numberIn(value: unknown, shift: number): number | undefined {
  return Number.isFinite(value) ? (value as number) + shift : undefined;
}
