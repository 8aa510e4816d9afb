import type { Validator } from "../../generated/validators.js";
import { type SchemaDifference, SchemaDifferences } from "../../src/doctor/schema-differences.js";
import type { Recording } from "./recordings.js";
import { compareCodeUnits } from "../compare-code-units.js";

/** The used part of a generated endpoint. */
interface Endpoint {
  method: string;
  path: string;
}

/** The differences between the recorded responses of one operation and the document. */
interface Drift {
  /** The name of the operation. */
  operation: string;
  /** The number of successful responses. */
  responses: number;
  differences: SchemaDifference[];
}

/**
 * Compares recorded responses with the document.
 *
 * @param recordings - The responses. Those of other APIs, and errors, are skipped.
 * @param endpoints - The generated endpoints by their export name, such as `listSessionsEndpoint`.
 * @param validators - The generated validators by their export name, such as `listSessionsStrict`.
 * @returns The operations that have responses, sorted by name. The result contains no values of responses.
 */
export function findDrift(
  recordings: readonly Recording[],
  endpoints: Readonly<Record<string, unknown>>,
  validators: Readonly<Record<string, unknown>>,
): Drift[] {
  return Object.entries(endpoints)
    .filter(([name]) => name.endsWith("Endpoint"))
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .flatMap(([name, endpoint]) => {
      const operation = name.replace(/Endpoint$/, "");
      const validator = validators[`${operation}Strict`] as Validator | undefined;
      const matching = recordings.filter((recording) => isResponseOf(recording, endpoint as Endpoint));
      if (!validator || !matching.length) return [];
      const differences = new SchemaDifferences();
      for (const { body } of matching) differences.add(body, validator);
      return [{ operation, responses: matching.length, differences: differences.list() }];
    });
}

/** Returns whether a response is a success of an endpoint, under any base URL. */
function isResponseOf({ method, url, status }: Recording, endpoint: Endpoint): boolean {
  const path = new RegExp(`${endpoint.path.replace(/\{[^}]+\}/g, "[^/]+")}$`);
  return (
    status >= 200 &&
    status < 300 &&
    method.toUpperCase() === endpoint.method &&
    path.test(URL.canParse(url) ? new URL(url).pathname : url)
  );
}
