import { type Redact, redactThrown } from "./redact.js";

/** A request for any implementation of `fetch`. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** The names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** The request for messages, such as `GET /accounts/…/sessions (page_no 3)`. It may contain the token. */
  readonly description: string;
  /** The requested page number. */
  readonly pageNo: number | undefined;
  /** Whether redirects are followed. They are not if the request has the token. */
  readonly redirect?: "follow";
  /** Whether the caller reads the body of a successful response. */
  readonly isStreamed?: boolean;
}

/** The `init` argument of `fetch`. The headers are a plain object, which every implementation supports. */
export interface FetchInit {
  /** The HTTP method in upper case. */
  method: string;
  /** The headers by their names in lower case, including `authorization`. */
  headers: Record<string, string>;
  /** The body of the request. GET requests have none. */
  body?: string;
  /** `manual` for requests with the token, which a redirect could take to another host. `follow` for downloads. */
  redirect: "manual" | "follow";
  /** Aborts the attempt: on a timeout, and if the caller aborts. */
  signal: AbortSignal;
  /** Keeps frameworks from caching responses. Missing on runtimes that reject it. */
  cache?: "no-store";
}

/** The part of a `Response` that is used, so that other implementations work. */
export interface FetchResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The text of the status, such as `Not Found`. */
  readonly statusText?: string;
  /** The kind of response. `opaqueredirect` is a redirect that was not followed. */
  readonly type?: string;
  /** The headers of the response. */
  readonly headers: Pick<Headers, "get">;
  /** Whether the body has been read. */
  readonly bodyUsed?: boolean;
  /** The body as a stream, if the implementation has one. */
  readonly body?: ResponseStream | null;
  /** Reads the body as text. */
  text: () => Promise<string>;
}

/** The body of a response. */
export interface ResponseStream {
  /** Returns a reader. Streams of some implementations, such as node-fetch, do not have it. */
  getReader?: () => ReadableStreamDefaultReader<Uint8Array>;
}

/** The global `fetch`, or one of undici, node-fetch and so on. */
export type Fetch = (url: RequestUrl, init: FetchInit) => Promise<Response>;

/**
 * The URL of a request. It also has `url`, `method` and `headers`, so that a `fetch` which expects a `Request` can read
 * them.
 */
export interface RequestUrl extends URL {
  /** The URL as text. */
  readonly url: string;
  /** The HTTP method in upper case. */
  readonly method: string;
  /** The headers of the request. */
  readonly headers: Headers;
}

/** Thrown at once, without retries, for a `fetch` that does not work like the global one. */
export class InvalidFetchError extends TypeError {}

/** Messages of errors that are not network failures. A failed connection is a TypeError too. */
const PROGRAMMING_ERROR =
  /^(Type|Reference)Error.*(is not (an?|iterable)\b|defined|[Cc]annot |[Ii]llegal |URL|instance of|extensible)/;

/** Sends a request once. */
export type SendOnce = (request: HttpRequest, signal: AbortSignal) => Promise<FetchResponse>;

/** Returns the URL of a request, with the properties for a `fetch` that expects a `Request`. */
function toRequestUrl(url: string, method: string, headers: Record<string, string>): RequestUrl {
  return Object.assign(new URL(url), { url, method, headers: new Headers(headers) });
}

/** Wraps a `fetch`: adds the common fields of requests, and rejects results that differ from the global `fetch`. */
export function createSendOnce(fetch: Fetch | undefined, redact: Redact): SendOnce {
  let isCacheSupported = true;

  return async function sendOnce(request, signal): Promise<FetchResponse> {
    // A redirect could send the token to another host.
    const { method, url, headers, body, redirect = "manual" } = request;
    const init: FetchInit = {
      method,
      headers: { ...headers },
      redirect,
      signal,
      ...(body && { body }),
      // Frameworks cache GET requests at build time.
      ...(isCacheSupported && { cache: "no-store" }),
    };
    let response: FetchResponse;
    try {
      // On Node the first use of the global `fetch` is slow, so it is deferred.
      response = await (fetch ?? globalThis.fetch)(toRequestUrl(url, method, headers), init);
    } catch (error) {
      const text = String(error);
      if (init.cache && /\bcache\b/i.test(text)) {
        // Some runtimes reject the option, such as Cloudflare Workers before a compatibility date.
        isCacheSupported = false;
        return sendOnce(request, signal);
      }
      throw PROGRAMMING_ERROR.test(text) ? toInvalidFetchError(`threw ${text}`, error) : error;
    }
    if (!isResponse(response)) throw toInvalidFetchError("returned no Response with an unread body");
    return response;
  };

  function toInvalidFetchError(problem: string, cause?: unknown): InvalidFetchError {
    return new InvalidFetchError(redact(`fetch ${problem}. It must work like the global fetch.`), {
      cause: redactThrown(cause, redact),
    });
  }
}

function isResponse(value: Partial<FetchResponse> | undefined | null): value is FetchResponse {
  return (
    typeof value?.status === "number" &&
    typeof value.headers?.get === "function" &&
    typeof value.text === "function" &&
    !value.bodyUsed
  );
}
