import { isObject, type JsonObject } from "../../document/json.js";
import { COMPOSED } from "../../document/keywords.js";
import { conjunction, unionMembers } from "../types/properties.js";

/** The keywords that apply several schemas to one value. */
const JOINED = [...COMPOSED, "$ref"];

/** Forbids unnamed properties of an object. */
export function closeSchema(root: JsonObject, schema: JsonObject, source: JsonObject): void {
  const isDecided = ["additionalProperties", "unevaluatedProperties"].some(
    (each) => schema[each] !== undefined,
  );
  if (isDecided) return;
  if (!JOINED.some((keyword) => schema[keyword] !== undefined)) {
    if (schema.properties !== undefined) schema.additionalProperties = false;
  } else if (isJoined(source) && namesProperties(root, source)) schema.unevaluatedProperties = false;
}

/** Whether the schemas of a value name its properties. A union with a member for any object does not. */
function namesProperties(root: JsonObject, source: JsonObject): boolean {
  const parts = conjunction(root, source).flatMap((part) =>
    part.type === "object" ? [part, ...conditionalParts(part)] : [part],
  );
  if (parts.some(({ properties }) => properties !== undefined)) return true;
  const members = parts.flatMap((part) => unionMembers(root, part));
  const isNamed = (member: JsonObject): boolean =>
    conjunction(root, member).some(
      ({ type, properties }) => properties !== undefined || (type !== undefined && type !== "object"),
    );
  return members.length > 0 && members.every(isNamed);
}

/** Whether a schema has keywords besides a union, whose members are closed separately. */
export function isJoined(schema: JsonObject): boolean {
  return ["properties", ...JOINED].some(
    (keyword) => keyword !== "anyOf" && keyword !== "oneOf" && schema[keyword] !== undefined,
  );
}

/** Returns the conditional subschemas of a schema. */
function conditionalParts(schema: JsonObject): JsonObject[] {
  const { dependentSchemas } = schema;
  const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [schema.if, schema.then, schema.else, ...dependent].filter(isObject);
}
