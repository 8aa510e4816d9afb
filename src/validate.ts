/**
 * Compares the API's responses with the OpenAPI document.
 *
 * @packageDocumentation
 */
import * as validators from "../generated/validators.js";
import { readValues, type Rules } from "./values.js";

/** A difference between a response and the OpenAPI document. */
export interface ValidationIssue {
  /** The JSON pointer to the value, such as `/data/sessions/3/minutes_consumed`; empty for the whole body. */
  pointer: string;
  /** The violation, such as `must be number`. */
  message: string;
}

/** Options of {@link createValidator}. */
export interface ValidatorOptions {
  /**
   * `"warn"` reports each kind of issue once, and returns the data unchanged. It allows further fields, unknown enum
   * values, and `null` unless the field is usually present. `"strict"` allows only what the document describes, and
   * ends the call in an `InvalidResponseError`. Neither checks formats, such as `date-time`.
   *
   * @default "warn"
   */
  mode?: "warn" | "strict" | undefined;
  /**
   * Called with the first issue of each kind, in the mode `"warn"`.
   *
   * @default console.warn
   */
  onIssue?: ((issue: ValidationIssue) => void) | undefined;
}

const RULES: Rules = { mode: { enum: ["warn", "strict"] }, onIssue: { type: "function" } };

/** The maximum number of issues in a message. */
const MAX_LISTED = 5;

/** The operation of a body that is checked outside a client. */
const DEFAULT_OPERATION = "listSessions";

/**
 * Creates a `validate` option for `createSessionsClient`.
 *
 * @param options - The mode, and where issues are reported. Default: none.
 * @returns A function that checks the body of a response of an operation, `listSessions` by default.
 * @throws TypeError for an unknown option or mode.
 * @example
 * ```ts
 * createSessionsClient({ accountId, appId, apiToken, validate: createValidator() });
 * ```
 */
export function createValidator(
  options: ValidatorOptions = {},
): (body: unknown, operation?: string) => string | undefined {
  readValues("option", options, RULES);
  const { mode, onIssue = warn } = options;
  if (mode === "strict") return listIssues;
  const reported = new Set<string>();
  return (body, operation = DEFAULT_OPERATION) => {
    for (const violation of findViolations(body, `${operation}Tolerant`)) {
      // By the location in the schema, so that a thousand rows without the same field are one kind.
      const kind = `${operation} ${violation.schemaPath} ${String(violation.params.missingProperty)}`;
      if (reported.has(kind)) continue;
      reported.add(kind);
      onIssue(toIssue(violation));
    }
    return undefined;
  };
}

/** Returns the issues of a body. An undocumented response has none. */
function findViolations(body: unknown, name: string): readonly validators.SchemaViolation[] {
  const all: Readonly<Record<string, unknown>> = validators;
  const validator = all[name] as validators.Validator | undefined;
  return !validator || validator(body) ? [] : (validator.errors ?? []);
}

/** Describes the issues of a body. Undefined if there are none. */
function listIssues(body: unknown, operation = DEFAULT_OPERATION): string | undefined {
  const issues = findViolations(body, `${operation}Strict`).map(toIssue);
  if (!issues.length) return undefined;
  const listed = issues.slice(0, MAX_LISTED).map(formatIssue).join("; ");
  const more = issues.length - MAX_LISTED;
  return `the body does not match the document: ${listed}${more > 0 ? `; and ${more} more` : ""}`;
}

function warn(issue: ValidationIssue): void {
  console.warn(`realtimekit-sessions: a response does not match the document: ${formatIssue(issue)}`);
}

function formatIssue({ pointer, message }: ValidationIssue): string {
  return `${pointer || "the body"} ${message}`;
}

/** Describes an error of ajv. The pointer of a missing or unknown field is that of the field. */
function toIssue({
  instancePath,
  keyword,
  params,
  message = "",
}: validators.SchemaViolation): ValidationIssue {
  const field = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof field === "string") {
    const pointer = `${instancePath}/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return { pointer, message: keyword === "required" ? "is missing" : "is not in the document" };
  }
  const { allowedValues } = params;
  return {
    pointer: instancePath,
    message: Array.isArray(allowedValues)
      ? `must be one of ${allowedValues.join(", ")}`
      : message.replace(/(?<=^must be \w+),/, " or "),
  };
}
