import type { JsonObject } from "../document/json.js";
import { isEventStream, isJsonMediaType, isJsonRange, isTextMediaType } from "../document/media-types.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";

/** The kinds of bodies for readers and writers. */
type MediaKind = "json" | "events" | "text" | "bytes";

/** A media type of a request body or of a response. */
export interface Media {
  type: string;
  kind: MediaKind;
  /** Whether the value is written as JSON. */
  isJson: boolean;
  schema: DocumentNode | undefined;
  /** The only type of the schema. */
  schemaType: string | undefined;
  /** The encodings of a form's fields by name. */
  encoding: JsonObject;
}

/**
 * Reads the media types under `content`, in the order of the document.
 *
 * @param reader - Follows references, and collects problems.
 * @param node - The request body or response.
 * @returns The media types.
 */
export function readContent(reader: Reader, { value: { content }, pointer }: DocumentNode): Media[] {
  return Object.entries(reader.readObject([...pointer, "content"], content)).map(([type, rawMedia]) => {
    const mediaPointer = [...pointer, "content", type];
    const value = reader.readObject(mediaPointer, rawMedia);
    const schema =
      value.schema !== undefined ? reader.followSchema([...mediaPointer, "schema"], value.schema) : undefined;
    const schemaType = schema && reader.getType(schema);
    const kind = classifyMediaType(type, schema !== undefined && schemaType !== "string");
    const encoding = reader.readObject([...mediaPointer, "encoding"], value.encoding);
    return { type, kind, isJson: kind === "json", schema, schemaType, encoding };
  });
}

/**
 * Returns the kind of a media type.
 *
 * @param mediaType - The media type, which may be a range.
 * @param isStructured - Whether the schema is known, and not that of a string.
 * @returns The kind.
 */
export function classifyMediaType(mediaType: string, isStructured: boolean): MediaKind {
  // Some generators of documents write a range instead of JSON.
  if (isJsonMediaType(mediaType) || (isJsonRange(mediaType) && isStructured)) return "json";
  if (isEventStream(mediaType)) return "events";
  return isTextMediaType(mediaType) ? "text" : "bytes";
}
