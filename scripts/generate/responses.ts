import type { Json, JsonObject, Pointer } from "../document/json.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";
import { type Media, readContent } from "./content.js";

/** One media type of a response. */
interface ResponseMedia {
  /** The status or range of statuses, or `default`. */
  status: string;
  media: Media;
}

/** The responses of an operation. */
export interface Responses {
  /** The media types of successful responses. */
  success: ResponseMedia[];
  /** Whether a successful response has no body. */
  hasEmptySuccess: boolean;
  /** The media types of error responses. */
  error: ResponseMedia[];
  /** Whether an error response has no body. */
  hasEmptyError: boolean;
  /** Whether the error responses cover every status from 400. */
  coversErrors: boolean;
  /** The successful statuses without a body, besides those that never have one. */
  unreadStatuses: string[];
  /** The JSON schemas of successful responses. */
  schemas: DocumentNode[];
}

/** Returns the successful responses by status, or else the default response. */
export function selectSuccessResponses(
  responses: JsonObject,
): [status: string, response: Json | undefined][] {
  const entries = Object.entries(responses);
  const successes = entries.filter(([status]) => status.startsWith("2"));
  return successes.length ? successes : entries.filter(([status]) => status === "default");
}

/**
 * Corrects the kind of a string of any media type to text. Some generators of documents write `*\/*` for every
 * response.
 */
function correctKind(media: Media): Media {
  const { type, kind, schema, schemaType } = media;
  const isText = kind === "bytes" && /^\*\/\*\s*(;|$)/.test(type) && schemaType === "string";
  return isText && schema?.value.format !== "binary" ? { ...media, kind: "text" } : media;
}

/**
 * Reads the responses of an operation. `default` is an error too, because it applies to every other status.
 *
 * @param reader - Follows references, and collects problems.
 * @param pointer - The pointer to the responses.
 * @param responses - The responses as written.
 * @returns The responses by success.
 */
export function readResponses(reader: Reader, pointer: Pointer, responses: Json | undefined): Responses {
  const responsesByStatus = reader.readObject(pointer, responses);
  const readEntry = ([status, response]: [string, Json | undefined]): {
    status: string;
    media: Media[];
  }[] => {
    const node = reader.follow([...pointer, status], response);
    if (node?.value.schema !== undefined && node.value.content === undefined)
      reader.warn(
        "swagger-2.0",
        [...node.pointer, "schema"],
        "the response has its schema as in Swagger 2.0, which is ignored: put it into content",
      );
    return node ? [{ status, media: readContent(reader, node).map(correctKind) }] : [];
  };
  const flattenMedia = (entries: readonly { status: string; media: Media[] }[]): ResponseMedia[] =>
    entries.flatMap(({ status, media }) => media.map((responseMedia) => ({ status, media: responseMedia })));
  const successes = selectSuccessResponses(responsesByStatus).flatMap(readEntry);
  const errors = Object.entries(responsesByStatus)
    .filter(([status]) => /^([345]|default$)/i.test(status))
    .flatMap(readEntry);
  const success = flattenMedia(successes);
  const statuses = errors.map(({ status }) => status.toLowerCase());
  return {
    success,
    hasEmptySuccess: successes.length === 0 || successes.some(({ media }) => !media.length),
    error: flattenMedia(errors),
    hasEmptyError: errors.some(({ media }) => !media.length),
    coversErrors: [["default"], ["4xx", "5xx"]].some((ranges) =>
      ranges.every((range) => statuses.includes(range)),
    ),
    unreadStatuses: successes
      .filter(({ status, media }) => !media.length && /^\d+$/.test(status) && !/^20[45]$/.test(status))
      .map(({ status }) => status),
    schemas: success.flatMap(({ media: { isJson, schema } }) => (isJson && schema ? [schema] : [])),
  };
}
