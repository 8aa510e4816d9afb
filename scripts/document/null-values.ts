import type { Document, Source } from "@redocly/openapi-core";
import type { JsonObject, Pointer } from "./json.js";
import { isValueKeyword, walkObjects } from "./walk-references.js";

/** A keyword whose value is null, and its location. */
export interface NullValue {
  source: Source;
  pointer: Pointer;
  message: string;
}

/**
 * Removes keywords whose value is null, because YAML reads a key without a value as null. In a map of names, null
 * becomes an empty object. In a security requirement, it becomes an empty list of scopes. As a type, it becomes the
 * name of the type.
 *
 * @returns The locations of the replaced values.
 */
export function replaceNullValues({ source, parsed }: Document): NullValue[] {
  const nullValues: NullValue[] = [];
  walkObjects(parsed as JsonObject, (object, pointer, isMap) => {
    if (Array.isArray(object.type) && object.type.includes(null) && !isMap)
      object.type = object.type.map((type) => type ?? "null");
    for (const key of Object.keys(object)) {
      if (object[key] !== null || (!isMap && (isValueKeyword(key) || key.startsWith("x-")))) continue;
      nullValues.push({
        source,
        pointer: [...pointer, key],
        message: describeReplacement(key, pointer, isMap),
      });
      if (isMap) object[key] = {};
      else if (isRequirement(pointer)) object[key] = [];
      else if (key === "type") object.type = "null";
      else Reflect.deleteProperty(object, key);
    }
  });
  return nullValues;
}

/** Returns whether a pointer leads to a security requirement, such as `security: [{ apiKey: [] }]`. */
function isRequirement(pointer: Pointer): boolean {
  return pointer.at(-2) === "security" && /^\d+$/.test(String(pointer.at(-1)));
}

function describeReplacement(key: string, pointer: Pointer, isMap: boolean): string {
  if (isMap) return `${key} is null: it is read as an empty object`;
  if (isRequirement(pointer)) return `${key} is null: it is read as an empty list`;
  return key === "type" ? 'type is null: it is read as "null"' : `${key} is null: it is ignored`;
}
