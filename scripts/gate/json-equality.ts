import { isObject, type Json } from "../document/json.js";
import { compareCodeUnits } from "../compare-code-units.js";

/** Returns a value as JSON with sorted keys. */
export function stringifySorted(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(stringifySorted).join()}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${stringifySorted(value[name])}`).join()}}`;
}

/** Returns the distinct values, sorted by their JSON. */
export function sortUnique<Value extends Json>(values: readonly Value[]): Value[] {
  const byText = new Map(values.map((value) => [stringifySorted(value), value]));
  return [...byText].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, value]) => value);
}

/**
 * Returns whether two values are equal, regardless of the order of their keys.
 *
 * @param first - A value.
 * @param second - Another value.
 * @returns Whether they are equal.
 */
export function isEqual(first: Json | undefined, second: Json | undefined): boolean {
  if (first === second) return true;
  if (typeof first === "string" || typeof second === "string") return false;
  return stringifySorted(first) === stringifySorted(second);
}
