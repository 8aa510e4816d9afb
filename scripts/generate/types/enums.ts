import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { formatPropertyName } from "../property-name.js";
import { escapeTags, renderCommentLines } from "../tsdoc.js";
import { readEnumValues } from "./enum-values.js";

/** An entry of the object of an enum. */
interface Entry {
  key: string;
  value: string | number;
  description?: string;
}

/**
 * Renders an enum as a `const` object and the type of its values. The values are strings, or numbers with names.
 * Undefined for other schemas.
 *
 * @param typeName - The name of the object and the type.
 * @param schema - The schema.
 * @returns The source text.
 */
export function renderEnum(typeName: string, schema: Json): string | undefined {
  if (!isObject(schema)) return undefined;
  const entries = readEntries(schema);
  if (!entries) return undefined;
  const lines = entries.map(({ key, value, description }) => {
    const comment = description === undefined ? "" : `${renderCommentLines(escapeTags(description))}\n`;
    return `${comment}${formatPropertyName(key)}: ${JSON.stringify(value)},`;
  });
  return (
    `export const ${typeName} = {\n${lines.join("\n")}\n} as const;\n\n` +
    `export type ${typeName} = (typeof ${typeName})[keyof typeof ${typeName}]${isNullable(schema) ? " | null" : ""};`
  );
}

function isNullable(schema: JsonObject): boolean {
  return (
    schema.nullable === true ||
    readEnumValues(schema)?.some(({ value }) => value === null) === true ||
    (Array.isArray(schema.enum) && Array.isArray(schema.type) && schema.type.includes("null"))
  );
}

function readEntries(schema: JsonObject): Entry[] | undefined {
  if (schema.const !== undefined || schema.allOf !== undefined) return undefined;
  const values = readEnumValues(schema)?.filter(({ value }) => value !== null);
  if (!values?.length || !isDistinct(values.map(({ value }) => value))) return undefined;
  const isNamed =
    values.every(({ name }) => name !== undefined) && isDistinct(values.map(({ name }) => name));
  const entries = values.flatMap(({ value, name, description }): Entry[] => {
    if (typeof value !== "string" && !(isNamed && typeof value === "number")) return [];
    return [{ key: (isNamed ? name : undefined) ?? `${value}`, value, ...(description && { description }) }];
  });
  return entries.length === values.length ? entries : undefined;
}

function isDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
