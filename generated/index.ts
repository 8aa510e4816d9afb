// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

import type { components } from "./schema.js";
export * from "./client.js";
export * from "./operations.js";
export type * from "./schema.js";
/** One error. Do not judge by its code alone: code 10000 occurs in successful responses too. */
export type ErrorDetail = components["schemas"]["ErrorDetail"];
/** RealtimeKit's own error response. */
export type ErrorFailure = components["schemas"]["ErrorFailure"];
/** Cloudflare's common error response. */
export type ErrorsFailure = components["schemas"]["ErrorsFailure"];
/** Any of the three shapes of an error response. */
export type Failure = components["schemas"]["Failure"];
/** The position of the page in the list. It is part of the published description since May 2026. Not every response has it. */
export type Paging = components["schemas"]["Paging"];
/** A gateway's error response: problem details as in RFC 9457. */
export type Problem = components["schemas"]["Problem"];
/** One run of a meeting, from the first participant who joins to the last one who leaves. */
export type Session = components["schemas"]["Session"];
/** One page of sessions. */
export type SessionList = components["schemas"]["SessionList"];
/** The fields by which sessions can be sorted. */
export type SessionSortKey = components["schemas"]["SessionSortKey"];
/** Whether the session is live or has ended. */
export type SessionStatus = components["schemas"]["SessionStatus"];
/** The kind of session. */
export type SessionType = components["schemas"]["SessionType"];
/** Ascending or descending. */
export type SortOrder = components["schemas"]["SortOrder"];
