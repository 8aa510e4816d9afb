import { isObject, type JsonObject, type Pointer } from "../../document/json.js";
import type { Reader } from "../../document/reader.js";
import { describeActual, ExtensionReader } from "../extension.js";
import { readInputs } from "./inputs.js";
import { LINK_KEYS, LINKED_KEYS, LIST, OFFSET_KEYS, readList } from "./list-extension.js";
import { readNext, readResults } from "./outputs.js";
import type { LinkedPagination, Pagination, ReadableOperation } from "./types.js";

const PAGINATION = "x-speakeasy-pagination";
/** The input types of each type of pagination: one of these, and optionally a limit. */
const INPUTS = { offsetLimit: ["page", "offset"], cursor: ["cursor"], url: [] } as const;

/** The output of each type of pagination that leads to the next page. */
const NEXT_OUTPUT = { offsetLimit: undefined, cursor: "nextCursor", url: "nextUrl" } as const;

/**
 * Reads the pagination of an operation, and reports what the operation does not support.
 *
 * @param reader - Follows references, and collects problems.
 * @param operation - The operation.
 * @returns The pagination. Undefined without the extension, or if it is invalid.
 */
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
      `${PAGINATION}: the type must be offsetLimit, cursor or url, ${describeActual(type)}`,
    );
    return undefined;
  }
  const checks = new ExtensionReader(reader, pointer, PAGINATION);
  const output = NEXT_OUTPUT[type];
  checkKeys(checks, pointer, extension, output);
  const inputs = readInputs(checks, extension.inputs, operation.parameters, INPUTS[type]);
  const results = readResults(checks, extension.outputs, operation.schemas);
  const next = output && readNext(checks, output, extension.outputs, operation.schemas);
  const listKeys = type === "offsetLimit" ? OFFSET_KEYS : LINKED_KEYS;
  const details = list === undefined ? {} : readList(reader, operation, list, results, listKeys);
  return { type, ...inputs, results, ...(next && { next }), ...details };
}

/** Reports keys that are not supported, and warns of an output that is ignored. */
function checkKeys(
  checks: ExtensionReader,
  pointer: Pointer,
  { outputs, ...others }: JsonObject,
  nextOutput: string | undefined,
): void {
  checks.reportUnknownKeys([], others, ["type", "inputs"]);
  checks.reportUnknownKeys(["outputs"], outputs, [
    "results",
    "numPages",
    ...(nextOutput ? [nextOutput] : []),
  ]);
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
    checks.report(
      ["linkHeader"],
      `linkHeader must be Link, the header of RFC 8288, ${describeActual(linkHeader)}`,
    );
  else if (!hasHeader(reader, operation, "link"))
    checks.report(["linkHeader"], "no successful response has a header Link");
  const details = readList(reader, operation, list, results, LINK_KEYS);
  return { type: "link", results, ...details };
}

/** Returns whether a successful response has a header. */
function hasHeader(reader: Reader, { value, pointer }: ReadableOperation, name: string): boolean {
  const { responses } = value;
  return Object.entries(isObject(responses) ? responses : {})
    .filter(([status]) => /^(2|default)/.test(status))
    .flatMap(([status, response]) => reader.follow([...pointer, "responses", status], response) ?? [])
    .some(({ value: { headers } }) =>
      Object.keys(isObject(headers) ? headers : {}).some((header) => header.toLowerCase() === name),
    );
}
