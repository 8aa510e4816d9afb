/** The parts of a path in a document. It may have a query, and a fragment that only makes it unique. */
interface PathTemplate {
  /** The path without query and fragment. It begins with a slash, or else the host of the server would continue. */
  path: string;
  /** The query without its `?`; empty if there is none. */
  query: string;
}

const BRACES = String.raw`\{[^{}]*\}`;
const PARTS = new RegExp(`^((?:${BRACES}|[^?#])*)(?:\\?((?:${BRACES}|[^#])*))?`, "s");

/** Splits a path of a document. A `?` or `#` in the name of a parameter belongs to the name. */
export function parsePathTemplate(template: string): PathTemplate {
  const [, path = "", query = ""] = PARTS.exec(template) ?? [];
  return { path: path.startsWith("/") ? path : `/${path}`, query };
}
