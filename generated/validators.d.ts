// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** A way in which a value is not what the document describes. */
export interface SchemaViolation {
  /** The JSON pointer to the value. */
  instancePath: string;
  /** The place in the schema that the value does not match. */
  schemaPath: string;
  /** The keyword of JSON Schema that is violated. */
  keyword: string;
  params: {
    missingProperty?: string;
    additionalProperty?: string;
    unevaluatedProperty?: string;
    allowedValues?: unknown[];
    [name: string]: unknown;
  };
  message?: string;
}

/** Returns whether a value is what the document describes. `errors` has the violations of the last value. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaViolation[] | null;
}

/** Checks a successful response of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`, strict. */
export declare const listSessionsStrict: Validator;
/** Checks a successful response of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`, tolerant. */
export declare const listSessionsTolerant: Validator;
