import type { Json, JsonObject, Pointer } from "../document/json.js";
import { type Found, isObject, type Reader } from "../document/reader.js";
import { type Media, readContent } from "./content.js";

/** One media type of a response. */
export interface ResponseMedia {
  /** The status or range of statuses, or `default`. */
  status: string;
  media: Media;
}

/** The responses of an operation. */
export interface Responses {
  /** The media types of successful responses. */
  success: ResponseMedia[];
  /** Whether a successful response has no body. */
  isEmptySuccess: boolean;
  /** The media types of error responses. */
  error: ResponseMedia[];
  /** Whether an error response has no body. */
  isEmptyError: boolean;
  /** The JSON schemas of successful responses. */
  schemas: Found[];
}

/** Returns the successful responses by status. Without any, the default response is one. */
export function successesOf(responses: JsonObject): [status: string, response: Json | undefined][] {
  const all = Object.entries(responses);
  const successes = all.filter(([status]) => status.startsWith("2"));
  return successes.length ? successes : all.filter(([status]) => status === "default");
}

/** Reads the responses of an operation. `default` is an error too, because it applies to every other status. */
export function readResponses(reader: Reader, pointer: Pointer, responses: Json | undefined): Responses {
  const given = isObject(responses) ? responses : {};
  const read = ([status, response]: [string, Json | undefined]): { status: string; media: Media[] }[] => {
    const found = reader.follow([...pointer, status], response);
    return found ? [{ status, media: readContent(reader, found) }] : [];
  };
  const flatten = (all: readonly { status: string; media: Media[] }[]): ResponseMedia[] =>
    all.flatMap(({ status, media }) => media.map((each) => ({ status, media: each })));
  const successes = successesOf(given).flatMap(read);
  const errors = Object.entries(given)
    .filter(([status]) => /^([345]|default$)/i.test(status))
    .flatMap(read);
  const success = flatten(successes);
  return {
    success,
    isEmptySuccess: successes.length === 0 || successes.some(({ media }) => !media.length),
    error: flatten(errors),
    isEmptyError: errors.some(({ media }) => !media.length),
    schemas: success.flatMap(({ media: { json, schema } }) => (json && schema ? [schema] : [])),
  };
}
