/**
 * For tests: the API in memory, and sessions for it. Runs wherever `fetch` does.
 *
 * @packageDocumentation
 */
export { createFakeApi, fakeApiDefaults, type FakeApiOptions } from "./testing/fake-api.js";
export type { FakePagingOptions } from "./testing/fake-list.js";
export type { FakeApi } from "./testing/fake-server.js";
export { generateSessions, type GenerateSessionsOptions } from "./testing/generate-sessions.js";
