import { isObject, type Json, type JsonObject, type Pointer } from "../document/json.js";
import {
  ExtensionReader,
  formatPath,
  hasType,
  parsePath,
  parsePathWithLast,
  schemasAt,
} from "./extension.js";
import type { Parameter } from "./parameters.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";

/** The pagination of a list operation: `x-speakeasy-pagination` and `x-list`, checked against the operation. */
export type Pagination = OffsetPagination | LinkedPagination;

/** Pages that are requested by number or offset. */
export interface OffsetPagination {
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

/** Pages that refer to the next one: by a cursor or a URL in the body, or by a `Link` header. */
export interface LinkedPagination {
  type: "cursor" | "url" | "link";
  /** The query parameter for the cursor. */
  cursor?: string;
  /** The query parameter for the number of items on a page. */
  limit?: string;
  /** The path to the items in the response body. */
  results: string[];
  /** The path to the cursor or URL of the next page. */
  next?: string[];
  /** The property that identifies an item. */
  itemKey?: string;
}

/** The operation whose extensions are read. */
export interface ReadableOperation {
  value: JsonObject;
  pointer: Pointer;
  parameters: readonly Parameter[];
  /** The schemas of the JSON in its successful responses. */
  schemas: readonly DocumentNode[];
  /** The part of a request that list and item resources do not support. */
  unsupported?: string | undefined;
}

const PAGINATION = "x-speakeasy-pagination";
const LIST = "x-list";

/** The input types of each type of pagination: one of these, and optionally a limit. */
const INPUTS = { offsetLimit: ["page", "offset"], cursor: ["cursor"], url: [] } as const;

/** The output of each type of pagination that leads to the next page. */
const NEXT_OUTPUT = { offsetLimit: undefined, cursor: "nextCursor", url: "nextUrl" } as const;

/** Reads the pagination of an operation, and reports what the operation does not support. */
export function readPagination(reader: Reader, operation: ReadableOperation): Pagination | undefined {
  const { [PAGINATION]: extension, [LIST]: list } = operation.value;
  if (extension === undefined) {
    if (isObject(list) && list.linkHeader !== undefined) return readLinkPagination(reader, operation, list);
    if (list !== undefined)
      reader.report([...operation.pointer, LIST], `${LIST} needs ${PAGINATION} or a linkHeader`);
    return undefined;
  }
  const pointer = [...operation.pointer, PAGINATION];
  if (operation.unsupported !== undefined) {
    reader.report(pointer, `${PAGINATION}: ${operation.unsupported}, which a list resource does not support`);
    return undefined;
  }
  const type = isObject(extension) ? extension.type : undefined;
  if (!isObject(extension) || (type !== "offsetLimit" && type !== "cursor" && type !== "url")) {
    reader.report(
      [...pointer, "type"],
      `${PAGINATION}: the type must be offsetLimit, cursor or url, ${type === undefined ? "but it is missing" : `got ${JSON.stringify(type)}`}`,
    );
    return undefined;
  }
  const checks = new ExtensionReader(reader, pointer, PAGINATION);
  const output = NEXT_OUTPUT[type];
  checkKeys(checks, pointer, extension, output);
  const inputs = readInputs(checks, extension.inputs, operation.parameters, INPUTS[type]);
  const results = readResults(checks, extension.outputs, operation.schemas);
  const next = output && readNext(checks, output, extension.outputs, operation.schemas);
  const names = type === "offsetLimit" ? OFFSET_KEYS : LINKED_KEYS;
  const details = list === undefined ? {} : readList(reader, operation, list, results, names);
  return { type, ...inputs, results, ...(next && { next }), ...details };
}

/** Reports keys that are not supported, and warns of an output that is ignored. */
function checkKeys(
  checks: ExtensionReader,
  pointer: Pointer,
  { outputs, ...others }: JsonObject,
  nextOutput: string | undefined,
): void {
  checks.allowKeys([], others, ["type", "inputs"]);
  checks.allowKeys(["outputs"], outputs, ["results", "numPages", ...(nextOutput ? [nextOutput] : [])]);
  if (isObject(outputs) && outputs.numPages !== undefined)
    checks.reader.warn(
      "pagination-output-ignored",
      [...pointer, "outputs", "numPages"],
      `${PAGINATION}: numPages is ignored, because x-list has the total`,
    );
}

/** Reads the pagination of an operation whose responses link the next page in a header. */
function readLinkPagination(
  reader: Reader,
  operation: ReadableOperation,
  list: JsonObject,
): LinkedPagination {
  const checks = new ExtensionReader(reader, [...operation.pointer, LIST], LIST);
  if (operation.unsupported !== undefined)
    checks.report([], `${operation.unsupported}, which a list resource does not support`);
  const results = readResults(checks, list, operation.schemas, []);
  const { linkHeader } = list;
  if (typeof linkHeader !== "string" || linkHeader.toLowerCase() !== "link")
    checks.report(["linkHeader"], "linkHeader must be Link, the header of RFC 8288");
  else if (!hasHeader(reader, operation, "link"))
    checks.report(["linkHeader"], "no successful response has a header Link");
  const details = readList(reader, operation, list, results, LINK_KEYS);
  return { type: "link", results, ...details };
}

/** Whether a successful response has a header. */
function hasHeader(reader: Reader, { value, pointer }: ReadableOperation, name: string): boolean {
  const { responses } = value;
  return Object.entries(isObject(responses) ? responses : {})
    .filter(([status]) => /^(2|default)/.test(status))
    .flatMap(([status, response]) => reader.follow([...pointer, "responses", status], response) ?? [])
    .some(({ value: { headers } }) =>
      Object.keys(isObject(headers) ? headers : {}).some((each) => each.toLowerCase() === name),
    );
}

type InputName = "page" | "offset" | "cursor" | "limit";
type Inputs = Partial<Record<InputName, string>>;

function readInputs(
  checks: ExtensionReader,
  inputs: Json | undefined,
  parameters: readonly Parameter[],
  required: readonly InputName[],
): Inputs {
  const found: Inputs = {};
  for (const [index, input] of (Array.isArray(inputs) ? inputs : []).entries())
    readInput(checks, ["inputs", index], input, parameters, [...required, "limit"], found);
  if (!checks.problems && required.length > 0 && required.filter((name) => found[name]).length !== 1)
    checks.report(
      ["inputs"],
      `there must be one input of the type ${required.join(" or ")}${required.length > 1 ? ", and not both" : ""}`,
    );
  return found;
}

/** Reads one input, and adds it to the others. */
function readInput(
  checks: ExtensionReader,
  at: Pointer,
  input: Json,
  parameters: readonly Parameter[],
  types: readonly InputName[],
  found: Inputs,
): void {
  const { name, in: location, type: given } = isObject(input) ? input : {};
  const type = types.find((each) => each === given);
  checks.allowKeys(at, input, ["name", "in", "type"]);
  const parameter = parameters.find((each) => each.in === "query" && each.name === name);
  if (location !== "parameters") checks.report([...at, "in"], "an input must be in parameters");
  else if (!type) checks.report([...at, "type"], `an input's type must be ${formatList(types)}`);
  else if (found[type] !== undefined)
    checks.report([...at, "type"], `there are two inputs of the type ${type}`);
  else if (!parameter)
    checks.report(
      [...at, "name"],
      name === undefined ? "an input needs a name" : `there is no query parameter ${JSON.stringify(name)}`,
    );
  else if (!isNumeric(parameter.type) && !(type === "cursor" && parameter.type === "string"))
    checks.report(
      [...at, "name"],
      `the query parameter ${parameter.name} must be a ${type === "cursor" ? "string" : "number"}, but its type is ${parameter.type ?? "unknown"}`,
    );
  else found[type] = parameter.name;
}

const INPUT_ORDER: readonly InputName[] = ["page", "limit", "offset", "cursor"];

/** Formats names as in "page, limit or offset". */
function formatList(names: readonly InputName[]): string {
  const inOrder = INPUT_ORDER.filter((name) => names.includes(name));
  return [inOrder.slice(0, -1).join(", "), ...inOrder.slice(-1)].filter(Boolean).join(" or ");
}

/** Reads the path to the cursor or URL of the next page. */
function readNext(
  checks: ExtensionReader,
  name: "nextCursor" | "nextUrl",
  outputs: Json | undefined,
  schemas: readonly DocumentNode[],
): string[] {
  const at = ["outputs", name];
  const path = parsePathWithLast(isObject(outputs) ? outputs[name] : undefined);
  const isExpected = (type: string | undefined): boolean =>
    type === "string" || (name === "nextCursor" && isNumeric(type));
  if (!path) checks.report(at, `outputs.${name} must be a path such as $.next`);
  else if (!hasType(checks.reader, schemas, path, isExpected))
    checks.report(at, `${formatPath(path)} is not a string in the JSON of a successful response`);
  return path ?? [];
}

function readResults(
  checks: ExtensionReader,
  outputs: Json | undefined,
  schemas: readonly DocumentNode[],
  pointer: Pointer = ["outputs"],
): string[] {
  const { results } = isObject(outputs) ? outputs : {};
  const at = [...pointer, "results"];
  const path = parsePath(results);
  if (!path) checks.report(at, `${at.join(".")} must be a path such as $.data.items`);
  else if (!hasType(checks.reader, schemas, path, (type) => type === "array"))
    checks.report(at, `${formatPath(path)} is not an array in the JSON of a successful response`);
  return path ?? [];
}

const LINKED_KEYS = ["itemKey"];
const LINK_KEYS = [...LINKED_KEYS, "results", "linkHeader"];
const OFFSET_KEYS = ["itemKey", "total", "start", "end", "firstOffset"];

type ListDetails = Pick<OffsetPagination, "itemKey" | "total" | "start" | "end" | "firstOffset">;

/** Reads `x-list`, which supplements `x-speakeasy-pagination`. */
function readList(
  reader: Reader,
  { pointer, schemas }: ReadableOperation,
  list: Json,
  results: readonly string[],
  keys: readonly string[],
): ListDetails {
  const checks = new ExtensionReader(reader, [...pointer, LIST], LIST);
  if (!isObject(list)) {
    checks.report([], "must be an object");
    return {};
  }
  checks.allowKeys([], list, keys);
  const { itemKey, firstOffset } = list;
  const items = schemasAt(reader, schemas, results).flatMap((schema) => itemsOf(reader, schema));
  if (itemKey === undefined && keys !== OFFSET_KEYS) return {};
  if (typeof itemKey !== "string") checks.report(["itemKey"], "itemKey must name a property of the items");
  else if (!hasType(reader, items, [itemKey], (type) => type === "string" || isNumeric(type)))
    checks.report(["itemKey"], `the items have no property ${itemKey} that is a string or a number`);
  const found: ListDetails = typeof itemKey === "string" ? { itemKey } : {};
  for (const name of ["total", "start", "end"] as const) {
    const paths = readNumberPaths(checks, name, list[name], schemas);
    if (paths) found[name] = paths;
  }
  if (firstOffset !== undefined && !Number.isInteger(firstOffset))
    checks.report(["firstOffset"], "firstOffset must be an integer");
  else if ((firstOffset === undefined) !== (found.start === undefined && found.end === undefined))
    checks.report(["firstOffset"], "firstOffset and start and end require each other");
  else if (firstOffset !== undefined) found.firstOffset = firstOffset as number;
  return found;
}

/** Returns the paths of one field of `x-list`. Undefined if it is missing. */
function readNumberPaths(
  checks: ExtensionReader,
  name: string,
  value: Json | undefined,
  schemas: readonly DocumentNode[],
): string[][] | undefined {
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? value : [];
  if (!list.length) checks.report([name], `${name} must be a list of paths such as $.paging.total`);
  return list.map((each, index) => {
    const path = parsePath(each);
    if (!path) checks.report([name, index], `${name} must hold paths such as $.paging.total`);
    else if (!hasType(checks.reader, schemas, path, isNumeric))
      checks.report(
        [name, index],
        `${formatPath(path)} is not a number in the JSON of a successful response`,
      );
    return path ?? [];
  });
}

const isNumeric = (type: string | undefined): boolean => type === "number" || type === "integer";

/** Returns the schemas of the items of an array. */
export function itemsOf(reader: Reader, schema: DocumentNode): DocumentNode[] {
  return reader
    .parts(schema)
    .flatMap(({ value: { items }, pointer }) =>
      isObject(items) ? (reader.followSchema([...pointer, "items"], items) ?? []) : [],
    );
}
