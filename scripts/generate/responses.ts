import type { Json, JsonObject, Pointer } from "../document/json.js";
import { isTextMediaType } from "../document/media-types.js";
import { type Found, isObject, type Reader } from "../document/reader.js";
import { readContent } from "./content.js";

/** How the body of a success is read, and the schemas of the JSON in it. */
export interface Success {
  /** Undefined means as JSON. */
  parseAs?: "text" | "blob";
  schemas: Found[];
}

/** The responses that are a success, by status. Without one, the default response is. */
export function successesOf(responses: JsonObject): [status: string, response: Json | undefined][] {
  const all = Object.entries(responses);
  const successes = all.filter(([status]) => status.startsWith("2"));
  return successes.length ? successes : all.filter(([status]) => status === "default");
}

/** Reads the responses that are a success. */
export function readSuccess(reader: Reader, pointer: Pointer, responses: Json | undefined): Success {
  const media = successesOf(isObject(responses) ? responses : {}).flatMap(([status, response]) => {
    const found = reader.follow([...pointer, status], response);
    return found ? readContent(reader, found) : [];
  });
  return {
    ...(media.length > 0 &&
      !media.some(({ json }) => json) && {
        parseAs: media.every(({ type }) => isTextMediaType(type)) ? "text" : "blob",
      }),
    schemas: media.flatMap(({ json, schema }) => (json && schema ? [schema] : [])),
  };
}
