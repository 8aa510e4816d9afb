import { isObject, type Json, toList } from "../../document/json.js";
import type { Reader } from "../../document/reader.js";
import type { DocumentNode } from "../../document/references.js";
import {
  describeActual,
  ExtensionReader,
  findItemSchemas,
  findSchemasAt,
  formatPath,
  hasType,
  isNumeric,
  parsePath,
} from "../extension.js";
import type { OffsetPagination, ReadableOperation } from "./types.js";

/** The extension of list operations. */
export const LIST = "x-list";

/** The keys of the extension for pages by cursor or URL. */
export const LINKED_KEYS = ["itemKey"];
/** The keys of the extension for pages by `Link` header. */
export const LINK_KEYS = [...LINKED_KEYS, "results", "linkHeader"];
/** The keys of the extension for pages by number or offset. */
export const OFFSET_KEYS = ["itemKey", "total", "start", "end", "firstOffset"];

type ListDetails = Pick<OffsetPagination, "itemKey" | "total" | "start" | "end" | "firstOffset">;

/**
 * Reads `x-list`, which supplements `x-speakeasy-pagination`.
 *
 * @param reader - Follows references, and collects problems.
 * @param operation - The operation.
 * @param list - The value of `x-list`.
 * @param results - The path to the items.
 * @param keys - The supported keys.
 * @returns The supported fields.
 */
export function readList(
  reader: Reader,
  { pointer, schemas }: ReadableOperation,
  list: Json,
  results: readonly string[],
  keys: readonly string[],
): ListDetails {
  const checks = new ExtensionReader(reader, [...pointer, LIST], LIST);
  if (!isObject(list)) {
    checks.report([], `must be an object, ${describeActual(list)}`);
    return {};
  }
  checks.reportUnknownKeys([], list, keys);
  const { itemKey, firstOffset } = list;
  const items = findSchemasAt(reader, schemas, results).flatMap((schema) => findItemSchemas(reader, schema));
  if (itemKey === undefined && keys !== OFFSET_KEYS) return {};
  if (typeof itemKey !== "string")
    checks.report(["itemKey"], `itemKey must name a property of the items, ${describeActual(itemKey)}`);
  else if (!hasType(reader, items, [itemKey], (type) => type === "string" || isNumeric(type)))
    checks.report(["itemKey"], `the items have no property ${itemKey} that is a string or a number`);
  const details: ListDetails = typeof itemKey === "string" ? { itemKey } : {};
  for (const name of ["total", "start", "end"] as const) {
    const paths = readNumberPaths(checks, name, list[name], schemas);
    if (paths) details[name] = paths;
  }
  if (firstOffset !== undefined && !Number.isInteger(firstOffset))
    checks.report(["firstOffset"], `firstOffset must be an integer, ${describeActual(firstOffset)}`);
  else if ((firstOffset === undefined) !== (details.start === undefined && details.end === undefined))
    checks.report(["firstOffset"], "firstOffset requires start or end, and they require firstOffset");
  else if (firstOffset !== undefined) details.firstOffset = firstOffset as number;
  return details;
}

/** Returns the paths of one field of `x-list`. Undefined if it is missing. */
function readNumberPaths(
  checks: ExtensionReader,
  name: string,
  value: Json | undefined,
  schemas: readonly DocumentNode[],
): string[][] | undefined {
  if (value === undefined) return undefined;
  const list = toList(value);
  if (!list.length)
    checks.report([name], `${name} must be a list of paths such as $.paging.total, ${describeActual(value)}`);
  return list.map((entry, index) => {
    const path = parsePath(entry);
    if (!path)
      checks.report(
        [name, index],
        `${name} must contain paths such as $.paging.total, ${describeActual(entry)}`,
      );
    else if (!hasType(checks.reader, schemas, path, isNumeric))
      checks.report(
        [name, index],
        `${formatPath(path)} is not a number in the JSON of a successful response`,
      );
    return path ?? [];
  });
}
