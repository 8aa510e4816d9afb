import { walkPages as walkList } from "../paginate.js";
import { readAhead } from "../read-ahead.js";
import type { ListPage, PageSource, WalkOptions, WalkStep } from "./types.js";

export type { ListPage, Numbering, PageSource, WalkOptions, WalkStep } from "./types.js";

/** Walks a list page by page and yields each item once. */
export async function* walkPages<Item, Page extends ListPage<Item>>(
  source: PageSource<Item, Page>,
  { from, concurrency, limit, signal, numbering }: WalkOptions,
): AsyncGenerator<WalkStep<Item, Page>, void, undefined> {
  const read = async (pageNo: number | undefined) => {
    const page = await source.readPage(pageNo);
    return { items: page.items, start: page.start, total: page.total, page };
  };
  const steps = walkList(
    {
      read: concurrency === 1 ? read : readAhead(read, concurrency, signal),
      keyOf: (item: Item) => source.keyOf(item) ?? JSON.stringify(item),
      meansNoSuchPage: source.isPageNotFound,
      contradiction: (what, { page }, pageNo) => source.contradiction(`the page ${what}`, page, pageNo),
      numbering: numbering as { first: 0 | 1 | undefined },
      wanted: limit,
    },
    from,
  );
  for await (const { page, pageNo, fresh, next } of steps)
    yield { page: page.page, pageNo, items: fresh, nextPageNo: next };
}
