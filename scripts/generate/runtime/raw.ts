/** Returns a body unchanged, such as text, bytes or a stream. */
export function serializeRaw(body: unknown): unknown {
  return body;
}

/**
 * Returns the media type for a range such as `image/*`: that of the body, if it has one.
 *
 * @param mediaType - The documented media type or range.
 * @param body - The body.
 * @returns The media type. For a range and a body without one, `application/octet-stream`.
 */
export function resolveMediaType(mediaType: string | undefined, body: unknown): string | undefined {
  if (!mediaType?.includes("*")) return mediaType;
  return (body instanceof Blob && body.type) || "application/octet-stream";
}
