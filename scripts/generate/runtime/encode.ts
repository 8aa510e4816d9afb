/** The serialization of one parameter or form field, if it is not the default of its location. */
export interface ParameterStyle {
  style?:
    "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";
  explode?: boolean;
  /** Whether reserved characters that cannot change the URL's structure are not encoded. */
  allowReserved?: boolean;
  /** Whether the value is sent as JSON text, as for a parameter with `content`. */
  json?: boolean;
}

/** The styles of an operation's parameters, by name. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;

/** Returns the value of an own property, and ignores inherited ones such as `constructor`. */
export function getOwnValue<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Converts a value to its JSON form: a `Date` becomes a string. */
export function toPlain(value: unknown): unknown {
  const { toJSON } = (value ?? {}) as { toJSON?: unknown };
  return typeof toJSON === "function" ? (toJSON.call(value) as unknown) : value;
}

/** Returns the items of an array, without missing ones. */
export function toItems(value: readonly unknown[]): unknown[] {
  return value.map(toPlain).filter((item) => item !== undefined && item !== null);
}

/** Returns the entries of an object, without missing values. */
export function getEntries(value: object): [key: string, value: unknown][] {
  return Object.entries(value)
    .map(([key, each]): [string, unknown] => [key, toPlain(each)])
    .filter(([, each]) => each !== undefined && each !== null);
}

/** Returns whether a value is an array or an object. */
export function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Percent-encodes all characters except the unreserved ones of RFC 3986. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Percent-encodes like {@link encode}, but keeps percent-encoded triples and reserved characters.
 *
 * @param text - The text.
 * @param structural - Matches the reserved characters that would end the value, which are encoded too.
 */
export function encodeReserved(text: string, structural: RegExp): string {
  return text
    .split(/(%[\dA-F]{2}|[:/?#[\]@!$&'()*+,;=])/i)
    .map((part, index) => (index % 2 === 1 && !structural.test(part) ? part : encode(part)))
    .join("");
}

/**
 * Returns the texts that a style joins: the items of an array, or the keys and values of an object. If the object is
 * exploded, each text is `key=value`.
 *
 * @param what - The name of the value in the error message.
 * @param value - The array or object.
 * @param explode - Whether the object is exploded.
 * @param encodeText - Encodes each key and value.
 * @throws TypeError if the value is nested deeper.
 */
export function flatten(
  what: string,
  value: object,
  explode: boolean,
  encodeText: (text: string) => string,
): string[] {
  const toText = (each: unknown): string => {
    if (isNested(each)) throw new TypeError(`${what} must not contain nested arrays or objects.`);
    return encodeText(String(each));
  };
  if (Array.isArray(value)) return toItems(value).map(toText);
  return getEntries(value).flatMap(([key, each]) =>
    explode ? [`${encodeText(key)}=${toText(each)}`] : [encodeText(key), toText(each)],
  );
}
