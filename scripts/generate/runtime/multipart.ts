import { getOwnValue, isNested, listItems, toJsonValue } from "./encode.js";
import { listBracketPairs } from "./query.js";

/** The serialization of one part of a multipart body. */
export interface PartEncoding {
  /** The media type of the part. */
  contentType?: string;
  /** Whether arrays and objects are written in brackets, with a part for each value. */
  usesBrackets?: boolean;
}

/**
 * Creates the `bodySerializer` of a `multipart/form-data` body. Each item of an array becomes a part, and an object is
 * sent as JSON. `fetch` adds the Content-Type header with the boundary.
 *
 * @param encodings - The `encoding` of the parts.
 * @returns The serializer. It returns `FormData` unchanged.
 */
export function createMultipartSerializer(
  encodings: Readonly<Record<string, PartEncoding>> = {},
): (body: unknown) => FormData {
  return (body) => {
    if (body instanceof FormData) return body;
    const form = new FormData();
    for (const [name, rawValue] of Object.entries(body as object)) {
      const encoding = getOwnValue(encodings, name) ?? {};
      const value = toJsonValue(rawValue);
      const parts: [string, unknown][] = Array.isArray(value)
        ? listItems(value).map((item) => [name, item])
        : [[name, value]];
      for (const [key, part] of encoding.usesBrackets ? listBracketPairs(name, value) : parts)
        if (part !== undefined && part !== null) appendPart(form, key, part, encoding.contentType);
    }
    return form;
  };
}

function appendPart(form: FormData, name: string, part: unknown, contentType: string | undefined): void {
  const setType = (content: BlobPart): Blob => new Blob([content], { type: contentType ?? "" });
  if (part instanceof Blob) {
    const typed = part.type || contentType === undefined ? part : setType(part);
    if (part instanceof File) form.append(name, typed, part.name);
    else form.append(name, typed);
    return;
  }
  const text = isNested(part) ? JSON.stringify(part) : String(part);
  // Only a Blob can have its own media type.
  form.append(name, contentType === undefined ? text : setType(text));
}
