import type { Json, JsonObject, Pointer } from "./json.js";

/** What is an example or a value, and so holds no references, whatever it looks like. */
const VALUES = new Set(["default", "enum", "const", "example", "examples", "value"]);

/** What maps names to definitions: a property may well be called `default`. */
const MAPS = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "parameters",
  "headers",
  "$defs",
  "paths",
]);

/** The parts of a reference into the document itself; undefined for one to another file, or that cannot be decoded. */
export function partsOf($ref: string): string[] | undefined {
  if (!$ref.startsWith("#/")) return undefined;
  try {
    return $ref
      .slice(2)
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch {
    // A percent sign that begins no escape: the caller says so, with the place.
    return undefined;
  }
}

/** The value that a pointer leads to. */
export function valueAt(root: JsonObject, pointer: Pointer): Json | undefined {
  let value: Json | undefined = root;
  for (const part of pointer) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as JsonObject)[part];
  }
  return value;
}

/** References into the document itself that lead nowhere, or round in a circle without ever reaching a value. */
export function findBrokenReferences(root: JsonObject): { pointer: Pointer; message: string }[] {
  const broken: { pointer: Pointer; message: string }[] = [];
  const seen = new Set<object>();
  const visit = (value: Json | undefined, pointer: Pointer): void => {
    // YAML aliases make one object stand in several places.
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value) && typeof value.$ref === "string") {
      const message = faultOf(root, value.$ref);
      if (message !== undefined) broken.push({ pointer: [...pointer, "$ref"], message });
    }
    const named = MAPS.has(String(pointer.at(-1)));
    for (const [key, each] of Object.entries(value))
      if (named || !(VALUES.has(key) || key.startsWith("x-"))) visit(each, [...pointer, key]);
  };
  visit(root, []);
  return broken;
}

/** Whether a document has all that it refers to, so that nothing is to be brought in. In doubt, it has not. */
export function standsAlone(root: JsonObject): boolean {
  const seen = new Set<object>();
  const isWithin = (value: Json | undefined): boolean => {
    if (typeof value !== "object" || value === null || seen.has(value)) return true;
    seen.add(value);
    // Within examples too, where the bundler follows them as well.
    if (!Array.isArray(value) && typeof value.$ref === "string") {
      const parts = partsOf(value.$ref);
      if (!parts || passesReference(root, parts)) return false;
    }
    return Object.entries(value).every(([key, each]) =>
      key === "mapping" ? Object.values(Object(each) as object).every(isName) : isWithin(each),
    );
  };
  return isWithin(root);
}

/** Whether the value of a discriminator's mapping is no reference to another file. */
function isName(value: unknown): boolean {
  return typeof value === "string" && (value.startsWith("#/") || !/[/.]/.test(value));
}

function faultOf(root: JsonObject, first: string): string | undefined {
  const trail = new Set<string>();
  for (let $ref = first; ;) {
    if (!$ref.startsWith("#/")) return undefined;
    if (trail.has($ref)) return `$ref ${first} leads back to itself`;
    trail.add($ref);
    const parts = partsOf($ref);
    const target = parts && valueAt(root, parts);
    // Through another reference, which only the bundler can follow.
    if (parts && target === undefined && passesReference(root, parts)) return undefined;
    if (target === undefined) return `$ref ${first} leads nowhere`;
    const next = (target as JsonObject | null)?.$ref;
    if (typeof next !== "string") return undefined;
    $ref = next;
  }
}

function passesReference(root: JsonObject, parts: readonly string[]): boolean {
  return parts.some((_, index) => valueAt(root, [...parts.slice(0, index), "$ref"]) !== undefined);
}
