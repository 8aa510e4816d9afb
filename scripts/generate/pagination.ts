import type { Json, JsonObject, Pointer } from "../document/json.js";
import { ExtensionReader, formatPath, hasType, pathOf, schemasAt } from "./extension.js";
import type { Parameter } from "./parameters.js";
import { type Found, isObject, type Reader } from "../document/reader.js";

/** How a list operation is paged: `x-speakeasy-pagination` and `x-list`, both checked against the operation. */
export interface Pagination {
  type: "offsetLimit";
  /** The query parameter for the page number. */
  page?: string;
  /** The query parameter for the offset of the first item. */
  offset?: string;
  /** The query parameter for the number of items on a page. */
  limit?: string;
  /** The path to the items in the response body. */
  results: string[];
  /** The paths to the number of items in the whole list. The first that leads to a number counts. */
  total?: string[][];
  /** The paths to the offset of the page's first item. */
  start?: string[][];
  /** The paths to the offset of the page's last item, inclusive. */
  end?: string[][];
  /** The number from which `start` and `end` count. */
  firstOffset?: number;
  /** The property that identifies an item. */
  itemKey?: string;
}

/** The operation whose extensions are read. */
export interface ReadableOperation {
  value: JsonObject;
  pointer: Pointer;
  parameters: readonly Parameter[];
  /** The schemas of the JSON in its successful responses. */
  schemas: readonly Found[];
}

const PAGINATION = "x-speakeasy-pagination";
const LIST = "x-list";

/** Reads how an operation is paged, and reports what does not fit the operation. */
export function readPagination(reader: Reader, operation: ReadableOperation): Pagination | undefined {
  const { [PAGINATION]: extension, [LIST]: list } = operation.value;
  if (extension === undefined) {
    if (list !== undefined) reader.report([...operation.pointer, LIST], `${LIST} needs ${PAGINATION}`);
    return undefined;
  }
  const pointer = [...operation.pointer, PAGINATION];
  if (!isObject(extension) || extension.type !== "offsetLimit") {
    const type = isObject(extension) ? extension.type : undefined;
    reader.report(
      [...pointer, "type"],
      `${PAGINATION}: the type must be offsetLimit, got ${type === undefined ? "none" : JSON.stringify(type)}`,
    );
    return undefined;
  }
  const checks = new ExtensionReader(reader, pointer, PAGINATION);
  checks.allowKeys([], extension, ["type", "inputs", "outputs"]);
  checks.allowKeys(["outputs"], extension.outputs, ["results"]);
  const inputs = readInputs(checks, extension.inputs, operation.parameters);
  const results = readResults(checks, extension.outputs, operation.schemas);
  return {
    type: "offsetLimit",
    ...inputs,
    results,
    ...(list !== undefined && readList(reader, operation, list, results)),
  };
}

type Inputs = Pick<Pagination, "page" | "offset" | "limit">;

function readInputs(
  checks: ExtensionReader,
  inputs: Json | undefined,
  parameters: readonly Parameter[],
): Inputs {
  const found: Inputs = {};
  for (const [index, input] of (Array.isArray(inputs) ? inputs : []).entries())
    readInput(checks, ["inputs", index], input, parameters, found);
  if (!checks.problems && (found.page === undefined) === (found.offset === undefined))
    checks.refuse(["inputs"], "there must be one input of the type page or offset, and not both");
  return found;
}

