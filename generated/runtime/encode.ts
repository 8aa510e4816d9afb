// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** How one parameter or form field is serialized, where that differs from the default of its location. */
export interface ParameterStyle {
  style?:
    | "simple"
    | "label"
    | "matrix"
    | "form"
    | "spaceDelimited"
    | "pipeDelimited"
    | "deepObject"
    | "cookie";
  explode?: boolean;
  /** Whether reserved characters that cannot change the URL's structure stay as they are. */
  allowReserved?: boolean;
  /** Whether the value is sent as JSON text, as for a parameter with `content`. */
  json?: boolean;
}

/** The styles of an operation's parameters, by name. */
export type ParameterStyles = Readonly<Record<string, ParameterStyle>>;

/** The value of an own property: a name such as `constructor` finds nothing. */
export function ownValue<Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A value as JSON has it: a `Date`, for one, becomes a text. */
export function toPlain(value: unknown): unknown {
  const { toJSON } = (value ?? {}) as { toJSON?: unknown };
  return typeof toJSON === "function" ? (toJSON.call(value) as unknown) : value;
}

/** The items of an array, without those that are missing. */
export function itemsOf(value: readonly unknown[]): unknown[] {
  return value.map(toPlain).filter((item) => item !== undefined && item !== null);
}

/** The entries of an object, without those that have no value. */
export function entriesOf(value: object): [key: string, value: unknown][] {
  return Object.entries(value)
    .map(([key, each]): [string, unknown] => [key, toPlain(each)])
    .filter(([, each]) => each !== undefined && each !== null);
}

/** Whether a value consists of others. */
export function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Percent-encodes as {@link encode} does, but leaves reserved characters and percent-encoded triples as they
 * are, except those that would end the value where it stands.
 */
export function encodeReserved(text: string, structural: RegExp): string {
  return text
    .split(/(%[\dA-F]{2}|[:/?#[\]@!$&'()*+,;=])/i)
    .map((part, index) => (index % 2 === 1 && !structural.test(part) ? part : encode(part)))
    .join("");
}

/**
 * A value that may be an array or an object, but nothing deeper, as the texts that a style joins: the items
 * of an array, the keys and values of an object in turn, or `key=value` where the object is exploded.
 */
export function flatten(
  what: string,
  value: object,
  explode: boolean,
  encodeText: (text: string) => string,
): string[] {
  const text = (each: unknown): string => {
    if (isNested(each)) throw new TypeError(`${what} must not hold nested arrays or objects.`);
    return encodeText(String(each));
  };
  if (Array.isArray(value)) return itemsOf(value).map(text);
  return entriesOf(value).flatMap(([key, each]) =>
    explode ? [`${encodeText(key)}=${text(each)}`] : [encodeText(key), text(each)],
  );
}
