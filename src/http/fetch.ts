/** What `fetch` receives as `init`. The headers are a plain object, which every implementation supports. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: BodyInit;
  redirect: "manual";
  signal: AbortSignal;
  cache?: "no-store";
}

/** The part of a `Response` that is used, so that other implementations work. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly bodyUsed?: boolean;
  readonly body?: { getReader?: () => ReadableStreamDefaultReader<Uint8Array> } | null;
  text: () => Promise<string>;
}

/** The global `fetch`, or one of undici, node-fetch, … */
export type Fetch = (url: RequestUrl, init: FetchInit) => Promise<Response>;

/**
 * The URL of a request. It also has `url`, `method` and `headers`, so that a `fetch` which expects a `Request` can read
 * them.
 */
export class RequestUrl extends URL {
  readonly method: string;
  readonly headers: Headers;

  constructor({ url, method, headers }: HttpRequest) {
    super(url);
    this.method = method;
    this.headers = headers;
  }

  /** The same as `href`. */
  get url(): string {
    return this.href;
  }
}

/** The request that openapi-fetch builds in place of a `Request`, which works with one implementation of fetch only. */
export class HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: BodyInit }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }
}

/** Thrown at once, without retries, for a `fetch` that does not work like the global one. */
export class InvalidFetchError extends TypeError {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `fetch ${what}. It must work like the global fetch: it is called with a URL and init, and returns a Response.`,
      options,
    );
  }
}

/** Messages of errors that no network causes. A failed connection is a TypeError too. */
const PROGRAMMING_ERROR =
  /is not (a|an|iterable|defined)\b|undefined|[Cc]annot |[Ii]llegal |URL|instance of|read.?only|extensible/;

/** Sends a request once. */
export type SendOnce = (request: HttpRequest, signal: AbortSignal) => Promise<FetchResponse>;

/** Wraps a `fetch`: adds what each request has, and rejects what does not work like the global `fetch`. */
export function createSendOnce(fetch: Fetch | undefined): SendOnce {
  let isCacheSupported = true;

  const send = async (
    request: HttpRequest,
    signal: AbortSignal,
    hasCache: boolean,
  ): Promise<FetchResponse> => {
    const { method, headers, body } = request;
    // On Node the first use of the global `fetch` takes long, so not before it is needed.
    return (fetch ?? globalThis.fetch)(new RequestUrl(request), {
      method,
      headers: Object.fromEntries(headers),
      // A redirect could take the token elsewhere.
      redirect: "manual",
      signal,
      ...(body !== undefined && { body }),
      // Frameworks cache GET requests at build time.
      ...(hasCache && { cache: "no-store" }),
    });
  };

  return async (request, signal) => {
    const hasCache = isCacheSupported;
    let response: FetchResponse;
    try {
      response = await send(request, signal, hasCache).catch((error: unknown) => {
        // Some runtimes reject the option, such as Cloudflare Workers before a compatibility date.
        if (!hasCache || !/\bcache\b/i.test(String(error))) throw error;
        isCacheSupported = false;
        return send(request, signal, false);
      });
    } catch (error) {
      const text = String(error);
      if (/^(Type|Reference)Error/.test(text) && PROGRAMMING_ERROR.test(text))
        throw new InvalidFetchError(`threw ${text}`, { cause: error });
      throw error;
    }
    if (!isResponse(response))
      throw new InvalidFetchError("returned no Response with status, headers and text()");
    if (response.bodyUsed)
      throw new InvalidFetchError("returned a Response whose body has already been read");
    return response;
  };
}

function isResponse(value: Partial<FetchResponse> | undefined | null): value is FetchResponse {
  return (
    typeof value?.status === "number" &&
    typeof value.headers?.get === "function" &&
    typeof value.text === "function"
  );
}
