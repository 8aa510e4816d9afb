/** One page of a list, as much of it as paging needs to know. */
export interface ListPage<Item> {
  /** The items of the page. */
  readonly items: readonly Item[];
  /** The place of the page's first item in the whole list, from 0; undefined where the server does not tell. */
  readonly start: number | undefined;
  /** How many items the whole list has; undefined where the server does not tell. */
  readonly total: number | undefined;
}

/** What is known about how a server numbers its pages. Kept by the caller, so that later walks need not ask. */
export interface Numbering {
  /** The number of the first page, once a walk has learnt it. */
  first: 0 | 1 | undefined;
}

/** A list and how to read it. */
export interface ListSource<Item, Page extends ListPage<Item>> {
  /**
   * Reads a page by its number; without one, the first page, whatever its number is. `last` is the number of the last
   * page that will be needed, as far as is known, for those who read ahead; Infinity where nothing is known.
   */
  read: (pageNo: number | undefined, last: number) => Promise<Page>;
  /** What tells one item from another. */
  keyOf: (item: Item) => unknown;
  /** Whether this error may mean that there is no page of that number. */
  meansNoSuchPage: (error: unknown) => boolean;
  /** The error to throw for a page that contradicts those before it. */
  contradiction: (what: string, page: Page, pageNo: number | undefined) => Error;
  numbering: Numbering;
  /** How many items are wanted at the most. Default: all. */
  wanted?: number | undefined;
}

/** A page of a walk. */
export interface Step<Item, Page> {
  page: Page;
  /** The number that the page was read by; undefined for the first page. */
  pageNo: number | undefined;
  /** The items of the page that the walk has not yielded yet. */
  fresh: Item[];
  /** The number of the page to read next, to resume from; undefined after the last page. */
  next: number | undefined;
}

/** The page to read instead of going on: undefined is the first, as in {@link ListSource.read}. */
interface Detour {
  pageNo: number | undefined;
}

/** How many items back a repetition is noticed. A bound, so that a walk's memory is flat. */
const REMEMBERED = 10_000;

/** How many pages in a row may fail to hold the item that is due before the walk gives up. */
const MAX_ASTRAY = 5;

/** How often the total may fall without an item that is new: copies of a server that do not agree would go on for ever. */
const MAX_FALLS = 100;

/**
 * Walks a list from page to page, whether the server counts its pages from 0 or from 1, and yields every item once.
 *
 * The first page is asked for without a number, which is right on either kind of server, and page 1 next. On a
 * server that counts from 0 this is the second page. On one that counts from 1 it is the first page again, whose
 * items are known already, and page 2 follows. Either way no page is left out.
 *
 * Where pages tell their `start` and `total`, each must hold the item that is due. One that does not (the list grew
 * shorter, or the server changed its page size) is not used; the page that should hold it is read instead. A total
 * that fell by n moves what is due back by n, since up to n items may have moved to a page that is already read.
 *
 * What it costs, for a list of p pages:
 *
 * | pages tell start and total | counted from 0 | counted from 1 | once the numbering is learnt |
 * | --- | --- | --- | --- |
 * | yes | p | p + 1; 1 where p is 1 | p |
 * | no | p + 1 | p + 2 | not learnt: without a start, a list that changes could feign either |
 *
 * Where nothing tells the total, the last request is one past the end. An empty page answers it, or an error that
 * means there is no such page; after a full page, or the first, that page and then the error are asked for once more, lest
 * a passing failure end the list early. Each fall of the total costs the pages that are read again.
 *
 * @param from - The number of the page to begin with, to resume; undefined for the first.
 */
