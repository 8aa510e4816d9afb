import { ApiError, InvalidResponseError } from "../errors.js";
import { getAbortReason } from "./abort.js";
import { readFailure } from "./failure.js";
import { createSendOnce, type HttpRequest } from "./fetch.js";
import type { CallOptions } from "./hooks.js";
import { createRedact, type Redact, redactResponse } from "./redact.js";
import { createSend } from "./retry.js";
import type { Transport } from "./transport.js";

/** The statuses that object stores return for an expired URL. */
const MAYBE_EXPIRED = [400, 403, 404, 410];

/**
 * Requests a file by a URL from a response, without the API token, because the file is on another host. The rate limit
 * of the API does not apply to it.
 *
 * @param url - The URL as it is in the response.
 * @param options - A signal, and retry options for this download.
 * @param transport - The transport of the client.
 * @returns The response. Its body has not been read.
 * @throws InvalidResponseError if the URL is not an https URL.
 * @throws ApiError if the host returns an error, ConnectionError or TimeoutError if there is no response.
 */
export async function downloadFile(
  url: unknown,
  options: CallOptions,
  transport: Transport,
): Promise<Response> {
  if (typeof url !== "string" || !/^https:/i.test(url) || !URL.canParse(url))
    throw new InvalidResponseError("The download URL in the response is not an https URL.");
  const { host, searchParams } = new URL(url);
  // The parameters contain a signature, which gives access to the file.
  const redactors = [transport.redact, ...[...searchParams.values()].map(createRedact)];
  const redact: Redact = (text) => redactors.reduce((rest, each) => each(rest), text);
  const sendOnce = createSendOnce(transport.options.fetch, redact);
  const send = createSend(
    (request, signal) => sendOnce(request, joinSignals(signal, options.signal)),
    transport.options,
    redact,
  );
  const request: HttpRequest = {
    method: "GET",
    url,
    headers: {},
    redirect: "follow",
    isStreamed: true,
    description: `The download from ${host}`,
    pageNo: undefined,
  };
  const { response, text = "", attempts, hint } = await send(request, options);
  const { status } = response;
  if (status < 300) return response as Response;
  const { summary, ...details } = readFailure(text, redact);
  const advice = hint ?? (MAYBE_EXPIRED.includes(status) ? ". The URL may have expired" : "");
  throw new ApiError(
    redact(`${request.description} returned ${status}${summary && `: ${summary}`}${advice}`),
    { response: redactResponse(response, redact), attempts, ...details },
  );
}

/** Combines the signal of an attempt with the caller's, which also aborts the reading of the body after the attempt. */
function joinSignals(attempt: AbortSignal, signal: AbortSignal | undefined): AbortSignal {
  // Signals of other implementations cannot be combined. Some browsers have no such method.
  if (signal instanceof AbortSignal && "any" in AbortSignal) return AbortSignal.any([attempt, signal]);
  const controller = new AbortController();
  for (const each of [attempt, signal])
    each?.addEventListener("abort", () => {
      controller.abort(getAbortReason(each));
    });
  return controller.signal;
}
