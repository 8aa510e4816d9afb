/** Whether a media type is JSON: not a sequence of JSON texts, such as `application/json-seq`. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^((application|text)\/json|[\w!#$&^.+-]+\/[\w!#$&^.+-]*\+json)\s*(;|$)/i.test(mediaType);
}

/** Whether a range of media types includes JSON, such as `*\/*`. */
export function isJsonRange(mediaType: string): boolean {
  return /^(\*|application)\/\*/.test(mediaType);
}

/** Whether a body of the media type is text. */
export function isTextMediaType(mediaType: string): boolean {
  return /^text\//i.test(mediaType);
}

/** Whether a body of the media type is a form, URL-encoded or in parts. */
export function isFormMediaType(mediaType: string): boolean {
  return /^(multipart\/|application\/x-www-form-urlencoded\s*(;|$))/i.test(mediaType);
}
