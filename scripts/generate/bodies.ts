import type { Json, Pointer } from "../document/json.js";
import { isFormMediaType } from "../document/media-types.js";
import type { Reader } from "../document/reader.js";
import { readContent } from "./content.js";

/** The body of a request. */
export interface Body {
  /** As the document names it: perhaps a range such as `*\/*`. */
  mediaType: string;
  required: boolean;
  /** Whether it is written as JSON; otherwise it is sent as it is. */
  json: boolean;
}

/** Reads the body of a request: JSON where there is a choice, then whatever is not a form. */
export function readBody(reader: Reader, pointer: Pointer, body: Json | undefined): Body | undefined {
  if (body === undefined) return undefined;
  const found = reader.follow(pointer, body);
  if (!found) return undefined;
  const media = readContent(reader, found);
  const best = media.find(({ json }) => json) ?? media.find(({ type }) => !isFormMediaType(type));
  if (best === undefined) {
    const types = media.map(({ type }) => type).join(", ") || "no media type";
    reader.report(
      [...found.pointer, "content"],
      `a request body of ${types} is not supported: only JSON, text and bytes are`,
    );
    return undefined;
  }
  return { mediaType: best.type, required: found.value.required === true, json: best.json };
}
