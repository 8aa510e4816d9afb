import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { partsOf, valueAt } from "../../document/references.js";
import type { NameSpace } from "../names.js";
import type { Direction, Directions } from "./directions.js";
import { isMarked } from "./properties.js";
import { withSubschemas } from "../../document/subschemas.js";

/** A schema with a name of its own. */
export interface NamedSchema {
  /** Its key below `components.schemas`, of the document that openapi-typescript is given. */
  key: string;
  /** The name of its type. */
  typeName: string;
  schema: Json;
  /** The way it goes, where the types of both ways differ. */
  direction: Direction;
}

/** Words of a pointer that say nothing of what it leads to. */
const NOISE = new Set([
  "components",
  "schemas",
  "paths",
  "properties",
  "content",
  "schema",
  "responses",
  "$defs",
]);

/**
 * The schemas of a document that types refer to by name: those of `components.schemas`, and others that a `$ref` leads
 * to. Where callers need not send what responses hold, or responses do not hold what callers send, a schema that goes
 * both ways has two types: the second is called `…Writable`.
 */
export class SchemaTable {
  readonly #root: JsonObject;
  readonly #directions: Directions;
  readonly #names: NameSpace;
  readonly #entries = new Map<string, NamedSchema>();
  readonly #split: ReadonlySet<JsonObject>;

  constructor(root: JsonObject, directions: Directions, names: NameSpace) {
    this.#root = root;
    this.#directions = directions;
    this.#names = names;
    this.#split = findSplit(root, directions);
    const schemas = schemasOf(root);
    // By code units, so that a name does not depend on the order of the document.
    const sorted = Object.keys(schemas).sort();
    const typeNames = new Map(sorted.map((key) => [key, names.ofSchema(key)]));
    for (const [key, schema] of Object.entries(schemas)) {
      if (schema === undefined) continue;
      const typeName = typeNames.get(key) ?? key;
      this.#add(refTo(key), { key, typeName, schema, direction: this.#directionOf(schema) });
      if (isObject(schema) && this.#split.has(schema)) this.#addWritable(refTo(key), key, schema);
    }
  }

  /** All of them, also those that were added meanwhile. */
  get entries(): IterableIterator<NamedSchema> {
    return this.#entries.values();
  }

  /** The schema that a reference leads to; undefined where it leads to none. */
  find($ref: string, direction: Direction): NamedSchema | undefined {
    const known = this.#entries.get($ref) ?? this.#addByPointer($ref);
    return known && direction === "request" ? (this.#entries.get(`${$ref} writable`) ?? known) : known;
  }

  #addByPointer($ref: string): NamedSchema | undefined {
    const parts = partsOf($ref);
    const schema = parts && valueAt(this.#root, parts);
    if (!parts || schema === undefined) return undefined;
    const canonical = refTo(...parts);
    const known = this.#entries.get(canonical);
    if (known) {
      this.#entries.set($ref, known);
      return known;
    }
    const name = parts.filter((part) => !NOISE.has(part) && !part.includes("/json")).join(" ");
    const typeName = this.#names.ofSchema(name);
    const entry = { key: typeName, typeName, schema, direction: this.#directionOf(schema) };
    this.#add($ref, entry);
    if (isObject(schema) && this.#split.has(schema)) this.#addWritable($ref, typeName, schema);
    return entry;
  }

  #addWritable($ref: string, key: string, schema: Json): void {
    const typeName = this.#names.ofSchema(`${key} writable`);
    this.#add(`${$ref} writable`, { key: typeName, typeName, schema, direction: "request" });
  }

  #add($ref: string, entry: NamedSchema): void {
    this.#entries.set($ref, entry);
  }

  /** A schema that only callers send has the type for that. */
  #directionOf(schema: Json): Direction {
    const { request, response } = this.#directions;
    return isObject(schema) && request.has(schema) && !response.has(schema) ? "request" : "response";
  }
}

export function refTo(...parts: string[]): string {
  const pointer = parts.length === 1 ? ["components", "schemas", ...parts] : parts;
  return `#/${pointer.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

function schemasOf({ components }: JsonObject): JsonObject {
  return isObject(components) && isObject(components.schemas) ? components.schemas : {};
}

/** The schemas that go both ways and differ, as do those that refer to them. */
function findSplit(root: JsonObject, { request, response }: Directions): Set<JsonObject> {
  const both = [...request].filter((schema) => response.has(schema));
  const usersOf = new Map<JsonObject, JsonObject[]>();
  for (const schema of both)
    for (const target of targetsOf(root, schema)) {
      const users = usersOf.get(target);
      if (users) users.push(schema);
      else usersOf.set(target, [schema]);
    }
  const required = new Set(both.flatMap(requiredElsewhere));
  const split = new Set<JsonObject>();
  const pending = both.filter((schema) => hasDirectedProperty(root, schema, required));
  for (let schema = pending.pop(); schema; schema = pending.pop()) {
    if (split.has(schema)) continue;
    split.add(schema);
    pending.push(...(usersOf.get(schema) ?? []));
  }
  return split;
}

/** The schemas right below a schema, and the one it refers to. */
function targetsOf(root: JsonObject, schema: JsonObject): JsonObject[] {
  const targets: JsonObject[] = [];
  withSubschemas(schema, (below) => {
    targets.push(below);
    return below;
  });
  const parts = typeof schema.$ref === "string" ? partsOf(schema.$ref) : undefined;
  const target = parts && valueAt(root, parts);
  return isObject(target) ? [...targets, target] : targets;
}

/** The properties that a schema requires and leaves to others to declare. */
function requiredElsewhere({ required, properties }: JsonObject): Json[] {
  if (!Array.isArray(required)) return [];
  return required.filter(
    (name) => typeof name === "string" && !(isObject(properties) && Object.hasOwn(properties, name)),
  );
}

/** Whether a required property goes only one way. */
function hasDirectedProperty(root: JsonObject, schema: JsonObject, elsewhere: ReadonlySet<Json>): boolean {
  const { properties, required } = schema;
  return Object.entries(isObject(properties) ? properties : {}).some(
    ([name, each]) =>
      ((Array.isArray(required) && required.includes(name)) || elsewhere.has(name)) &&
      ["readOnly", "writeOnly"].some((keyword) => isMarked(root, each, keyword)),
  );
}
