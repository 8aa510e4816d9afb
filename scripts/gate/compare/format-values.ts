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
