import { isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { toText } from "../../document/reader.js";
import { resolveObject } from "../../document/resolve-object.js";
import { renderDescription } from "../tsdoc.js";
import { listConditionalProperties } from "./conditional-properties.js";
import type { Direction } from "./directions.js";
import { isClosed, isComposed } from "./keywords.js";
import type { SchemaLowerer } from "./lower-array.js";
import * as lowered from "./lowered.js";
import { COMMENT, type LoweredSchema, SPECIAL } from "./lowered.js";
import { hasTrueKeyword } from "./properties.js";

/** The context of an object: its document and direction. */
interface ObjectContext {
  root: JsonObject;
  direction: Direction;
  /** Rewrites the schemas of the properties. */
  lower: SchemaLowerer;
}

/**
 * Rewrites the keywords of an object.
 *
 * @param context - The document, the direction, and the function that rewrites the properties.
 * @param schema - The schema of the object.
 * @param requiredNames - The names of the required properties.
 * @returns The rewritten schema.
 */
export function lowerObject(
  context: ObjectContext,
  schema: JsonObject,
  requiredNames: ReadonlySet<string>,
): LoweredSchema {
  const { root, direction, lower } = context;
  const properties: Record<string, LoweredSchema> = {};
  const required: string[] = [];
  for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    if (property === undefined) continue;
    properties[name] = lowerProperty(context, name, property);
    if (requiredNames.has(name) && !isOptionalIn(root, property, direction)) required.push(name);
  }
  const isBare = Object.keys(properties).length === 0;
  // An object without declared properties may have any.
  if (!isBare)
    for (const [name, schemas] of listConditionalProperties(root, schema))
      properties[name] = lowered.toProperty(lowered.unite(schemas.map(lower)));
  const index = lowerIndexSignature(schema, lower);
  if (isBare && index === undefined)
    return isClosed(schema) && !isComposed(schema) ? lowered.EMPTY_OBJECT : lowered.FREE_OBJECT;
  if (isBare || index === undefined)
    return { type: "object", properties, required, ...(index && { additionalProperties: index }) };
  const types = [index, ...Object.values(properties).map(removeComment)];
  return {
    type: "object",
    properties,
    required,
    additionalProperties: lowered.unite(types),
    [SPECIAL]: "indexed",
  };
}

function lowerProperty({ root, lower }: ObjectContext, name: string, property: Json): LoweredSchema {
  const result = lowered.toProperty(lower(property));
  const comment = isObject(property)
    ? (renderDescription(property, name) ?? describeTarget(root, property, name))
    : undefined;
  const isReadOnly = isObject(property) && property.readOnly === true;
  return comment === undefined && !isReadOnly
    ? result
    : {
        ...result,
        ...(comment !== undefined && { [COMMENT]: comment }),
        ...(isReadOnly && { readOnly: true }),
      };
}

/** Returns the schema of unnamed properties. Undefined if it is not stated. */
function lowerIndexSignature(schema: JsonObject, lower: SchemaLowerer): LoweredSchema | undefined {
  const { additionalProperties, unevaluatedProperties, patternProperties } = schema;
  // The properties of the other parts are unknown here.
  const unevaluated = isComposed(schema) && unevaluatedProperties ? true : unevaluatedProperties;
  const unnamed = additionalProperties ?? unevaluated;
  const patterns = Object.values(isObject(patternProperties) ? patternProperties : {});
  const schemas = [...(unnamed === undefined || unnamed === false ? [] : [unnamed]), ...patterns];
  return schemas.length ? lowered.unite(schemas.map((candidate) => lower(candidate))) : undefined;
}

/**
 * Returns whether a property is optional in a direction.
 *
 * @param root - The document.
 * @param property - The schema of the property.
 * @param direction - The direction.
 * @returns Whether the property is read-only in a request, or write-only in a response.
 */
export function isOptionalIn(root: JsonObject, property: Json, direction: Direction): boolean {
  return hasTrueKeyword(root, property, direction === "request" ? "readOnly" : "writeOnly");
}

/**
 * Returns the first paragraph of the referenced schema's description, because editors show only that of the property.
 */
function describeTarget(root: JsonObject, property: JsonObject, name: string): string | undefined {
  const [onlyPart, ...others] = toList(property.allOf);
  const target = resolveObject(root, onlyPart !== undefined && others.length === 0 ? onlyPart : property);
  if (target === property || !isObject(target)) return undefined;
  const [description] = toText(target.description)?.split(/\n\s*\n/) ?? [];
  return description === undefined ? undefined : renderDescription({ description }, name);
}

function removeComment(schema: LoweredSchema): LoweredSchema {
  return omitKeys(schema, COMMENT, "readOnly");
}
