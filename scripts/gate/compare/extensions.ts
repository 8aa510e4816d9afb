import { contextOf, dayOf, note, type Pair } from "./context.js";
import { Part } from "./finding.js";
import type { Side } from "./side.js";
import type { Json, Pointer } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { subjectOf } from "../subject.js";

/** Whether a key of a document is an extension of OpenAPI. */
export const isExtension = (key: string): boolean => key.startsWith("x-");

/** Keywords whose value is a map from names to things: a name that starts with `x-` there is no extension. */
const MAPS = new Set([
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

/** Keywords whose value is anybody's data. */
const DATA = new Set(["const", "default", "enum", "example", "value"]);

interface Extension {
  pointer: Pointer;
  value: Json;
}

/** The extensions of a document, and the places it has, by a name of each that outlives a change of order. */
interface Inventory {
  extensions: Map<string, Extension>;
  places: Set<string>;
}

/**
 * The changes of extensions. A pagination rule is what the generated code pages by, so a change of it breaks whoever
 * pages.
 */
export function compareExtensions({ base, revision }: Pair, parts: Part[]): void {
  const before = takeInventory(base);
  const after = takeInventory(revision);
  for (const [key, { pointer, value }] of before.extensions) {
    const now = after.extensions.get(key);
    // Where the thing itself has gone, so have its extensions.
    if (now ? same(pointer, value, now.value) : !after.places.has(parentOf(key))) continue;
    if (now) parts.push(describe(revision, now.pointer, "changed", value, now.value));
    else parts.push(describe(base, pointer, "removed", value));
  }
  for (const [key, { pointer }] of after.extensions)
    if (!before.extensions.has(key) && before.places.has(parentOf(key)))
      parts.push(describe(revision, pointer, "added"));
}

/** What the generated code returns other values by. */
const RULES_OF_VALUES = new Set(["x-item", "x-null-text"]);

/** What names the constants of an enum. */
const NAMES_OF_VALUES = new Set(["x-enum-varnames", "x-enumNames"]);

/** The rules that the generated code iterates by. */
const RULES_OF_LISTS = new Set(["x-speakeasy-pagination", "x-list"]);

function describe(
  side: Side,
  pointer: Pointer,
  what: "added" | "changed" | "removed",
  before?: Json,
  now?: Json,
): Part {
  const name = String(pointer.at(-1));
  const part = new Part(subjectOf(side.document, pointer.slice(0, -1)), "sent");
  const context = contextOf(part, side.site(pointer), side.site(pointer));
  const text = `\`${name}\` was ${what}.`;
  const rule = ruleOfExtension(name, what, before, now);
  note(context, rule, rule === "extension" ? "annotates" : "changes", text);
  return part;
}

function ruleOfExtension(
  name: string,
  what: string,
  before: Json | undefined,
  now: Json | undefined,
): string {
  if (RULES_OF_LISTS.has(name)) return what === "added" ? "pagination-added" : "pagination";
  if (RULES_OF_VALUES.has(name)) return "returned-value";
  if (NAMES_OF_VALUES.has(name) && !isContinued(before, now)) return "enum-names";
  return name === "x-sunset" && isEarlier(now, before) ? "sunset-earlier" : "extension";
}

/** Whether a list only has more at its end. */
function isContinued(before: Json | undefined, now: Json | undefined): boolean {
  return Array.isArray(before) && Array.isArray(now) && before.every((value, index) => value === now[index]);
}

function isEarlier(now: Json | undefined, before: Json | undefined): boolean {
  const [day, earlier] = [dayOf(before), dayOf(now)];
  return day !== undefined && earlier !== undefined && earlier < day;
}

function takeInventory({ root }: Side): Inventory {
  const inventory: Inventory = { extensions: new Map(), places: new Set() };
  const walk = (value: Json | undefined, pointer: Pointer, key: string, names: boolean): void => {
    inventory.places.add(key);
    if (Array.isArray(value)) {
      value.forEach((each, index) => {
        walk(each, [...pointer, index], `${key}/${elementKey(each) ?? index}`, false);
      });
      return;
    }
    if (!isObject(value)) return;
    for (const [name, child] of Object.entries(value)) {
      const at = `${key}/${name}`;
      if (!names && isExtension(name)) {
        if (child !== undefined) inventory.extensions.set(at, { pointer: [...pointer, name], value: child });
      } else if (names || !DATA.has(name)) walk(child, [...pointer, name], at, !names && MAPS.has(name));
    }
  };
  walk(root, [], "", false);
  return inventory;
}

/** What tells an element of a list from its neighbours, wherever it stands. */
function elementKey(element: Json): string | undefined {
  if (!isObject(element)) return undefined;
  const { $ref, name, in: location } = element;
  if (typeof $ref === "string") return $ref;
  return typeof name === "string" && typeof location === "string" ? `${location} ${name}` : undefined;
}

const parentOf = (key: string): string => key.slice(0, key.lastIndexOf("/"));

function same(pointer: Pointer, before: Json, now: Json): boolean {
  const isRule = RULES_OF_LISTS.has(String(pointer.at(-1)));
  return canonical(before, isRule) === canonical(now, isRule);
}

/** A value as text, whatever the order of its keys; of a pagination rule, whatever the order of its inputs too. */
function canonical(value: Json | undefined, sortLists: boolean): string {
  if (Array.isArray(value)) {
    const elements = value.map((each) => canonical(each, sortLists));
    return `[${(sortLists ? elements.sort() : elements).join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name], sortLists)}`).join()}}`;
}
