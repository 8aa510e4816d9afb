import { describe, expect, test } from "vitest";
import { diagnose, type Finding } from "../../src/doctor/diagnose.js";
import type { Examination } from "../../src/doctor/examine.js";
import type { Observation } from "../../src/doctor/observe.js";
import { ApiError } from "../../src/errors.js";
import { createPage } from "./create-page.js";

/** Creates the observation of a request without a list. */
const createFailure = (status: number | undefined, perPage = 1): Observation =>
  createPage(undefined, {
    status,
    perPage,
    ...(status !== undefined && {
      error: new ApiError("failed", { response: new Response(null, { status }) }),
    }),
  });

/** Creates the paging of a page by the offsets of its sessions. */
const createPaging = (start: number, end: number, total = 3): Pick<Observation, "paging"> => ({
  paging: { total, start, end },
});

const FIRST = createPage(["a"], createPaging(0, 1));

/** The observations of a healthy API with three sessions, whose pages count from 1. */
const HEALTHY: Examination = {
  first: FIRST,
  zero: FIRST,
  one: FIRST,
  two: createPage(["b"], createPaging(1, 2)),
  large: createPage(["a", "b", "c"], { ...createPaging(0, 3), perPage: 1000, createdAt: [3, 2, 1] }),
  largeFailed: [],
  largeNext: createPage([], { perPage: 1000 }),
  past: createPage([]),
  again: FIRST,
};

/** The observations of an API whose pages count from 0. */
const FROM_ZERO: Change = {
  one: createPage(["b"], createPaging(1, 2)),
  two: createPage(["c"], createPaging(2, 3)),
};

/** Observations that replace those of the healthy API. Undefined for a request that was not sent. */
type Change = { [Name in keyof Examination]?: Examination[Name] | undefined };

/** Returns the finding of one check after a change of the healthy observations. */
function findFinding(check: string, change: Change): Finding | undefined {
  const sent = Object.entries({ ...HEALTHY, ...change }).filter(([, page]) => page !== undefined);
  const examination = Object.fromEntries(sent) as unknown as Examination;
  return diagnose(examination).find((finding) => finding.check === check);
}

test("a healthy API has a finding for each check, without advice", () => {
  expect(diagnose(HEALTHY)).toEqual([
    { check: "credentials and permission", result: "accepted", level: "ok" },
    { check: "first page number", result: "1", level: "ok" },
    { check: "page 0 if pages count from 1", result: "the first page", level: "ok" },
    { check: "largest page size", result: "at least 3", level: "ok" },
    { check: "default order", result: "newest first", level: "ok" },
    { check: "paging in responses", result: "sent and consistent", level: "ok" },
    { check: "page past the end", result: "empty page", level: "ok" },
    { check: "the same request twice", result: "same response", level: "ok" },
    { check: "Ratelimit header", result: "not sent", level: "unknown" },
    { check: "Ratelimit-Policy header", result: "not sent", level: "unknown" },
    { check: "clock difference", result: "not sent", level: "unknown" },
    { check: "median latency", result: "20 ms", level: "ok" },
  ]);
});

describe("the first request", () => {
  test.each([
    [401, "Check the API token. The token needs the permission Realtime or Realtime Admin."],
    [
      403,
      "Check the account id and the API token. The token needs the permission Realtime or Realtime Admin.",
    ],
    [404, "Check the account id and the app id."],
  ])("that is rejected with status %i has the advice %s", (status, advice) => {
    expect(diagnose({ first: createFailure(status) })).toEqual([
      {
        check: "credentials and permission",
        result: `rejected with status ${status}`,
        level: "problem",
        advice,
      },
    ]);
  });

  test.each([
    { status: 500, expectedStatus: 500 },
    { status: undefined, expectedStatus: 0 },
  ])(
    "that fails with status $status is a problem with the advice to run the check later",
    ({ status, expectedStatus }) => {
      expect(diagnose({ first: createFailure(status) })).toEqual([
        {
          check: "credentials and permission",
          result: `unknown: the response has status ${expectedStatus} and no sessions`,
          level: "problem",
          advice: "Run the check again later. The command list shows the message of the API.",
        },
      ]);
    },
  );
});

