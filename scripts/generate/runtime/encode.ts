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

/**
 * Returns the value of an own property, and ignores inherited ones such as `constructor`.
 *
 * @param object - The object.
 * @param key - The name of the property.
 * @returns The value. Undefined without an own property.
 */
export function getOwnValue<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Converts a value to its JSON form: a `Date` becomes a string. */
export function toJsonValue(value: unknown): unknown {
  const { toJSON } = (value ?? {}) as { toJSON?: unknown };
  return typeof toJSON === "function" ? (toJSON.call(value) as unknown) : value;
}

/** Returns the items of an array, without missing ones. */
export function listItems(value: readonly unknown[]): unknown[] {
  return value.map(toJsonValue).filter((item) => item !== undefined && item !== null);
}

/** Returns the entries of an object, without missing values. */
export function listEntries(value: object): [key: string, value: unknown][] {
  return Object.entries(value)
    .map(([key, member]): [string, unknown] => [key, toJsonValue(member)])
    .filter(([, member]) => member !== undefined && member !== null);
}

/** Returns whether a value is an array or an object. */
export function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Percent-encodes all characters except the unreserved ones of RFC 3986. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Percent-encodes like {@link percentEncode}, but keeps percent-encoded triples and reserved characters.
 *
 * @param text - The text.
 * @param structural - Matches the reserved characters that would end the value, which are encoded too.
 * @returns The encoded text.
 */
export function encodeReserved(text: string, structural: RegExp): string {
  return text
    .split(/(%[\dA-F]{2}|[:/?#[\]@!$&'()*+,;=])/i)
    .map((part, index) => (index % 2 === 1 && !structural.test(part) ? part : percentEncode(part)))
    .join("");
}

/**
 * Returns the texts that a style joins: the items of an array, or an object's keys and values. If the object is
 * exploded, each text is `key=value`.
 *
 * @param subject - The name of the value in the error message.
 * @param value - The array or object.
 * @param explode - Whether the object is exploded.
 * @param encodeText - Encodes each key and value.
 * @returns The encoded texts.
 * @throws TypeError if the value is nested deeper.
 */
export function listTexts(
  subject: string,
  value: object,
  explode: boolean,
  encodeText: (text: string) => string,
): string[] {
  const toText = (member: unknown): string => {
    if (isNested(member)) throw new TypeError(`${subject} must not contain nested arrays or objects.`);
    return encodeText(String(member));
  };
  if (Array.isArray(value)) return listItems(value).map(toText);
  return listEntries(value).flatMap(([key, member]) =>
    explode ? [`${encodeText(key)}=${toText(member)}`] : [encodeText(key), toText(member)],
  );
}
