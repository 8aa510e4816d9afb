import { isObject, type JsonObject, toList } from "../document/json.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";
import {
  describeActual,
  ExtensionReader,
  findItemSchemas,
  findSchemasAt,
  formatPath,
  hasType,
  parsePath,
} from "./extension.js";
import type { Pagination, ReadableOperation } from "./pagination/types.js";
import { readKeywords } from "./parameters.js";

/** The paths of an operation's result, and its corrections. */
export interface Result {
  /** The paths to the item of the response body. The first that leads to an object is used. */
  item?: string[][];
  /** The title, type, format and enum of each property of an item. */
  fields?: Record<string, JsonObject>;
  /** The properties of an item whose text "null" means null. */
  nullTexts?: string[];
  /** The property of the item that has the URL of a file. */
  download?: string;
}

const ITEM = "x-item";
const NULL_TEXT = "x-null-text";
const DOWNLOAD = "x-download";

/**
 * Reads `x-item` and `x-download` of an operation, and `x-null-text` of the properties of its items.
 *
 * @param reader - Follows references, and collects problems.
 * @param operation - The operation.
 * @param pagination - The pagination of the operation, if it is a list.
 * @returns The paths of the result.
 */
export function readResult(
  reader: Reader,
  operation: ReadableOperation,
  pagination: Pagination | undefined,
): Result {
  const item = readItem(reader, operation);
  const { schemas } = operation;
  const items = pagination
    ? findSchemasAt(reader, schemas, pagination.results).flatMap((schema) => findItemSchemas(reader, schema))
    : findSchemasAt(reader, schemas, item?.at(-1) ?? []);
  const nullTexts = items.flatMap((schema) => readNullTexts(reader, schema));
  const download = readDownload(reader, operation, item?.at(-1));
  const fields = readFields(reader.fork(), items);
  return {
    ...(item && { item }),
    ...(Object.keys(fields).length && { fields }),
    ...(nullTexts.length && { nullTexts: [...new Set(nullTexts)] }),
    ...(download !== undefined && { download }),
  };
}

/** Reads the properties of items. The first part with a property has precedence. */
function readFields(reader: Reader, items: readonly DocumentNode[]): Record<string, JsonObject> {
  const fields = new Map<string, JsonObject>();
  for (const { name, property, pointer } of items.flatMap((schema) => listProperties(reader, schema))) {
    if (fields.has(name)) continue;
    const schema = reader.followSchema(pointer, property);
    const type = schema && reader.getType(schema);
    const keywords = schema && readKeywords(reader, schema, ["title", "format", "enum"]);
    fields.set(name, { ...(type && { type }), ...keywords });
  }
  return Object.fromEntries(fields);
}

/** Lists the properties of a schema and of the parts of its `allOf`, with their locations. */
function listProperties(reader: Reader, schema: DocumentNode) {
  return reader.collectParts(schema).flatMap(({ value: { properties }, pointer }) =>
    Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => ({
      name,
      property,
      pointer: [...pointer, "properties", name],
    })),
  );
}

/** Reads the property with the URL, which must be a string of the item. */
function readDownload(
  reader: Reader,
  { value, pointer, schemas }: ReadableOperation,
  item: string[] | undefined,
): string | undefined {
  const { [DOWNLOAD]: name } = value;
  if (name === undefined) return undefined;
  const checks = new ExtensionReader(reader, [...pointer, DOWNLOAD], DOWNLOAD);
  if (typeof name !== "string" || !item) {
    checks.report([], `must name a property of the item that ${ITEM} leads to, ${describeActual(name)}`);
    return undefined;
  }
  if (!hasType(reader, schemas, [...item, name], (type) => type === "string"))
    checks.report([], `${formatPath([...item, name])} is not a string`);
  return name;
}

/** Reads the paths of the item. The document must describe the last one. */
function readItem(
  reader: Reader,
  { value, pointer, schemas, unsupported }: ReadableOperation,
): string[][] | undefined {
  const { [ITEM]: extension } = value;
  if (extension === undefined) return undefined;
  const checks = new ExtensionReader(reader, [...pointer, ITEM], ITEM);
  if (unsupported !== undefined) {
    checks.report([], `${unsupported}, which an item resource does not support`);
    return undefined;
  }
  const paths = toList(extension).map(parsePath);
  const last = paths.at(-1);
  if (!last || paths.includes(undefined))
    checks.report([], `must be a list of paths such as $.data, ${describeActual(extension)}`);
  else if (!hasType(reader, schemas, last, (type) => type === "object"))
    checks.report(
      [paths.length - 1],
      `${formatPath(last)} is not an object in the JSON of a successful response`,
    );
  return paths.filter((path) => path !== undefined);
}

function readNullTexts(reader: Reader, schema: DocumentNode): string[] {
  return listProperties(reader, schema).flatMap(({ name, property, pointer }) => {
    if (!isObject(property) || property[NULL_TEXT] !== true) return [];
    if (!allowsNull(property))
      reader.report([...pointer, NULL_TEXT], `${NULL_TEXT}: ${name} must allow null`);
    return name;
  });
}

function allowsNull({ type, nullable }: JsonObject): boolean {
  return nullable === true || (Array.isArray(type) && type.includes("null"));
}
