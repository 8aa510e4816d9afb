import { isObject, type Json, type Pointer } from "../../document/json.js";
import type { DocumentNode } from "../../document/references.js";
import {
  type ExtensionReader,
  formatPath,
  hasType,
  isNumeric,
  parsePath,
  parsePathWithLast,
} from "../extension.js";

/** Reads the path to the cursor or URL of the next page. */
export function readNext(
  checks: ExtensionReader,
  name: "nextCursor" | "nextUrl",
  outputs: Json | undefined,
  schemas: readonly DocumentNode[],
): string[] {
  const at = ["outputs", name];
  const path = parsePathWithLast(isObject(outputs) ? outputs[name] : undefined);
  const isExpected = (type: string | undefined): boolean =>
    type === "string" || (name === "nextCursor" && isNumeric(type));
  const expected = name === "nextCursor" ? "a string or a number" : "a string";
  if (!path) checks.report(at, `outputs.${name} must be a path such as $.next`);
  else if (!hasType(checks.reader, schemas, path, isExpected))
    checks.report(at, `${formatPath(path)} is not ${expected} in the JSON of a successful response`);
  return path ?? [];
}

/** Reads the path to the items. */
export function readResults(
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