export async function* walkPages<Item, Page extends ListPage<Item>>(
  { read, keyOf, meansNoSuchPage, contradiction, numbering, wanted = Infinity }: ListSource<Item, Page>,
  from?: number,
): AsyncGenerator<Step<Item, Page>, void, undefined> {
  const seen = new Set<unknown>();
  let pageNo = from;
  let first: number | undefined = numbering.first;
  // Where the server's counting of items begins: its first page says, in case that is not as documented.
  let origin = 0;
  // The place of the item that is due: all before it are yielded. A resumed walk learns it from its first page.
  let due = from === undefined ? 0 : undefined;
  let total: number | undefined;
  // How many items a full page holds.
  let size = 0;
  // The last page that was used.
  let last: { pageNo: number | undefined; count: number; key: unknown } | undefined;
  // Whether it was not full, where no place is told; and the page that made it be read again.
  let short = false;
  let lookedBackFrom: number | undefined;
  // The failure that may mean the end, and the page that is read once more because of it.
  let doubted: { pageNo: number | undefined; error: unknown; by: number | undefined } | undefined;
  // Where the items that are yielded end.
  let furthest = 0;
  let astray = 0;
  let falls = 0;
  let restarts = 0;

  /** Which page to read after a failure of this one: undefined ends the walk. */
  function afterFailure(error: unknown): Detour | undefined {
    if (!last || !meansNoSuchPage(error)) throw error;
    const again = doubted?.pageNo === pageNo;
    if (doubted && !again && doubted.by === pageNo) throw doubted.error;
    // After a page that is not full, or told twice and the page before it read in between: there is no such page.
    if (total === undefined && (again || short)) return undefined;
    if (again) throw error;
    // With a total, the first page tells whether the list has become shorter.
    const by = total === undefined ? last.pageNo : undefined;
    doubted = { pageNo, error, by };
    return { pageNo: by };
  }

  /** Takes in a page's total. */
  function count(now: number | undefined, wrong: (what: string) => Error): void {
    if (now === undefined) return;
    if (total !== undefined && now < total) {
      if (due !== undefined) due = Math.max(0, due - (total - now));
      doubted = undefined;
      if (++falls > MAX_FALLS || furthest - (due ?? furthest) > REMEMBERED)
        throw wrong(
          `says that there are ${now} items where there were ${total}: too many to find the place again`,
        );
    }
    total = now;
  }

  /** The page that holds the item that is due. The first one needs no number, and so none that is to be learnt. */
  function pageOfDue(perPage: number): Detour {
    const index = Math.floor((due ?? 0) / perPage);
    return { pageNo: index === 0 ? undefined : first === undefined ? 1 : first + index };
  }

  /** Whether a page that tells its place holds the item that is due, and if not, which one does. */
  function detourByPlace(start: number, length: number): Detour | undefined {
    due ??= start;
    if (pageNo === 1) first = numbering.first = start > 0 ? 0 : 1;
    else if (pageNo !== undefined) first ??= Math.round(pageNo - start / length);
    if (start <= due && due < start + length) return undefined;
    // A page's place and its number tell the server's page size, also where this page is a short last one.
    const pagesBefore = (pageNo ?? 0) - (first ?? 0);
    return pageOfDue(start > 0 && pagesBefore > 0 ? start / pagesBefore : size);
  }

  /** Whether a page that does not tell its place follows the one before it, and if not, which one to read. */
  function detourByContents(keys: readonly unknown[], wrong: (what: string) => Error): Detour | undefined {
    const isLast = pageNo === last?.pageNo;
    if (
      last &&
      !isLast &&
      keys.length === last.count &&
      keys[0] === last.key &&
      keys.every((key) => seen.has(key))
    ) {
      if (pageNo !== 1) throw wrong("repeats the one before it, as if the server ignored the page number");
      first = 1;
      return { pageNo: 2 };
    }
    if (pageNo !== from && (short ? lookedBackFrom === pageNo : keys.length > size)) {
      // The page size changed on the way. From the first page on all is right again, and what was yielded is known.
      if (from !== undefined || seen.size >= REMEMBERED || ++restarts > MAX_ASTRAY)
        throw wrong(`shows that the page size changed from ${size}; list again with ${keys.length} per page`);
      short = false;
      due = 0;
      return { pageNo: undefined };
    }
    if (short) {
      // A page that is not full is the last, but there is one after it: has the list grown, or the page size changed?
      lookedBackFrom = pageNo;
      short = false;
      return { pageNo: last?.pageNo };
    }
    if (pageNo === from) size = keys.length;
    short = keys.length < size;
    return undefined;
  }

  for (;;) {
    let page: Page;
    try {
      const pages = Math.ceil(Math.min(total ?? Infinity, wanted) / size);
      page = await read(pageNo, (first ?? 0) + (pages || Infinity) - 1);
    } catch (error) {
      const detour = afterFailure(error);
      if (!detour) return;
      ({ pageNo } = detour);
      continue;
    }
    const { items } = page;
    const wrong = (what: string): Error => contradiction(what, page, pageNo);
    const keys = items.map(keyOf);
    count(page.total, wrong);
    let start = due ?? 0;
    let detour: Detour | undefined;
    if (items.length === 0) {
      if (due === undefined || due >= (total ?? 0)) {
        if (!last) yield { page, pageNo, fresh: [], next: undefined };
        return;
      }
      detour = pageOfDue(size);
    } else if (page.start !== undefined && page.total !== undefined) {
      if (pageNo === undefined) origin = page.start;
      start = page.start - origin;
      detour = detourByPlace(start, items.length);
    } else detour = detourByContents(keys, wrong);

    if (detour) {
      if (!Number.isSafeInteger(detour.pageNo ?? 0) || detour.pageNo === pageNo || ++astray > MAX_ASTRAY)
        throw wrong(`does not hold item ${(due ?? 0) + 1} of ${total ?? "?"}, which is due there`);
      ({ pageNo } = detour);
      continue;
    }
    astray = 0;
    if (doubted?.pageNo === pageNo) doubted = undefined;
    last = { pageNo, count: keys.length, key: keys[0] };
    const end = start + items.length;
    if (due !== undefined) due = end;
    if (total !== undefined && end < total) size = items.length;
    const next =
      due !== undefined && total !== undefined && end >= total ? undefined : (pageNo ?? first ?? 0) + 1;
    const fresh = items.filter((_, index) => seen.size < seen.add(keys[index]).size);
    if (fresh.length) {
      furthest = end;
      falls = 0;
      yield { page, pageNo, fresh, next };
    }
    if (next === undefined) return;
    pageNo = next;
    for (const key of seen) {
      if (seen.size <= REMEMBERED) break;
      seen.delete(key);
    }
  }
}
