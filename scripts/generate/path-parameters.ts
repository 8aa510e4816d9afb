import type { Json, JsonObject, Pointer } from "../document/json.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";

/**
 * Declares the undeclared path parameters of an operation as strings.
 *
 * @param reader - Follows references, and collects warnings.
 * @param location - The path, its path item, and the pointer to the operation.
 * @param operation - The operation.
 * @returns A copy of the operation with the parameters, or the operation itself.
 */
export function addPathParameters(
  reader: Reader,
  { path, pathItem, pointer }: { path: string; pathItem: DocumentNode; pointer: Pointer },
  operation: JsonObject,
): JsonObject {
  const declared = new Set([
    ...findPathParameterNames(reader, [...pathItem.pointer, "parameters"], pathItem.value.parameters),
    ...findPathParameterNames(reader, [...pointer, "parameters"], operation.parameters),
  ]);
  const missing = [...path.matchAll(/\{([^{}]+)\}/g)]
    .map(([, name = ""]) => name)
    .filter((name, index, names) => !declared.has(name) && names.indexOf(name) === index);
  if (!missing.length) return operation;
  for (const name of missing)
    reader.warn(
      "undeclared-path-parameter",
      pointer,
      `the path has {${name}}, but no such path parameter is declared: it is a string`,
    );
  const added = missing.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const writtenParameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  return { ...operation, parameters: [...writtenParameters, ...added] };
}

function findPathParameterNames(reader: Reader, pointer: Pointer, list: Json | undefined): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((parameter, index) => {
    const target = reader.resolve([...pointer, index], parameter);
    if (!("value" in target)) return [];
    const { name, in: location } = target.value;
    return location === "path" && typeof name === "string" ? [name] : [];
  });
}
