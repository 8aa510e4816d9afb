import { ApiError, InvalidResponseError } from "../errors.js";
import { type Fetch, toRequestUrl } from "./fetch.js";

/**
 * Requests a file by a URL from a response, without the API token, because the file is on another host.
 *
 * @throws InvalidResponseError if the URL is not one of https.
 * @throws ApiError if the host returns an error.
 */
export async function downloadFile(
  url: unknown,
  signal: AbortSignal | undefined,
  fetch: Fetch = globalThis.fetch,
): Promise<Response> {
  if (typeof url !== "string" || !URL.canParse(url) || new URL(url).protocol !== "https:")
    throw new InvalidResponseError("The download URL in the response is not an https URL.");
  const target = toRequestUrl(url, "GET", {});
  const response = await fetch(target, { method: "GET", headers: {}, ...(signal && { signal }) } as never);
  // The URL contains a signature, so that it must not be in the message.
  if (!response.ok)
    throw new ApiError(
      `The download from ${target.host} returned ${response.status}. The URL may have expired.`,
      { response },
    );
  return response;
}
