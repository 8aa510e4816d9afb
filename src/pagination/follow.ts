import { SeenItems } from "./seen-items.js";

/** One page of a list whose pages refer to the next one. */
export interface LinkedPage<Item> {
  /** The items of the page. */
  readonly items: readonly Item[];
  /** The cursor or URL of the next page; undefined after the last page. */
  readonly next: string | undefined;
}

/** Reads the pages of one list. */
export interface LinkedSource<Item, Page extends LinkedPage<Item>> {
  /** Reads the page of a cursor or URL; without one, the first page. */
  readPage: (next: string | undefined) => Promise<Page>;
  /** Returns the key that identifies an item, or undefined if it has none. Items without a key are kept. */
  getKey: (item: Item) => string | undefined;
  /** Creates the error for a page that contradicts the pages before it. */
  toError: (message: string, page: Page) => Error;
}

/** One page of a walk. */
interface LinkedStep<Item, Page> {
  page: Page;
  /** The items of the page that the walk has not yielded before. */
  items: Item[];
}

/** The maximum number of consecutive pages without items. Some servers filter pages after pagination. */
const MAX_EMPTY_PAGES = 1_000;

/** The maximum number of remembered cursors, so that the memory of a walk is limited. */
const MAX_CURSORS = 10_000;

/**
 * Walks a list whose pages refer to the next one, and yields each item once: p requests for p pages.
 *
 * The effect of items that move during the walk depends on the server. A repeated item is yielded once, if items have
 * keys.
 *
 * @param source - Reads the pages of the list.
 * @param from - The cursor or URL of the page to start with. Default: the first page.
 * @returns A generator of the pages, each with its new items. Further pages without new items are left out.
 * @throws Errors of `readPage`.
 * @throws An error of `toError` if a page refers to one that was read already. An empty page that refers to itself ends
 * the walk instead.
 * @throws An error of `toError` after more than 1,000 consecutive pages without items.
 */
export async function* followPages<Item, Page extends LinkedPage<Item>>(
  { readPage, getKey, toError }: LinkedSource<Item, Page>,
  from?: string,
): AsyncGenerator<LinkedStep<Item, Page>, void, undefined> {
  const seen = new SeenItems(getKey);
  const followed = new Set([from]);
  let next = from;
  let emptyPages = 0;
  do {
    const page = await readPage(next);
    const { items } = page;
    const isRepeated = page.next !== undefined && followed.has(page.next);
    const added = seen.add(items, seen.getKeys(items), 0, 0);
    if (added.length > 0 || followed.size === 1) yield { page, items: added };
    emptyPages = items.length > 0 ? 0 : emptyPages + 1;
    // An empty page that refers to itself is the end.
    if (isRepeated && page.next === next && emptyPages > 0) return;
    if (isRepeated) throw toError(`the next page is one that was read already: ${page.next}`, page);
    if (emptyPages > MAX_EMPTY_PAGES)
      throw toError(`more than ${MAX_EMPTY_PAGES} consecutive pages are empty`, page);
    next = page.next;
    followed.add(next);
    if (followed.size > MAX_CURSORS)
      for (const oldest of followed) {
        followed.delete(oldest);
        break;
      }
  } while (next !== undefined);
}
