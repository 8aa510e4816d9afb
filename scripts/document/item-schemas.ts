import { isObject, type Json, type JsonObject } from "./json.js";
import { isEventStream, isJsonMediaType } from "./media-types.js";
import { resolveObject } from "./resolve-object.js";
import { walkObjects } from "./walk-references.js";

/**
 * Converts the media types of OpenAPI 3.2 to those of 3.1. References to media types are replaced by their targets. The
 * `schema` of an event stream becomes the schema of its data, as in documents before OpenAPI 3.2. In 3.2, the
 * `itemSchema` of a stream describes an event as an object. The JSON in its data is a `contentSchema`.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html#special-considerations-for-server-sent-events
 */
export function readItemSchemas(root: JsonObject): void {
  walkObjects(root, (object, _, isMap) => {
    const { content } = object;
    if (isMap || !isObject(content)) return;
    for (const [type, rawMedia] of Object.entries(content)) {
      const media = resolveObject(root, rawMedia);
      const { itemSchema, schema } = media;
      const hasEvents = isEventStream(type) && itemSchema !== undefined && schema === undefined;
      content[type] = hasEvents ? { ...media, schema: findDataSchema(root, itemSchema) } : media;
    }
  });
}

/**
 * Returns the schema of the data of an event. In many documents, a schema without data describes the data itself.
 */
function findDataSchema(root: JsonObject, itemSchema: Json): Json {
  const dataSchemas = findDataSchemas(root, itemSchema, new Set());
  const schemas = [...new Map(dataSchemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [first, ...others] = schemas;
  if (first === undefined) return itemSchema;
  if (!others.length) return first;
  // Data that is not always JSON is text to its reader.
  return schemas.some((schema) => isObject(schema) && schema.type === "string")
    ? { type: "string" }
    : { anyOf: schemas };
}

/** Returns the schemas of the data in an event's schema, and in the schemas that it consists of. */
function findDataSchemas(root: JsonObject, schema: Json | undefined, seen: Set<JsonObject>): Json[] {
  const resolved = resolveObject(root, schema);
  if (seen.has(resolved)) return [];
  seen.add(resolved);
  const { data } = resolveObject(root, resolved.properties);
  const parts = [resolved.oneOf, resolved.anyOf, resolved.allOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  const inParts = parts.flatMap((part) => findDataSchemas(root, part, seen));
  // A part is more specific than the common schema.
  return inParts.length || data === undefined ? inParts : [createContentSchema(root, data)];
}

function createContentSchema(root: JsonObject, data: Json): Json {
  const { contentMediaType, contentSchema: schema, type } = resolveObject(root, data);
  if (schema !== undefined) return schema;
  const isText =
    typeof contentMediaType === "string" ? !isJsonMediaType(contentMediaType) : type === "string";
  if (isText) return { type: "string" };
  return contentMediaType === undefined ? data : {};
}
