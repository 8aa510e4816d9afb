import { describe, expect, test, vi } from "vitest";
import { formatReport, isHealthy, runDoctor } from "../../src/doctor/doctor.js";
import type { SessionsClientOptions } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";

type Fetch = NonNullable<SessionsClientOptions["fetch"]>;

const sessions = generateSessions(1_200);

/** Runs the doctor against a fake API, and returns the result of each check by its name. */
async function resultsFor(options: Partial<FakeApiOptions>, wrap = (fetch: Fetch): Fetch => fetch) {
  const fetch = wrap(createFakeApi({ sessions, ...options }));
  const report = await runDoctor({ ...fakeApiDefaults, fetch });
  return {
    report,
    results: Object.fromEntries(report.findings.map(({ check, result }) => [check, result])),
  };
}

/** Makes a fetch that requests another URL. */
function rewriteUrl(change: (url: URL) => void): (fetch: Fetch) => Fetch {
  return (fetch) => (request, init) => {
    const url = new URL(String(request));
    change(url);
    const { method } = init;
    return fetch(Object.assign(url, { url: String(url), method, headers: new Headers(init.headers) }), init);
  };
}

const combinations = ([0, 1] as const).flatMap((firstPage) =>
  [true, false].flatMap((paging) =>
    [undefined, 50].flatMap((maxPerPage) =>
      (["clamp", "error"] as const).flatMap((belowFirstPage) =>
        (["empty", "error"] as const).map((pastTheEnd) => ({
          firstPage,
          paging,
          maxPerPage,
          belowFirstPage,
          pastTheEnd,
        })),
      ),
    ),
  ),
);

