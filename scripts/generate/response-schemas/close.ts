import { isObject, type JsonObject, toList } from "../../document/json.js";
import { IN_PLACE_APPLICATORS } from "../../document/keywords.js";
import { collectConjunction, findPropertySchemas, listUnionMembers } from "../types/properties.js";

/** The keywords that apply several schemas to one value. */
const JOINED = [...IN_PLACE_APPLICATORS, "$ref"];

/**
 * Forbids unnamed properties of an object.
 *
 * @param root - The document.
 * @param schema - The converted schema, which is changed.
 * @param source - The schema in the document.
 */
export function closeSchema(root: JsonObject, schema: JsonObject, source: JsonObject): void {
  const isDecided = ["additionalProperties", "unevaluatedProperties"].some(
    (keyword) => schema[keyword] !== undefined,
  );
  if (isDecided) return;
  if (!JOINED.some((keyword) => schema[keyword] !== undefined)) {
    if (schema.properties !== undefined) schema.additionalProperties = false;
  } else if (isJoined(source) && namesProperties(root, source)) schema.unevaluatedProperties = false;
}

/**
 * Names the required properties that no schema of the value declares, so that closing it does not forbid them.
 *
 * @param root - The document.
 * @param schema - The converted schema, which is changed.
 * @param sources - The schema in the document, and the outermost schema for the same value.
 */
export function nameRequired(root: JsonObject, schema: JsonObject, sources: readonly JsonObject[]): void {
  const undeclared = toList(schema.required).filter(
    (name): name is string =>
      typeof name === "string" && sources.every((source) => !findPropertySchemas(root, source, name).length),
  );
  if (!undeclared.length) return;
  const declared = isObject(schema.properties) ? schema.properties : {};
  schema.properties = { ...declared, ...Object.fromEntries(undeclared.map((name) => [name, {}])) };
}

/** Returns whether the schemas of a value name its properties. A union with a member for any object does not. */
function namesProperties(root: JsonObject, source: JsonObject): boolean {
  const parts = collectConjunction(root, source).flatMap((part) =>
    part.type === "object" ? [part, ...listConditionalParts(part)] : [part],
  );
  if (parts.some(({ properties }) => properties !== undefined)) return true;
  const members = parts.flatMap((part) => listUnionMembers(root, part));
  const isNamed = (member: JsonObject): boolean =>
    collectConjunction(root, member).some(
      ({ type, properties }) => properties !== undefined || (type !== undefined && type !== "object"),
    );
  return members.length > 0 && members.every(isNamed);
}

/** Returns whether a schema has keywords besides a union, whose members are closed separately. */
export function isJoined(schema: JsonObject): boolean {
  return ["properties", ...JOINED].some(
    (keyword) => keyword !== "anyOf" && keyword !== "oneOf" && schema[keyword] !== undefined,
  );
}

/** Returns the conditional subschemas of a schema. */
function listConditionalParts(schema: JsonObject): JsonObject[] {
  const { dependentSchemas } = schema;
  const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [schema.if, schema.then, schema.else, ...dependent].filter(isObject);
}
