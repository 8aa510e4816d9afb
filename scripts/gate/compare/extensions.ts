import { addFinding, createRootContext, type Pair } from "./context.js";
import { Part } from "./finding.js";
import type { Side } from "./side.js";
import { getMember, isObject, type Json, type Pointer, toList } from "../../document/json.js";
import { isEqual, stringifySorted } from "../json-equality.js";
import { describePointer } from "../subject.js";
import { parseDay } from "./sunset.js";

/** Returns whether a key of a document is an extension of OpenAPI. */
const isExtension = (key: string): boolean => key.startsWith("x-");

/** Keywords whose value is a map by name. A name in it that starts with `x-` is not an extension. */
const MAP_KEYWORDS = new Set([
  "$defs",
  "callbacks",
  "content",
  "dependentSchemas",
  "encoding",
  "examples",
  "headers",
  "links",
  "mapping",
  "patternProperties",
  "properties",
  "schemas",
  "scopes",
  "securitySchemes",
  "variables",
]);

/** Keywords whose value is data of the user. */
const DATA_KEYWORDS = new Set(["const", "default", "enum", "example", "value"]);

interface Extension {
  pointer: Pointer;
  value: Json;
}

/** The extensions of a document, and the keys of all its values. The keys do not depend on the order of parameters. */
interface Inventory {
  extensions: Map<string, Extension>;
  keys: Set<string>;
}

/**
 * Compares the extensions of two documents.
 *
 * @param pair - The documents.
 * @param parts - Receives a part for each changed extension.
 */
export function compareExtensions({ base, revision }: Pair, parts: Part[]): void {
  const before = collectExtensions(base);
  const after = collectExtensions(revision);
  for (const [key, { pointer, value }] of before.extensions) {
    const current = after.extensions.get(key);
    // The removal of an object includes its extensions.
    if (current ? isUnchanged(pointer, value, current.value) : !after.keys.has(getParentKey(key))) continue;
    if (current) parts.push(createPart(revision, current.pointer, "changed", value, current.value));
    else parts.push(createPart(base, pointer, "removed", value));
  }
  for (const [key, { pointer }] of after.extensions)
    if (!before.extensions.has(key) && before.keys.has(getParentKey(key)))
      parts.push(createPart(revision, pointer, "added"));
}

/** The extensions that change what the generated code returns. */
const VALUE_EXTENSIONS = new Set(["x-item", "x-null-text"]);

/** The extensions that name the constants of an enum. */
const ENUM_NAME_EXTENSIONS = new Set(["x-enum-varnames", "x-enumNames"]);

/** The extensions that the generated code uses for pagination. */
const PAGINATION_EXTENSIONS = new Set(["x-speakeasy-pagination", "x-list"]);

function createPart(
  side: Side,
  pointer: Pointer,
  change: "added" | "changed" | "removed",
  before?: Json,
  after?: Json,
): Part {
  const name = String(pointer.at(-1));
  const part = new Part(describePointer(side.document, pointer.slice(0, -1)), "sent");
  const context = createRootContext(part, side.createSite(pointer), side.createSite(pointer));
  const message = `\`${name}\` was ${change}.`;
  const rule = chooseExtensionRule(name, change, before, after);
  addFinding(context, rule, rule === "extension" ? "annotates" : "changes", message);
  return part;
}

function chooseExtensionRule(
  name: string,
  change: string,
  before: Json | undefined,
  after: Json | undefined,
): string {
  if (PAGINATION_EXTENSIONS.has(name)) return change === "added" ? "pagination-added" : "pagination";
  if (name === "x-download") return change === "added" ? "download-added" : "download";
  if (VALUE_EXTENSIONS.has(name)) return "returned-value";
  if (ENUM_NAME_EXTENSIONS.has(name) && !keepsNames(before, after)) {
    // Names that do not match the values are not used.
    return Array.isArray(before) && Array.isArray(after) ? "extension" : "enum-names";
  }
  return name === "x-sunset" && isEarlier(after, before) ? "sunset-earlier" : "extension";
}

/** Returns whether all values of an enum keep their names. */
function keepsNames(before: Json | undefined, after: Json | undefined): boolean {
  return (
    isObject(before) &&
    isObject(after) &&
    Object.entries(before).every(([value, name]) => getMember(after, value) === name)
  );
}

function isEarlier(after: Json | undefined, before: Json | undefined): boolean {
  const [day, earlier] = [parseDay(before), parseDay(after)];
  return day !== undefined && earlier !== undefined && earlier < day;
}

function collectExtensions({ root }: Side): Inventory {
  const inventory: Inventory = { extensions: new Map(), keys: new Set() };
  const walk = (value: Json | undefined, pointer: Pointer, key: string, isMap: boolean): void => {
    inventory.keys.add(key);
    if (Array.isArray(value)) {
      value.forEach((element, index) => {
        walk(element, [...pointer, index], `${key}/${findElementKey(element) ?? index}`, false);
      });
      return;
    }
    if (!isObject(value)) return;
    for (const [name, child] of Object.entries(value)) {
      const childKey = `${key}/${name}`;
      if (!isMap && isExtension(name)) {
        if (child !== undefined)
          inventory.extensions.set(childKey, {
            pointer: [...pointer, name],
            value: ENUM_NAME_EXTENSIONS.has(name) ? mapEnumNames(value.enum, child) : child,
          });
      } else if (isMap || !DATA_KEYWORDS.has(name))
        walk(child, [...pointer, name], childKey, !isMap && MAP_KEYWORDS.has(name));
    }
  };
  walk(root, [], "", false);
  return inventory;
}

/** Returns the names of the values of an enum by value, so that the order has no effect. */
function mapEnumNames(values: Json | undefined, names: Json): Json {
  if (!Array.isArray(names)) return names;
  const listedValues = toList(values);
  // Null may be listed without a name.
  const nonNullValues = listedValues.filter((value) => value !== null);
  const namedValues = [listedValues, nonNullValues].find(({ length }) => length === names.length);
  if (!namedValues) return names;
  return Object.fromEntries(namedValues.map((value, index) => [JSON.stringify(value), names[index]]));
}

/** Returns a key for an element of a list that does not depend on its position. */
function findElementKey(element: Json): string | undefined {
  if (!isObject(element)) return undefined;
  const { $ref, name, in: location } = element;
  if (typeof $ref === "string") return $ref;
  return typeof name === "string" && typeof location === "string" ? `${location} ${name}` : undefined;
}

const getParentKey = (key: string): string => key.slice(0, key.lastIndexOf("/"));

function isUnchanged(pointer: Pointer, before: Json, after: Json): boolean {
  const isPagination = PAGINATION_EXTENSIONS.has(String(pointer.at(-1)));
  // The inputs of a pagination extension have no order.
  return isPagination ? isEqual(sortArrays(before), sortArrays(after)) : isEqual(before, after);
}

/** Sorts all arrays of a value by the JSON of their elements. */
function sortArrays(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((element) => stringifySorted(sortArrays(element))).sort();
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, sortArrays(member)]));
}
