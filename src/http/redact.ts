/** Replaces the token in a text. */
export type Redact = (text: string) => string;

/** Texts that can be a token. A shorter one could be a part of ordinary words. */
const TOKENS = /[\w.~+/=-]{8,}/g;

/** The maximum length of a token, which limits the size of the pattern. Longer ones are rejected. */
export const MAX_TOKEN_LENGTH = 2_048;

/** The maximum depth of causes and properties of an error. */
const MAX_DEPTH = 6;

/**
 * Creates a function that replaces a token in texts. It ignores case, and supports the escapes of URLs, JSON and HTML.
 *
 * @param token - The token. In an invalid one, such as `Bearer TOKEN`, each part that could be the token is replaced.
 * @returns The function.
 */
export function createRedact(token: string): Redact {
  const tokens = token.slice(0, MAX_TOKEN_LENGTH).match(TOKENS);
  if (!tokens) return (text) => text;
  const pattern = new RegExp(tokens.map((each) => each.replace(/./g, toPattern)).join("|"), "gi");
  // The replacement is valid in names of headers, too.
  return (text) => text.replace(pattern, "***");
}

/** Returns a pattern for a character and its escapes: `\/`, `%2B` (also encoded twice), `\u002B` and `&#x2B;`. */
function toPattern(character: string): string {
  const hex = character.charCodeAt(0).toString(16);
  return `(?:\\\\{0,2}\\x${hex}|[%\\\\&](25|u00|#x)?${hex};?)`;
}

/** Returns a response without the token in its status text, URL and headers: the same object if there is none. */
export function redactResponse(received: { readonly status: number }, redact: Redact): Response {
  const response = received as Response;
  const { status, ok } = response;
  const text = JSON.stringify([
    response.statusText,
    response.url,
    ...(Symbol.iterator in response.headers ? response.headers : []),
  ]);
  const redacted = redact(text);
  if (redacted === text) return response;
  const [statusText, url, ...headers] = JSON.parse(redacted) as [string, string, ...[string, string][]];
  // The constructor rejects some statuses, such as 999.
  return Object.defineProperties(new Response(null, { headers }), {
    status: { value: status },
    statusText: { value: statusText },
    url: { value: url },
    ok: { value: ok },
  });
}

/**
 * Removes the token from an error of a custom `fetch`. Returns the same object if no property contains the token.
 * Otherwise, it returns a copy of the name, message, stack, code and causes. Libraries attach the request with its
 * headers to errors.
 */
export function redactThrown(thrown: unknown, redact: Redact, depth = 0): unknown {
  if (isClean(thrown, redact, depth)) return thrown;
  if (!(thrown instanceof Error)) return redact(String(thrown));
  const copy = new Error();
  for (const key of ["name", "message", "stack", "code"]) {
    const value: unknown = Reflect.get(thrown, key);
    if (typeof value === "string") Object.defineProperty(copy, key, { value: redact(value) });
  }
  if (thrown.cause && depth < MAX_DEPTH) copy.cause = redactThrown(thrown.cause, redact, depth + 1);
  return copy;
}

/** Returns whether a value consists of strings, plain objects, errors and functions without the token. */
function isClean(value: unknown, redact: Redact, depth: number): boolean {
  if (typeof value === "string") return redact(value) === value;
  if (typeof value === "function") return !Object.keys(value).length;
  if (typeof value !== "object" || !value) return true;
  const isReadable =
    value instanceof Error ||
    [Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value) as unknown[]);
  return (
    isReadable &&
    depth < MAX_DEPTH &&
    Reflect.ownKeys(value).every(
      (key) => isClean(String(key), redact, depth) && isClean(Reflect.get(value, key), redact, depth + 1),
    )
  );
}
