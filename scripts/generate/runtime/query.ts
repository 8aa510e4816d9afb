import {
  encodeReserved,
  getOwnValue,
  isNested,
  listEntries,
  listItems,
  type ParameterStyle,
  type ParameterStyles,
  percentEncode,
  toJsonValue,
} from "./encode.js";

/** The delimiters of values that are not exploded. */
const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "%7C" };

/** The reserved characters that would end a value or represent a space. */
const STRUCTURAL = /^[#&+[\]]$/;

/**
 * Creates the `querySerializer` of an operation.
 *
 * @param styles - The styles of the parameters that differ from `form`, exploded.
 * @param ownQuery - The encoded query string of the path itself.
 * @returns The serializer. Its result has no `?`.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function createQuerySerializer(
  styles: ParameterStyles = {},
  ownQuery = "",
): (query: object) => string {
  return (query) =>
    [
      ...(ownQuery ? [ownQuery] : []),
      ...Object.entries(query).flatMap(([name, value]) =>
        serializeField(name, value, getOwnValue(styles, name)),
      ),
    ].join("&");
}

/**
 * Serializes one parameter or form field as `name=value` pairs. Arrays and objects that are nested too deep for a style
 * are written in brackets: `name[key][]=value`.
 *
 * @param name - The name of the parameter or field.
 * @param rawValue - Its value.
 * @param parameterStyle - Its serialization. Default: `form`, exploded.
 * @returns The encoded pairs.
 */
export function serializeField(
  name: string,
  rawValue: unknown,
  parameterStyle: ParameterStyle = {},
): string[] {
  const value = toJsonValue(rawValue);
  if (value === undefined || value === null) return [];
  const { style = "form", explode = style === "form", allowReserved = false } = parameterStyle;
  const encodeText = (part: unknown): string =>
    allowReserved ? encodeReserved(String(part), STRUCTURAL) : percentEncode(String(part));
  const writePair = (key: string, part: unknown): string => `${percentEncode(key)}=${encodeText(part)}`;
  if (parameterStyle.json) return [writePair(name, JSON.stringify(value))];
  if (!isNested(value)) return [writePair(name, value)];

  const writeInBrackets = (key: string, part: unknown): string[] =>
    listBracketPairs(key, part).map(([partName, leaf]) => writePair(partName, leaf));
  if (style === "deepObject") return writeInBrackets(name, value);
  const parts: [string, unknown][] = Array.isArray(value)
    ? listItems(value).map((item) => [name, item])
    : listEntries(value);
  const isDeep = parts.some(([, part]) => isNested(part));
  if (isDeep && (!explode || Array.isArray(value))) return writeInBrackets(name, value);
  if (explode)
    return parts.flatMap(([key, part]) =>
      Array.isArray(part) && !listItems(part).some(isNested)
        ? listItems(part).map((item) => writePair(key, item))
        : writeInBrackets(key, part),
    );
  const texts = parts.flatMap(([key, part]) =>
    Array.isArray(value) ? [encodeText(part)] : [percentEncode(key), encodeText(part)],
  );
  return texts.length ? [`${percentEncode(name)}=${texts.join(SEPARATORS[style] ?? ",")}`] : [];
}

/**
 * Returns the scalars of a value, each with its name in brackets. Only arrays of arrays or objects need indexes.
 *
 * @param name - The name of the value.
 * @param value - The value.
 * @returns The names and the scalars.
 */
export function listBracketPairs(name: string, value: unknown): [name: string, leaf: unknown][] {
  if (!isNested(value)) return [[name, value]];
  if (!Array.isArray(value))
    return listEntries(value).flatMap(([key, member]) => listBracketPairs(`${name}[${key}]`, member));
  const items = listItems(value);
  const isDeep = items.some(isNested);
  return items.flatMap((item, index) => listBracketPairs(`${name}[${isDeep ? index : ""}]`, item));
}