/** Reads one input into those found so far. */
function readInput(
  checks: ExtensionReader,
  at: Pointer,
  input: Json,
  parameters: readonly Parameter[],
  found: Inputs,
): void {
  const { name, in: location, type } = isObject(input) ? input : {};
  checks.allowKeys(at, input, ["name", "in", "type"]);
  const parameter = parameters.find((each) => each.in === "query" && each.name === name);
  if (location !== "parameters") checks.refuse([...at, "in"], "an input must be in parameters");
  else if (type !== "page" && type !== "limit" && type !== "offset")
    checks.refuse([...at, "type"], "an input's type must be page, limit or offset");
  else if (found[type] !== undefined)
    checks.refuse([...at, "type"], `there are two inputs of the type ${type}`);
  else if (!parameter)
    checks.refuse(
      [...at, "name"],
      name === undefined ? "an input needs a name" : `there is no query parameter ${JSON.stringify(name)}`,
    );
  else if (!isNumeric(parameter.type))
    checks.refuse(
      [...at, "name"],
      `the query parameter ${parameter.name} must be a number, but its type is ${parameter.type ?? "unknown"}`,
    );
  else found[type] = parameter.name;
}

function readResults(
  checks: ExtensionReader,
  outputs: Json | undefined,
  schemas: readonly Found[],
): string[] {
  const { results } = isObject(outputs) ? outputs : {};
  const at = ["outputs", "results"];
  const path = pathOf(results);
  if (!path) checks.refuse(at, "outputs.results must be a path such as $.data.items");
  else if (!hasType(checks.reader, schemas, path, (type) => type === "array"))
    checks.refuse(at, `${formatPath(path)} leads to no array in the JSON of a successful response`);
  return path ?? [];
}

/** Reads `x-list`: what `x-speakeasy-pagination` has no field for. */
function readList(
  reader: Reader,
  { pointer, schemas }: ReadableOperation,
  list: Json,
  results: readonly string[],
): Partial<Pagination> {
  const checks = new ExtensionReader(reader, [...pointer, LIST], LIST);
  if (!isObject(list)) {
    checks.refuse([], "must be an object");
    return {};
  }
  checks.allowKeys([], list, ["itemKey", "total", "start", "end", "firstOffset"]);
  const { itemKey, firstOffset } = list;
  const items = schemasAt(reader, schemas, results).flatMap((schema) => itemsOf(reader, schema));
  if (typeof itemKey !== "string") checks.refuse(["itemKey"], "itemKey must name a property of the items");
  else if (!hasType(reader, items, [itemKey], (type) => type === "string" || isNumeric(type)))
    checks.refuse(["itemKey"], `the items have no property ${itemKey} that is a string or a number`);
  const found: Partial<Pagination> = typeof itemKey === "string" ? { itemKey } : {};
  for (const name of ["total", "start", "end"] as const) {
    const paths = readNumberPaths(checks, name, list[name], schemas);
    if (paths) found[name] = paths;
  }
  if (firstOffset !== undefined && !Number.isInteger(firstOffset))
    checks.refuse(["firstOffset"], "firstOffset must be an integer");
  else if ((firstOffset === undefined) !== (found.start === undefined && found.end === undefined))
    checks.refuse(
      ["firstOffset"],
      "firstOffset says from which number start and end count: give both or neither",
    );
  else if (firstOffset !== undefined) found.firstOffset = firstOffset as number;
  return found;
}

/** The paths of one field of `x-list`; undefined where it is absent. */
function readNumberPaths(
  checks: ExtensionReader,
  name: string,
  value: Json | undefined,
  schemas: readonly Found[],
): string[][] | undefined {
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? value : [];
  if (!list.length) checks.refuse([name], `${name} must be a list of paths such as $.paging.total`);
  return list.map((each, index) => {
    const path = pathOf(each);
    if (!path) checks.refuse([name, index], `${name} must hold paths such as $.paging.total`);
    else if (!hasType(checks.reader, schemas, path, isNumeric))
      checks.refuse(
        [name, index],
        `${formatPath(path)} leads to no number in the JSON of a successful response`,
      );
    return path ?? [];
  });
}

const isNumeric = (type: string | undefined): boolean => type === "number" || type === "integer";

export function itemsOf(reader: Reader, schema: Found): Found[] {
  return reader
    .parts(schema)
    .flatMap(({ value: { items }, pointer }) =>
      isObject(items) ? (reader.follow([...pointer, "items"], items) ?? []) : [],
    );
}
