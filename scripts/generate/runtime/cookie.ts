import {
  getOwnValue,
  isNested,
  listEntries,
  listTexts,
  type ParameterStyle,
  type ParameterStyles,
  percentEncode,
} from "./encode.js";

/**
 * Creates the serializer of an operation's cookie parameters for the `Cookie` header. Browsers do not let a request set
 * that header, and send their own cookies instead.
 */
export function createCookieSerializer(styles: ParameterStyles = {}): (cookie: object) => string | undefined {
  return (cookie) =>
    listEntries(cookie)
      .flatMap(([name, value]) => serializeParameter(name, value, getOwnValue(styles, name) ?? {}))
      .join("; ") || undefined;
}

function serializeParameter(name: string, value: unknown, parameterStyle: ParameterStyle): string[] {
  const { style = "form", explode = true, json = false } = parameterStyle;
  const encodeText = style === "cookie" ? (text: string): string => text : percentEncode;
  const writePair = (text: string): string => `${encodeText(name)}=${text}`;
  if (json) return [writePair(encodeText(JSON.stringify(value)))];
  if (!isNested(value)) return [writePair(encodeText(String(value)))];
  const parts = listTexts(`Cookie ${name}`, value, explode, encodeText);
  if (!explode) return parts.length ? [writePair(parts.join(","))] : [];
  return Array.isArray(value) ? parts.map(writePair) : parts;
}
