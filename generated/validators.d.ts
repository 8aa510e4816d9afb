// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** A way in which a value is not what the document describes. */
export interface SchemaViolation {
  /** The JSON pointer to the value. */
  instancePath: string;
  /** The location in the schema that the value does not match. */
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
/**
 * Checks a successful response of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`,
 * strict.
 */
export declare const getSessionStrict: Validator;
/**
 * Checks a successful response of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`,
 * tolerant.
 */
export declare const getSessionTolerant: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`, strict.
 */
export declare const getSessionChatStrict: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`, tolerant.
 */
export declare const getSessionChatTolerant: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`, strict.
 */
export declare const listSessionParticipantsStrict: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`, tolerant.
 */
export declare const listSessionParticipantsTolerant: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`, strict.
 */
export declare const getSessionParticipantStrict: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`,
 * tolerant.
 */
export declare const getSessionParticipantTolerant: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`, strict.
 */
export declare const getSessionSummaryStrict: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`, tolerant.
 */
export declare const getSessionSummaryTolerant: Validator;
/**
 * Checks a successful response of `POST
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`, strict.
 */
export declare const generateSessionSummaryStrict: Validator;
/**
 * Checks a successful response of `POST
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`, tolerant.
 */
export declare const generateSessionSummaryTolerant: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`, strict.
 */
export declare const getSessionTranscriptStrict: Validator;
/**
 * Checks a successful response of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`, tolerant.
 */
export declare const getSessionTranscriptTolerant: Validator;