test("an exceeded rate limit is the only finding beside the credentials", () => {
  expect(diagnose({ ...HEALTHY, again: createFailure(429) })).toEqual([
    { check: "credentials and permission", result: "accepted", level: "ok" },
    {
      check: "rate limit",
      result: "exceeded during the check",
      level: "problem",
      advice: "Run the check again in five minutes.",
    },
  ]);
});

describe("the first page number", () => {
  test("is 0 if page 0 is the first page and page 1 is not", () => {
    expect(findFinding("first page number", FROM_ZERO)).toEqual({
      check: "first page number",
      result: "0",
      level: "ok",
    });
  });

  test("is a problem if every page number returns the first page", () => {
    expect(findFinding("first page number", { two: FIRST })).toEqual({
      check: "first page number",
      result: "page_no is ignored",
      level: "problem",
      advice:
        "Only the first page can be listed. Use the largest page size and filters, and report this to Cloudflare.",
    });
  });

  const advice = "The list may have changed during the check. Run the check again.";
  const other = createPage(["x"]);
  const single: Change = {
    first: createPage(["a"]),
    zero: createPage(["a"]),
    one: createPage([]),
    two: createPage([]),
    large: createPage(["a"], { perPage: 1000 }),
  };

  test.each<{ given: string; change: Change; result: string; level: string; advice?: string }>([
    { given: "neither page is the first one", change: { zero: other, one: other }, result: "neither page 0 nor page 1 is the first page", level: "problem", advice },
    { given: "a session has no id", change: { ...FROM_ZERO, zero: createPage([undefined]) }, result: "unknown: sessions without an id cannot be compared", level: "unknown" },
    { given: "there is one session", change: single, result: "unknown: the app needs at least two sessions", level: "unknown" },
    { given: "there is one page and no large one", change: { ...single, large: undefined }, result: "unknown: no large page can be read", level: "unknown" },
    { given: "page 1 is rejected", change: { one: createFailure(500) }, result: "unknown: a page cannot be read (error 500)", level: "problem", advice },
    { given: "page 1 is invalid", change: { one: createFailure(200) }, result: "unknown: a page cannot be read (an invalid response)", level: "problem", advice },
    { given: "page 1 has no response", change: { one: createFailure(undefined) }, result: "unknown: a page cannot be read (no response)", level: "unknown" },
    { given: "page 0 has no response", change: { ...FROM_ZERO, zero: createFailure(undefined) }, result: "unknown: a page cannot be read (no response)", level: "unknown" },
    { given: "page 0 is rejected", change: { ...FROM_ZERO, zero: createFailure(400) }, result: "neither page 0 nor page 1 is the first page", level: "problem", advice },
  ])("is $level if $given", ({ change, ...expected }) => {
    expect(findFinding("first page number", change)).toEqual({
      check: "first page number",
      result: expected.result,
      level: expected.level,
      ...(expected.advice !== undefined && { advice: expected.advice }),
    });
  }); // prettier-ignore
});

test.each<{ given: string; change: Change; result: string; level: string }>([
  { given: "pages count from 0", change: FROM_ZERO, result: "does not apply", level: "unknown" },
  { given: "it has no response", change: { zero: createFailure(undefined) }, result: "unknown: no response", level: "unknown" },
  { given: "it is rejected", change: { zero: createFailure(400) }, result: "error 400", level: "ok" },
  { given: "it is another page", change: { zero: createPage(["z"]) }, result: "another page", level: "ok" },
])("page 0 is reported as $result if $given", ({ change, result, level }) => {
  const check = "page 0 if pages count from 1";
  expect(findFinding(check, change)).toEqual({ check, result, level });
}); // prettier-ignore