describe("runDoctor", () => {
  test.each(combinations)(
    "reports the options of the fake API: $firstPage, paging $paging, cap $maxPerPage, $belowFirstPage, $pastTheEnd",
    async ({ maxPerPage, ...options }) => {
      const { results, report } = await resultsFor({ ...options, ...(maxPerPage && { maxPerPage }) });
      const zero = { clamp: "the first page", error: "error 400" }[options.belowFirstPage];
      expect(results).toMatchObject({
        "credentials and permission": "accepted",
        "first page number": String(options.firstPage),
        "page 0 if pages count from 1": options.firstPage === 1 ? zero : "does not apply",
        "largest page size": maxPerPage ? "50" : "1000",
        "default order": "newest first",
        "paging in responses": options.paging ? "sent and consistent" : "not sent",
        "page past the end": options.pastTheEnd === "empty" ? "empty page" : "error 404",
        "the same request twice": "same response",
      });
      expect(isHealthy(report)).toBe(options.paging);
      expect(report.requests).toBeLessThanOrEqual(10);
    },
  );

  test.each([
    {
      given: "a wrong token",
      options: { apiToken: "another-token" },
      status: 401,
      advice: /^Check the API token/,
    },
    {
      given: "a wrong account",
      options: { accountId: "another" },
      status: 403,
      advice: /account id and the API token/,
    },
    { given: "a wrong app", options: { appId: "another" }, status: 404, advice: /account id and the app id/ },
  ])("reports $given, and what to check, with one request", async ({ options, status, advice }) => {
    const { report } = await resultsFor(options);
    expect(report).toMatchObject({
      requests: 1,
      findings: [
        {
          check: "credentials and permission",
          result: `rejected with status ${status}`,
          level: "problem",
          advice: expect.stringMatching(advice) as string,
        },
      ],
    });
    expect(formatReport(report)).not.toContain("match the OpenAPI document");
  });

  test.each([429, 503, 200])(
    "does not blame the token for a response with status %i and no sessions",
    async (status) => {
      const fetch: Fetch = () => Promise.resolve(Response.json({ success: false }, { status }));
      const { results, report } = await resultsFor({}, () => fetch);
      expect(results).toEqual({
        "credentials and permission": `unknown: the response has status ${status} and no sessions`,
      });
      expect(report.findings[0]?.advice).toMatch(/^Run the check again later/);
      expect(isHealthy(report)).toBe(false);
    },
  );

  test("concludes nothing from a check that exceeds the rate limit", async () => {
    let requests = 0;
    const limit =
      (fetch: Fetch): Fetch =>
      (request, init) =>
        ++requests > 5 ? Promise.resolve(new Response(null, { status: 429 })) : fetch(request, init);
    const { results, report } = await resultsFor({}, limit);
    expect(results).toEqual({
      "credentials and permission": "accepted",
      "rate limit": "exceeded during the check",
    });
    expect(isHealthy(report)).toBe(false);
  });

  test("reports an API that ignores the page number", async () => {
    const ignore = rewriteUrl((url) => {
      url.searchParams.delete("page_no");
    });
    const { report, results } = await resultsFor({}, ignore);
    expect(results["first page number"]).toBe("page_no is ignored");
    expect(isHealthy(report)).toBe(false);
  });

  test.each([
    { given: "by its position", options: { maxPerPage: 50 } },
    {
      given: "by its last session",
      options: { paging: false, sessions: sessions.slice(0, 60), maxPerPage: 50 },
    },
  ])(
    "recognizes the last page $given, where the API returns it for a page past the end",
    async ({ options }) => {
      const last = (options.sessions ?? sessions).length;
      const repeatLast = rewriteUrl(({ searchParams }) => {
        const pageNo = Number(searchParams.get("page_no") ?? 1);
        searchParams.set("page_no", String(Math.min(pageNo, last)));
      });
      const { results } = await resultsFor(options, repeatLast);
      expect(results["page past the end"]).toBe("the last page again");
    },
  );

  test.each([
    { aheadMs: 0, shown: "0 s" },
    { aheadMs: 60_000, shown: "60 s" },
    { aheadMs: -5_000, shown: "-5 s" },
  ])("shows the clock of an API that is $aheadMs ms ahead as $shown", async ({ aheadMs, shown }) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-30T12:00:00.700Z") });
    const setDate =
      (fetch: Fetch): Fetch =>
      async (request, init) => {
        const response = await fetch(request, init);
        response.headers.set("date", new Date(Date.now() + aheadMs).toUTCString());
        return response;
      };
    const { results } = await resultsFor({}, setDate);
    vi.useRealTimers();
    expect(results["clock difference"]).toBe(shown);
  });

  test("reports totals that contradict each other", async () => {
    let request = 0;
    const { report, results } = await resultsFor({ sessions: () => sessions.slice(++request % 2) });
    expect(results["paging in responses"]).toBe("sent, but it contradicts itself");
    expect(results["the same request twice"]).toBe("different responses");
    expect(isHealthy(report)).toBe(false);
  });

  test("reports what is unknown about an app without sessions", async () => {
    const { report, results } = await resultsFor({ sessions: [] });
    expect(results["first page number"]).toMatch(/^unknown/);
    expect(isHealthy(report)).toBe(true);
  });

  test("counts by field how responses differ from the document, without any value", async () => {
    const loose = sessions.map((session) => ({ ...session, minutes_consumed: "secret title" }));
    const { report } = await resultsFor({ sessions: loose as unknown as typeof sessions });
    expect(report.differences).toContainEqual({
      field: "/data/sessions/[]/minutes_consumed",
      message: expect.stringMatching(/must be/) as string,
      count: expect.any(Number) as number,
    });
    expect(formatReport(report)).not.toContain("secret title");
  });

  test("puts no id, title or token into the report", async () => {
    const { report } = await resultsFor({});
    const text = formatReport(report) + JSON.stringify(report);
    const secrets = sessions.flatMap(({ id, meeting_display_name: title }) => [id, title]);
    const leaked = [...secrets, ...Object.values(fakeApiDefaults)].filter((secret) => text.includes(secret));
    expect(leaked).toEqual([]);
  });
});
