import { afterEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../generated/index.js";
import { createSessionsClient, InvalidResponseError } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { getRejection } from "../thrown.js";
import { createValidator, type ValidationIssue, type ValidatorOptions } from "../../src/validate.js";

/** Returns sessions, of which those at the given indexes have changed fields. */
function createSessions(fields: Readonly<Record<number, object>>): Session[] {
  return generateSessions(4).map((session, index) => ({ ...session, ...fields[index] }));
}

/** Returns sessions that all have the same changed fields. */
function createSessionsWith(fields: object): Session[] {
  return generateSessions(4).map((session) => ({ ...session, ...fields }));
}

/** Lists sessions once through a validator. */
async function listValidated(
  sessions: readonly Session[],
  validate: (body: unknown) => string | undefined,
): Promise<readonly Session[]> {
  const client = createSessionsClient({ ...fakeApiDefaults, fetch: createFakeApi({ sessions }), validate });
  return (await client.list()).sessions;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("a validator by default", () => {
  test.each([
    { given: "sessions that match the document", sessions: generateSessions(20) },
    { given: 'live sessions with ended_at: "null"', sessions: generateSessions(20, { loose: true }) },
    { given: "a field that is not in the document", sessions: createSessionsWith({ color: "red" }) },
    {
      given: "an enum value that is not in the document",
      sessions: createSessionsWith({ status: "PAUSED" }),
    },
    { given: "null", sessions: createSessionsWith({ ended_at: null, type: null, breakout_rooms: null }) },
  ])("reports no issue for $given", async ({ sessions }) => {
    const issues: ValidationIssue[] = [];
    const validate = createValidator({ onIssue: (issue) => issues.push(issue) });
    expect(await listValidated(sessions, validate)).toHaveLength(sessions.length);
    expect(issues).toEqual([]);
  });

  test("reports each kind of issue once, at its first location, and does not change the data", async () => {
    const issues: ValidationIssue[] = [];
    const validate = createValidator({ onIssue: (issue) => issues.push(issue) });
    const sessions = createSessions({
      1: { minutes_consumed: "12", started_at: undefined },
      2: { minutes_consumed: "13", meeting_display_name: undefined },
      3: { started_at: undefined },
    });
    const expected = JSON.parse(JSON.stringify(sessions)) as unknown;
    expect(await listValidated(sessions, validate)).toEqual(expected);
    expect(await listValidated(sessions, validate)).toEqual(expected);
    expect(issues.sort((a, b) => (a.pointer < b.pointer ? -1 : 1))).toEqual([
      { pointer: "/data/sessions/1/minutes_consumed", message: "must be number" },
      { pointer: "/data/sessions/1/started_at", message: "is missing" },
      { pointer: "/data/sessions/2/meeting_display_name", message: "is missing" },
    ]);
  });

  test("reports issues to the console", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await listValidated(createSessions({ 0: { minutes_consumed: "12" } }), createValidator());
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
])("a minutes_consumed of $given is reported, although the types allow it", async ({ given, message }) => {
  const issues: ValidationIssue[] = [];
  const validate = createValidator({ onIssue: (issue) => issues.push(issue) });
  await listValidated(createSessions({ 1: { minutes_consumed: given } }), validate);
  expect(issues).toEqual([{ pointer: "/data/sessions/1/minutes_consumed", message }]);
});

describe("a body that is not an object", () => {
  const message = "does not match the document: the body must be object";

  test("is reported as a whole to the console by default", () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    expect(createValidator()("a text")).toBeUndefined();
    expect(warn.mock.calls).toEqual([[expect.stringContaining(message)]]);
  });

  test('is the reason that ends the call in the mode "strict"', () => {
    expect(createValidator({ mode: "strict" })("a text")).toBe(`the body ${message}`);
  });
});

describe('a validator in the mode "strict"', () => {
  const validate = (body: unknown): string | undefined => createValidator({ mode: "strict" })(body);

  test("accepts sessions that match the document", async () => {
    expect(await listValidated(generateSessions(20), validate)).toHaveLength(20);
  });

  test.each([
    { given: { color: "red" }, message: "/data/sessions/2/color is not in the document" },
    { given: { status: "PAUSED" }, message: "/data/sessions/2/status must be one of LIVE, ENDED" },
    { given: { started_at: null }, message: "/data/sessions/2/started_at must be string" },
    { given: { ended_at: 5 }, message: "/data/sessions/2/ended_at must be string or null" },
    { given: { id: undefined }, message: "/data/sessions/2/id is missing" },
    { given: { "a/b~c": 1 }, message: "/data/sessions/2/a~1b~0c is not in the document" },
  ])("ends the call for a session with $given", async ({ given, message }) => {
    const error = await getRejection(listValidated(createSessions({ 2: given }), validate));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status: 200, rayId: "0000000000000001-FAKE" });
    expect(String(error)).toContain(
      `returned 200, but the body does not match the document: ${message} (cf-ray`,
    );
  });

  test("lists the first issues and counts the others", async () => {
    const sessions = createSessionsWith({ status: "PAUSED", type: "party" });
    await expect(listValidated(sessions, validate)).rejects.toThrow(
      /document: (\/data\/sessions\/\d\/\w+ must be [^;]*; ){5}and 3 more \(cf-ray/,
    );
  });

  test("counts no other issues after the fifth one", async () => {
    const invalid = { created_at: 1, started_at: 2 };
    const sessions = createSessions({ 0: invalid, 1: invalid, 2: { started_at: 3 } });
    await expect(listValidated(sessions, validate)).rejects.toThrow(
      /document: (\/data\/sessions\/\d\/\w+ must be string; ){4}\/data\/sessions\/\d\/\w+ must be string \(cf-ray/,
    );
  });
});

test("a validator of the caller rejects a body by returning a reason", async () => {
  const sessions = generateSessions(3);
  expect(await listValidated(sessions, () => undefined)).toHaveLength(3);
  await expect(listValidated(sessions, () => "the body is unwanted")).rejects.toThrow(
    /^GET \S+ returned 200, but the body is unwanted \(cf-ray/,
  );
});

test("an unknown mode is rejected", () => {
  const options = { mode: "loud" } as unknown as ValidatorOptions;
  expect(() => createValidator(options)).toThrow(
    new TypeError('mode must be one of warn, strict, got "loud".'),
  );
});

test.each([
  { options: { mod: "strict" }, message: "Unknown option mod. Did you mean mode?" },
  { options: { onIssue: 5 }, message: "onIssue must be a function, got 5." },
  { options: "strict", message: 'The options must be an object, got "strict".' },
  { options: ["strict"], message: "The options must be an object, got an array." },
])("the options $options of a validator are rejected", ({ options, message }) => {
  expect(() => createValidator(options as unknown as ValidatorOptions)).toThrow(new TypeError(message));
});
