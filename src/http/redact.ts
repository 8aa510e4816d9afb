/** Replaces the token in a text. */
export type Redact = (text: string) => string;

/** A shorter token could be a part of ordinary words. */
const MIN_TOKEN_LENGTH = 8;

/** How deep an error's causes and properties are read. */
const MAX_DEPTH = 6;

/** Creates a function that replaces a token in texts, also where it is percent-encoded. */
export function createRedact(token: string): Redact {
  if (token.length < MIN_TOKEN_LENGTH) return (text) => text;
  return (text) => text.replaceAll(token, "[redacted]").replaceAll(encodeURIComponent(token), "[redacted]");
}

/** Returns a response without the token in its status text and headers: the same object if there is none. */
export function redactResponse(response: Response, redact: Redact): Response {
  const { status, ok } = response;
  const statusText = redact(response.statusText);
  const headers = new Headers();
  let isSame = statusText === response.statusText;
  response.headers.forEach((value, name) => {
    isSame &&= redact(name + value) === name + value;
    headers.append(redact(name).replace(/[[\]]/g, "_"), redact(value));
  });
  if (isSame) return response;
  // The constructor rejects some statuses, such as 304 with a body or 999.
  return Object.defineProperties(new Response(null, { headers }), {
    status: { value: status },
    statusText: { value: statusText },
    ok: { value: ok },
  });
}

/**
 * Returns what a custom `fetch` threw, without the token: the same object if none of its properties has the token, or
 * else a copy of its name, message, stack, code and causes. Libraries attach the request with its headers to errors.
 */
export function redactThrown(thrown: unknown, redact: Redact, depth = 0): unknown {
  if (isClean(thrown, redact, depth)) return thrown;
  if (!(thrown instanceof Error)) return redact(String(thrown));
  const { cause, code } = thrown as Error & { code?: unknown };
  const copy = new Error(redact(thrown.message));
  const stack = redact(thrown.stack ?? "");
  Object.defineProperties(copy, { name: { value: redact(thrown.name) }, stack: { value: stack } });
  if (cause !== undefined && depth < MAX_DEPTH) copy.cause = redactThrown(cause, redact, depth + 1);
  return typeof code === "string" ? Object.assign(copy, { code: redact(code) }) : copy;
}

/** Whether a value consists of texts, plain objects and errors that do not have the token. */
function isClean(value: unknown, redact: Redact, depth: number): boolean {
  if (typeof value === "string") return redact(value) === value;
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (
    depth > MAX_DEPTH ||
    !(value instanceof Error || Array.isArray(value) || prototype === Object.prototype)
  )
    return false;
  return Reflect.ownKeys(value).every(
    (key) => isClean(String(key), redact, depth) && isClean(Reflect.get(value, key), redact, depth + 1),
  );
}
