import type { Json } from "../../document/json.js";

/** The maximum length of a value in characters. */
const MAX_LENGTH = 60;
/** The maximum number of elements of a list. */
const MAX_ELEMENTS = 12;

/** Formats a value as JSON, and truncates a long one. */
export function formatValue(value: Json | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 3)}...`;
}

/** Formats a value like `formatValue`, but a string without quotes. */
export const formatPlain = (value: Json | undefined): string =>
  typeof value === "string" ? value : formatValue(value);

/** Formats a list in one line, and counts the last elements of a long one: `a, b and c`. */
export function formatList(values: readonly string[]): string {
  const shown =
    values.length > MAX_ELEMENTS
      ? [...values.slice(0, MAX_ELEMENTS - 1), `${values.length - MAX_ELEMENTS + 1} more`]
      : values;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}` : shown.join();
}

/**
 * Formats a list of types, with null at the end.
 *
 * @param types - The names of the types. Undefined for all.
 * @param any - The text for all types.
 * @returns The types as in TypeScript: `string | null`.
 */
export function formatTypes(types: readonly string[] | undefined, any: string): string {
  if (!types) return any;
  const isNull = (type: string): boolean => type === "null";
  return [...types.filter((type) => !isNull(type)), ...types.filter(isNull)].join(" | ");
}
