import type { Change } from "./change.js";
import type { SpecDocument } from "../document/document.js";
import type { Json, Pointer } from "../document/json.js";
import { isObject } from "../document/reader.js";
import { subjectOf } from "./subject.js";

const PAGINATION = "x-speakeasy-pagination";

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
 * The changes of extensions, which redocly's diff does not see, or rates without knowing them. A pagination rule is
 * what the generated code pages by, so a change of it breaks whoever pages.
 */
export function compareExtensions(base: SpecDocument, revision: SpecDocument): Change[] {
  const before = takeInventory(base);
  const after = takeInventory(revision);
  const changes: Change[] = [];
  for (const [key, { pointer, value }] of before.extensions) {
    const now = after.extensions.get(key);
    // Where the thing itself has gone, so have its extensions.
    if (now ? same(pointer, value, now.value) : !after.places.has(parentOf(key))) continue;
    const at = now ? { document: revision, pointer: now.pointer } : { document: base, pointer };
    changes.push(describe(at.document, at.pointer, now ? "changed" : "removed"));
  }
  for (const [key, { pointer }] of after.extensions)
    if (!before.extensions.has(key) && before.places.has(parentOf(key)))
      changes.push(describe(revision, pointer, "added"));
  return changes;
}

function describe(document: SpecDocument, pointer: Pointer, what: "added" | "changed" | "removed"): Change {
  const name = String(pointer.at(-1));
  const common = {
    subject: subjectOf(document, pointer.slice(0, -1)),
    what: `\`${name}\` was ${what}.`,
    place: document.problemAt(pointer, "").place,
  };
  if (name !== PAGINATION)
    return { ...common, impact: "patch", meaning: "Nothing of ours reads it, but other tools may." };
  return what === "added"
    ? { ...common, impact: "minor", meaning: "The list can be iterated from now on." }
    : {
        ...common,
        impact: "major",
        meaning: "Whoever iterates asks for other pages, gets other items, or no longer compiles.",
      };
}

function takeInventory({ root }: SpecDocument): Inventory {
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
  const isRule = pointer.at(-1) === PAGINATION;
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
