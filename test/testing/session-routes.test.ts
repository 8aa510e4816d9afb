import { describe, expect, test } from "vitest";
import type { Participant, Session } from "../../generated/index.js";
import { createSessionsClient, type SessionsClient } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

const [generatedSession] = generateSessions(1);
const ENDED = {
  ...generatedSession,
  id: "ended",
  started_at: "2026-06-01T09:00:00.000Z",
  max_concurrent_participants: 12,
  minutes_consumed: 6000,
  status: "ENDED",
} as Session;
const LIVE: Session = { ...ENDED, id: "live", status: "LIVE", max_concurrent_participants: 2 };
const UNKNOWN: Session = { ...ENDED, id: "unknown", minutes_consumed: null };

const fetch = createFakeApi({ sessions: [ENDED, LIVE, UNKNOWN] });
const sessions: SessionsClient = createSessionsClient({ ...fakeApiDefaults, fetch, maxRetries: 0 });

/** Lists the participants of a session. */
async function listParticipants(id: string, query?: object): Promise<Participant[]> {
  return sessions.participants(id).collect(query, { limit: 99 });
}

/** Lists the custom ids of the participants of the ended session. */
async function listCustomIds(query: object): Promise<string> {
  const participants = await listParticipants("ended", query);
  return participants.map(({ custom_participant_id: id }) => id).join(" ");
}

describe("the participants of a fake session", () => {
  test("have consecutive names, a host first, and join one second apart", async () => {
    const participants = await listParticipants("ended");
    expect(
      participants.map(({ display_name: name, custom_participant_id: id, preset_name: preset }) =>
        [name, id, preset].join(),
      ),
    ).toEqual([
      "Ada,user-1,host",
      "Grace,user-2,guest",
      "Alan,user-3,guest",
      "Edsger,user-4,guest",
      "Barbara,user-5,guest",
      "Donald,user-6,guest",
      "Radia,user-7,guest",
      "Linus,user-8,guest",
      "Margaret,user-9,guest",
      "Dennis,user-10,guest",
      "Ada 1,user-11,guest",
      "Grace 1,user-12,guest",
    ]);
    expect(participants.slice(0, 2).map(({ joined_at: joined }) => joined)).toEqual([
      "2026-06-01T09:00:00.000Z",
      "2026-06-01T09:00:01.000Z",
    ]);
    expect(participants.every(({ created_at, joined_at }) => created_at === joined_at)).toBe(true);
  });

  test("share the minutes of the session, none more than twice as many as another", async () => {
    const durations = (await listParticipants("ended")).map(({ duration = 0 }) => duration);
    expect(durations.reduce((sum, duration) => sum + duration)).toBeCloseTo(6000);
    expect(Math.max(...durations)).toBeLessThan(2 * Math.min(...durations) + 2);
    expect(new Set(durations).size).toBeGreaterThan(9);
    const unknown = await listParticipants("unknown");
    expect(unknown.map(({ duration }) => duration)).toEqual(Array(12).fill(0));
  });

  test("left after their duration, unless the session is live", async () => {
    const stays = (await listParticipants("ended")).map(
      ({ joined_at: joined = "", left_at: left = "" }) => (Date.parse(left) - Date.parse(joined)) / 60_000,
    );
    expect(stays).toEqual((await listParticipants("ended")).map(({ duration }) => duration));
    expect((await listParticipants("live")).map(({ left_at: left }) => left)).toEqual([undefined, undefined]);
  });

  test("are the same in each request, and differ between sessions", async () => {
    const listIds = async (id: string) => (await listParticipants(id)).map((participant) => participant.id);
    const ids = await listIds("ended");
    expect(new Set(ids).size).toBe(12);
    expect(await listIds("ended")).toEqual(ids);
    expect(ids).not.toContain((await listIds("live"))[0]);
    // Two ids with the same characters in another order have different participants.
    const api = createFakeApi({ sessions: [{ ...ENDED, id: "endde" }] });
    const other = createSessionsClient({ ...fakeApiDefaults, fetch: api }).participants("endde");
    expect(ids).not.toContain((await other.collect({}, { limit: 1 }))[0]?.id);
  });

  test.each([
    { query: { search: "USER-12" }, expected: "user-12" },
    { query: { search: "grace" }, expected: "user-2 user-12" },
    { query: { search: "nobody" }, expected: "" },
    { query: { search: "user-1", sort_order: "DESC" }, expected: "user-12 user-11 user-10 user-1" },
    { query: { search: "ada", sort_by: "joinedAt", sort_order: "ASC" }, expected: "user-1 user-11" },
  ])("are selected and sorted by $query", async ({ query, expected }) => {
    expect(await listCustomIds(query)).toBe(expected);
  });

  test("are found by their id", async () => {
    const [, second] = await listParticipants("ended");
    expect(await listParticipants("ended", { search: second?.id })).toEqual([second]);
    expect(await sessions.participant("ended", second?.id ?? "")).toEqual(second);
    await expect(sessions.participant("ended", "none")).rejects.toThrow("404: Participant not found");
  });

  test("are sorted by duration", async () => {
    const durations = (await listParticipants("ended", { sort_by: "duration" })).map(
      ({ duration }) => duration,
    );
    expect(durations).toEqual(durations.toSorted((one, other) => Number(one) - Number(other)));
  });

  test("have connection events only on request, without a departure from a live session", async () => {
    const [first] = await listParticipants("live", { include_peer_events: true });
    const event = {
      peer_id: first?.id,
      participant_id: first?.id,
      session_id: "live",
      socket_session_id: null,
      preset_view_type: "GROUP_CALL",
      created_at: "2026-06-01T09:00:00.000Z",
    };
    expect(first?.peer_events).toEqual([
      { ...event, id: `${first?.id}-PEER_CREATED`, event_name: "PEER_CREATED" },
      { ...event, id: `${first?.id}-PEER_JOINING`, event_name: "PEER_JOINING" },
    ]);
    expect((await listParticipants("live"))[0]).not.toHaveProperty("peer_events");
    const [ended] = await listParticipants("ended", { include_peer_events: true });
    expect(ended?.peer_events?.at(-1)).toMatchObject({
      event_name: "PEER_LEAVING",
      created_at: ended?.left_at,
    });
  });
});