describe("the largest page size", () => {
  const failed = [createFailure(400, 1000), createFailure(200, 500)];
  const full = createPage(["a", "b", "c"], { perPage: 3 });

  test.each<{ given: string; change: Change; result: string; level?: string }>([
    { given: "another page follows", change: { largeNext: createPage(["d"]) }, result: "3" },
    { given: "the next page repeats sessions", change: { largeNext: createPage(["c"]) }, result: "at least 3" },
    { given: "the next page has sessions without an id", change: { largeNext: createPage([undefined]) }, result: "at least 3" },
    { given: "the next page is rejected", change: { largeNext: createFailure(500) }, result: "at least 3" },
    { given: "there is no next page", change: { largeNext: undefined }, result: "at least 3" },
    { given: "the total is larger", change: { large: createPage(["a", "b", "c"], { ...createPaging(0, 3, 4), perPage: 1000 }) }, result: "3" },
    { given: "larger pages are rejected", change: { largeFailed: failed }, result: "at least 3 (1000: error 400, 500: an invalid response)" },
    { given: "the page is full and larger pages are rejected", change: { large: full, largeFailed: failed, largeNext: createPage(["d"]) }, result: "at least 3 (1000: error 400, 500: an invalid response)" },
    { given: "the page is not full and larger pages are rejected", change: { largeFailed: failed, largeNext: createPage(["d"]) }, result: "3 (1000: error 400, 500: an invalid response)" },
    { given: "all pages are rejected", change: { large: undefined, largeFailed: failed }, result: "unknown (1000: error 400, 500: an invalid response)", level: "unknown" },
    { given: "no large page was requested", change: { large: undefined, largeFailed: undefined }, result: "unknown: not requested, because the app has no sessions", level: "unknown" },
  ])("is $result if $given", ({ change, result, level = "ok" }) => {
    const check = "largest page size";
    expect(findFinding(check, change)).toEqual({ check, result, level });
  }); // prettier-ignore
});

test.each([
  { createdAt: [1, 1, 3], result: "oldest first", level: "ok" },
  { createdAt: [1, 2], result: "oldest first", level: "ok" },
  { createdAt: [3, 2, 2], result: "newest first", level: "ok" },
  { createdAt: [1, 3, 3, 2], result: "not by creation", level: "ok" },
  { createdAt: [2, 1, 3], result: "not by creation", level: "ok" },
  { createdAt: [1, NaN], result: "unknown", level: "unknown" },
  { createdAt: [1], result: "unknown", level: "unknown" },
])("the default order of sessions created at $createdAt is $result", ({ createdAt, result, level }) => {
  const check = "default order";
  expect(findFinding(check, { large: createPage(["a", "b"], { createdAt }) })).toEqual({
    check,
    result,
    level,
  });
});

test("the default order is unknown without a large page", () => {
  expect(findFinding("default order", { large: undefined })).toMatchObject({
    result: "unknown",
    level: "unknown",
  });
});

describe("paging in responses", () => {
  const check = "paging in responses";
  const contradiction = {
    check,
    result: "sent, but it contradicts itself",
    level: "problem",
    advice: "If sessions began or ended during the check, run it again. Otherwise report this to Cloudflare.",
  };
  const missing = {
    check,
    result: "not sent",
    level: "problem",
    advice:
      "A session that leaves the list can hide another. List with sort_by createdAt and sort_order ASC, without status.",
  };

  test.each<{ given: string; paging: Observation["paging"] }>([
    { given: "a negative offset", paging: { total: 3, start: -1, end: 0 } },
    { given: "a fraction", paging: { total: 3.5, start: 0, end: 1 } },
    { given: "offsets that do not fit the number of sessions", paging: { total: 3, start: 0, end: 2 } },
    { given: "a total below its offsets", paging: { total: 2, start: 2, end: 3 } },
    { given: "another total", paging: { total: 4, start: 0, end: 1 } },
    { given: "no offsets on one page", paging: { total: 3, start: undefined, end: undefined } },
  ])("is a problem with $given", ({ paging }) => {
    expect(findFinding(check, { again: createPage(["a"], { paging }) })).toEqual(contradiction);
  });

  test("is a problem if every page has a total below the end of the largest page", () => {
    const page = createPage(["a"], createPaging(0, 1, 2));
    const two = createPage(["b"], createPaging(1, 2, 2));
    const large = createPage(["a", "b", "c"], createPaging(0, 3, 2));
    expect(findFinding(check, { first: page, zero: page, one: page, two, large, again: page })).toEqual(
      contradiction,
    );
  });

  test("is missing if no page has it", () => {
    const page = createPage(["a"]);
    const pages = { first: page, zero: page, one: page, two: page, large: page, again: page };
    expect(findFinding(check, pages)).toEqual(missing);
    const pageWithTotal = createPage(["a"], { paging: { total: 3, start: undefined, end: undefined } });
    expect(findFinding(check, { ...pages, first: pageWithTotal })).toEqual({
      ...missing,
      result: "sent without offsets",
    });
  });

  test("is unknown for an empty list", () => {
    expect(diagnose({ first: createPage([]) })).toContainEqual({
      check,
      result: "unknown: the app has no sessions",
      level: "unknown",
    });
  });
});

