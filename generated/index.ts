// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

import type { components } from "./schema.js";
export * from "./client.js";
export * from "./operations.js";
export type * from "./schema.js";
/** One error. Its code alone decides nothing, since 10000 occurs beside success too. */
export type ErrorDetail = components["schemas"]["ErrorDetail"];
/** RealtimeKit's own envelope of a failure. */
export type ErrorFailure = components["schemas"]["ErrorFailure"];
/** Cloudflare's common envelope of a failure. */
export type ErrorsFailure = components["schemas"]["ErrorsFailure"];
/** Any of the three shapes that a failure has on this route. */
export type Failure = components["schemas"]["Failure"];
/** Where the page stands in the whole list. In the published description since May 2026; not every answer has it. */
export type Paging = components["schemas"]["Paging"];
/** A gateway's failure, as problem details of RFC 9457. */
export type Problem = components["schemas"]["Problem"];
/** One run of a meeting. */
export type Session = components["schemas"]["Session"];
/** One page of sessions, in the API's envelope. */
export type SessionList = components["schemas"]["SessionList"];
/** What sessions can be sorted by. */
export type SessionSortKey = components["schemas"]["SessionSortKey"];
/** Whether a session goes on or is over. */
export type SessionStatus = components["schemas"]["SessionStatus"];
/** What kind of session it is. */
export type SessionType = components["schemas"]["SessionType"];
/** Ascending or descending. */
export type SortOrder = components["schemas"]["SortOrder"];
