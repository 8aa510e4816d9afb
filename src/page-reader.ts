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
import type { CallOptions, SessionsClientOptions } from "./arguments.js";
import {
  ApiError,
  type ApiErrorDetail,
  type ApiErrorOptions,
  errorsIn,
  InvalidResponseError,
} from "./errors.js";
import type { ListPage } from "./paginate.js";
import { createSend } from "./retry.js";

/** A page as it was read. */
export interface ReadPage extends ListPage<Session> {
  paging: Paging | undefined;
  response: Response;
}

/** Reads pages of an app's sessions, a request each. */
export interface PageReader {
  read: (query: ListSessionsQuery, options: CallOptions) => Promise<ReadPage>;
  /** The error for an answer that is not what the API promises. */
  invalid: (what: string, options: ApiErrorOptions & { response: Response }) => InvalidResponseError;
}

/** What is mostly wrong where the API answers with such a status. */
const HINTS: Record<number, string> = {
  401: ". Is the API token right?",
  403: ". Has the API token the permission Realtime or Realtime Admin?",
  404: ". Is the app id right?",
};

/** The statuses that send elsewhere; 304, among others, does not. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Makes the reader of one app's sessions, from options that are checked. */
export function pageReader({
  accountId,
  appId,
  apiToken,
  baseUrl,
  fetch,
  validate,
  ...sending
}: SessionsClientOptions): PageReader {
  // Not read before it is needed: on Node the first look at it costs as much as all else here.
  const send = createSend(
    async (request, init) => withoutToken(await (fetch ?? globalThis.fetch)(request, init)),
    sending,
  );
  const api = createApiClient({
    ...(baseUrl && { baseUrl }),
    // Followed, a redirect could take the token elsewhere.
    redirect: "manual",
    headers: { Authorization: `Bearer ${apiToken}` },
  });
  const path = { account_id: accountId, app_id: appId };
  const url = listSessionsPath.replace(/\{(\w+)\}/g, (_, name) => path[name as keyof typeof path]);
  const request = (pageNo: number | undefined): string =>
    `GET ${url}${pageNo === undefined ? "" : ` (${listSessionsEndpoint.pagination.page} ${pageNo})`}`;

  // An answer may repeat what it was sent, the token included.
  const clean = (text: string): string => text.replaceAll(apiToken, "[the token]");

  function withoutToken(response: Response): Response {
    const { status, statusText, headers, body } = response;
    if (![statusText, ...headers.values()].some((text) => text.includes(apiToken))) return response;
    const cleaned = [...headers].map(([name, value]): [string, string] => [name, clean(value)]);
    return new Response(body, { status, statusText: clean(statusText), headers: cleaned });
  }

  function failuresIn(body: unknown): ApiErrorDetail[] {
    try {
      const text = JSON.stringify(body ?? null);
      return errorsIn(
        JSON.parse(text, (_, value: unknown) => (typeof value === "string" ? clean(value) : value)),
      );
    } catch {
      // Nested deeper than can be read: no failure that the API describes.
      return [];
    }
  }

  const invalid: PageReader["invalid"] = (what, options) =>
    new InvalidResponseError(
      `${request(options.pageNo)} answered ${options.response.status}, but ${what}`,
      options,
    );

  return {
    invalid,
    async read(query, { signal, ...options }) {
      signal?.throwIfAborted();
      const pageNo = query[listSessionsEndpoint.pagination.page];
      const what = request(pageNo);
      const { response, data, error } = await listSessions(
        api,
        { path, query },
        {
          fetch: (sent) => send(sent, { what, pageNo, signal, ...options }),
          // As text, so that an answer which is no JSON can be told together with its status and headers.
          parseAs: "text",
        },
      ).catch((failure: unknown) => {
        // openapi-fetch takes a reason such as `null` for no failure at all.
        signal?.throwIfAborted();
        throw failure;
      });
      // A browser shows no more of a redirect than its type.
      if (response.type === "opaqueredirect" || REDIRECTS.includes(response.status))
        throw new InvalidResponseError(`${what} was redirected, which is not followed`, { response, pageNo });
      if (!response.ok) {
        const errors = failuresIn(error);
        const status = `${response.status} ${response.statusText}`.trim() + told(errors);
        throw new ApiError(`${what} answered ${status}${HINTS[response.status] ?? ""}`, {
          response,
          errors,
          pageNo,
        });
      }
      let body: SessionList | null;
      try {
        body = JSON.parse(data ?? "") as SessionList | null;
      } catch (cause) {
        // The parser's error quotes what it read.
        const told = data?.includes(apiToken) ? {} : { cause };
        throw invalid(data ? "not with JSON" : "with an empty body", { response, pageNo, ...told });
      }
      if (body?.success === false) {
        const errors = failuresIn(body);
        throw invalid(`with success: false${told(errors)}`, { response, pageNo, errors });
      }
      const { results } = listSessionsEndpoint.pagination;
      let items: unknown = body;
      for (const name of results) items = (items as Record<string, unknown> | null | undefined)?.[name];
      if (!Array.isArray(items))
        throw invalid(`without a list at ${results.join(".")}`, { response, pageNo });
      const fault = validate?.(body);
      if (fault) throw invalid(fault, { response, pageNo });
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

/** How much of what the API tells stands in a message; `errors` has it all. */
const MAX_TOLD = 1_000;

/** What the API tells of a failure, to follow the status in a message. */
function told(errors: readonly ApiErrorDetail[]): string {
  // Answers are looser than their description.
  const each = errors.flatMap(({ code, message }: Record<string, unknown>) => {
    const number = typeof code === "number" || typeof code === "string" ? `(code ${code})` : "";
    return `${typeof message === "string" ? message : ""} ${number}`.trim() || [];
  });
  return each.length ? `: ${each.join("; ").slice(0, MAX_TOLD)}` : "";
}

/** Answers are looser than their description: a number that is none counts as not told. */
function numberIn(value: unknown, shift: number): number | undefined {
  return Number.isFinite(value) ? (value as number) + shift : undefined;
}
