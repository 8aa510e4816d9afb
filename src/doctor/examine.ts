import { type Observation, type ObservedClient, observePage } from "./observe.js";

/** The page size that is requested to find the largest one. */
const LARGE_PAGE = 1_000;
/** A page number past the end of a list whose length is not stated. */
const FAR_PAGE = 1_000_000;

/** The observations of the requests, by their purpose. */
export interface Examination {
  /** The first page, requested without a page number. */
  first: Observation;
  /** The same request once more. */
  again?: Observation;
  zero?: Observation;
  one?: Observation;
  two?: Observation;
  /** A large page. */
  large?: Observation;
  /** The large page that follows it. */
  largeNext?: Observation;
  /** A page past the end. */
  past?: Observation;
}

/**
 * Requests the pages that show how the API numbers and limits pages: at most eight requests, all of them read-only.
 *
 * @throws `ConnectionError` if there is no response.
 */
export async function examine(client: ObservedClient, signal?: AbortSignal): Promise<Examination> {
  const observe = (pageNo: number | undefined, perPage: number): Promise<Observation> =>
    observePage(client, pageNo, perPage, signal);
  const first = await observe(undefined, 1);
  if (!first.ids?.length) return { first };
  const zero = await observe(0, 1);
  const one = await observe(1, 1);
  const two = await observe(2, 1);
  const large = await observe(undefined, LARGE_PAGE);
  const found = { first, zero, one, two, large };
  const secondPage = (firstPageOf(found) ?? 1) + 1;
  const largeNext = await observe(secondPage, LARGE_PAGE);
  const past = await observe((large.paging?.total ?? FAR_PAGE) + 2, 1);
  const again = await observe(undefined, 1);
  return { ...found, largeNext, past, again };
}

/** Returns the number of the first page. Undefined if the observations do not show it. */
export function firstPageOf(examination: Examination): 0 | 1 | undefined {
  const { first, zero, one } = examination;
  if (!hasSeveralPages(examination) || ignoresPageNumber(examination)) return undefined;
  if (samePage(one, first)) return 1;
  return samePage(zero, first) ? 0 : undefined;
}

/** Whether the list has more than one page of one session. */
export function hasSeveralPages({ large }: Examination): boolean {
  return (large?.ids?.length ?? 0) > 1;
}

/** Whether the API returns the first page for every page number, although the list is longer. */
export function ignoresPageNumber(examination: Examination): boolean {
  const { first, one, two } = examination;
  return hasSeveralPages(examination) && samePage(one, first) && samePage(two, first);
}

/** Whether two observations show the same sessions. */
export function samePage(page: Observation | undefined, other: Observation | undefined): boolean {
  return page?.ids !== undefined && page.ids.length > 0 && page.ids.join() === other?.ids?.join();
}
