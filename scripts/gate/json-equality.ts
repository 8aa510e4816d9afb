import { isObject, type Json } from "../document/json.js";

/** Returns a value as JSON with sorted keys. */
export function stableStringify(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(stableStringify).join()}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${stableStringify(value[name])}`).join()}}`;
}

/** Removes repeated values, and sorts the others by their JSON. */
export function distinct<Value extends Json>(values: readonly Value[]): Value[] {
  const byText = new Map(values.map((value) => [stableStringify(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/** Whether two values are equal, regardless of the order of their keys. */
export function equal(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || stableStringify(a) === stableStringify(b);
}
