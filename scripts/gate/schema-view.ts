import type { Json, JsonObject } from "../document/json.js";
import { isObject } from "../document/reader.js";
import { partsOf, valueAt } from "../document/references.js";

/** Schemas that hold together, as `allOf` has them; a schema alone is a list of one. */
export type Schemas = readonly (JsonObject | boolean)[];

/** What a schema says, whichever way it says it: by references, `allOf`, alternatives, or the keywords of 3.0. */
export interface SchemaView {
  /** The types that a value may have; undefined where nothing is said. */
  types?: ReadonlySet<string>;
  /** The values that there are, as JSON. */
  values?: ReadonlySet<string>;
  fields: ReadonlyMap<string, { schemas: Schemas; required: boolean }>;
  /** What an array holds; undefined where nothing is said. */
  items?: Schemas;
  limits: ReadonlyMap<string, Json>;
}

const LIMITS = ["format", "maximum", "maxLength", "minimum", "minLength", "pattern"] as const;

/**
 * Looks at schemas of a document.
 *
 * @param above - Those that these are alternatives within: a base may list those that extend it.
 */
export function viewSchemas(
  root: JsonObject,
  schemas: Schemas,
  above: ReadonlySet<JsonObject> = new Set(),
): SchemaView {
  const fields = new Map<string, { schemas: Schemas; required: boolean }>();
  const limits = new Map<string, Json>();
  const required = new Set<Json>();
  let types: ReadonlySet<string> | undefined;
  let values: ReadonlySet<string> | undefined;
  let items: Schemas | undefined;
  const addField = (name: string, more: Schemas, needed: boolean): void => {
    const known = fields.get(name);
    fields.set(name, {
      schemas: [...(known?.schemas ?? []), ...more],
      required: needed || (known?.required ?? false),
    });
  };
  const parts = new Set<JsonObject>();
  for (const schema of schemas) collectParts(root, schema, above, parts);
  const within = new Set([...above, ...parts]);
  for (const part of parts) {
    types = both(types, typesOf(part));
    values = both(values, valuesOf(part));
    if (Array.isArray(part.required)) for (const name of part.required) required.add(name);
    for (const [name, schema] of Object.entries(isObject(part.properties) ? part.properties : {}))
      if (isObject(schema) || typeof schema === "boolean") addField(name, [schema], false);
    if (isObject(part.items)) items = [...(items ?? []), part.items];
    for (const limit of LIMITS) {
      const value = part[limit];
      if (value !== undefined && !limits.has(limit)) limits.set(limit, value);
    }
    for (const alternatives of [part.anyOf, part.oneOf]) {
      if (!Array.isArray(alternatives)) continue;
      const views = alternatives
        .filter((each) => isObject(each) || each === true)
        .map((each) => viewSchemas(root, [each], within));
      types = both(types, union(views.map((view) => view.types)));
      values = both(values, union(views.map((view) => view.values)));
      for (const view of views)
        for (const [name, field] of view.fields)
          addField(
            name,
            field.schemas,
            views.every((each) => each.fields.get(name)?.required),
          );
      items ??= views.find((view) => view.items)?.items;
    }
  }
  for (const [name, field] of fields) if (required.has(name)) field.required = true;
  return { ...(types && { types }), ...(values && { values }), fields, ...(items && { items }), limits };
}

/** Adds a schema, and what it stands for by a reference or `allOf`: each once, as they may lead round in a circle. */
function collectParts(
  root: JsonObject,
  schema: Json | undefined,
  above: ReadonlySet<JsonObject>,
  parts: Set<JsonObject>,
): void {
  if (!isObject(schema) || above.has(schema) || parts.has(schema)) return;
  parts.add(schema);
  const { $ref, allOf } = schema;
  const pointer = typeof $ref === "string" ? partsOf($ref) : undefined;
  if (pointer) collectParts(root, valueAt(root, pointer), above, parts);
  if (Array.isArray(allOf)) for (const each of allOf) collectParts(root, each, above, parts);
}

function typesOf({ type, nullable, properties, items, ...schema }: JsonObject): Set<string> | undefined {
  const types = new Set((Array.isArray(type) ? type : [type]).filter((each) => typeof each === "string"));
  if (!types.size) {
    const values = valuesOf(schema);
    if (values) return new Set([...values].map((text) => typeOfValue(JSON.parse(text) as Json)));
    if (isObject(properties)) types.add("object");
    else if (isObject(items)) types.add("array");
    else return undefined;
  }
  if (nullable === true) types.add("null");
  return types;
}

function typeOfValue(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function valuesOf(schema: JsonObject): Set<string> | undefined {
  const values = schema.const !== undefined ? [schema.const] : schema.enum;
  return Array.isArray(values) ? new Set(values.map((value) => JSON.stringify(value))) : undefined;
}

/** What both sets allow; a set that is missing allows all. Integers are numbers. */
function both(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  if (!one || !other) return one ?? other;
  const has = (set: ReadonlySet<string>, type: string): boolean =>
    set.has(type) || (type === "integer" && set.has("number"));
  return new Set([
    ...[...one].filter((type) => has(other, type)),
    ...[...other].filter((type) => has(one, type)),
  ]);
}

/** What any of the sets allows. */
function union(sets: readonly (ReadonlySet<string> | undefined)[]): Set<string> | undefined {
  const all = new Set<string>();
  for (const set of sets) {
    if (!set) return undefined;
    for (const value of set) all.add(value);
  }
  return all.size ? all : undefined;
}
