// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** Where a value is not as the document has it. */
export interface Deviation {
  /** The JSON pointer to the value. */
  instancePath: string;
  /** The place in the schema that the value does not match. */
  schemaPath: string;
  /** The keyword of JSON Schema that is not met. */
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

/** Tells whether a value is as the document has it, and leaves in `errors` where the last one was not. */
export interface Validator {
  (value: unknown): boolean;
  errors?: Deviation[] | null;
}

/** Checks a successful answer of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`, strict. */
export declare const listSessionsStrict: Validator;
/** Checks a successful answer of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`, tolerant. */
export declare const listSessionsTolerant: Validator;
