/**
 * The API in memory, and a generator of sessions, for tests. It runs in every runtime with `fetch`.
 *
 * @packageDocumentation
 */
export { createFakeApi, fakeApiDefaults, type FakeApiOptions } from "./testing/fake-api.js";
export type { FakePagingOptions } from "./testing/fake-list.js";
export type { FakeApi } from "./testing/fake-server.js";
export { generateSessions, type GenerateSessionsOptions } from "./testing/generate-sessions.js";
