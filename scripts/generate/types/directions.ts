import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { getTarget } from "../../document/references.js";
import { resolveObject } from "../../document/resolve-object.js";
import { mapSubschemas } from "../../document/subschemas.js";
import { resolvePathItem } from "../left-out-operations.js";

/** The direction of a value: from the caller to the API, or back. */
export type Direction = "request" | "response";

/** The schemas of each direction, with all subschemas and references. */
export interface Directions {
  readonly request: ReadonlySet<JsonObject>;
  readonly response: ReadonlySet<JsonObject>;
}

/** Finds the directions of the schemas of a document. The schemas of webhooks count as requests. */
export function findDirections(root: JsonObject): Directions {
  const request = new Set<JsonObject>();
  const response = new Set<JsonObject>();
  for (const path of Object.values(isObject(root.paths) ? root.paths : {}))
    for (const operation of Object.values(resolvePathItem(root, path))) {
      if (!isObject(operation)) collectSchemas(root, operation, request);
      else
        for (const [name, part] of Object.entries(operation))
          collectSchemas(root, part, name === "responses" ? response : request);
    }
  collectSchemas(root, root.webhooks, request);
  return { request, response };
}

/** Adds the schemas of a part of an operation, and those that they refer to. */
function collectSchemas(root: JsonObject, part: Json | undefined, schemas: Set<JsonObject>): void {
  const seen = new Set<object>();
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, child] of Object.entries(Array.isArray(value) ? value : resolveObject(root, value)))
      if (key === "schema") collectSubschemas(root, child, schemas);
      else if (key !== "example" && key !== "examples" && !key.startsWith("x-")) visit(child);
  };
  visit(part);
}

/**
 * Adds a schema, its subschemas, and those that they refer to.
 *
 * @param root - The document.
 * @param value - The schema.
 * @param schemas - Receives the schemas.
 */
export function collectSubschemas(root: JsonObject, value: Json | undefined, schemas: Set<JsonObject>): void {
  if (!isObject(value) || schemas.has(value)) return;
  schemas.add(value);
  collectSubschemas(root, getTarget(root, value), schemas);
  mapSubschemas(value, (subschema) => {
    collectSubschemas(root, subschema, schemas);
    return subschema;
  });
}
