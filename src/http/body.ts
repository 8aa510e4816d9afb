import { onAbort } from "./abort.js";
import type { FetchResponse } from "./fetch.js";

/** The largest response body in bytes after decompression, 32 MiB. A page of 100 sessions has about 60,000. */
export const MAX_RESPONSE_BYTES = 33_554_432;

/** Thrown for a body above {@link MAX_RESPONSE_BYTES}. */
export class BodyTooLargeError extends Error {
  readonly response: FetchResponse;

  constructor(response: FetchResponse) {
    super(`the body is larger than ${MAX_RESPONSE_BYTES} bytes`);
    this.response = response;
  }
}

/**
 * Reads a body to its end, as part of the attempt: a body that breaks off or stalls is retried like any other failure.
 * An implementation without streams is read by `text()`.
 */
export async function readBody(response: FetchResponse, signal: AbortSignal): Promise<string> {
  if (!response.body?.getReader) {
    const text = await response.text();
    if (text.length > MAX_RESPONSE_BYTES) throw new BodyTooLargeError(response);
    return text;
  }
  const reader = response.body.getReader();
  const cancel = (): void => {
    // Nobody reads this body any more.
    reader.cancel(signal.reason).catch(() => undefined);
  };
  if (signal.aborted) cancel();
  const removeListener = onAbort(signal, cancel);
  try {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return decode(chunks, bytes);
      bytes += value.byteLength;
      if (bytes > MAX_RESPONSE_BYTES) {
        cancel();
        throw new BodyTooLargeError(response);
      }
      chunks.push(value);
    }
  } finally {
    removeListener();
  }
}

/** Decodes at once: on Node a streaming decoder is several times slower. */
function decode(chunks: readonly Uint8Array[], length: number): string {
  let [bytes = new Uint8Array()] = chunks;
  if (chunks.length > 1) {
    bytes = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.byteLength;
    }
  }
  return new TextDecoder().decode(bytes);
}
