import { afterEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../generated/index.js";
import { createSessionsClient, InvalidResponseError } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { createValidator, type ResponseDeviation, type ValidatorOptions } from "../../src/validate.js";

/** Sessions of which some fields are not as described: of the one at each place, or of all. */
function sessionsWith(fields: Record<number, object> | "all", all: object = {}): Session[] {
  return generateSessions(4).map((session, index) => ({
    ...session,
    ...(fields === "all" ? all : fields[index]),
  }));
}

/** Lists the sessions once, through a validator. */
async function listed(
  sessions: readonly Session[],
  validate: (body: unknown) => string | undefined,
): Promise<readonly Session[]> {
  const client = createSessionsClient({ ...fakeApiDefaults, fetch: createFakeApi({ sessions }), validate });
  return (await client.list()).sessions;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("by default", () => {
  test.each([
    { given: "sessions as described", sessions: generateSessions(20) },
    { given: 'live sessions with ended_at: "null"', sessions: generateSessions(20, { loose: true }) },
    { given: "a field that the document does not name", sessions: sessionsWith("all", { colour: "red" }) },
    { given: "a word that the document does not know", sessions: sessionsWith("all", { status: "PAUSED" }) },
    { given: "null", sessions: sessionsWith("all", { ended_at: null, type: null, breakout_rooms: null }) },
  ])("nothing is told of $given", async ({ sessions }) => {
    const told: ResponseDeviation[] = [];
    const validate = createValidator({ onDeviation: (deviation) => told.push(deviation) });
    expect(await listed(sessions, validate)).toHaveLength(sessions.length);
    expect(told).toEqual([]);
  });

  test("each kind of deviation is told once, where it was first met, and the data comes as it is", async () => {
    const told: ResponseDeviation[] = [];
    const validate = createValidator({ onDeviation: (deviation) => told.push(deviation) });
    const sessions = sessionsWith({
      1: { minutes_consumed: "12", started_at: undefined },
      2: { minutes_consumed: "13", meeting_display_name: undefined },
      3: { started_at: undefined },
    });
    const want = JSON.parse(JSON.stringify(sessions)) as unknown;
    expect(await listed(sessions, validate)).toEqual(want);
    expect(await listed(sessions, validate)).toEqual(want);
    expect(told.sort((a, b) => (a.pointer < b.pointer ? -1 : 1))).toEqual([
      { pointer: "/data/sessions/1/minutes_consumed", message: "must be number" },
      { pointer: "/data/sessions/1/started_at", message: "is missing" },
      { pointer: "/data/sessions/2/meeting_display_name", message: "is missing" },
    ]);
  });

  test("it is told to the console where there is no hook", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await listed(sessionsWith({ 0: { minutes_consumed: "12" } }), createValidator());
    expect(warn.mock.calls).toEqual([
      [
        "realtimekit-sessions: an answer is not as its description has it: " +
          "/data/sessions/0/minutes_consumed must be number",
      ],
    ]);
  });
});

test.each([
  { given: null, message: "must be number" },
  { given: undefined, message: "is missing" },
])("minutes_consumed: $given is reported, although the types allow it", async ({ given, message }) => {
  const issues: ResponseDeviation[] = [];
  const validate = createValidator({ onDeviation: (issue) => issues.push(issue) });
  await listed(sessionsWith({ 1: { minutes_consumed: given } }), validate);
  expect(issues).toEqual([{ pointer: "/data/sessions/1/minutes_consumed", message }]);
});

describe("a body that is no object is told of as a whole", () => {
  const says = "not as its description has it: the body must be object";

  test("to the console by default", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    expect(createValidator()("a text")).toBeUndefined();
    expect(warn.mock.calls).toEqual([[expect.stringContaining(says)]]);
  });

  test('as what ends the call in the mode "strict"', () => {
    expect(createValidator({ mode: "strict" })("a text")).toBe(says);
  });
});

describe('in the mode "strict"', () => {
  const validate = (body: unknown): string | undefined => createValidator({ mode: "strict" })(body);

  test("sessions as described are listed", async () => {
    expect(await listed(generateSessions(20), validate)).toHaveLength(20);
  });

  test.each([
    { given: { colour: "red" }, says: "/data/sessions/2/colour is a field that it does not have" },
    { given: { status: "PAUSED" }, says: "/data/sessions/2/status must be one of LIVE, ENDED" },
    { given: { started_at: null }, says: "/data/sessions/2/started_at must be string" },
    { given: { id: undefined }, says: "/data/sessions/2/id is missing" },
    { given: { "a/b~c": 1 }, says: "/data/sessions/2/a~1b~0c is a field that it does not have" },
  ])("a session with $given ends the call", async ({ given, says }) => {
    const error: unknown = await listed(sessionsWith({ 2: given }), validate).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status: 200, rayId: "0000000000000001-FAKE" });
    expect(String(error)).toContain(`returned 200, but not as its description has it: ${says} (cf-ray`);
  });

  test("many deviations are counted, and the first ones named", async () => {
    const sessions = sessionsWith("all", { status: "PAUSED", type: "party" });
    await expect(listed(sessions, validate)).rejects.toThrow(
      /(\/data\/sessions\/\d\/\w+ must be [^;]*; ){5}and 3 more/,
    );
  });
});

test("a validator of the caller's own decides by what it returns", async () => {
  const sessions = generateSessions(3);
  expect(await listed(sessions, () => undefined)).toHaveLength(3);
  await expect(listed(sessions, () => "a Tuesday")).rejects.toThrow(
    /^GET \S+ returned 200, but a Tuesday \(cf-ray/,
  );
});

test("a mode that there is not is refused at once", () => {
  const options = { mode: "loud" } as unknown as ValidatorOptions;
  expect(() => createValidator(options)).toThrow(new TypeError('mode must be "warn" or "strict"'));
});
