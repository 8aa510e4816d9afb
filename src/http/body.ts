import type { FetchResponse } from "./fetch.js";

/** The largest response body in bytes after decompression, 32 MiB. A page of 100 sessions has about 60,000. */
export const MAX_RESPONSE_BYTES = 33_554_432;

/**
 * Reads a body to its end, as part of the attempt. A body that breaks off or stalls is retried like any other failure.
 * If the implementation has no web streams, `text()` reads the body.
 *
 * @param response - The response. Its body has not been read.
 * @param signal - Cancels the stream.
 * @returns The text; undefined if the body is larger than {@link MAX_RESPONSE_BYTES}.
 */
export async function readBody(response: FetchResponse, signal: AbortSignal): Promise<string | undefined> {
  const reader = response.body?.getReader?.();
  if (!reader) {
    const text = await response.text();
    return text.length > MAX_RESPONSE_BYTES ? undefined : text;
  }
  const cancel = (): void => {
    // An error does not matter, because the body is no longer needed.
    reader.cancel(signal.reason).catch(() => undefined);
  };
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  try {
    const chunks: Uint8Array[] = [];
    for (let length = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return decode(chunks, length);
      chunks.push(value);
      length += value.length;
      if (length > MAX_RESPONSE_BYTES) {
        cancel();
        return undefined;
      }
    }
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** Decodes all chunks at once, because a streaming decoder is several times slower on Node. */
function decode(chunks: readonly Uint8Array[], length: number): string {
  let bytes = chunks[0];
  if (chunks.length > 1) {
    bytes = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
  }
  return new TextDecoder().decode(bytes);
}
