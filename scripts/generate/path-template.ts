/** The parts of a path as a document has it. A path may carry a query and, only to tell it from others, a fragment. */
export interface PathTemplate {
  /** The path alone. */
  path: string;
  /** The query without its `?`; empty if there is none. */
  query: string;
}

const BRACES = String.raw`\{[^{}]*\}`;
const PARTS = new RegExp(`^((?:${BRACES}|[^?#])*)(?:\\?((?:${BRACES}|[^#])*))?`, "s");

/** Splits a path as a document has it. A `?` or `#` in the name of a parameter belongs to the name. */
export function parsePathTemplate(template: string): PathTemplate {
  const [, path = "", query = ""] = PARTS.exec(template) ?? [];
  return { path, query };
}
