import type { Problem } from "../problem.js";
import { isObject, type JsonObject, type Pointer } from "./json.js";

type ProblemFactory = (pointer: Pointer, message: string) => Problem;

/**
 * Lists the operations that only OpenAPI 3.2 has. They are left out, because the document is read as 3.1.
 *
 * @param root - The document.
 * @param createProblem - Creates a problem at a value of the document.
 * @returns A warning about the version, and one for each operation.
 */
export function findUnsupportedFeatures(root: JsonObject, createProblem: ProblemFactory): Problem[] {
  const unsupported: { pointer: Pointer; message: string }[] = [
    {
      pointer: ["openapi"],
      message: "OpenAPI 3.2 is read as 3.1. Some of its features are ignored",
    },
  ];
  for (const [path, item] of Object.entries(isObject(root.paths) ? root.paths : {})) {
    if (!isObject(item)) continue;
    if (item.query !== undefined)
      unsupported.push({
        pointer: ["paths", path, "query"],
        message: `QUERY ${path} is left out: only OpenAPI 3.2 has it`,
      });
    for (const method of Object.keys(isObject(item.additionalOperations) ? item.additionalOperations : {}))
      unsupported.push({
        pointer: ["paths", path, "additionalOperations", method],
        message: `${method} ${path} is left out: only OpenAPI 3.2 has it`,
      });
  }
  return unsupported.map(({ pointer, message }) => ({
    ...createProblem(pointer, message),
    rule: "openapi-3.2",
  }));
}
