import { afterEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../generated/index.js";
import { createSessionsClient, InvalidResponseError } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { createValidator, type ValidationIssue, type ValidatorOptions } from "../../src/validate.js";

/** Sessions with changed fields: of the one at each index, or of all. */
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
    { given: "sessions that match the document", sessions: generateSessions(20) },
    { given: 'live sessions with ended_at: "null"', sessions: generateSessions(20, { loose: true }) },
    { given: "a field that is not in the document", sessions: sessionsWith("all", { colour: "red" }) },
    {
      given: "an enum value that is not in the document",
      sessions: sessionsWith("all", { status: "PAUSED" }),
    },
    { given: "null", sessions: sessionsWith("all", { ended_at: null, type: null, breakout_rooms: null }) },
  ])("nothing is reported about $given", async ({ sessions }) => {
    const issues: ValidationIssue[] = [];
    const validate = createValidator({ onIssue: (issue) => issues.push(issue) });
    expect(await listed(sessions, validate)).toHaveLength(sessions.length);
    expect(issues).toEqual([]);
  });

  test("each kind of issue is reported once, where it was first found, and the data is unchanged", async () => {
    const issues: ValidationIssue[] = [];
    const validate = createValidator({ onIssue: (issue) => issues.push(issue) });
    const sessions = sessionsWith({
      1: { minutes_consumed: "12", started_at: undefined },
      2: { minutes_consumed: "13", meeting_display_name: undefined },
      3: { started_at: undefined },
    });
    const want = JSON.parse(JSON.stringify(sessions)) as unknown;
    expect(await listed(sessions, validate)).toEqual(want);
    expect(await listed(sessions, validate)).toEqual(want);
    expect(issues.sort((a, b) => (a.pointer < b.pointer ? -1 : 1))).toEqual([
      { pointer: "/data/sessions/1/minutes_consumed", message: "must be number" },
      { pointer: "/data/sessions/1/started_at", message: "is missing" },
      { pointer: "/data/sessions/2/meeting_display_name", message: "is missing" },
    ]);
  });

  test("issues are reported to the console by default", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await listed(sessionsWith({ 0: { minutes_consumed: "12" } }), createValidator());
    expect(warn.mock.calls).toEqual([
      [
        "realtimekit-sessions: a response does not match the document: " +
          "/data/sessions/0/minutes_consumed must be number",
      ],
    ]);
  });
});

test.each([
  { given: null, message: "must be number" },
  { given: undefined, message: "is missing" },
])("minutes_consumed: $given is reported, although the types allow it", async ({ given, message }) => {
  const issues: ValidationIssue[] = [];
  const validate = createValidator({ onIssue: (issue) => issues.push(issue) });
  await listed(sessionsWith({ 1: { minutes_consumed: given } }), validate);
  expect(issues).toEqual([{ pointer: "/data/sessions/1/minutes_consumed", message }]);
});

describe("a body that is not an object is reported as a whole", () => {
  const says = "does not match the document: the body must be object";

  test("to the console by default", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    expect(createValidator()("a text")).toBeUndefined();
    expect(warn.mock.calls).toEqual([[expect.stringContaining(says)]]);
  });

  test('as the reason that ends the call in the mode "strict"', () => {
    expect(createValidator({ mode: "strict" })("a text")).toBe(`the body ${says}`);
  });
});

describe('in the mode "strict"', () => {
  const validate = (body: unknown): string | undefined => createValidator({ mode: "strict" })(body);

  test("sessions that match the document are listed", async () => {
    expect(await listed(generateSessions(20), validate)).toHaveLength(20);
  });

  test.each([
    { given: { colour: "red" }, says: "/data/sessions/2/colour is not in the document" },
    { given: { status: "PAUSED" }, says: "/data/sessions/2/status must be one of LIVE, ENDED" },
    { given: { started_at: null }, says: "/data/sessions/2/started_at must be string" },
    { given: { id: undefined }, says: "/data/sessions/2/id is missing" },
    { given: { "a/b~c": 1 }, says: "/data/sessions/2/a~1b~0c is not in the document" },
  ])("a session with $given ends the call", async ({ given, says }) => {
    const error: unknown = await listed(sessionsWith({ 2: given }), validate).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status: 200, rayId: "0000000000000001-FAKE" });
    expect(String(error)).toContain(
      `returned 200, but the body does not match the document: ${says} (cf-ray`,
    );
  });

  test("many issues are counted, and the first ones listed", async () => {
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

test("an unknown mode is refused", () => {
  const options = { mode: "loud" } as unknown as ValidatorOptions;
  expect(() => createValidator(options)).toThrow(new TypeError('mode must be "warn" or "strict".'));
});
