import type { ErrorDetail } from "../generated/index.js";
import { parseRetryAfter } from "./http/retry-after.js";

/** One error in a response body: the fields of `ErrorDetail`, any of which can be missing. */
export type ApiErrorDetail = Partial<ErrorDetail>;

/** The details of an {@link ApiError}. */
export interface ApiErrorOptions extends ErrorOptions {
  /** The response, its body already read. @default no response */
  response?: Response | undefined;
  /** The errors in the response body. @default no errors */
  errors?: readonly ApiErrorDetail[] | undefined;
  /** The start of the response body. @default no text */
  bodyText?: string | undefined;
  /** The requested page number. @default no number */
  pageNo?: number | undefined;
  /** The number of attempts. @default 1 */
  attempts?: number | undefined;
}

/**
 * The base class of every error of a request. It is thrown itself if the API returned an error status.
 *
 * Invalid arguments throw a `TypeError` or a `RangeError` instead. An aborted call rejects with the signal's reason.
 */
export class ApiError extends Error {
  /** The name of the class. It works where `instanceof` does not, such as between two copies of the package. */
  override name = "ApiError";
  /** The HTTP status; undefined if no response was received. */
  declare readonly status: number | undefined;
  /** The errors in the response body; empty if it has none. */
  declare readonly errors: readonly ApiErrorDetail[];
  /** The `cf-ray` header of the response, which identifies the request to Cloudflare's support. */
  declare readonly rayId: string | undefined;
  /** The delay that `Retry-After` requests, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
  /** An alias of {@link ApiError.retryAfterMs}, in milliseconds too. Prefer that name, which states the unit. */
  declare readonly retryAfter: number | undefined;
  /** The `page_no` of the request, to resume a listing from; undefined for a request without one. */
  declare readonly pageNo: number | undefined;
  /**
   * The response (status, headers), its body already read; undefined if none was received. Not enumerable, so that a
   * printed error stays short.
   */
  declare readonly response: Response | undefined;
  /** The start of the response body, at most 2,000 characters, without control characters. Not enumerable. */
  declare readonly bodyText: string | undefined;

  /** @internal */
  constructor(
    message: string,
    { response, bodyText, errors = [], pageNo, attempts = 1, ...options }: ApiErrorOptions = {},
  ) {
    const rayId = response?.headers.get("cf-ray") ?? undefined;
    const retryAfterMs = response && parseRetryAfter(response.headers);
    const notes = [
      attempts > 1 && `${attempts} attempts`,
      retryAfterMs && `retry after ${Math.ceil(retryAfterMs / 1000)} s`,
      rayId && `cf-ray ${rayId}`,
    ]
      .filter(Boolean)
      .join(", ");
    super(message + (notes && ` (${notes})`), options);
    Object.assign(this, { status: response?.status, errors, rayId, retryAfterMs, pageNo });
    Object.defineProperties(this, {
      // For logs in JSON.
      message: { enumerable: true },
      retryAfter: { value: retryAfterMs },
      response: { value: response },
      bodyText: { value: bodyText },
    });
  }
}

/** No response was received, or it broke off: the network, DNS, TLS. `cause` is what `fetch` threw. */
export class ConnectionError extends ApiError {
  override name = "ConnectionError";
}

/** One attempt took longer than `timeout`, its response body included. */
export class TimeoutError extends ConnectionError {
  override name = "TimeoutError";
}

/**
 * A response with a success status and unexpected contents. Its body is empty, is not JSON (HTML of a gateway), has no
 * list or `success: false`, or contradicts earlier pages.
 */
export class InvalidResponseError extends ApiError {
  override name = "InvalidResponseError";
}
