/**
 * For tests, yours and ours: the endpoint in memory, and sessions to fill it with. Runs wherever `fetch` does.
 *
 * @packageDocumentation
 */
export { createFakeApi, type FakeApi, fakeApiDefaults, type FakeApiOptions } from "./testing/fake-api.js";
export { generateSessions, type GenerateSessionsOptions } from "./testing/generate-sessions.js";
