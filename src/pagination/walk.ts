import { type Decision, PageOrder } from "./page-order.js";
import { ReadAhead } from "./read-ahead.js";
import type { ListPage, PageSource, WalkOptions, WalkStep } from "./types.js";

export type { ListPage, Numbering, PageSource, WalkOptions, WalkStep } from "./types.js";

/**
 * Walks a list page by page and yields each item once, whether the server numbers its pages from 0 or from 1.
 *
 * The first page is requested without a number, then pages 1, 2, 3, and so on. On a server that counts from 1, page 1
 * repeats the first page, whose items are known already. No page is left out either way.
 *
 * Where pages state their offset, the page that holds the expected offset is next; a total that fell by n moves the
 * expected offset back by n. Where they do not, contents decide: the walk ends after an empty page, after an error that
 * means "no such page" and repeats, or after two pages in a row without anything new. A total below the end of its own
 * page is ignored.
 *
 * Requests for a list of p pages that does not change:
 *
 * | pages state offsets and the total | numbered from 0 | numbered from 1 | once the numbering is known |
 * | --- | --- | --- | --- |
 * | yes | p | p + 1; 1 if p is 1 | p |
 * | no | p + 1 | p + 2 | not learnt |
 *
 * Further requests: where the total equals the end of a full first page, which some servers state on every page, the
 * next page is requested as well. Without offsets, one more after a full last page, two more where the end is an error,
 * and one more where the end is a page that repeats. If no page continues the first, two pages of one item show whether
 * the server ignores the page number, which is an error. Each fall of the total costs the pages that are read again.
 * With concurrency n and no total, up to n pages past the end are read ahead.
 *
 * Every item that is in the list throughout is yielded, and no item twice, if one of these holds:
 *
 * - Items are only added, before the first or after the last, fewer between two requests than a page holds.
 * - Items are added before the first for at least as many that are removed, anywhere.
 * - Items are added and removed anywhere, and pages state offsets and a total that shows each net loss.
 *
 * Otherwise an item can be missed if it moves to a page that was read already. With concurrency above 1, the same holds
 * for the order in which the server handles the requests. Of items without a key, those with equal contents on
 * different pages are yielded once, unless offsets show that they are different items.
 *
 * @throws What `readPage` throws, and an error by `contradiction` if pages contradict each other.
 */
export async function* walkPages<Item, Page extends ListPage<Item>>(
  source: PageSource<Item, Page>,
  options: WalkOptions,
): AsyncGenerator<WalkStep<Item, Page>, void, undefined> {
  const { concurrency, signal, limit = Infinity } = options;
  const order = new PageOrder(source, options);
  const reader = new ReadAhead(
    (pageNo) => source.readPage(pageNo),
    concurrency,
    signal,
    ({ items }: Page) => order.isLikelyLast(items),
  );
  let next: Decision = { pageNo: options.from };
  for (let isFirst = true; typeof next === "object"; isFirst = false) {
    const { pageNo }: { pageNo: number | undefined } = next;
    let page: Page;
    try {
      page = await reader.read(pageNo, order.lastNeeded(pageNo ?? 0));
    } catch (error) {
      if (!source.isPageNotFound(error)) throw error;
      next = order.missing({ pageNo, error });
      continue;
    }
    next = order.take(page, pageNo);
    const { items } = order;
    const nextPageNo = typeof next === "object" ? (next.pageNo ?? 1) : undefined;
    if (isFirst || items.length) yield { page, pageNo, items, nextPageNo };
    if (order.seen.count >= limit) return;
    if (next === "check") await order.checkPageNumber();
  }
}
