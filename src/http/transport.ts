import { ApiError, type ApiErrorOptions, InvalidResponseError } from "../errors.js";
import { MAX_RESPONSE_BYTES } from "./body.js";
import { findHint, readFailure } from "./failure.js";
import { createSendOnce, type Fetch, type HttpRequest } from "./fetch.js";
import type { CallOptions, Hooks, RetryOptions } from "./hooks.js";
import { createRedact, type Redact, redactResponse } from "./redact.js";
import { createSend, type ReceivedResponse } from "./retry.js";

/** The options of a transport. */
export interface TransportOptions extends RetryOptions, Hooks {
  /** The URL before the paths of the API. */
  baseUrl: string;
  /** The API token, sent as `Authorization: Bearer`. */
  apiToken: string;
  /** Sends the requests, called as `fetch(url, init)`. @default the global `fetch` */
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
   * @param request - The request.
   * @param options - A signal, and retry options for this call. Default: none.
   * @returns The response.
   * @throws `ApiError` if the response is not successful, `InvalidResponseError` if it is not JSON or has
   * `success: false`, `ConnectionError` or `TimeoutError` if there is none.
   */
  request: (request: ApiRequest, options?: CallOptions) => Promise<JsonResponse>;
  /** Replaces the token in a text by `***`. */
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
    async request(apiRequest, callOptions = {}) {
      const request = toHttpRequest(apiRequest, baseUrl, apiToken);
      return parseResponse(request, await send(request, callOptions), redact, apiRequest.idName);
    },
  };
}

/** Adds the token, the query and the description to a request. */
function toHttpRequest(
  { method, path, url, query = {}, body, headers, page }: ApiRequest,
  baseUrl: string,
  apiToken: string,
): HttpRequest {
  const pageNo = page?.number;
  const suffix = pageNo === undefined ? "" : ` (${page?.name} ${pageNo})`;
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][];
  // Some servers do not decode a plus sign as a space.
  const search = String(new URLSearchParams(pairs)).replaceAll("+", "%20");
  return {
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
}

/** Creates an error for a response. Without a class, it is an `InvalidResponseError`. */
type Fail = (message: string, details?: ApiErrorOptions, Class?: typeof ApiError) => ApiError;

/** Returns the JSON body of a successful response, and throws an error for any other. */
function parseResponse(
  { description, pageNo }: HttpRequest,
  { response: received, text, attempts, hint }: ReceivedResponse,
  redact: Redact,
  idName: string | undefined,
): JsonResponse {
  const { status, type, statusText, headers } = received;
  const response = redactResponse(received, redact);
  const fail: Fail = (message, details, Class = InvalidResponseError) =>
    new Class(redact(`${description} returned ${status}${message}`), {
      response,
      pageNo,
      attempts,
      ...details,
    });
  const toError = (message: string): ApiError => fail(`, but ${message}`);

  // A browser exposes only the type of a redirect.
  if (type === "opaqueredirect" || /30[12378]/.test(String(status)))
    throw toError("redirects are not followed");
  if (text === undefined) throw toError(`the body is larger than ${MAX_RESPONSE_BYTES} bytes`);
  if (status > 199 && status < 300)
    return {
      // A page past the end of a list may have no body.
      body: status === 204 ? undefined : parseBody(text, fail, redact),
      response,
      headers,
      toError,
    };
  const { summary, ...details } = readFailure(text, redact);
  const advice = hint ?? findHint(status, summary, idName);
  throw fail((statusText ? ` ${statusText}` : "") + (summary && `: ${summary}`) + advice, details, ApiError);
}

/** Returns the body of a successful response, which must be JSON without `success: false`. */
function parseBody(text: string, fail: Fail, redact: Redact): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    const { summary, bodyText } = readFailure(text, redact);
    // The contents of incomplete JSON are data, which do not belong in a message.
    const excerpt = summary && (/^\s*[[{]/.test(text) ? "" : `: ${summary}`);
    throw fail(`, but the body is ${text ? "not JSON" : "empty"}${excerpt}`, {
      bodyText,
      // The parser's error message quotes the text.
      ...(redact(text) === text && { cause }),
    });
  }
  if ((Object(body) as { success?: unknown }).success !== false) return body;
  const { summary, ...details } = readFailure(text, redact);
  throw fail(`, but success is false${summary && `: ${summary}`}`, details);
}
