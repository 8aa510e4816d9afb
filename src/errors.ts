import type { ErrorDetail } from "../generated/index.js";

/** One error as the API tells it: the fields of `ErrorDetail`, any of which an answer may lack. */
export type ApiErrorDetail = Partial<ErrorDetail>;

/** What an {@link ApiError} is made of. */
export interface ApiErrorOptions extends ErrorOptions {
  /** The answer, its body already read. */
  response?: Response | undefined;
  /** What the answer's body says went wrong. */
  errors?: readonly ApiErrorDetail[] | undefined;
  /** The page that was asked for. */
  pageNo?: number | undefined;
}

/**
 * The base of every error that a request can end in; thrown itself where the API answered with a failure.
 *
 * Bad arguments are a `TypeError` or a `RangeError` instead, and an abort is whatever the signal's reason is.
 */
export class ApiError extends Error {
  /** The name of the class: it tells the classes apart where `instanceof` cannot, as between copies of the package. */
  override name = "ApiError";
  /** The HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** What the API says went wrong, from whichever of its shapes; empty where it says nothing. */
  readonly errors: readonly ApiErrorDetail[];
  /** The `cf-ray` of the answer: it names the request to Cloudflare's support. */
  readonly rayId: string | undefined;
  /** The answer (status, headers), its body already read; undefined where no answer came. */
  readonly response: Response | undefined;
  /** How long the API asks to wait before the next request (`Retry-After`), in milliseconds. */
  readonly retryAfter: number | undefined;
  /** The `page_no` of the request, to resume a listing from; undefined for a request without one. */
  readonly pageNo: number | undefined;

  /** @internal */
  constructor(message: string, { response, errors = [], pageNo, ...options }: ApiErrorOptions = {}) {
    const rayId = response?.headers.get("cf-ray") ?? undefined;
    const retryAfter = response && retryAfterOf(response);
    const notes = [
      retryAfter && `retry after ${Math.ceil(retryAfter / 1000)} s`,
      rayId && `cf-ray ${rayId}`,
    ].filter(Boolean);
    super(notes.length ? `${message} (${notes.join(", ")})` : message, options);
    this.status = response?.status;
    this.errors = errors;
    this.rayId = rayId;
    this.response = response;
    this.retryAfter = retryAfter;
    this.pageNo = pageNo;
  }
}

/** No answer came, or it broke off: the network, DNS, TLS. `cause` is what `fetch` threw. */
export class ConnectionError extends ApiError {
  override name = "ConnectionError";
}

/** One attempt took longer than `timeout` allows, its body included. */
export class TimeoutError extends ConnectionError {
  override name = "TimeoutError";
}

/**
 * An answer that is not what the API promises: empty, no JSON (a gateway's HTML, say), without the list,
 * `success: false` under an HTTP status of 200, or pages that contradict each other.
 */
export class InvalidResponseError extends ApiError {
  override name = "InvalidResponseError";
}

/**
 * Reads what went wrong out of a failure's body, in any shape that the API or its gateway uses:
 * `{ errors: [{ code, message }] }`, `{ error: { code, message } }`, or problem details (RFC 9457).
 */
export function errorsIn(body: unknown): ApiErrorDetail[] {
  const { errors, error, title, detail, status } = Object(body) as Record<string, unknown>;
  const found: unknown[] = Array.isArray(errors) && errors.length ? errors : error ? [error] : [];
  const problem = [title, detail].filter((text) => typeof text === "string");
  if (!found.length && problem.length) found.push({ code: status, message: problem.join(": ") });
  return found
    .map((each) => (typeof each === "string" ? { message: each } : each))
    .filter((each): each is ApiErrorDetail => typeof each === "object" && each !== null);
}

/** What `Retry-After` asks for, in milliseconds: it is seconds or a date. */
export function retryAfterOf({ headers }: Response): number | undefined {
  const value = headers.get("retry-after") ?? "";
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
