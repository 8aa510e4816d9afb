import { isObject, type Json, type JsonObject, type Pointer } from "../document/json.js";
import { isJsonMediaType, isMultipartForm, isUrlEncodedForm } from "../document/media-types.js";
import type { Reader } from "../document/reader.js";
import { type Media, readContent } from "./content.js";
import type { ParameterStyle } from "./runtime/encode.js";
import type { PartEncoding } from "./runtime/multipart.js";

/** The serialization of a body. `raw` is sent unchanged. */
type BodyFormat = "json" | "form" | "multipart" | "text" | "raw";

/** One media type of a body. */
export interface BodyMedia {
  /** The media type of the document, which may be a range such as `*\/*`. */
  mediaType: string;
  /** The sent media type. A range only if the body has its own media type. */
  contentType: string;
  format: BodyFormat;
  /** The serialization of the fields of a form, if it is not the default. */
  styles?: Record<string, ParameterStyle>;
  /** The serialization of the parts of a multipart body, if it is not the default. */
  parts?: Record<string, PartEncoding>;
}

/** The body of a request. */
export interface Body {
  required: boolean;
  /** The supported media types, at least one. */
  media: BodyMedia[];
}

/**
 * Reads the body of a request: every media type of it that can be sent.
 *
 * @param reader - Follows references, and collects problems.
 * @param pointer - The pointer to the body.
 * @param body - The body as written.
 * @returns The body. Undefined if there is none, or if it cannot be sent.
 */
export function readBody(reader: Reader, pointer: Pointer, body: Json | undefined): Body | undefined {
  if (body === undefined) return undefined;
  const bodyNode = reader.follow(pointer, body);
  if (!bodyNode) return undefined;
  const allMedia = readContent(reader, bodyNode);
  if (!allMedia.length) {
    reader.warn(
      "body-without-content",
      bodyNode.pointer,
      "the request body has no media type: it is not sent",
    );
    return undefined;
  }
  const media = removeSynonyms(allMedia).flatMap((candidate) => readMedia(candidate) ?? []);
  if (!media.length) {
    const types = allMedia.map(({ type }) => type).join(", ");
    reader.report([...bodyNode.pointer, "content"], `a request body of ${types} is not supported`);
    return undefined;
  }
  return { required: bodyNode.value.required === true, media };
}

/** Removes other JSON media types beside `application/json` if they have the same schema. */
function removeSynonyms(media: readonly Media[]): Media[] {
  const json = media.find(({ type }) => /^application\/json$/i.test(type));
  const formatSchema = ({ schema }: Media): string => JSON.stringify(schema?.value);
  return media.filter(
    (candidate) =>
      !json ||
      candidate === json ||
      !candidate.isJson ||
      !/^(text\/json|application\/json\s*;.*|.*\*.*)$/i.test(candidate.type) ||
      formatSchema(candidate) !== formatSchema(json),
  );
}

function readMedia({ type: mediaType, kind, isJson, encoding }: Media): BodyMedia | undefined {
  const isRange = mediaType.includes("*");
  const createBodyMedia = (format: BodyFormat, contentType = mediaType): BodyMedia => ({
    mediaType,
    contentType,
    format,
  });
  if (isJson) return createBodyMedia("json", isRange ? "application/json" : mediaType);
  if (isUrlEncodedForm(mediaType))
    return { ...createBodyMedia("form"), ...omitEmpty("styles", mapObjects(encoding, readFieldStyle)) };
  if (isMultipartForm(mediaType))
    return {
      ...createBodyMedia("multipart", "multipart/form-data"),
      ...omitEmpty("parts", mapObjects(encoding, readPartEncoding)),
    };
  if (/^multipart\//i.test(mediaType)) return undefined;
  return kind === "text"
    ? createBodyMedia("text", isRange ? "text/plain" : mediaType)
    : createBodyMedia("raw");
}

/** Returns the serialization of a form field. The style keywords override the media type. */
function readFieldStyle({ style, explode, allowReserved, contentType }: JsonObject): ParameterStyle {
  const explicitStyle = {
    ...(typeof style === "string" && { style: style as NonNullable<ParameterStyle["style"]> }),
    ...(typeof explode === "boolean" && style !== "deepObject" && { explode }),
    ...(allowReserved === true && { allowReserved }),
  };
  if (style !== undefined || explode !== undefined || allowReserved !== undefined) return explicitStyle;
  return typeof contentType === "string" && isJsonMediaType(contentType) ? { json: true } : {};
}

function readPartEncoding({ style, contentType }: JsonObject): PartEncoding {
  if (style === "deepObject") return { usesBrackets: true };
  // With a list, the caller selects the media type. Text is the default of a string.
  const isSingleType = typeof contentType === "string" && !/[,*]|^text\/plain/i.test(contentType);
  return isSingleType ? { contentType } : {};
}

function mapObjects<Value extends object>(
  object: JsonObject,
  map: (value: JsonObject) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [key, map(isObject(value) ? value : {})] as const)
      .filter(([, value]) => Object.keys(value).length > 0),
  );
}

function omitEmpty<Key extends string, Value extends object>(
  key: Key,
  value: Value,
): Partial<Record<Key, Value>> {
  return Object.keys(value).length ? ({ [key]: value } as Record<Key, Value>) : {};
}
