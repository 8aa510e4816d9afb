import { getOwnValue, isNested, type ParameterStyles, toJsonValue } from "./encode.js";
import { serializeField } from "./query.js";

/**
 * Creates the `bodySerializer` of an `application/x-www-form-urlencoded` body. Without its own style, an array repeats
 * its name and an object is written in brackets.
 *
 * @param styles - The `encoding` of the fields.
 * @returns The serializer. It returns `URLSearchParams` and strings unchanged.
 */
export function createFormSerializer(styles: ParameterStyles = {}): (body: unknown) => string {
  return (body) => {
    if (body instanceof URLSearchParams || typeof body === "string") return body.toString();
    return Object.entries(body as object)
      .flatMap(([name, value]) =>
        serializeField(name, value, getOwnValue(styles, name) ?? chooseDefaultStyle(value)),
      )
      .join("&");
  };
}

function chooseDefaultStyle(rawValue: unknown): { style?: "deepObject" } {
  const value = toJsonValue(rawValue);
  return isNested(value) && !Array.isArray(value) ? { style: "deepObject" } : {};
}
