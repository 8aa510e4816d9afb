import {
  detectFirstPage,
  type Examination,
  getTotal,
  hasSeveralPages,
  ignoresPageNumber,
  isSamePage,
  listObservations,
} from "./examine.js";
import type { Observation } from "./observe.js";

/** The result of one check. */
export interface Finding {
  /** The checked property, such as `first page number`. */
  check: string;
  /** The result, such as `1`. It contains no id, title, name or token. */
  result: string;
  /** `problem` if it makes a listing inexact or impossible, `unknown` if the requests do not show it. */
  level: "ok" | "unknown" | "problem";
  /** The recommended action for a problem. */
  advice?: string;
}

/** Derives the findings from the observations. */
export function diagnose(examination: Examination): Finding[] {
  const credentials = checkCredentials(examination.first);
  if (credentials.level === "problem") return [credentials];
  // The responses to the other requests would be misread.
  if (listObservations(examination).some(({ status }) => status === 429))
    return [
      credentials,
      {
        check: "rate limit",
        result: "exceeded during the check",
        level: "problem",
        advice: "Run the check again in five minutes.",
      },
    ];
  return [
    credentials,
    checkFirstPage(examination),
    checkPageZero(examination),
    checkPageSize(examination),
    checkOrder(examination),
    checkPaging(examination),
    checkPastTheEnd(examination),
    checkRepetition(examination),
    ...checkResponses(examination),
    ...checkHeaders(listObservations(examination)),
  ];
}

const TOKEN_ADVICE = "The token needs the permission Realtime or Realtime Admin.";

/** The advice if the first request is rejected, by its status. */
const REJECTION_ADVICE: Readonly<Record<number, string>> = {
  401: `Check the API token. ${TOKEN_ADVICE}`,
  403: `Check the account id and the API token. ${TOKEN_ADVICE}`,
  404: "Check the account id and the app id.",
};

function checkCredentials({ status = 0, ids }: Observation): Finding {
  const check = "credentials and permission";
  if (ids) return { check, result: "accepted", level: "ok" };
  const advice = REJECTION_ADVICE[status];
  if (advice) return { check, result: `rejected with status ${status}`, level: "problem", advice };
  return {
    check,
    result: `unknown: the response has status ${status} and no sessions`,
    level: "problem",
    advice: "Run the check again later. The command list shows the message of the API.",
  };
}

function checkFirstPage(examination: Examination): Finding {
  const check = "first page number";
  if (ignoresPageNumber(examination))
    return {
      check,
      result: "page_no is ignored",
      level: "problem",
      advice:
        "Only the first page can be listed. Use the largest page size and filters, and report this to Cloudflare.",
    };
  const first = detectFirstPage(examination);
  if (first !== undefined) return { check, result: String(first), level: "ok" };
  const reason = explainUnknown(examination);
  // A listing of several pages requests page 1 too.
  const isPageOneRejected = hasSeveralPages(examination) && examination.one?.error?.status !== undefined;
  if (reason !== undefined && !isPageOneRejected)
    return { check, result: `unknown: ${reason}`, level: "unknown" };
  return {
    check,
    result: reason === undefined ? "neither page 0 nor page 1 is the first page" : `unknown: ${reason}`,
    level: "problem",
    advice: "The list may have changed during the check. Run the check again.",
  };
}

/** Returns the reason why the number of the first page is unknown. Undefined if the pages contradict each other. */
function explainUnknown(examination: Examination): string | undefined {
  const { first, zero, one, large } = examination;
  if ([first, zero, one].some((page) => page?.ids?.includes(undefined)))
    return "sessions without an id cannot be compared";
  if (!hasSeveralPages(examination))
    return large || !one ? "the app needs at least two sessions" : "no large page can be read";
  const isError = one && !one.ids ? one : zero && zero.status === undefined ? zero : undefined;
  return isError && `a page cannot be read (${formatFailure(isError)})`;
}

/** Formats why a request returned no list of sessions. */
function formatFailure({ status }: Observation): string {
  if (status === undefined) return "no response";
  return status < 400 ? "an invalid response" : `error ${status}`;
}

function checkPageZero(examination: Examination): Finding {
  const check = "page 0 if pages count from 1";
  const { zero, first } = examination;
  if (detectFirstPage(examination) !== 1) return { check, result: "does not apply", level: "unknown" };
  if (zero?.status === undefined) return { check, result: "unknown: no response", level: "unknown" };
  if (!zero.ids) return { check, result: formatFailure(zero), level: "ok" };
  return { check, result: isSamePage(zero, first) ? "the first page" : "another page", level: "ok" };
}

function checkPageSize(examination: Examination): Finding {
  const check = "largest page size";
  const { large, largeFailed = [], largeNext } = examination;
  const failures = largeFailed.map((page) => `${page.perPage}: ${formatFailure(page)}`).join(", ");
  if (!large?.ids)
    return {
      check,
      result: failures ? `unknown (${failures})` : "unknown: not requested, because the app has no sessions",
      level: "unknown",
    };
  const size = large.ids.length;
  const known = new Set(large.ids);
  const hasMore = largeNext?.ids?.some((id) => id !== undefined && !known.has(id)) ?? false;
  const isCapped = hasMore || (getTotal(examination) ?? 0) > size;
  // The limit lies between a page that is full and a larger one that is rejected.
  const isExact = isCapped && !(failures && size >= large.perPage);
  const result = isExact ? String(size) : `at least ${size}`;
  return { check, result: failures ? `${result} (${failures})` : result, level: "ok" };
}

