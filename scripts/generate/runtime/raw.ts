/** Passes a body on as it is: text, bytes or a stream. */
export function serializeRaw(body: unknown): unknown {
  return body;
}

/** The media type to send for a range such as `image/*`: that of the body, if it has one. */
export function resolveMediaType(mediaType: string | undefined, body: unknown): string | undefined {
  if (!mediaType?.includes("*")) return mediaType;
  return (body instanceof Blob && body.type) || "application/octet-stream";
}
