import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { isJsonMediaType, isTextMediaType } from "../../document/media-types.js";
import { resolveObject } from "../../document/resolve-object.js";
import { resolvePathItem } from "../left-out-operations.js";
import { collectConjunction } from "./properties.js";

/**
 * Finds the strings of multipart request bodies that are files. They have a binary media type, and no encoding such as
 * base64. OpenAPI 3.1 describes files this way, instead of by `format: binary`.
 */
export function findFiles(root: JsonObject): ReadonlySet<Json> {
  const bodies = Object.values(resolveObject(root, root.paths))
    .flatMap((path) => Object.values(resolvePathItem(root, path)).filter(isObject))
    .flatMap(({ requestBody }) =>
      Object.entries(resolveObject(root, resolveObject(root, requestBody).content)),
    )
    .filter(([mediaType]) => /^multipart\//i.test(mediaType))
    .map(([, media]) => resolveObject(root, media));
  return new Set(bodies.flatMap((media) => findFilesOfMedia(root, media)));
}

function findFilesOfMedia(root: JsonObject, { schema, encoding }: JsonObject): Json[] {
  const encodings = resolveObject(root, encoding);
  const fields = collectConjunction(root, schema).flatMap(({ properties }) =>
    Object.entries(isObject(properties) ? properties : {}),
  );
  return fields.flatMap(([name, field]) => {
    const { contentType } = resolveObject(root, encodings[name]);
    const values = [field, ...collectConjunction(root, field).map(({ items }) => items)];
    return values.filter(isObject).filter((value) => isFile(collectConjunction(root, value), contentType));
  });
}

/**
 * Returns whether a value with these schemas is a file. The media type of the encoding overrides that of the schema.
 */
function isFile(schemas: readonly JsonObject[], contentType: Json | undefined): boolean {
  const hasKeyword = (...keywords: string[]): boolean =>
    schemas.some((schema) => keywords.some((keyword) => schema[keyword] !== undefined));
  if (hasKeyword("contentEncoding", "enum", "const", "properties", "items", "anyOf", "oneOf")) return false;
  const types = schemas.flatMap(({ type }) => type ?? []).filter((type) => type !== "null");
  if (types.some((type) => type !== "string")) return false;
  if (schemas.some(({ format }) => format === "byte" || format === "base64")) return false;
  const mediaTypes = [contentType, ...schemas.map(({ contentMediaType }) => contentMediaType)];
  const mediaType = mediaTypes.find((candidate) => typeof candidate === "string");
  return mediaType?.split(",").every((part) => isBinary(part.trim())) ?? false;
}

/** The media types that are never text. Others, such as `application/sdp`, may be. */
const BINARY =
  /^((image|audio|video|font|model)\/|application\/(octet-stream|pdf|zip|gzip|wasm|msword|protobuf|epub\+zip|vnd\.|x-))/i;

function isBinary(mediaType: string): boolean {
  return BINARY.test(mediaType) && !isJsonMediaType(mediaType) && !isTextMediaType(mediaType);
}
