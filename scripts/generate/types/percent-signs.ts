import type { Json } from "../../document/json.js";

/**
 * Replaces a percent sign while openapi-typescript renders, because it decodes names such as `cpu%` like references.
 * The character is for private use, so that documents do not contain it.
 */
const STAND_IN = "\uE025";

/** Replaces the percent signs in all names and texts of a value. References are decoded first. */
export function hidePercentSigns<Value extends Json>(value: Value): Value;
export function hidePercentSigns(value: Json): Json {
  if (typeof value === "string") return value.replaceAll("%", STAND_IN);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => hidePercentSigns(item));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value).map(
    ([key, child]) => [hidePercentSigns(key), hideInMember(key, child)] as const,
  );
  const isChanged = entries.some(([key, child]) => !Object.hasOwn(value, key) || child !== value[key]);
  // Most documents have no percent signs: they are not copied.
  return isChanged ? Object.fromEntries(entries) : value;
}

function hideInMember(key: string, value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  return hidePercentSigns(key === "$ref" && typeof value === "string" ? decodeURIComponent(value) : value);
}

/** Restores the percent signs in a rendered text. */
export function restorePercentSigns(text: string): string {
  return text.replaceAll(STAND_IN, "%");
}
