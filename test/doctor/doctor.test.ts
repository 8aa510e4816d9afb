import { describe, expect, onTestFinished, test, vi } from "vitest";
import { formatReport, isHealthy, runDoctor } from "../../src/doctor/doctor.js";
import type { SessionsClientOptions } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";

type Fetch = NonNullable<SessionsClientOptions["fetch"]>;

const sessions = generateSessions(1_200);

/** Runs the doctor against a fake API. Returns its report, and the result of each check by its name. */
async function runChecks(options: Partial<FakeApiOptions>, wrap = (fetch: Fetch): Fetch => fetch) {
  const fetch = wrap(createFakeApi({ sessions, ...options }));
  const report = await runDoctor({ ...fakeApiDefaults, fetch });
  return {
    report,
    results: Object.fromEntries(report.findings.map(({ check, result }) => [check, result])),
  };
}

/** Wraps a fetch so that it requests another URL. */
function rewriteUrl(change: (url: URL) => void): (fetch: Fetch) => Fetch {
  return (fetch) => (request, init) => {
    const url = new URL(String(request));
    change(url);
    const { method } = init;
    return fetch(Object.assign(url, { url: String(url), method, headers: new Headers(init.headers) }), init);
  };
}

interface ListBody {
  data: { sessions: unknown[]; paging?: unknown };
  paging?: Record<string, number>;
}

/** Wraps a fetch so that it changes the bodies of responses. */
function rewriteBody(change: (body: ListBody) => void): (fetch: Fetch) => Fetch {
  return (fetch) => async (request, init) => {
    const response = await fetch(request, init);
    const body = (await response.json()) as ListBody;
    if (response.ok) change(body);
    return Response.json(body, response);
  };
}

/** Wraps a fetch so that it responds differently to the requests that match. */
function replaceResponse(isMatch: (query: URLSearchParams) => boolean, respond: () => Promise<Response>) {
  return (fetch: Fetch): Fetch =>
    (request, init) =>
      isMatch(new URL(String(request)).searchParams) ? respond() : fetch(request, init);
}

