import { type Observation, type ObservedClient, observePage } from "./observe.js";

/** The page sizes that are requested to find the largest one, until one of them is accepted. */
const LARGE_PAGES = [1_000, 500, 100];
/** A page number past the end of a list whose length is not stated. */
const FAR_PAGE = 1_000_000;

/** The observations of the requests, by their purpose. */
export interface Examination {
  /** The first page, requested without a page number. */
  first: Observation;
  /** The same request once more. */
  again?: Observation;
  /** Page 0, with one session. */
  zero?: Observation;
  /** Page 1, with one session. */
  one?: Observation;
  /** Page 2, with one session. */
  two?: Observation;
  /** A large page. */
  large?: Observation;
  /** The requests of large pages without a list of sessions. */
  largeFailed?: readonly Observation[];
  /** The large page that follows it. */
  largeNext?: Observation;
  /** A page past the end. */
  past?: Observation;
}

/**
 * Requests the pages that show how the API numbers and limits pages: at most ten requests, all of them read-only. After
 * the first one, a failed request is an observation too.
 *
 * @param client - The client. It must not retry.
 * @param signal - Aborts the requests. Default: none.
 * @returns The observations.
 * @throws `ConnectionError` if there is no response to the first request.
 */
export async function examine(client: ObservedClient, signal?: AbortSignal): Promise<Examination> {
  const observe = (pageNo: number | undefined, perPage: number): Promise<Observation> =>
    observePage(client, pageNo, perPage, signal);
  const first = await observe(undefined, 1);
  if (first.status === undefined && first.error) throw first.error;
  if (!first.ids?.length) return { first };
  const zero = await observe(0, 1);
  const one = await observe(1, 1);
  const two = await observe(2, 1);
  const found = { first, zero, one, two, ...(await examineLarge(observe)) };
  const { large } = found;
  const secondPage = (detectFirstPage(found) ?? 1) + 1;
  const next = large && { largeNext: await observe(secondPage, large.perPage) };
  const past = await observe((getTotal({ ...found, ...next }) ?? FAR_PAGE) + 2, 1);
  const again = await observe(undefined, 1);
  return { ...found, ...next, past, again };
}

/** Requests the largest page that the API accepts. */
async function examineLarge(
  observe: (pageNo: undefined, perPage: number) => Promise<Observation>,
): Promise<Pick<Examination, "large" | "largeFailed">> {
  const largeFailed: Observation[] = [];
  for (const perPage of LARGE_PAGES) {
    const large = await observe(undefined, perPage);
    if (large.ids) return { large, largeFailed };
    largeFailed.push(large);
    // A smaller page would exceed the rate limit too.
    if (large.status === 429) break;
  }
  return { largeFailed };
}

/** Lists the observations of all requests. */
export function listObservations(examination: Examination): Observation[] {
  return (Object.values(examination) as (Observation | Observation[])[]).flat();
}

/**
 * Returns the stated total, the one of a large page if possible. Undefined if it cannot be the number of sessions, such
 * as one below the number of sessions that were seen.
 */
export function getTotal({
  first,
  large,
  largeNext,
}: Pick<Examination, "first" | "large" | "largeNext">): number | undefined {
  const seen = new Set([first, large, largeNext].flatMap((page) => page?.ids ?? []));
  return [large, first]
    .map((page) => page?.paging.total)
    .find(
      (total = -1) => total >= seen.size && Number.isSafeInteger(total) && Number.isSafeInteger(total + 2),
    );
}

/** Returns the number of the first page. Undefined if the observations do not show it. */
export function detectFirstPage(examination: Examination): 0 | 1 | undefined {
  const { first, zero, one } = examination;
  if (!hasSeveralPages(examination) || ignoresPageNumber(examination)) return undefined;
  const isOne = isSamePage(one, first);
  if (isOne) return 1;
  return isOne === false && isSamePage(zero, first) ? 0 : undefined;
}

/** Returns whether the list is longer than the first page. */
export function hasSeveralPages(examination: Examination): boolean {
  const { first, zero, one, two, large } = examination;
  const size = first.ids?.length ?? 0;
  const known = large?.ids?.length ?? getTotal(examination) ?? 0;
  return (
    known > size || [zero, one, two].some((page) => page?.ids?.length && isSamePage(page, first) === false)
  );
}

/** Returns whether the API returns the first page for every page number, although the list is longer. */
export function ignoresPageNumber(examination: Examination): boolean {
  const { first, one, two } = examination;
  return hasSeveralPages(examination) && isSamePage(one, first) === true && isSamePage(two, first) === true;
}

/**
 * Returns whether two observations show the same sessions. Undefined without a list, or if a session has no id to
 * compare.
 */
export function isSamePage(
  page: Observation | undefined,
  other: Observation | undefined,
): boolean | undefined {
  if (!page?.ids || !other?.ids) return undefined;
  if (page.ids.length !== other.ids.length) return false;
  if ([...page.ids, ...other.ids].includes(undefined)) return undefined;
  return page.ids.every((id, index) => id === other.ids?.[index]);
}
