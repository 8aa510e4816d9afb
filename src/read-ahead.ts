import type { ListPage } from "./paginate.js";

/**
 * Reads pages before they are asked for, in the order of their numbers: `concurrency` at a time, and no more than as
 * many again waiting to be used, so that memory is flat.
 *
 * The window is filled when a page arrives, not when one is asked for: a reader who is busy with a page holds up
 * nothing. A page that is not the one after those asked for before begins the window anew.
 *
 * @param signal - Ends the reading ahead.
 * @returns A function that reads a page; `last` is the number of the last page that is known to be needed.
 */
export function readAhead<Page extends ListPage<unknown>>(
  read: (pageNo: number | undefined) => Promise<Page>,
  concurrency: number,
  signal: AbortSignal,
): (pageNo: number | undefined, last: number) => Promise<Page> {
  const inFlight = new Set<Promise<void>>();
  let ahead = new Map<number, Promise<Page>>();
  let next = 0;
  let lastNeeded = 0;
  // The page that showed that there is no more: it is past the end, or in trouble.
  let end = Infinity;

  function fill(): void {
    while (
      inFlight.size < concurrency &&
      ahead.size < 2 * concurrency &&
      next <= Math.min(lastNeeded, end) &&
      !signal.aborted
    )
      start(next++);
  }

  function start(pageNo: number): void {
    const window = ahead;
    const page = read(pageNo);
    window.set(pageNo, page);
    const arrived = (more: boolean): void => {
      inFlight.delete(settled);
      if (!more && window === ahead) end = Math.min(end, pageNo);
      fill();
    };
    const settled = page.then(
      ({ items }) => {
        arrived(items.length > 0);
      },
      () => {
        arrived(false);
      },
    );
    inFlight.add(settled);
  }

  return async (pageNo, last) => {
    if (pageNo === undefined || !ahead.has(pageNo)) {
      ahead = new Map();
      next = pageNo ?? 0;
      // Which page follows the first is not known before it has arrived.
      end = pageNo === undefined ? -1 : Infinity;
      while (inFlight.size >= concurrency) await Promise.race(inFlight);
    }
    if (pageNo === undefined) return read(pageNo);
    lastNeeded = Math.max(pageNo, last);
    fill();
    const page = ahead.get(pageNo) ?? read(pageNo);
    ahead.delete(pageNo);
    fill();
    return page;
  };
}
