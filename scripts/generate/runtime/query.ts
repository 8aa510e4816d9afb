import {
  encode,
  encodeReserved,
  getEntries,
  isNested,
  toItems,
  getOwnValue,
  type ParameterStyle,
  type ParameterStyles,
  toPlain,
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
 */
export function serializeField(name: string, given: unknown, rule: ParameterStyle = {}): string[] {
  const value = toPlain(given);
  if (value === undefined || value === null) return [];
  const { style = "form", explode = style === "form", allowReserved = false } = rule;
  const encodeText = (each: unknown): string =>
    allowReserved ? encodeReserved(String(each), STRUCTURAL) : encode(String(each));
  const writePair = (key: string, each: unknown): string => `${encode(key)}=${encodeText(each)}`;
  if (rule.json) return [writePair(name, JSON.stringify(value))];
  if (!isNested(value)) return [writePair(name, value)];

  const writeInBrackets = (key: string, each: unknown): string[] =>
    listBracketPairs(key, each).map(([at, leaf]) => writePair(at, leaf));
  if (style === "deepObject") return writeInBrackets(name, value);
  const parts: [string, unknown][] = Array.isArray(value)
    ? toItems(value).map((item) => [name, item])
    : getEntries(value);
  const isDeep = parts.some(([, part]) => isNested(part));
  if (isDeep && (!explode || Array.isArray(value))) return writeInBrackets(name, value);
  if (explode)
    return parts.flatMap(([key, part]) =>
      Array.isArray(part) && !toItems(part).some(isNested)
        ? toItems(part).map((item) => writePair(key, item))
        : writeInBrackets(key, part),
    );
  const texts = parts.flatMap(([key, part]) =>
    Array.isArray(value) ? [encodeText(part)] : [encode(key), encodeText(part)],
  );
  return texts.length ? [`${encode(name)}=${texts.join(SEPARATORS[style] ?? ",")}`] : [];
}

/** Returns the scalars of a value, each with its name in brackets. Only arrays of arrays or objects need indexes. */
export function listBracketPairs(name: string, value: unknown): [name: string, leaf: unknown][] {
  if (!isNested(value)) return [[name, value]];
  if (!Array.isArray(value))
    return getEntries(value).flatMap(([key, each]) => listBracketPairs(`${name}[${key}]`, each));
  const items = toItems(value);
  const isDeep = items.some(isNested);
  return items.flatMap((item, index) => listBracketPairs(`${name}[${isDeep ? index : ""}]`, item));
}
