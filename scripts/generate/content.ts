import { isJsonMediaType, isJsonRange } from "../document/media-types.js";
import { type Found, isObject, type Reader } from "../document/reader.js";

/** A media type of a request body or of a response. */
export interface Media {
  type: string;
  /** Whether the value is written as JSON. */
  json: boolean;
  schema: Found | undefined;
}

/** Reads the media types under `content`, in the order of the document. */
export function readContent(reader: Reader, { value: { content }, pointer }: Found): Media[] {
  return Object.entries(isObject(content) ? content : {}).map(([type, value]) => {
    const schema =
      isObject(value) && value.schema !== undefined && value.schema !== true
        ? reader.follow([...pointer, "content", type, "schema"], value.schema)
        : undefined;
    // Some generators of documents write a range where they mean JSON.
    const json =
      isJsonMediaType(type) || (isJsonRange(type) && !!schema && reader.typeOf(schema) !== "string");
    return { type, json, schema };
  });
}
