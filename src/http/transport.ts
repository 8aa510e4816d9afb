import { ApiError, type ApiErrorOptions, InvalidResponseError } from "../errors.js";
import { MAX_RESPONSE_BYTES } from "./body.js";
import { hintFor, readFailure } from "./failure.js";
import { createSendOnce, type Fetch, type HttpRequest } from "./fetch.js";
import type { Hooks, RetryOptions } from "./hooks.js";
import { createRedact, type Redact } from "./redact.js";
import { type CallOptions, createSend, type ReceivedResponse } from "./retry.js";

/** The options of a transport. */
export interface TransportOptions extends RetryOptions, Hooks {
  /** The URL before the paths of the API. */
  baseUrl: string;
  /** The API token, sent as `Authorization: Bearer`. */
  apiToken: string;
  /** Sends the requests, called as `fetch(url, init)`. Default: the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** A request of the API. */
export interface ApiRequest {
  method: string;
  /** The path with its encoded parameters. */
  path: string;
  /** The URL that replaces the path and the query, such as that of a next page. */
  url?: string | undefined;
  /** The query parameters. Undefined ones are left out. */
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The body, which is sent as JSON. */
  body?: object | undefined;
  /** Further headers, such as `idempotency-key`, in lower case. */
  headers?: Readonly<Record<string, string>>;
  /** The name and number of the requested page, for errors. */
  page?: { name: string; number: number | undefined };
  /** The name of the id that a 404 suggests to be wrong, such as `session_id`. */
  idName?: string | undefined;
}

/** A successful response with a JSON body. */
export interface JsonResponse {
  body: unknown;
  /** The response of `fetch`, or a copy without the token. Its body has been read. */
  response: Response;
  /** The headers as received. */
  headers: Pick<Headers, "get">;
  /** Creates the `InvalidResponseError` for unexpected contents, such as `the body has no list at data.sessions`. */
  toError: (message: string) => ApiError;
}

/** Sends requests with retries, rate limits and time limits, and converts failures to errors without the token. */
export interface Transport {
  /** The URL before the paths of the API. */
  readonly baseUrl: string;
  /**
   * Sends a request.
   *
   * @throws `ApiError` if the response is not successful, `InvalidResponseError` if it is not JSON or has
   * `success: false`, `ConnectionError` or `TimeoutError` if there is none.
   */
  request: (request: ApiRequest, options?: CallOptions) => Promise<JsonResponse>;
  /** Replaces the token in a text. */
  redact: Redact;
  /** The options without the token, for requests of other hosts. */
  readonly options: Omit<TransportOptions, "apiToken" | "baseUrl">;
}

/** Creates the transport of a client. */
export function createTransport({ baseUrl, apiToken, ...options }: TransportOptions): Transport {
  const redact = createRedact(apiToken);
  const send = createSend(createSendOnce(options.fetch, redact), options, redact);
  return {
    baseUrl,
    redact,
    options,
    async request({ method, path, url, query = {}, body, headers, page, idName }, callOptions = {}) {
      const pageNo = page?.number;
      const suffix = pageNo === undefined ? "" : ` (${page?.name} ${pageNo})`;
      const pairs = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
      // Some servers do not decode a plus sign as a space.
      const search = String(new URLSearchParams(pairs)).replaceAll("+", "%20");
      const request: HttpRequest = {
        method,
        url: url ?? baseUrl.replace(/\/$/, "") + path + (search && `?${search}`),
        headers: {
          ...headers,
          authorization: `Bearer ${apiToken}`,
          // With it, Cloudflare's gateway returns its errors as JSON.
          accept: "application/json",
          ...(body && { "content-type": "application/json" }),
        },
        body: body && JSON.stringify(body),
        description: method + " " + path + suffix,
        pageNo,
      };
      return parseResponse(request, await send(request, callOptions), redact, idName);
    },
  };
}

/** Returns the JSON body of a successful response, and throws an error for any other. */
function parseResponse(
  { description, pageNo }: HttpRequest,
  { response, safeResponse, text, hint }: ReceivedResponse,
  redact: Redact,
  idName: string | undefined,
): JsonResponse {
  const { status, type, statusText, headers } = response;

  const fail = (
    message: string,
    details?: ApiErrorOptions,
    Class: typeof ApiError = InvalidResponseError,
  ): ApiError =>
    new Class(redact(`${description} returned ${status}${message}`), {
      response: safeResponse,
      pageNo,
      ...details,
    });
  const toError = (message: string): ApiError => fail(`, but ${message}`);

  // A browser exposes only the type of a redirect.
  if (type === "opaqueredirect" || /30[12378]/.test(String(status)))
    throw toError("redirects are not followed");
  if (text === undefined) throw toError(`the body is larger than ${MAX_RESPONSE_BYTES} bytes`);
  const isSuccess = status > 199 && status < 300;
  let cause: unknown;
  try {
    const body = isSuccess && (JSON.parse(text) as unknown);
    if (isSuccess && (Object(body) as { success?: unknown }).success !== false)
      return { body, response: safeResponse, headers, toError };
  } catch (error) {
    cause = error;
  }
  const { summary, ...details } = readFailure(text, redact);
  const reason = summary && `: ${summary}`;
  if (cause)
    throw fail(`, but the body is ${text ? "not JSON" : "empty"}`, {
      bodyText: details.bodyText,
      // The parser's error message quotes the text.
      ...(redact(text) === text && { cause }),
    });
  if (isSuccess) throw fail(`, but success is false${reason}`, details);
  const advice = hint ?? hintFor(status, summary, idName);
  throw fail((statusText ? ` ${statusText}` : "") + reason + advice, details, ApiError);
}
