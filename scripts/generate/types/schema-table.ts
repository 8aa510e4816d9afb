import { isObject, type Json, type JsonObject } from "../../document/json.js";
import {
  formatPointer,
  formatSchemaReference,
  getTarget,
  getValueAt,
  parseReference,
} from "../../document/references.js";
import type { NameSpace } from "../names.js";
import type { Direction, Directions } from "./directions.js";
import { hasTrueKeyword } from "./properties.js";
import { mapSubschemas } from "../../document/subschemas.js";

/** A named schema. */
export interface NamedSchema {
  /** Its key below `components.schemas` in the document for openapi-typescript. */
  key: string;
  /** The name of its type. */
  typeName: string;
  schema: Json;
  /** Its direction, if the types of both directions differ. */
  direction: Direction;
}

/** The parts of a pointer that names do not contain. */
const UNNAMED_PARTS = new Set([
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
 * The schemas that types refer to by name: those of `components.schemas`, and other targets of a `$ref`. A schema whose
 * properties differ between requests and responses has two types. That for requests is named `…Writable`.
 */
export class SchemaTable {
  readonly #root: JsonObject;
  readonly #directions: Directions;
  readonly #names: NameSpace;
  readonly #entries = new Map<string, NamedSchema>();
  readonly #splitSchemas: ReadonlySet<JsonObject>;

  constructor(root: JsonObject, directions: Directions, nameSpace: NameSpace) {
    this.#root = root;
    this.#directions = directions;
    this.#names = nameSpace;
    this.#splitSchemas = findSplitSchemas(root, directions);
    const schemas = getComponentSchemas(root);
    // By code units, so that a name does not depend on the order of the document.
    const sorted = Object.keys(schemas).sort();
    const typeNames = new Map(sorted.map((key) => [key, nameSpace.nameSchema(key)]));
    for (const [key, schema] of Object.entries(schemas)) {
      if (schema === undefined) continue;
      const typeName = typeNames.get(key) ?? key;
      this.#add(formatSchemaReference(key), { key, typeName, schema, direction: this.#getDirection(schema) });
      if (isObject(schema) && this.#splitSchemas.has(schema))
        this.#addWritable(formatSchemaReference(key), key, schema);
    }
  }

  /** Iterates all schemas, including those added during the iteration. */
  get entries(): IterableIterator<NamedSchema> {
    return this.#entries.values();
  }

  /** Returns the schema of a reference. Undefined if there is none. */
  find($ref: string, direction: Direction): NamedSchema | undefined {
    const parts = parseReference($ref);
    if (!parts) return undefined;
    // A reference may percent-encode characters that another one does not.
    const key = `#${formatPointer(parts)}`;
    const namedSchema = this.#entries.get(key) ?? this.#addByPointer(key, parts);
    return namedSchema && direction === "request"
      ? (this.#entries.get(`${key} writable`) ?? namedSchema)
      : namedSchema;
  }

  #addByPointer($ref: string, parts: readonly string[]): NamedSchema | undefined {
    const schema = getValueAt(this.#root, parts);
    if (schema === undefined) return undefined;
    const name = parts.filter((part) => !UNNAMED_PARTS.has(part) && !part.includes("/json")).join(" ");
    const typeName = this.#names.nameSchema(name);
    const entry = { key: typeName, typeName, schema, direction: this.#getDirection(schema) };
    this.#add($ref, entry);
    if (isObject(schema) && this.#splitSchemas.has(schema)) this.#addWritable($ref, typeName, schema);
    return entry;
  }

  #addWritable($ref: string, key: string, schema: Json): void {
    const typeName = this.#names.nameSchema(`${key} writable`);
    this.#add(`${$ref} writable`, { key: typeName, typeName, schema, direction: "request" });
  }

  #add($ref: string, entry: NamedSchema): void {
    this.#entries.set($ref, entry);
  }

  /** Returns the direction of the type of a schema: "request" if only requests use the schema. */
  #getDirection(schema: Json): Direction {
    const { request, response } = this.#directions;
    return isObject(schema) && request.has(schema) && !response.has(schema) ? "request" : "response";
  }
}

function getComponentSchemas({ components }: JsonObject): JsonObject {
  return isObject(components) && isObject(components.schemas) ? components.schemas : {};
}

/** Returns the schemas that differ between the directions, and those that refer to them. */
function findSplitSchemas(root: JsonObject, { request, response }: Directions): Set<JsonObject> {
  const both = [...request].filter((schema) => response.has(schema));
  const usersByTarget = new Map<JsonObject, JsonObject[]>();
  for (const schema of both)
    for (const target of listTargets(root, schema)) {
      const users = usersByTarget.get(target);
      if (users) users.push(schema);
      else usersByTarget.set(target, [schema]);
    }
  const required = new Set(both.flatMap(listRequiredElsewhere));
  const split = new Set<JsonObject>();
  const pending = both.filter((schema) => hasDirectedProperty(root, schema, required));
  for (let schema = pending.pop(); schema; schema = pending.pop()) {
    if (split.has(schema)) continue;
    split.add(schema);
    pending.push(...(usersByTarget.get(schema) ?? []));
  }
  return split;
}

/** Returns the direct subschemas of a schema, and its reference. */
function listTargets(root: JsonObject, schema: JsonObject): JsonObject[] {
  const targets: JsonObject[] = [];
  mapSubschemas(schema, (subschema) => {
    targets.push(subschema);
    return subschema;
  });
  const target = getTarget(root, schema);
  return isObject(target) ? [...targets, target] : targets;
}

/** Returns the required properties that a schema does not declare. */
function listRequiredElsewhere({ required, properties }: JsonObject): Json[] {
  if (!Array.isArray(required)) return [];
  return required.filter(
    (name) => typeof name === "string" && !(isObject(properties) && Object.hasOwn(properties, name)),
  );
}

/** Returns whether a required property has only one direction. */
function hasDirectedProperty(root: JsonObject, schema: JsonObject, elsewhere: ReadonlySet<Json>): boolean {
  const { properties, required } = schema;
  return Object.entries(isObject(properties) ? properties : {}).some(
    ([name, property]) =>
      ((Array.isArray(required) && required.includes(name)) || elsewhere.has(name)) &&
      ["readOnly", "writeOnly"].some((keyword) => hasTrueKeyword(root, property, keyword)),
  );
}
