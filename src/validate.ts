/**
 * Compares the API's answers with the OpenAPI document, for those who want to know of each deviation.
 *
 * @packageDocumentation
 */
import { type Deviation, listSessionsStrict, listSessionsTolerant } from "../generated/validators.js";

/** A way in which an answer is not as the OpenAPI document has it. */
export interface ResponseDeviation {
  /** The JSON pointer to the value, such as `/data/sessions/3/minutes_consumed`. */
  pointer: string;
  /** What is wrong with it, such as `must be number`. */
  message: string;
}

/** How answers are looked at. */
export interface ValidatorOptions {
  /**
   * `"warn"` tells each kind of deviation once, and lets the data through as it came. Further fields, unknown words
   * where there are some to choose from, and `null` are none. `"strict"` has nothing but what the document has, and
   * ends the call in an `InvalidResponseError`. Neither looks at formats, such as `date-time`. Default: `"warn"`.
   */
  mode?: "warn" | "strict" | undefined;
  /** Is told the first deviation of each kind; for the mode `"warn"`. Default: `console.warn`. */
  onDeviation?: ((deviation: ResponseDeviation) => void) | undefined;
}

/** How many deviations a message names. */
const NAMED = 5;

/**
 * Makes a `validate` for `createSessionsClient`, which compares answers with the OpenAPI document.
 *
 * @throws TypeError for a mode that there is not.
 * @example
 * createSessionsClient({ accountId, appId, apiToken, validate: createValidator() });
 */
export function createValidator(options: ValidatorOptions = {}): (body: unknown) => string | undefined {
  const { mode = "warn", onDeviation = warn } = options;
  if (mode === "strict") return strictFault;
  // Types do not stop everybody, and who asks for another mode wants to be told that there is none.
  if ((mode as string) !== "warn") throw new TypeError('mode must be "warn" or "strict"');
  const told = new Set<string>();
  return (body) => {
    if (listSessionsTolerant(body)) return undefined;
    for (const deviation of listSessionsTolerant.errors ?? []) {
      // By the place in the schema: a list's thousand rows that lack the same field are one kind.
      const kind = `${deviation.schemaPath} ${String(deviation.params.missingProperty)}`;
      if (told.has(kind)) continue;
      told.add(kind);
      onDeviation(described(deviation));
    }
    return undefined;
  };
}

function strictFault(body: unknown): string | undefined {
  if (listSessionsStrict(body)) return undefined;
  const deviations = (listSessionsStrict.errors ?? []).map(described);
  const named = deviations
    .slice(0, NAMED)
    .map(({ pointer, message }) => `${pointer || "the body"} ${message}`);
  const more = deviations.length - named.length;
  return `not as its description has it: ${named.join("; ")}${more ? `; and ${more} more` : ""}`;
}

function warn({ pointer, message }: ResponseDeviation): void {
  console.warn(
    `realtimekit-sessions: an answer is not as its description has it: ${pointer || "the body"} ${message}`,
  );
}

/** A deviation by the value that it is about: for a field that is missing or unknown, the field. */
function described({ instancePath, keyword, params, message = "" }: Deviation): ResponseDeviation {
  const field = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof field === "string") {
    const pointer = `${instancePath}/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return { pointer, message: keyword === "required" ? "is missing" : "is a field that it does not have" };
  }
  const { allowedValues } = params;
  return {
    pointer: instancePath,
    message: Array.isArray(allowedValues)
      ? `must be one of ${allowedValues.join(", ")}`
      : message.replace(/(?<=^must be \w+),/, " or "),
  };
}
