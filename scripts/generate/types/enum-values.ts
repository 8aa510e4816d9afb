import { isObject, type Json, type JsonObject } from "../../document/json.js";

/** A value of an enum, with the name and the description that the document gives it. */
interface EnumValue {
  value: Json;
  name?: string;
  description?: string;
}

/** The keywords of a member of a union that is one value of an enum. */
const MEMBER_KEYWORDS = ["const", "title", "description", "type", "deprecated"];

/**
 * Returns the values of an enum: those of `enum`, or of a union whose members are constants. OpenAPI 3.1 recommends
 * such a union for values with descriptions. Undefined for other schemas.
 */
export function readEnumValues(schema: JsonObject): EnumValue[] | undefined {
  return Array.isArray(schema.enum) ? readListedValues(schema, schema.enum) : readConstants(schema);
}

function readListedValues(schema: JsonObject, values: readonly Json[]): EnumValue[] {
  const nonNullCount = values.filter((value) => value !== null).length;
  const names = readTexts(schema, ["x-enum-varnames", "x-enumNames"], nonNullCount);
  const descriptions = readTexts(schema, ["x-enum-descriptions", "x-enumDescriptions"], nonNullCount);
  let index = 0;
  return values.map((value) => {
    if (value === null) return { value };
    const [name, description] = [names?.[index], descriptions?.[index]];
    index++;
    return createEnumValue(value, name, description);
  });
}

function readConstants({ oneOf, anyOf, allOf, $ref }: JsonObject): EnumValue[] | undefined {
  const members = [oneOf, anyOf].filter((list) => Array.isArray(list));
  const [union] = members;
  if (members.length !== 1 || !union?.length || allOf !== undefined || $ref !== undefined) return undefined;
  const values = union.flatMap((member) => {
    if (!isObject(member) || member.const === undefined) return [];
    if (!Object.keys(member).every((keyword) => MEMBER_KEYWORDS.includes(keyword))) return [];
    const { title, description } = member;
    return [
      createEnumValue(
        member.const,
        typeof title === "string" ? title : undefined,
        typeof description === "string" ? description : undefined,
      ),
    ];
  });
  return values.length === union.length ? values : undefined;
}

function createEnumValue(value: Json, name: string | undefined, description: string | undefined): EnumValue {
  return { value, ...(name && { name }), ...(description && { description }) };
}

/** Returns the strings of an extension, one for each value. */
function readTexts(schema: JsonObject, keywords: readonly string[], count: number): string[] | undefined {
  const lists = keywords.map((keyword) => schema[keyword]);
  return lists.find(
    (list): list is string[] =>
      Array.isArray(list) && list.length === count && list.every((text) => typeof text === "string"),
  );
}
