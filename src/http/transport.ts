import { ApiError, type ApiErrorOptions, InvalidResponseError } from "../errors.js";
import { throwIfAborted } from "./abort.js";
import { hintFor, readFailure } from "./failure.js";
import { createSendOnce, type Fetch, HttpRequest } from "./fetch.js";
import type { Hooks, RetryOptions } from "./hooks.js";
import { createRedact, type Redact, redactResponse } from "./redact.js";
import { type CallOptions, createSend, type ReceivedResponse, type RequestContext } from "./retry.js";

/** How a transport sends requests. */
export interface TransportOptions extends RetryOptions, Hooks {
  /** The API token, sent as `Authorization: Bearer`. */
  apiToken: string;
  /** Sends the requests, called as `fetch(url, init)`. Default: the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** The options that make openapi-fetch send a request through the transport. */
export interface OpenApiOptions {
  fetch: (request: Request) => Promise<Response>;
  Request: typeof Request;
  parseAs: "stream";
}

/** A successful response and its JSON body. */
export interface JsonResponse {
  body: unknown;
  /** The response that `fetch` returned. Its body has been read. */
  response: Response;
}

/** Sends requests with retries, rate limits and time limits, and turns failures into errors without the token. */
export interface Transport {
  /**
   * Sends one request.
   *
   * @param call - Calls a generated function with the given options. What openapi-fetch makes of the response is not used.
   * @param context - The request, for messages.
   * @returns The JSON body of a successful response.
   * @throws `ApiError` if the response is not successful, `InvalidResponseError` if it is not JSON or has
   * `success: false`, `ConnectionError` or `TimeoutError` if there is none.
   */
  request: (
    call: (options: OpenApiOptions) => Promise<unknown>,
    context: TransportContext,
    options?: CallOptions,
  ) => Promise<JsonResponse>;
  /** Creates the error for a response with unexpected contents, such as `the body has no list at data.sessions`. */
  invalidResponse: (message: string, response: Response, context: RequestContext) => InvalidResponseError;
  /** Replaces the token in a text. */
  redact: Redact;
}

/** What messages say about a request. */
export interface TransportContext extends RequestContext {
  /** Whether an earlier request with the same ids succeeded, so that no id is wrong. */
  isKnownToExist?: boolean | undefined;
}

/** Redirects, which are not followed. 304, among others, is none. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** What openapi-fetch gets in place of the response, whose body it need not read. */
const NO_CONTENT = { ok: true, status: 204, headers: new Map() } as unknown as Response;

/** Creates the transport of a client. */
export function createTransport({ apiToken, fetch, ...options }: TransportOptions): Transport {
  const redact = createRedact(apiToken);
  const send = createSend(createSendOnce(fetch), options, redact);

  function invalidResponse(
    message: string,
    response: Response,
    { description, pageNo }: RequestContext,
    details?: ApiErrorOptions,
  ): InvalidResponseError {
    return new InvalidResponseError(`${description} returned ${response.status}, but ${redact(message)}`, {
      response: redactResponse(response, redact),
      pageNo,
      ...details,
    });
  }

  function parse({ response: received, text }: ReceivedResponse, context: TransportContext): JsonResponse {
    const { description, pageNo, isKnownToExist } = context;
    const response = received as Response;
    const { status, type, statusText } = response;
    // A browser shows no more of a redirect than its type.
    if (type === "opaqueredirect" || REDIRECTS.includes(status))
      throw invalidResponse("redirects are not followed", response, context);
    if (status < 200 || status > 299) {
      const { summary, ...failure } = readFailure(text, redact);
      const hint = status === 404 && isKnownToExist ? "" : hintFor(status, summary);
      const reason = redact(`${status} ${statusText}`).trim() + (summary && `: ${summary}`) + hint;
      throw new ApiError(`${description} returned ${reason}`, {
        response: redactResponse(response, redact),
        pageNo,
        ...failure,
      });
    }
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch (error) {
      // The parser's error quotes the text.
      const { bodyText } = readFailure(text, redact);
      const cause = redact(String(error)) === String(error) ? { cause: error } : {};
      throw invalidResponse(text ? "the body is not JSON" : "the body is empty", response, context, {
        bodyText,
        ...cause,
      });
    }
    if ((body as { success?: unknown } | null)?.success === false) {
      const { summary, ...failure } = readFailure(text, redact);
      throw invalidResponse(`success is false: ${summary}`, response, context, failure);
    }
    return { body, response };
  }

  return {
    redact,
    invalidResponse,
    async request(call, context, callOptions = {}) {
      throwIfAborted(callOptions.signal);
      let received: ReceivedResponse | undefined;
      await call({
        Request: HttpRequest as unknown as typeof Request,
        parseAs: "stream",
        async fetch(request) {
          request.headers.set("Authorization", `Bearer ${apiToken}`);
          request.headers.set("Accept", "application/json");
          received = await send(request as unknown as HttpRequest, context, callOptions);
          return NO_CONTENT;
        },
      }).catch((error: unknown) => {
        // openapi-fetch goes on after a reason such as `null`.
        throwIfAborted(callOptions.signal);
        throw error;
      });
      // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- openapi-fetch has called fetch
      return parse(received!, context);
    },
  };
}
