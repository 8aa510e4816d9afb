import type { OperationMatch } from "./find-operation.js";
import type { FetchedDocument } from "../document/fetch-document.js";
import { isObject, type Json, type JsonObject, omitKeys } from "../document/json.js";

/** The operation of both slices, and its compared responses. */
interface SliceOptions {
  /** The path of the operation in both slices. */
  path: string;
  /** The statuses of our document. Ranges and `default` of the upstream document apply to them. */
  statuses: readonly string[];
}

/** The operationId in a slice. */
export const SLICED_OPERATION_ID = "operation";

/** Returns the statuses of successful responses. */
export function listSuccessStatuses({ responses }: JsonObject): string[] {
  return Object.keys(isObject(responses) ? responses : {}).filter((status) => status.startsWith("2"));
}

/**
 * Returns a document with only one operation, at the given path, and only its successful responses. Servers are left
 * out, because both documents describe the same API.
 *
 * @param document - The document.
 * @param match - The operation in the document.
 * @param options - The path in the slice, and the statuses of the compared responses.
 * @returns The document with only that operation.
 */
export function sliceOperation(
  document: FetchedDocument,
  match: OperationMatch,
  { path, statuses }: SliceOptions,
): FetchedDocument {
  const { method, item, operation } = match;
  const key = method.toLowerCase();
  const root = omitKeys(document.root, "servers");
  const kept = omitKeys(operation, "servers", "callbacks");
  const responses = isObject(operation.responses) ? operation.responses : {};
  const sliced: JsonObject = {
    ...kept,
    operationId: SLICED_OPERATION_ID,
    responses: pickResponses(responses, statuses),
  };
  return {
    ...document,
    root: {
      ...root,
      paths: {
        [path]: { ...(item.parameters !== undefined && { parameters: item.parameters }), [key]: sliced },
      },
    },
    createProblem: (pointer, message) =>
      document.createProblem(
        pointer[0] === "paths" ? ["paths", match.path, ...pointer.slice(2)] : pointer,
        message,
      ),
  };
}

function pickResponses(responses: JsonObject, statuses: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const status of statuses) {
    const response: Json | undefined = responses[status] ?? responses["2XX"] ?? responses.default;
    if (response !== undefined) picked[status] = response;
  }
  for (const status of listSuccessStatuses({ responses }))
    if (/^2\d\d$/.test(status)) picked[status] = responses[status];
  return picked;
}

/**
 * Renames the parameters of a path, from the last to the first.
 *
 * @param path - The path.
 * @param names - The new names. Their number may differ from that of the parameters.
 * @returns The path with the new names.
 */
export function renameParameters(path: string, names: readonly string[]): string {
  const parameters = [...path.matchAll(/\{[^{}]+\}/g)];
  const missing = names.length - parameters.length;
  let index = 0;
  return path.replace(/\{[^{}]+\}/g, (parameter) => {
    const name = names[index++ + missing];
    return name === undefined ? parameter : `{${name}}`;
  });
}
