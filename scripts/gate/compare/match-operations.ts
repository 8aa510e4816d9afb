import { isObject, type Json, type JsonObject, type Pointer } from "../../document/json.js";
import { METHODS } from "../../document/methods.js";
import type { Pair } from "./context.js";
import type { Side } from "./side.js";

/** OpenAPI 3.2 has a field for QUERY too. */
const METHODS_WITH_QUERY = [...METHODS, "query"];

/** An operation of one document. */
export interface LocatedOperation {
  side: Side;
  /** The name for callers: its `operationId`, or else its method and path. */
  name: string;
  method: string;
  path: string;
  /** The path without the names of its parameters. */
  shape: string;
  item: JsonObject;
  operation: JsonObject;
  pointer: Pointer;
  /** The servers of the operation or its path. Undefined if those of the document apply. */
  servers: Json | undefined;
}

/** An operation that both documents have. */
export interface OperationPair {
  base: LocatedOperation;
  revision: LocatedOperation;
}

/**
 * Matches the operations of two documents: by method and path, and then by `operationId`.
 *
 * @param pair - The documents.
 * @param paths - The paths of the base.
 * @param otherPaths - The paths of the revision.
 * @returns The pairs, and the operations without a match.
 */
export function matchOperations(
  { base, revision }: Pair,
  paths: Json | undefined,
  otherPaths: Json | undefined,
): { pairs: OperationPair[]; removed: LocatedOperation[]; added: LocatedOperation[] } {
  const [before, after] = [listOperations(base, paths), listOperations(revision, otherPaths)];
  const pairs: OperationPair[] = [];
  const [removed, added] = [new Set(before), new Set(after)];
  const keys: ((operation: LocatedOperation) => string | undefined)[] = [
    ({ method, path }) => `${method} ${path}`,
    ({ method, shape }) => `${method} ${shape}`,
    ({ method, shape }) => `${method} ${shape.replace(/\/$/, "")}`,
    ({ operation }) => (typeof operation.operationId === "string" ? operation.operationId : undefined),
  ];
  for (const getKey of keys) {
    const unmatched = new Map([...added].map((operation) => [getKey(operation), operation]));
    for (const operation of removed) {
      const key = getKey(operation);
      const match = key === undefined ? undefined : unmatched.get(key);
      if (!match) continue;
      unmatched.delete(key);
      removed.delete(operation);
      added.delete(match);
      pairs.push({ base: operation, revision: match });
    }
  }
  return { pairs, removed: [...removed], added: [...added] };
}

/**
 * Returns the operations of a map of path items.
 *
 * @param side - The document.
 * @param paths - The path items by path.
 * @returns The operations.
 */
export function listOperations(side: Side, paths: Json | undefined): LocatedOperation[] {
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, written]) => {
    const item = side.resolve(written);
    if (!item || path.startsWith("x-")) return [];
    const itemPointer = side.getPointer(item) ?? [];
    // The URL of a callback is an expression such as `{$request.body#/url}`, which is not a parameter.
    const shape = path.replace(/\{[^{}$][^{}]*\}/g, "{}");
    return listPathItemOperations(item).flatMap(([method, operation, ...pointer]): LocatedOperation[] => {
      if (!isObject(operation)) return [];
      const { operationId } = operation;
      return [
        {
          side,
          name: typeof operationId === "string" ? operationId : `${method.toUpperCase()} ${path}`,
          method,
          path,
          shape,
          item,
          operation,
          pointer: [...itemPointer, ...pointer],
          servers: omitEmptyList(operation.servers) ?? omitEmptyList(item.servers),
        },
      ];
    });
  });
}

/** Returns the operations of a path item by their methods, and the pointers to them. */
function listPathItemOperations(
  item: JsonObject,
): [method: string, operation: Json | undefined, ...pointer: string[]][] {
  const additionalOperations = isObject(item.additionalOperations) ? item.additionalOperations : {};
  return [
    ...METHODS_WITH_QUERY.map((method): [string, Json | undefined, string] => [method, item[method], method]),
    ...Object.entries(additionalOperations).map(
      ([method, operation]): [string, Json | undefined, string, string] => [
        method,
        operation,
        "additionalOperations",
        method,
      ],
    ),
  ];
}

const omitEmptyList = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) && value.length ? value : undefined;
