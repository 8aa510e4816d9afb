import type { Json, JsonObject } from "../document/json.js";
import { isObject } from "../document/reader.js";
import { resolved } from "../document/resolved.js";
import { withSubschemas } from "../document/subschemas.js";

/** Marks the schema of any text that stands beside a choice of texts. */
export const ANY_TEXT = "x-any-text";

/**
 * The same document, in which a choice of texts that only answers hold takes any other text too: a server may learn new
 * words before its callers do. What callers send stays as it is, and so does a schema that goes both ways. A choice of
 * one is left as well, since it tells the members of a union apart.
 */
export function openEnums(root: JsonObject): JsonObject {
  const asked = new Set<JsonObject>();
  const answered = new Set<JsonObject>();
  for (const path of Object.values(isObject(root.paths) ? root.paths : {}))
    for (const operation of Object.values(resolved(root, path))) {
      if (!isObject(operation)) gatherSchemas(root, operation, asked);
      else
        for (const [name, part] of Object.entries(operation))
          gatherSchemas(root, part, name === "responses" ? answered : asked);
    }
  gatherSchemas(root, root.webhooks, asked);

  const opened = new Map<JsonObject, JsonObject>();
  for (const schema of answered) {
    // The document's own text for it stays: only what is below is changed, where it is not shared with what is asked.
    opened.set(
      schema,
      withSubschemas(schema, (below, keyword) =>
        keyword !== "not" && keyword !== "if" && !asked.has(below) && isChoice(root, below)
          ? openChoice(below)
          : below,
      ),
    );
  }
  return replaced(root, opened) as JsonObject;
}

/** Adds the schemas at and below a part of an operation, and those that they refer to. */
function gatherSchemas(root: JsonObject, part: Json | undefined, found: Set<JsonObject>): void {
  const seen = new Set<object>();
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, each] of Object.entries(Array.isArray(value) ? value : resolved(root, value)))
      if (key === "schema") gather(root, each, found);
      else if (key !== "example" && key !== "examples" && !key.startsWith("x-")) visit(each);
  };
  visit(part);
}

function gather(root: JsonObject, value: Json | undefined, found: Set<JsonObject>): void {
  if (!isObject(value) || found.has(value)) return;
  found.add(value);
  gather(root, resolved(root, value), found);
  withSubschemas(value, (below) => {
    gather(root, below, found);
    return below;
  });
}

/** Whether a schema is, or refers to, two texts or more to choose from. */
function isChoice(root: JsonObject, schema: JsonObject): boolean {
  const { enum: values } = resolved(root, schema);
  return (
    Array.isArray(values) &&
    values.every((each) => each === null || typeof each === "string") &&
    values.filter((each) => each !== null).length > 1
  );
}

function openChoice(schema: JsonObject): JsonObject {
  // What is said of the schema stays beside it, where the types show it.
  const { description, deprecated, title, readOnly, writeOnly, ...choice } = schema;
  const about = { description, deprecated, title, readOnly, writeOnly };
  const said = Object.entries(about).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), anyOf: [choice, { type: "string", [ANY_TEXT]: true }] };
}

/** The same value with some objects in it replaced, and those around them made anew. */
function replaced(
  value: Json | undefined,
  replacements: ReadonlyMap<JsonObject, JsonObject>,
): Json | undefined {
  const done = new Map<object, Json | undefined>();
  const visit = (each: Json | undefined): Json | undefined => {
    if (typeof each !== "object" || each === null) return each;
    // YAML aliases make one object stand in several places.
    if (done.has(each)) return done.get(each);
    const source = Array.isArray(each) ? each : (replacements.get(each) ?? each);
    let made: Json = each;
    if (Array.isArray(source)) {
      const items = source.map((item) => visit(item) ?? null);
      if (items.some((item, index) => item !== source[index])) made = items;
    } else {
      const entries = Object.entries(source).map(([key, item]) => [key, visit(item)] as const);
      if (source !== each || entries.some(([key, item]) => item !== source[key]))
        made = Object.fromEntries(entries);
    }
    done.set(each, made);
    return made;
  };
  return visit(value);
}
