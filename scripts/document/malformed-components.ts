import type { Document, Source } from "@redocly/openapi-core";
import { isObject, type JsonObject, type Pointer } from "./json.js";

/** A removed part of the components, and its location. */
export interface MalformedComponents {
  source: Source;
  pointer: Pointer;
  message: string;
}

/**
 * Removes `components`, or a kind of components, that is neither an object nor a list. The bundler cannot add
 * components to it. Extensions may have any value.
 *
 * @returns The locations of the removed values.
 */
export function removeMalformedComponents({ source, parsed }: Document): MalformedComponents[] {
  const root = parsed as JsonObject;
  const { components } = root;
  const kinds = isObject(components) ? Object.keys(components).filter((key) => !key.startsWith("x-")) : [];
  const removed = [
    ...removePrimitives(root, ["components"]).map((key) => [key]),
    ...(isObject(components) ? removePrimitives(components, kinds).map((key) => ["components", key]) : []),
  ];
  return removed.map((pointer) => ({
    source,
    pointer,
    message: `${pointer.join(".")} is not an object: it is ignored`,
  }));
}

/** Removes the keys whose values are neither objects nor lists, and returns them. */
function removePrimitives(object: JsonObject, keys: readonly string[]): string[] {
  const removed = keys.filter((key) => object[key] !== undefined && typeof object[key] !== "object");
  for (const key of removed) Reflect.deleteProperty(object, key);
  return removed;
}
