import type { ListPage, PageSource } from "./types.js";

/**
 * The minimum number of items for the check by pages of one item. In a shorter list, a change could move these pages
 * past the end, where a server may return the first item again.
 */
const MIN_LENGTH = 8;

/**
 * Returns whether a server ignores the page number, after no page continued the first. If it does, a page of one item
 * from the beginning equals one from the end. If there are too few items, a larger page shows whether there are more.
 *
 * @param source - Reads the pages of the list.
 * @param getKeys - Returns the keys of the items of a page.
 * @param keys - The keys of the page that repeats.
 * @param isUnchanged - Whether every page was the same, and has as many items as were requested.
 * @param isMoreLikely - The result if the server ignores the page size as well.
 * @returns Whether the server ignores the page number.
 */
export async function isPageNumberIgnored<Item, Page extends ListPage<Item>>(
  { readPage, isPageNotFound }: PageSource<Item, Page>,
  getKeys: (items: readonly Item[]) => string[],
  keys: readonly string[],
  isUnchanged: boolean,
  isMoreLikely: boolean,
): Promise<boolean> {
  const { length } = keys;
  const read = async (pageNo: number | undefined, pageSize = 1): Promise<string[]> => {
    try {
      return getKeys((await readPage(pageNo, pageSize)).items);
    } catch (error) {
      if (isPageNotFound(error)) return [];
      throw error;
    }
  };
  // The list may have grown meanwhile. Then a page of one item from the end differs.
  if (length < MIN_LENGTH)
    return (
      isUnchanged &&
      (await read(undefined, length + 1)).length > length &&
      (await read(length))[0] === keys[0]
    );
  // In this order, additions before the first item cannot move it to both places.
  const late = await read(length - 1);
  if (late.length > 1) return isMoreLikely;
  return late[0] === keys[0] && (await read(2))[0] === keys[0];
}
