import type { Json } from "../../document/json.js";

/** Formats a value as JSON of at most 60 characters. */
export function formatValue(value: Json | undefined): string {
  const text = JSON.stringify(value ?? null);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

/** Formats a value like `formatValue`, but a string without quotes. */
export const formatPlain = (value: Json | undefined): string =>
  typeof value === "string" ? value : formatValue(value);

/** Formats a list in one line: `a, b and c`. */
export function formatList(values: readonly string[]): string {
  const shown = values.length > 12 ? [...values.slice(0, 11), `${values.length - 11} more`] : values;
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
