import { isObject, type Json, type Pointer } from "../../document/json.js";
import type { DocumentNode } from "../../document/references.js";
import {
  describeActual,
  type ExtensionReader,
  formatPath,
  hasType,
  isNumeric,
  parsePath,
  parsePathWithLast,
} from "../extension.js";

/**
 * Reads the path to the cursor or URL of the next page.
 *
 * @param checks - Reports problems of the extension.
 * @param name - The output.
 * @param outputs - The `outputs` of the extension.
 * @param schemas - The schemas of the JSON in successful responses.
 * @returns The names in the path. Empty for an invalid path.
 */
export function readNext(
  checks: ExtensionReader,
  name: "nextCursor" | "nextUrl",
  outputs: Json | undefined,
  schemas: readonly DocumentNode[],
): string[] {
  const outputPointer = ["outputs", name];
  const written = isObject(outputs) ? outputs[name] : undefined;
  const path = parsePathWithLast(written);
  const isExpected = (type: string | undefined): boolean =>
    type === "string" || (name === "nextCursor" && isNumeric(type));
  const expected = name === "nextCursor" ? "a string or a number" : "a string";
  if (!path)
    checks.report(outputPointer, `outputs.${name} must be a path such as $.next, ${describeActual(written)}`);
  else if (!hasType(checks.reader, schemas, path, isExpected))
    checks.report(
      outputPointer,
      `${formatPath(path)} is not ${expected} in the JSON of a successful response`,
    );
  return path ?? [];
}

/**
 * Reads the path to the items.
 *
 * @param checks - Reports problems of the extension.
 * @param outputs - The object with `results`.
 * @param schemas - The schemas of the JSON in successful responses.
 * @param pointer - The pointer from the extension to the object. Default: `["outputs"]`.
 * @returns The names in the path. Empty for an invalid path.
 */
export function readResults(
  checks: ExtensionReader,
  outputs: Json | undefined,
  schemas: readonly DocumentNode[],
  pointer: Pointer = ["outputs"],
): string[] {
  const { results } = isObject(outputs) ? outputs : {};
  const resultsPointer = [...pointer, "results"];
  const path = parsePath(results);
  if (!path)
    checks.report(
      resultsPointer,
      `${resultsPointer.join(".")} must be a path such as $.data.items, ${describeActual(results)}`,
    );
  else if (!hasType(checks.reader, schemas, path, (type) => type === "array"))
    checks.report(resultsPointer, `${formatPath(path)} is not an array in the JSON of a successful response`);
  return path ?? [];
}