describe("a fake session", () => {
  test("is found by its id", async () => {
    expect(await sessions.get("ended")).toEqual(ENDED);
    await expect(sessions.get("none")).rejects.toThrow("404: Session not found");
  });

  test("has no summary before its generation", async () => {
    await expect(sessions.summary("live")).rejects.toThrow("404: Summary not found");
  });
});

describe("the files of a fake session", () => {
  test.each([
    { what: "the chat", read: sessions.chat("ended"), path: "chat/ended.csv", start: "id,participantId" },
    { what: "the default transcript", read: sessions.transcript("ended"), path: "transcript/ended.csv", start: "timestamp" },
    { what: "the transcript as CSV", read: sessions.transcript("ended", { format: "CSV" }), path: "transcript/ended.csv", start: "timestamp" },
    { what: "the transcript as VTT", read: sessions.transcript("ended", { format: "VTT" }), path: "transcript/ended.vtt", start: "WEBVTT" },
    { what: "the transcript as SRT", read: sessions.transcript("ended", { format: "SRT" }), path: "transcript/ended.srt", start: "1\n00:00" },
    { what: "the transcript as JSON", read: sessions.transcript("ended", { format: "JSON" }), path: "transcript/ended.json", start: '[{"name"' },
    { what: "the summary", read: sessions.generateSummary("ended").then(() => sessions.summary("ended")), path: "summary/ended.txt", start: "A short summary" },
  ])("include $what", async ({ read, path, start }) => {
    const item = await read;
    expect(Object.values(item)).toContain(`https://files.example/${path}`);
    const response = await item.download();
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect((await response.text()).startsWith(start)).toBe(true);
  }); // prettier-ignore

  test("are rejected if the request has a token, as hosts of signed URLs do", async () => {
    const url = "https://files.example/chat/ended.csv";
    const headers = { authorization: "Bearer token" };
    for (const response of [await fetch(url, { headers }), await fetch(new Request(url, { headers }))]) {
      expect(response.status).toBe(400);
      expect(await response.text()).toBe("Only one auth mechanism allowed");
    }
  });
});
