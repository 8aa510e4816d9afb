import { describe, expect, test, vi } from "vitest";
import {
  ApiError,
  createSessionsClient,
  InvalidResponseError,
  type SessionsClient,
  type SessionsClientOptions,
} from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { createValidator } from "../../src/validate.js";

const everySession = generateSessions(5);
/** The session that most tests read. */
const session = { ...generateSessions(1)[0], ...everySession[3] } as (typeof everySession)[number];

/** Creates a client of a fake API that records the requests. */
function createClient(options: Partial<SessionsClientOptions> = {}) {
  const requests: { method: string; url: string; authorization: string | null }[] = [];
  const api = createFakeApi({ sessions: everySession });
  const fetch: SessionsClientOptions["fetch"] = (url, init) => {
    const { method, headers } = url;
    requests.push({ method, url: url.url, authorization: headers.get("authorization") });
    return api(url, init);
  };
  const sessions = createSessionsClient({
    ...fakeApiDefaults,
    fetch,
    validate: createValidator({ mode: "strict" }),
    ...options,
  });
  return { sessions, requests };
}

describe("a client of sessions", () => {
  test("gets one session", async () => {
    expect(await createClient().sessions.get(session.id)).toEqual(session);
  });

  test("also reads a session inside data.session", async () => {
    const fetch = () => Promise.resolve(Response.json({ success: true, data: { session } }));
    const sessions = createSessionsClient({ ...fakeApiDefaults, fetch });
    expect(await sessions.get(session.id)).toEqual(session);
  });

  test("lists the participants of a session over several pages", async () => {
    const { sessions } = createClient();
    const participants = await sessions.participants(session.id).collect({ per_page: 2 }, { limit: 100 });
    const minutes = participants.reduce((sum, { duration = 0 }) => sum + duration, 0);
    expect(participants).toHaveLength(session.max_concurrent_participants);
    expect(minutes).toBeCloseTo(session.minutes_consumed ?? 0);
  });

  test.each([
    ["sessions", (client: SessionsClient) => client.collect({}, { limit: 5 })],
    ["participants", (client: SessionsClient) => client.participants("x").collect({}, { limit: 5 })],
  ] as const)("reads the paging of %s inside data", async (name, collect) => {
    const paging = { total_count: 1, start_offset: 1, end_offset: 1 };
    let requests = 0;
    const fetch = () => {
      requests++;
      return Promise.resolve(Response.json({ success: true, data: { [name]: [{ id: "1" }], paging } }));
    };
    const sessions = createSessionsClient({ ...fakeApiDefaults, fetch });
    expect(await collect(sessions)).toEqual([{ id: "1" }]);
    expect(requests).toBe(1);
  });

  test("gets one participant, with its connection events only if the query includes them", async () => {
    const { sessions } = createClient();
    const [first] = await sessions.participants(session.id).collect({}, { limit: 1 });
    const id = first?.id ?? "";
    expect(await sessions.participant(session.id, id)).toEqual(first);
    const { peer_events: events } = await sessions.participant(session.id, id, { include_peer_events: true });
    expect(events?.map(({ event_name: name }) => name)).toEqual([
      "PEER_CREATED",
      "PEER_JOINING",
      "PEER_LEAVING",
    ]);
  });

  test.each([
    [
      "chat",
      (client: ReturnType<typeof createClient>["sessions"]) => client.chat(session.id),
      /^id,participantId/,
    ],
    [
      "transcript",
      (client: ReturnType<typeof createClient>["sessions"]) =>
        client.transcript(session.id, { format: "VTT" }),
      /^WEBVTT/,
    ],
  ])("downloads the %s from another host without the token", async (_, read, expected) => {
    const { sessions, requests } = createClient();
    const file = await read(sessions);
    const response = await file.download();
    expect(await response.text()).toMatch(expected);
    expect(requests.map(({ authorization }) => authorization)).toEqual(["Bearer fake-api-token", null]);
  });

  test("generates a summary with a POST, then reads it", async () => {
    const { sessions, requests } = createClient();
    await expect(sessions.summary(session.id)).rejects.toThrow("Summary not found");
    expect(await sessions.generateSummary(session.id)).toEqual({ session_id: session.id, status: "ONGOING" });
    const summary = await sessions.summary(session.id);
    expect(summary.sessionId).toBe(session.id);
    expect(requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
  });

  test.each([
    { status: 429, attempts: 2 },
    { status: 503, attempts: 1 },
  ])("sends a POST $attempts times if the response is $status", async ({ status, attempts }) => {
    const fetch = vi.fn(() =>
      Promise.resolve(new Response("{}", { status, headers: { "retry-after": "0" } })),
    );
    const sessions = createSessionsClient({ ...fakeApiDefaults, fetch, maxRetries: 1 });
    await expect(sessions.generateSummary("x")).rejects.toMatchObject({ status });
    expect(fetch).toHaveBeenCalledTimes(attempts);
  });

  test.each([
    { url: "http://files.example/https:/x" },
    { url: "files.example/x" },
    { url: ["https://files.example/x"] },
    { url: null },
  ])("rejects the download URL $url, which is not an https URL, before the download", async ({ url }) => {
    const data = { chat_download_url: url, chat_download_url_expiry: "" };
    let requests = 0;
    const fetch = () => Promise.resolve(Response.json({ success: true, data: (requests++, data) }));
    const chat = await createSessionsClient({ ...fakeApiDefaults, fetch }).chat("x");
    await expect(chat.download()).rejects.toThrow(
      new InvalidResponseError("The download URL in the response is not an https URL."),
    );
    expect(requests).toBe(1);
  });

  test("rejects an id that would change the path", async () => {
    const { sessions, requests } = createClient();
    await expect(sessions.get("../x")).rejects.toThrow(TypeError);
    expect(() => sessions.participants("")).toThrow(TypeError);
    expect(requests).toEqual([]);
  });

  test("reports an unknown session as an error of the API", async () => {
    await expect(createClient().sessions.get("unknown")).rejects.toThrow(ApiError);
  });
});
