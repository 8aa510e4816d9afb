import type { Json, JsonObject } from "../../document/json.js";

/**
 * Returns whether an object is deprecated and its `x-sunset` date is past.
 *
 * @param value - The object, such as a property.
 * @param today - The date, as `YYYY-MM-DD`.
 * @returns Whether its removal was announced for a date that is past.
 */
export function isPastSunset(value: Json | undefined, today: string): boolean {
  const { deprecated, "x-sunset": sunset } = (value ?? {}) as JsonObject;
  const day = parseDay(sunset);
  return deprecated === true && day !== undefined && day <= today;
}

/** Returns the date of a date or time, as `YYYY-MM-DD`. */
export function parseDay(value: Json | undefined): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  return /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? text.slice(0, 10) : undefined;
}
