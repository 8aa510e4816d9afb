import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { propertyName } from "../property-name.js";
import { commentLines } from "../tsdoc.js";

/** A value of an enum, and the key of its constant. */
interface EnumValue {
  key: string;
  value: string | number;
  description?: string;
}

/**
 * Renders an enum of strings, or of numbers with names, as a `const` object and the type of its values. Undefined for
 * other schemas.
 */
export function renderEnum(typeName: string, schema: Json): string | undefined {
  if (!isObject(schema)) return undefined;
  const values = readEnum(schema);
  if (!values) return undefined;
  const isNullable =
    schema.nullable === true ||
    (Array.isArray(schema.enum) && schema.enum.includes(null)) ||
    (Array.isArray(schema.type) && schema.type.includes("null"));
  const lines = values.map(({ key, value, description }) => {
    const comment = description === undefined ? "" : `${commentLines(description)}\n`;
    return `${comment}${propertyName(key)}: ${JSON.stringify(value)},`;
  });
  return (
    `export const ${typeName} = {\n${lines.join("\n")}\n} as const;\n\n` +
    `export type ${typeName} = (typeof ${typeName})[keyof typeof ${typeName}]${isNullable ? " | null" : ""};`
  );
}

function readEnum(schema: JsonObject): EnumValue[] | undefined {
  if (!Array.isArray(schema.enum) || schema.const !== undefined || schema.allOf !== undefined)
    return undefined;
  const values = schema.enum.filter((value) => value !== null);
  const keys = namesIn(schema, ["x-enum-varnames", "x-enumNames"], values.length);
  const isNamed = keys?.length === new Set(keys).size;
  const isRendered = values.every(
    (value) => typeof value === "string" || (isNamed && typeof value === "number"),
  );
  if (!values.length || !isRendered || new Set(values).size < values.length) return undefined;
  const descriptions = namesIn(schema, ["x-enum-descriptions", "x-enumDescriptions"], values.length);
  return values.map((value, index) => {
    const description = descriptions?.[index];
    return {
      key: (isNamed ? keys[index] : undefined) ?? `${value as string | number}`,
      value: value as string | number,
      ...(description && { description }),
    };
  });
}

/** Returns the strings of an extension, one for each value. */
function namesIn(schema: JsonObject, keywords: readonly string[], count: number): string[] | undefined {
  const lists = keywords.map((keyword) => schema[keyword]);
  return lists.find(
    (list): list is string[] =>
      Array.isArray(list) && list.length === count && list.every((each) => typeof each === "string"),
  );
}
