import { isObject, type JsonObject } from "../document/json.js";
import { resolvePointer } from "../document/references.js";
import { resolveFirstServer } from "../document/servers.js";

/** An operation of a document. */
export interface OperationMatch {
  method: string;
  path: string;
  /** The names of the path's parameters, in their order. */
  pathNames: string[];
  item: JsonObject;
  operation: JsonObject;
}

/**
 * Finds an operation by its method and the shape of its path. A document may name the parameters differently. The URL
 * of its server may contain a part of the path.
 *
 * @param root - The document to search.
 * @param method - The method of the operation.
 * @param path - The path of the operation.
 * @param base - The base URL of the document that the path is from.
 * @returns All equally good matches. Several if the path is ambiguous.
 */
export function findOperations(
  root: JsonObject,
  method: string,
  path: string,
  base: string,
): OperationMatch[] {
  const pathShape = removeParameterNames(path);
  const fullShape = removeParameterNames(parseBasePath(base) + path);
  const ownBasePath = parseBasePath(resolveFirstServer(root.servers) ?? "");
  const matches = Object.keys(isObject(root.paths) ? root.paths : {}).flatMap((candidate) => {
    const shape = removeParameterNames(candidate);
    const rank = [
      shape === pathShape,
      removeParameterNames(ownBasePath + candidate) === fullShape,
      shape === fullShape,
      shape.endsWith(pathShape),
      pathShape.endsWith(shape) && shape.includes("{}"),
    ].indexOf(true);
    if (rank < 0) return [];
    const item = resolvePointer(root, ["paths", candidate]);
    const operation = isObject(item) ? item[method.toLowerCase()] : undefined;
    if (!isObject(item) || !isObject(operation)) return [];
    return [
      { rank, found: { method, path: candidate, pathNames: findParameterNames(candidate), item, operation } },
    ];
  });
  const best = Math.min(...matches.map(({ rank }) => rank));
  return matches.filter(({ rank }) => rank === best).map((candidate) => candidate.found);
}

function findParameterNames(path: string): string[] {
  return [...path.matchAll(/\{[^{}]+\}/g)].map(([parameter]) => parameter.slice(1, -1));
}

/** Returns a path without the names of its parameters and without a trailing slash. */
function removeParameterNames(path: string): string {
  return path.replace(/\{[^{}]+\}/g, "{}").replace(/\/$/, "");
}

/** Returns the path of a server's URL. */
function parseBasePath(server: string): string {
  return server.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\/$/, "");
}
