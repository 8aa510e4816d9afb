import type { ApiErrorDetail } from "../errors.js";
import type { Redact } from "./redact.js";

/** The maximum length of a body in a message. */
const MAX_SUMMARY_LENGTH = 500;

/** The maximum length of `bodyText`. */
const MAX_BODY_TEXT_LENGTH = 2_000;

/** The description of a failure in a body. */
export interface Failure {
  /** One line for the message. Empty if the body has no description. */
  summary: string;
  /** The errors in the body. */
  errors: ApiErrorDetail[];
  /** The start of the body without control characters. */
  bodyText: string;
}

/** A question about the probable cause, by status. */
const HINTS: Record<number, string> = {
  401: "Is the API token right?",
  403: "Does the API token have the permission Realtime or Realtime Admin?",
};

/** Words of texts that only repeat the status. Any other text is more specific than a hint. */
const GENERIC = "code|error|(un)?auth\\w+|forbidden|access|denied|failed|not|invalid|api|token|found";

/**
 * Returns the hint for a status, unless the body is more specific.
 *
 * @param status - The HTTP status.
 * @param summary - The description of the failure in the body. Empty if the body has none.
 * @param idName - The name of the last id in the path, such as `session_id`. Default: none. 404 then has no hint.
 * @returns The hint after a full stop, to append to a message. Empty without a hint.
 */
export function findHint(status: number, summary: string, idName = ""): string {
  const hint = status === 404 && idName ? `Is the ${idName.replaceAll("_", " ")} right?` : HINTS[status];
  const generic = `^([^a-z]|${GENERIC}|${idName.replaceAll("_", "|")})*$`;
  return hint && new RegExp(generic, "i").test(summary) ? `. ${hint}` : "";
}

/**
 * Reads the description of a failure from a body. It supports the shapes of the API, its gateway and common frameworks:
 * `{ errors: [{ code, message }] }`, `{ error: { code, message } }`, `{ errors: { field: [message] } }`, `{ message }`,
 * or problem details (RFC 9457). Any other body counts as text.
 */
export function readFailure(text: string, redact: Redact): Failure {
  let body: unknown;
  let readable = text;
  try {
    // Serialized again before the redaction, because escapes can hide a token.
    readable = redact(JSON.stringify(JSON.parse(text)));
    body = JSON.parse(readable);
  } catch {
    readable = redact(readable);
  }
  const { errors, error, message } = Object(body) as Record<string, unknown>;
  // Beside a message, frameworks such as Spring and NestJS repeat the text of the status in the error.
  const details =
    [errors, typeof error === "string" && message ? message : error]
      .map(listErrors)
      .find(({ length }) => length) ?? toDetail(body).filter((detail) => detail.message);
  const summary = details
    .flatMap((detail) => [detail, detail.error_chain].flat())
    .flatMap(toDetail)
    .flatMap(summarizeError)
    .join("; ");
  return {
    errors: details,
    summary: shorten(summary || summarizeBody(readable), MAX_SUMMARY_LENGTH),
    bodyText: shorten(readable, MAX_BODY_TEXT_LENGTH),
  };
}

/** Lists the errors at `errors` or `error`. */
function listErrors(value: unknown): ApiErrorDetail[] {
  // Not of a string, whose characters would be its entries.
  const fields = value instanceof Object ? Object.entries(value) : [];
  const isByField = fields.length && fields.every(([, messages]) => Array.isArray(messages));
  const list = isByField
    ? fields.map(
        ([field, messages]) =>
          `${field}: ${(messages as unknown[]).flatMap(toDetail).flatMap(summarizeError).join(", ")}`,
      )
    : [value].flat();
  return list.flatMap(toDetail);
}

/** Converts a string, an error of the API or problem details to one shape. */
function toDetail(value: unknown): ApiErrorDetail[] {
  if (!value) return [];
  if (typeof value === "string") return [{ message: value }];
  if (typeof value !== "object") return [];
  const { title, detail, status, message } = value as Record<string, unknown>;
  const problem = [title, detail].filter((text) => typeof text === "string").join(": ");
  return [message || !problem ? value : { code: status as number, message: problem }];
}

/** Formats the message and the code of an error. Returns an empty array if the response lacks both. */
function summarizeError({ code, message }: Record<string, unknown>): string | [] {
  const suffix = /number|string/.test(typeof code) ? `(code ${String(code)})` : "";
  return `${typeof message === "string" ? message : ""} ${suffix}`.trim() || [];
}

/** Formats any other body in one line: the title of HTML, or the body itself. */
function summarizeBody(text: string): string {
  const start = text.slice(0, 9_999);
  // JSON without contents, such as an envelope whose fields are all empty.
  if (/^(null|""|\[\]|\{("\w+":(null|false|""|\[\]|\{\}),?)*\})$/.test(start)) return "";
  // The title of Express is always "Error".
  return (/<title[^<>]*>(?!Error<)([^<>]+)/i.exec(start)?.[1] ?? start.replace(/<[^<>]*>?/g, " ")).trim();
}

/** Removes control characters, and truncates a text without splitting a character. */
function shorten(text: string, length: number): string {
  // Truncated first, because a body can have 32 MiB.
  const line = text.slice(0, 4 * length).replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ");
  return line.length > length ? `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
