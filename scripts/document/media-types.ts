/** Returns whether a media type is JSON: not a sequence of JSON texts, such as `application/json-seq`. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^((application|text)\/json|[\w!#$&^.+-]+\/[\w!#$&^.+-]*\+json)\s*(;|$)/i.test(mediaType);
}

/** Returns whether a range of media types includes JSON, such as `*\/*`. */
export function isJsonRange(mediaType: string): boolean {
  return /^(\*|application)\/\*/.test(mediaType);
}

/** Returns whether a media type is a stream of server-sent events. */
export function isEventStream(mediaType: string): boolean {
  return /^text\/event-stream\s*(;|$)/i.test(mediaType);
}

/** The media types outside `text/` that are text. */
const TEXT_MEDIA_TYPE =
  /^(application\/((x-)?(www-form-urlencoded|ndjson|jsonl|yaml|javascript)|jsonlines|json-seq|graphql|sql|toml|xml)|[^;]+\+(xml|yaml))\s*(;|$)/i;

/** Returns whether a body of the media type is unparsed text. */
export function isTextMediaType(mediaType: string): boolean {
  return /^text\//i.test(mediaType) || TEXT_MEDIA_TYPE.test(mediaType);
}

/** Returns whether a body of the media type is a URL-encoded form. */
export function isUrlEncodedForm(mediaType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(mediaType);
}

/** Returns whether a body of the media type has several parts, with an encoding each. */
export function isMultipart(mediaType: string): boolean {
  return /^multipart\//i.test(mediaType);
}

/** Returns whether a body of the media type is a multipart form. */
export function isMultipartForm(mediaType: string): boolean {
  return /^multipart\/(form-data\s*(;|$)|\*$)/i.test(mediaType);
}