function checkOrder({ large }: Examination): Finding {
  const check = "default order";
  const times = large?.createdAt ?? [];
  if (times.length < 2 || times.some(Number.isNaN)) return { check, result: "unknown", level: "unknown" };
  const isSorted = (compare: (one: number, next: number) => boolean): boolean =>
    times.every((time, index) => compare(times[index - 1] ?? time, time));
  const order = isSorted((one, next) => one >= next)
    ? "newest first"
    : isSorted((one, next) => one <= next)
      ? "oldest first"
      : "not by creation";
  return { check, result: order, level: "ok" };
}

function checkPaging(examination: Examination): Finding {
  const check = "paging in responses";
  const pages = listObservations(examination).filter(({ ids }) => ids?.length);
  const hasPaging = ({ paging }: Observation): boolean => !Object.values(paging).includes(undefined);
  const sent = pages.filter(hasPaging);
  if (!pages.length) return { check, result: "unknown: the app has no sessions", level: "unknown" };
  if (!sent.length)
    return {
      check,
      result: pages.some(({ paging: { total } }) => total !== undefined)
        ? "sent without offsets"
        : "not sent",
      level: "problem",
      advice:
        "A session that leaves the list can hide another. " +
        "List with sort_by createdAt and sort_order ASC, without status.",
    };
  const totals = new Set(sent.map(({ paging }) => paging.total));
  if (pages.every(isConsistent) && totals.size === 1)
    return { check, result: "sent and consistent", level: "ok" };
  return {
    check,
    result: "sent, but it contradicts itself",
    level: "problem",
    advice: "If sessions began or ended during the check, run it again. Otherwise report this to Cloudflare.",
  };
}

/** Returns whether the position of a page is possible and fits its number of sessions. */
function isConsistent({ paging: { total = NaN, start = NaN, end = NaN }, ids }: Observation): boolean {
  return (
    [total, start, end].every((value) => Number.isSafeInteger(value) && value >= 0) &&
    end - start === ids?.length &&
    total >= end
  );
}

function checkPastTheEnd(examination: Examination): Finding {
  const { past, first } = examination;
  const check = "page past the end";
  if (past?.status === undefined) return { check, result: "unknown", level: "unknown" };
  if (!past.ids) return { check, result: formatFailure(past), level: "ok" };
  if (!past.ids.length) return { check, result: "empty page", level: "ok" };
  if (isSamePage(past, first)) return { check, result: "the first page again", level: "ok" };
  return {
    check,
    result: isLastPage(examination) ? "the last page again" : "a page with sessions",
    level: "ok",
  };
}

/** Returns whether the page past the end is the last page, by its position or by the last session of a large page. */
function isLastPage({ past, large, largeNext }: Examination): boolean {
  const { total, end } = past?.paging ?? {};
  if (total !== undefined && end !== undefined) return end === total;
  const last = past?.ids?.at(-1);
  return last !== undefined && [large, largeNext].some((page) => page?.ids?.at(-1) === last);
}

function checkRepetition({ first, again }: Examination): Finding {
  const check = "the same request twice";
  if (!again) return { check, result: "unknown: the app has no sessions", level: "unknown" };
  const isSame = isSamePage(first, again);
  if (isSame) return { check, result: "same response", level: "ok" };
  if (again.status === undefined) return { check, result: "unknown: no response", level: "unknown" };
  if (again.ids && isSame === undefined)
    return { check, result: "unknown: sessions without an id cannot be compared", level: "unknown" };
  return {
    check,
    result: "different responses",
    level: "problem",
    advice:
      "If sessions began or ended during the check, run it again. Otherwise the API contradicts itself.",
  };
}

/** Reports requests without a response. Large pages are not needed to list sessions. */
function checkResponses(examination: Examination): Finding[] {
  const observations = listObservations(examination);
  const failed = observations.filter(({ status }) => status === undefined);
  if (!failed.length) return [];
  const check = "requests without a response";
  const result = `${failed.length} of ${observations.length}`;
  return failed.every(({ perPage }) => perPage > 1)
    ? [{ check, result: `${result}, for large pages`, level: "unknown" }]
    : [{ check, result, level: "problem", advice: "Check the network, and run the check again." }];
}

function checkHeaders(observations: readonly Observation[]): Finding[] {
  const findHeader = (name: string): string | undefined =>
    observations.map(({ headers }) => headers?.get(name)).find((value) => value != null) ?? undefined;
  const createFact = (check: string, result: string | undefined): Finding =>
    result === undefined ? { check, result: "not sent", level: "unknown" } : { check, result, level: "ok" };
  const clock = observations.find(
    ({ clockDifferenceMs }) => clockDifferenceMs !== undefined,
  )?.clockDifferenceMs;
  const latencies = observations.map(({ latencyMs }) => latencyMs).sort((a, b) => a - b);
  return [
    createFact("Ratelimit header", findHeader("ratelimit")),
    createFact("Ratelimit-Policy header", findHeader("ratelimit-policy")),
    createFact("clock difference", clock === undefined ? undefined : `${clock / 1000} s`),
    createFact("median latency", `${latencies[Math.floor(latencies.length / 2)] ?? 0} ms`),
  ];
}
