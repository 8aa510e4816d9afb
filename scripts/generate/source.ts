import type { Json } from "../document/json.js";
import { formatPropertyName } from "./property-name.js";

/** Formats a value as source text. */
export function toSource(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(toSource).join(", ")}]`;
  if (typeof value !== "object" || value === null)
    return value === undefined ? "undefined" : JSON.stringify(value);
  return formatObject(Object.entries(value).map(([key, member]) => [key, toSource(member)]));
}

/** Formats an object as source text, from the source text of its values. */
export function formatObject(entries: readonly (readonly [key: string, source: string])[]): string {
  if (!entries.length) return "{}";
  return `{ ${entries.map(([key, source]) => `${formatPropertyName(key)}: ${source}`).join(", ")} }`;
}
