import {
  getOwnValue,
  isNested,
  listEntries,
  listTexts,
  type ParameterStyle,
  type ParameterStyles,
} from "./encode.js";

/**
 * Creates the serializer of an operation's header parameters with the style `simple`. Nothing is percent-encoded,
 * because servers do not decode headers.
 */
export function createHeaderSerializer(
  styles: ParameterStyles = {},
): (header: object) => Record<string, string> {
  return (header) =>
    Object.fromEntries(
      listEntries(header).map(([name, value]) => [
        name,
        serializeParameter(name, value, getOwnValue(styles, name) ?? {}),
      ]),
    );
}

function serializeParameter(
  name: string,
  value: unknown,
  { explode = false, json = false }: ParameterStyle,
): string {
  if (json) return JSON.stringify(value).replace(/[^\x20-\x7e]/g, escapeUnit);
  if (isNested(value)) return listTexts(`Header ${name}`, value, explode, (text) => text).join(",");
  return String(value);
}

/** Escapes a code unit for JSON in ASCII. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
