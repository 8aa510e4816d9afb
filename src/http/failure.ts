import type { ApiErrorDetail } from "../errors.js";
import type { Redact } from "./redact.js";

/** How much of a body stands in a message, and in `bodyText`. */
const MAX_SUMMARY_LENGTH = 500;
const MAX_BODY_TEXT_LENGTH = 2_000;

/** What a body says about a failure. */
export interface Failure {
  /** In one line, for the message; empty if the body says nothing. */
  summary: string;
  /** The errors in the body. */
  errors: ApiErrorDetail[];
  /** The start of the body without control characters. */
  bodyText: string | undefined;
}

/** The usual mistake behind a status. */
const HINTS: Record<number, string> = {
  401: "Is the API token right?",
  403: "Has the API token the permission Realtime or Realtime Admin?",
  404: "Is the app id right?",
};

/** Texts that say no more than the status. Anything else is more specific than a hint. */
const GENERIC =
  /^([^a-z]|\b(code|errors?|authenticat\w+|authoriz\w+|unauthoriz\w+|unauthenticated|forbidden|access|denied|failed|not|invalid|api|app|token|found)\b)*$/i;

/** Returns the hint for a status, if the body does not say otherwise. */
export function hintFor(status: number, summary: string): string {
  const hint = GENERIC.test(summary) ? HINTS[status] : undefined;
  return hint ? `. ${hint}` : "";
}

/** Reads what a body says about a failure: JSON of any shape, HTML, or text. */
export function readFailure(text: string, redact: Redact): Failure {
  let body: unknown;
  // JSON is written anew before the redaction, since escapes can hide a token.
  let readable: string;
  try {
    readable = redact(JSON.stringify(JSON.parse(text)));
    body = JSON.parse(readable);
  } catch {
    readable = redact(text);
  }
  const errors = parseErrors(body);
  return {
    errors,
    summary: shorten(summarizeErrors(errors) || summarizeBody(body, readable), MAX_SUMMARY_LENGTH),
    bodyText: readable ? shorten(readable, MAX_BODY_TEXT_LENGTH) : undefined,
  };
}

/**
 * Finds the errors in a body, in the shapes that the API, its gateway and common frameworks use:
 * `{ errors: [{ code, message }] }`, `{ error: { code, message } }`, `{ errors: { field: [message] } }`, `{ message }`,
 * or problem details (RFC 9457).
 */
export function parseErrors(body: unknown): ApiErrorDetail[] {
  const { errors, error, title, detail, status, code, message } = Object(body) as Record<string, unknown>;
  const problem = [title, detail].filter((text) => typeof text === "string").join(": ");
  const found =
    [errors, error].map(listErrors).find(({ length }) => length) ??
    (problem ? [{ code: status, message: problem }] : message ? [{ code, message }] : []);
  return found.flatMap((each): ApiErrorDetail[] => {
    if (typeof each === "string") return [{ message: each }];
    return typeof each === "object" && each !== null ? [each] : [];
  });
}

/** Lists the errors at `errors` or `error`. */
function listErrors(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const fields = typeof value === "object" ? Object.entries(value ?? {}) : [];
  if (fields.length && fields.every(([, messages]) => Array.isArray(messages)))
    return fields.map(([field, messages]) => `${field}: ${(messages as unknown[]).join(", ")}`);
  return value ? [value] : [];
}

/** Writes the errors in one line. A response may lack any field. */
function summarizeErrors(errors: readonly Record<string, unknown>[]): string {
  return errors
    .slice(0, MAX_SUMMARY_LENGTH)
    .flatMap(({ code, message }) => {
      const suffix = typeof code === "number" || typeof code === "string" ? `(code ${code})` : "";
      return `${typeof message === "string" ? message : ""} ${suffix}`.trim() || [];
    })
    .join("; ");
}

/** Writes any other body in one line: the title of HTML, the text of a JSON string, or the body itself. */
function summarizeBody(body: unknown, text: string): string {
  if (typeof body === "string") return body;
  // No value, or one without contents.
  if (/^(null|\[\]|\{\})?$/.test(text)) return "";
  const start = text.slice(0, 20 * MAX_SUMMARY_LENGTH);
  return (/<title[^<>]*>([^<>]+)/i.exec(start)?.[1] ?? start.replace(/<[^<>]*>?/g, " ")).trim();
}

/** Removes control characters, and cuts a text without cutting a character in two. */
function shorten(text: string, length: number): string {
  // Beyond twice the length nothing is left, unless it is white space.
  const line = text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ");
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
