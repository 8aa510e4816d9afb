import { isObject, type Json, type JsonObject } from "../document/json.js";
import { getValueAt, parseReference } from "../document/references.js";

/** A document, and the same document with changes. */
export interface DocumentPair {
  base: JsonObject;
  revision: JsonObject;
}

/**
 * Creates a pair of documents from the first paths of a larger one, with the components that they use.
 *
 * @param source - The larger document.
 * @param sizeBytes - The size of each document as JSON.
 * @param changeCount - The number of schemas that differ.
 * @returns The document before and after the changes.
 */
export function createDocumentPair(source: JsonObject, sizeBytes: number, changeCount: number): DocumentPair {
  const base = sliceDocument(source, sizeBytes);
  return { base, revision: applyChanges(base, changeCount) };
}

function sliceDocument(source: JsonObject, maxBytes: number): JsonObject {
  return takePaths(source, (sizeBytes) => sizeBytes > maxBytes);
}

/**
 * Cuts a document to its first paths, with the components that they use.
 *
 * @param source - The document.
 * @param minOperations - The minimum number of operations in these paths.
 * @returns The smaller document.
 */
export function sliceOperations(source: JsonObject, minOperations: number): JsonObject {
  return takePaths(source, (_, operationCount) => operationCount >= minOperations);
}

/** Takes paths in their order, with the components that they use, until their size or number is enough. */
function takePaths(
  source: JsonObject,
  isEnough: (sizeBytes: number, operationCount: number) => boolean,
): JsonObject {
  const slice: JsonObject = {
    openapi: source.openapi ?? "3.0.3",
    info: source.info ?? {},
    paths: {},
    components: {},
  };
  const seen = new Set<string>();
  let sizeBytes = 0;
  let operations = 0;
  for (const [path, item] of Object.entries(source.paths as JsonObject)) {
    if (isEnough(sizeBytes, operations)) break;
    (slice.paths as JsonObject)[path] = item;
    sizeBytes += JSON.stringify(item).length + addComponents(source, slice, item, seen);
    operations += Object.values(item as JsonObject).filter(
      (operation) => isObject(operation) && "responses" in operation,
    ).length;
  }
  return slice;
}

/** Adds the components that a value refers to, and returns their size. */
function addComponents(
  source: JsonObject,
  slice: JsonObject,
  value: Json | undefined,
  seen: Set<string>,
): number {
  let size = 0;
  for (const [, reference = ""] of JSON.stringify(value ?? null).matchAll(/"\$ref":"([^"]+)"/g)) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const parts = parseReference(reference) ?? [];
    const [section = "", kind = "", name = ""] = parts;
    const component = getValueAt(source, parts);
    if (section !== "components" || component === undefined) continue;
    const components = slice.components as JsonObject;
    components[kind] = { ...(components[kind] as JsonObject | undefined), [name]: component };
    size += JSON.stringify(component).length + addComponents(source, slice, component, seen);
  }
  return size;
}

/** Returns a copy with changes of many kinds, spread over all schemas. */
function applyChanges(base: JsonObject, changeCount: number): JsonObject {
  const revision = structuredClone(base);
  const schemas: JsonObject[] = [];
  collectSchemas(revision, schemas);
  const step = Math.max(1, Math.floor(schemas.length / changeCount));
  schemas
    .filter((_, index) => index % step === 0)
    .slice(0, changeCount)
    .forEach((schema, index) => {
      editSchema(schema, index);
    });
  return revision;
}

function collectSchemas(value: Json | undefined, schemas: JsonObject[]): void {
  if (Array.isArray(value)) {
    for (const element of value) collectSchemas(element, schemas);
    return;
  }
  if (!isObject(value)) return;
  if (typeof value.type === "string" && value.$ref === undefined) schemas.push(value);
  for (const [key, child] of Object.entries(value))
    if (!["example", "examples", "default", "enum", "const"].includes(key)) collectSchemas(child, schemas);
}

function editSchema(schema: JsonObject, index: number): void {
  const { type, enum: values, properties, required } = schema;
  if (Array.isArray(values)) schema.enum = [...values, `new-${index}`];
  else if (type === "string") schema.maxLength = 100 + index;
  else if (type === "integer" || type === "number") schema.minimum = -index;
  else if (type === "array") schema.maxItems = 10 + index;
  else if (Array.isArray(required) && required.length > 1) schema.required = required.slice(1);
  else if (isObject(properties))
    schema.properties = { ...properties, [`added_${index}`]: { type: "string" } };
  else schema.description = `Changed ${index}.`;
}
