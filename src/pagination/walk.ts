import { type NextRequest, PageOrder } from "./page-order.js";
import { ReadAhead } from "./read-ahead.js";
import type { ListPage, PageSource, WalkOptions, WalkStep } from "./types.js";

export type { ListPage, Numbering, PageSource, WalkOptions, WalkStep } from "./types.js";

/**
 * Walks a list page by page and yields each item once, whether the server numbers its pages from 0 or from 1.
 *
 * The first page is requested without a number, then pages 1, 2, 3, and so on. On a server that counts from 1, page 1
 * repeats the first page, whose items are known already. No page is left out either way.
 *
 * The next page is the one that contains the next expected offset. The offset of a page is the stated one, if the page
 * also states a total. A total that falls by n moves the expected offset back by n. After a fall, a page beyond the
 * expected offset is yielded, and the page before it is re-read. If that shows that no item is missing between them,
 * the walk continues after both. Without a fall, such a page is re-read later, so that the items keep their order.
 *
 * A total without offsets is ignored. If a total is below the end of its own page, the walk ignores the totals from
 * then on. Then the known items of a page show its offset. The walk ends after an empty page, or after two consecutive
 * pages that do not advance it. It also ends when an error that can mean "page not found" repeats.
 *
 * A total may be stale or capped. If it equals the end of a full page, the next page is requested as well. If the total
 * has fallen more than 10 times before the walk advanced, the walk ends without this request. A total may also be too
 * high. If no page follows one that is not full, the walk ends. If no page follows a full one, it throws an error. The
 * same holds for a server that filters its pages, and returns an empty one before the end.
 *
 * Requests for a list of p pages that does not change:
 *
 * | pages state offsets and the total | numbered from 0 | numbered from 1 | once the numbering is known |
 * | --- | --- | --- | --- |
 * | yes | p; one more if the last page is full | p + 1; 1 if p is 1; one more if the last page is full | as from 0 |
 * | no | p + 1 | p + 2 | not detected |
 *
 * A first page is full if it has as many items as were requested, or a multiple of 5 and never fewer. A server may cap
 * its page size at such a number. A page beyond it is full if no page is longer.
 *
 * The walk sends further requests in these cases:
 *
 * - Without offsets, two after a full last page, to read it and the missing page again.
 * - Without offsets, one after a last page that is not full, if the end is an error.
 * - Without offsets, one if the end is a page that repeats.
 * - If no page continues the first, one or two for pages of other sizes. They show whether the server ignores the page
 *   number, which is an error.
 * - After each fall of the total, one for each page that is re-read.
 * - With concurrency n and no total, up to n for pages past the end, which are read ahead.
 *
 * The walk ends unless the list grows as fast as it is read. Each request advances the walk, or is one of a limited
 * number. These limits apply since the walk last reached a page beyond the furthest one, or in all:
 *
 * - 50 falls of the total
 * - 4 consecutive pages that do not contain the expected offset
 * - 3 suspected gaps
 * - 1 missing page
 * - 2 consecutive pages that do not advance the walk
 *
 * A fall of the total restarts the counts of consecutive pages.
 *
 * A page that begins or ends where the page before it did does not advance the walk, even if it has new items. The walk
 * throws an error after 51 falls, or after a fall by more than 4,000 items. It also does after more than 1,000
 * consecutive pages that mostly repeat the page before them.
 *
 * Every item that is in the list throughout is yielded, and no item twice, if one of these holds:
 *
 * - Items are only added, before the first or after the last, fewer between two requests than a page holds.
 * - Items are added before the first for at least as many that are removed, anywhere.
 * - Items are added or removed anywhere, but not both between two requests, and pages state offsets and the total. With
 *   concurrency above 1, items are only removed.
 *
 * Otherwise an item can be missed if it moves to a page that was read already. With concurrency above 1, the same holds
 * for the order in which the server handles the requests. Items without a key, but with equal contents, are yielded
 * once if they are on different pages, unless offsets show that they differ.
 *
 * @param source - Reads the pages of the list.
 * @param options - The page to start with, the number of requests at a time, and the known properties of the list.
 * @returns A generator of the pages, each with its new items. Further pages without new items are left out.
 * @throws Errors of `readPage`.
 * @throws An error of `toError` if pages contradict each other.
 */
export async function* walkPages<Item, Page extends ListPage<Item>>(
  source: PageSource<Item, Page>,
  options: WalkOptions,
): AsyncGenerator<WalkStep<Item, Page>, void, undefined> {
  const { concurrency, signal } = options;
  const order = new PageOrder(source, options);
  const reader = new ReadAhead((pageNo) => source.readPage(pageNo), concurrency, signal);
  let next: NextRequest = { pageNo: options.from };
  for (let isFirst = true; next; isFirst = false) {
    const { pageNo }: { pageNo: number | undefined } = next;
    let page: Page;
    try {
      page = await reader.read(pageNo, order.getLastNeeded(pageNo ?? 0));
    } catch (error) {
      if (!source.isPageNotFound(error, order.isComplete)) throw error;
      next = await order.takeMissing(pageNo, error);
      continue;
    }
    const result = await order.take(page, pageNo);
    const { items } = result;
    next = result.next;
    if (isFirst || items.length)
      yield { page, items, nextPageNo: next && (next.pageNo ?? order.firstPageNo) };
  }
}
