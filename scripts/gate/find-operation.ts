import type { JsonObject } from "../document/json.js";
import { isObject } from "../document/reader.js";
import { followTo } from "./subject.js";
import { firstServer } from "../document/servers.js";

/** An operation as a document has it. */
export interface FoundOperation {
  method: string;
  path: string;
  /** The names of the path's parameters, in their order. */
  pathNames: string[];
  item: JsonObject;
  operation: JsonObject;
}

/**
 * Finds an operation by its method and the shape of its path: a document may name the parameters otherwise, and have
 * a part of the path in its server's address, or the reverse.
 *
 * @returns All that fit equally well: none if there is no such operation, several if the path is too short to tell.
 */
export function findOperations(
  root: JsonObject,
  method: string,
  path: string,
  base: string,
): FoundOperation[] {
  const wanted = shapeOf(path);
  const whole = shapeOf(basePath(base) + path);
  const ours = basePath(firstServer(root.servers) ?? "");
  const found = Object.keys(isObject(root.paths) ? root.paths : {}).flatMap((candidate) => {
    const shape = shapeOf(candidate);
    const rank = [
      shape === wanted,
      shapeOf(ours + candidate) === whole,
      shape === whole,
      shape.endsWith(wanted),
      wanted.endsWith(shape) && shape.includes("{}"),
    ].indexOf(true);
    if (rank < 0) return [];
    const item = followTo(root, ["paths", candidate]);
    const operation = isObject(item) ? item[method.toLowerCase()] : undefined;
    if (!isObject(item) || !isObject(operation)) return [];
    return [{ rank, found: { method, path: candidate, pathNames: namesIn(candidate), item, operation } }];
  });
  const best = Math.min(...found.map(({ rank }) => rank));
  return found.filter(({ rank }) => rank === best).map((each) => each.found);
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{[^{}]+\}/g)].map(([parameter]) => parameter.slice(1, -1));
}

/** A path without its parameters' names, and without a slash at its end. */
function shapeOf(path: string): string {
  return path.replace(/\{[^{}]+\}/g, "{}").replace(/\/$/, "");
}

/** The path in a server's address. */
function basePath(server: string): string {
  return server.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/\/$/, "");
}