test.each<{ given: string; past: Observation | undefined; result: string; level?: string }>([
  { given: "was not requested", past: undefined, result: "unknown", level: "unknown" },
  { given: "has no response", past: createFailure(undefined), result: "unknown", level: "unknown" },
  { given: "is rejected", past: createFailure(404), result: "error 404" },
  { given: "is the first page", past: FIRST, result: "the first page again" },
  { given: "has the last position", past: createPage(["z"], createPaging(2, 3)), result: "the last page again" },
  { given: "has another position", past: createPage(["c"], createPaging(1, 2)), result: "a page with sessions" },
  { given: "has the last session", past: createPage(["c"]), result: "the last page again" },
  { given: "has the last session and only a total", past: createPage(["c"], { paging: { total: 3, start: undefined, end: undefined } }), result: "the last page again" },
  { given: "has the last session and only its end", past: createPage(["c"], { paging: { total: undefined, start: undefined, end: 9 } }), result: "the last page again" },
  { given: "has another session", past: createPage(["b"]), result: "a page with sessions" },
  { given: "has a session without an id", past: createPage([undefined]), result: "a page with sessions" },
])("the page past the end is reported as $result if it $given", ({ past, result, level = "ok" }) => {
  const check = "page past the end";
  expect(findFinding(check, { past })).toEqual({ check, result, level });
}); // prettier-ignore

test("the page past the end cannot be compared if no large page was read", () => {
  const change = { past: createPage(["b"]), large: undefined, largeNext: createFailure(500) };
  expect(findFinding("page past the end", change)).toMatchObject({ result: "a page with sessions" });
});

describe("the same request twice", () => {
  const check = "the same request twice";

  test.each<{ again: Observation | undefined; result: string }>([
    { again: undefined, result: "unknown: the app has no sessions" },
    { again: createFailure(undefined), result: "unknown: no response" },
    { again: createPage([undefined]), result: "unknown: sessions without an id cannot be compared" },
  ])("is $result", ({ again, result }) => {
    expect(findFinding(check, { again })).toEqual({ check, result, level: "unknown" });
  });

  test.each([{ again: createPage(["b"]) }, { again: createPage(["a", "b"]) }, { again: createFailure(500) }])(
    "is a problem if the second response is $again.ids",
    ({ again }) => {
      expect(findFinding(check, { again })).toEqual({
        check,
        result: "different responses",
        level: "problem",
        advice:
          "If sessions began or ended during the check, run it again. Otherwise the API contradicts itself.",
      });
    },
  );
});

test("requests without a response are a problem, unless they are for large pages", () => {
  const check = "requests without a response";
  expect(findFinding(check, { largeFailed: [createFailure(undefined, 1000)] })).toEqual({
    check,
    result: "1 of 9, for large pages",
    level: "unknown",
  });
  expect(
    findFinding(check, { two: createFailure(undefined), largeFailed: [createFailure(undefined, 500)] }),
  ).toEqual({
    check,
    result: "2 of 9",
    level: "problem",
    advice: "Check the network, and run the check again.",
  });
  expect(findFinding(check, {})).toBeUndefined();
});

test("headers, the clock and the median latency are facts", () => {
  const headers = new Headers({ ratelimit: '"a";r=1;t=2', "ratelimit-policy": '"a";q=5' });
  const first = createPage(["a"], { ...createPaging(0, 1), headers: new Headers(), latencyMs: 900 });
  const again = createPage(["a"], {
    ...createPaging(0, 1),
    headers,
    clockDifferenceMs: -3000,
    latencyMs: 30,
  });
  const findings = diagnose({ first, again, past: createPage([], { latencyMs: 100 }) });
  expect(findings.slice(-4)).toEqual([
    { check: "Ratelimit header", result: '"a";r=1;t=2', level: "ok" },
    { check: "Ratelimit-Policy header", result: '"a";q=5', level: "ok" },
    { check: "clock difference", result: "-3 s", level: "ok" },
    { check: "median latency", result: "100 ms", level: "ok" },
  ]);
});
