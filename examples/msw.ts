// Mocks the API with MSW in the tests of an application. The responses come from the fake API of this package.
import { http } from "msw";
import { setupServer } from "msw/node";
import { createSessionsClient } from "realtimekit-sessions";
import { createFakeApi, fakeApiDefaults, generateSessions } from "realtimekit-sessions/testing";

const fakeApi = createFakeApi({ sessions: generateSessions(250) });
const server = setupServer(
  http.all("https://api.cloudflare.com/client/v4/accounts/*", ({ request }) => fakeApi(request)),
);

server.listen({ onUnhandledRequest: "error" });
const sessions = createSessionsClient({ ...fakeApiDefaults });
const mockedSessions = await sessions.collect({}, { limit: 1_000 });
console.log(`${mockedSessions.length} sessions from the mocked API`);
server.close();