/** Returns a function that matches requests of pages above a size. */
const matchLargerPages = (size: number) => (query: URLSearchParams) => Number(query.get("per_page")) > size;
const reject = (): Promise<Response> => Promise.resolve(Response.json({ success: false }, { status: 400 }));
const disconnect = (): Promise<Response> => Promise.reject(new TypeError("fetch failed"));

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
  test("requests a page that is past the end according to the total", async () => {
    const pageNumbers: (string | null)[] = [];
    await runChecks({}, (fetch) => (request, init) => {
      pageNumbers.push(new URL(String(request)).searchParams.get("page_no"));
      return fetch(request, init);
    });
    expect(pageNumbers).toEqual([null, "0", "1", "2", null, "2", "1202", null]);
  });

  test.each(combinations)(
    "detects firstPage $firstPage, paging $paging, maxPerPage $maxPerPage, belowFirstPage $belowFirstPage, pastTheEnd $pastTheEnd",
    async ({ maxPerPage, ...options }) => {
      const { results, report } = await runChecks({ ...options, ...(maxPerPage && { maxPerPage }) });
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
  ])("reports $given with advice after one request", async ({ options, status, advice }) => {
    const { report } = await runChecks(options);
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
    "does not report a wrong token for a response with status %i and no sessions",
    async (status) => {
      const fetch: Fetch = () => Promise.resolve(Response.json({ success: false }, { status }));
      const { results, report } = await runChecks({}, () => fetch);
      expect(results).toEqual({
        "credentials and permission": `unknown: the response has status ${status} and no sessions`,
      });
      expect(report.findings[0]?.advice).toMatch(/^Run the check again later/);
      expect(isHealthy(report)).toBe(false);
    },
  );

  test("reports no further result after the rate limit is exceeded", async () => {
    let requests = 0;
    const limitRequests =
      (fetch: Fetch): Fetch =>
      (request, init) =>
        ++requests > 5 ? Promise.resolve(new Response(null, { status: 429 })) : fetch(request, init);
    const { results, report } = await runChecks({}, limitRequests);
    expect(results).toEqual({
      "credentials and permission": "accepted",
      "rate limit": "exceeded during the check",
    });
    expect(isHealthy(report)).toBe(false);
  });

  test("reports an API that ignores the page number", async () => {
    const ignorePageNo = rewriteUrl((url) => {
      url.searchParams.delete("page_no");
    });
    const { report, results } = await runChecks({}, ignorePageNo);
    expect(results["first page number"]).toBe("page_no is ignored");
    expect(isHealthy(report)).toBe(false);
  });

  test.each<{ given: string; change: (paging: Record<string, number>, body: ListBody) => void }>([
    { given: "0", change: (paging) => (paging.total_count = 0) },
    {
      given: "the number of sessions on the page",
      change: (paging, { data }) => (paging.total_count = data.sessions.length),
    },
  ])("requests a page past the end even if the total is $given", async ({ change }) => {
    const { results } = await runChecks(
      { maxPerPage: 50, pastTheEnd: "error" },
      rewriteBody((body) => {
        if (body.paging) change(body.paging, body);
      }),
    );
    expect(results["page past the end"]).toBe("error 404");
  });

  test.each([
    { given: "by its position", options: { maxPerPage: 50 } },
    {
      given: "by its last session",
      options: { paging: false, sessions: sessions.slice(0, 60), maxPerPage: 50 },
    },
  ])("recognizes $given that the API returned the last page past the end", async ({ options }) => {
    const last = (options.sessions ?? sessions).length;
    const repeatLast = rewriteUrl(({ searchParams }) => {
      const pageNo = Number(searchParams.get("page_no") ?? 1);
      searchParams.set("page_no", String(Math.min(pageNo, last)));
    });
    const { results } = await runChecks(options, repeatLast);
    expect(results["page past the end"]).toBe("the last page again");
  });

  test.each([
    { aheadMs: 0, expected: "0 s" },
    { aheadMs: 60_000, expected: "60 s" },
    { aheadMs: -5_000, expected: "-5 s" },
  ])("shows the clock of an API that is $aheadMs ms ahead as $expected", async ({ aheadMs, expected }) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-30T12:00:00.700Z") });
    const setDate =
      (fetch: Fetch): Fetch =>
      async (request, init) => {
        const response = await fetch(request, init);
        response.headers.set("date", new Date(Date.now() + aheadMs).toUTCString());
        return response;
      };
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { results } = await runChecks({}, setDate);
    expect(results["clock difference"]).toBe(expected);
  });

  test("reports totals that contradict each other", async () => {
    let request = 0;
    const { report, results } = await runChecks({ sessions: () => sessions.slice(++request % 2) });
    expect(results["paging in responses"]).toBe("sent, but it contradicts itself");
    expect(results["the same request twice"]).toBe("different responses");
    expect(isHealthy(report)).toBe(false);
  });

  test("reports no problem if the first page number is unknown because the app has no sessions", async () => {
    const { report, results } = await runChecks({ sessions: [] });
    expect(results["first page number"]).toMatch(/^unknown/);
    expect(isHealthy(report)).toBe(true);
  });

  test("counts the differences from the document by field, without any value", async () => {
    const drifted = sessions.map((session) => ({ ...session, minutes_consumed: "secret title" }));
    const { report } = await runChecks({ sessions: drifted as unknown as typeof sessions });
    expect(report.differences).toContainEqual({
      field: "/data/sessions/[]/minutes_consumed",
      message: expect.stringMatching(/must be/) as string,
      count: expect.any(Number) as number,
    });
    expect(formatReport(report)).not.toContain("secret title");
  });

  test("puts no id, title or token into the report", async () => {
    const { report } = await runChecks({});
    const text = formatReport(report) + JSON.stringify(report);
    const secrets = sessions.flatMap(({ id, meeting_display_name: title }) => [id, title]);
    const leaked = [...secrets, ...Object.values(fakeApiDefaults)].filter((secret) => text.includes(secret));
    expect(leaked).toEqual([]);
  });

  test.each([
    { limit: 500, total: 1_200, size: "at least 500 (1000: error 400)", requests: 9 },
    { limit: 100, total: 345, size: "at least 100 (1000: error 400, 500: error 400)", requests: 10 },
    { limit: 100, total: 60, size: "at least 60 (1000: error 400, 500: error 400)", requests: 10 },
    { limit: 50, total: 345, size: "unknown (1000: error 400, 500: error 400, 100: error 400)", requests: 9 },
  ])(
    "finds the first page of $total sessions if pages above $limit are rejected",
    async ({ limit, total, size, requests }) => {
      const { report, results } = await runChecks(
        { sessions: sessions.slice(0, total), firstPage: 0 },
        replaceResponse(matchLargerPages(limit), reject),
      );
      expect(results).toMatchObject({
        "first page number": "0",
        "largest page size": size,
        "default order": limit < 100 ? "unknown" : "newest first",
        "page past the end": "empty page",
      });
      expect(report.requests).toBe(requests);
      expect(isHealthy(report)).toBe(true);
    },
  );

  test("requests smaller pages if large ones are rejected, also without a total", async () => {
    const { results } = await runChecks({ paging: false }, replaceResponse(matchLargerPages(100), reject));
    expect(results).toMatchObject({
      "first page number": "1",
      "largest page size": "at least 100 (1000: error 400, 500: error 400)",
    });
  });

  test("requests no large page of an app without sessions", async () => {
    const { report, results } = await runChecks({ sessions: [] });
    expect(results["largest page size"]).toBe("unknown: not requested, because the app has no sessions");
    expect(report.requests).toBe(1);
  });

  test("requests no smaller page after the rate limit is exceeded", async () => {
    const rejectByLimit = (): Promise<Response> => Promise.resolve(new Response(null, { status: 429 }));
    const { report, results } = await runChecks({}, replaceResponse(matchLargerPages(100), rejectByLimit));
    expect(results["rate limit"]).toBe("exceeded during the check");
    expect(report.requests).toBe(7);
  });

  test.each([-5, 3.5, 1e300, Number.MAX_SAFE_INTEGER])(
    "finds the first page and the end of the list despite a total of %d",
    async (total) => {
      const setTotal = rewriteBody(({ paging = {} }) => {
        paging.total_count = total;
      });
      const { report, results } = await runChecks({ sessions: sessions.slice(0, 345) }, setTotal);
      expect(results).toMatchObject({
        "first page number": "1",
        "page past the end": "empty page",
      });
      expect(report.requests).toBe(8);
    },
  );

  test.each([-5, 3.5, 1e300])("reports that a total of %d contradicts the page", async (total) => {
    const setTotal = rewriteBody(({ paging = {} }) => {
      paging.total_count = total;
    });
    const { report, results } = await runChecks({ sessions: sessions.slice(0, 345) }, setTotal);
    expect(results["paging in responses"]).toBe("sent, but it contradicts itself");
    expect(isHealthy(report)).toBe(false);
  });

  test("reads the paging inside data", async () => {
    const movePaging = rewriteBody((body) => {
      body.data.paging = body.paging;
      delete body.paging;
    });
    const { report, results } = await runChecks({ maxPerPage: 50 }, movePaging);
    expect(results["paging in responses"]).toBe("sent and consistent");
    expect(isHealthy(report)).toBe(true);
  });

  test("reports a total without offsets", async () => {
    const keepTotal = rewriteBody((body) => {
      body.paging = { total_count: sessions.length };
    });
    const { report, results } = await runChecks({}, keepTotal);
    expect(results["paging in responses"]).toBe("sent without offsets");
    expect(isHealthy(report)).toBe(false);
  });

  test.each([
    { given: "are null", change: (): unknown => null },
    {
      given: "have no id",
      change: (session: unknown): unknown => ({ ...(session as object), id: undefined }),
    },
    {
      given: "have an empty id",
      change: (session: unknown): unknown => ({ ...(session as object), id: "" }),
    },
  ])("does not compare pages of sessions that $given", async ({ change }) => {
    const { report, results } = await runChecks(
      {},
      rewriteBody(({ data }) => {
        data.sessions = data.sessions.map(change);
      }),
    );
    expect(report.findings).toEqual(
      expect.arrayContaining([
        {
          check: "first page number",
          result: "unknown: sessions without an id cannot be compared",
          level: "unknown",
        },
        {
          check: "the same request twice",
          result: "unknown: sessions without an id cannot be compared",
          level: "unknown",
        },
      ]),
    );
    expect(results["paging in responses"]).toBe("sent and consistent");
  });

  test("reports all other results if large pages get no response", async () => {
    const { report, results } = await runChecks(
      { firstPage: 0 },
      replaceResponse(matchLargerPages(100), disconnect),
    );
    expect(results).toMatchObject({
      "first page number": "0",
      "largest page size": "at least 100 (1000: no response, 500: no response)",
      "requests without a response": "2 of 10, for large pages",
    });
    expect(isHealthy(report)).toBe(true);
  });

  test.each([
    { respond: disconnect, failure: "no response", additional: { "requests without a response": "1 of 8" } },
    { respond: reject, failure: "error 400", additional: {} },
  ])(
    "reports an unknown first page number if page 1 cannot be read ($failure)",
    async ({ respond, failure, additional }) => {
      const isPageOne = (query: URLSearchParams): boolean => query.get("page_no") === "1";
      const { report, results } = await runChecks({ firstPage: 0 }, replaceResponse(isPageOne, respond));
      expect(results).toMatchObject({
        "first page number": `unknown: a page cannot be read (${failure})`,
        "largest page size": "1000",
        ...additional,
      });
      expect(isHealthy(report)).toBe(false);
    },
  );

  test("fails if the first request gets no response", async () => {
    await expect(runChecks({}, () => disconnect)).rejects.toThrow("fetch failed");
  });
});
