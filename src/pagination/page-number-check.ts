import type { ListPage, PageSource } from "./types.js";

/** The smallest page whose items show whether the page number is ignored, even if the list changes meanwhile. */
const MIN_LENGTH = 6;

/**
 * Returns whether a server ignores the page number, after no page continued the first. A page of one item from the
 * beginning and one from the end are the same then. If there are too few items, a larger page shows whether there are
 * more.
 *
 * @param keys - The keys of the page that repeats.
 * @param isUnchanged - Whether every page was the same, and has as many items as were requested.
 * @param isMoreLikely - What to return if the server ignores the page size as well.
 */
export async function isPageNumberIgnored<Item, Page extends ListPage<Item>>(
  { readPage, isPageNotFound }: PageSource<Item, Page>,
  keysOf: (items: readonly Item[]) => string[],
  keys: readonly string[],
  isUnchanged: boolean,
  isMoreLikely: boolean,
): Promise<boolean> {
  const { length } = keys;
  const read = async (pageNo: number | undefined, pageSize = 1): Promise<string[]> => {
    try {
      return keysOf((await readPage(pageNo, pageSize)).items);
    } catch (error) {
      if (isPageNotFound(error)) return [];
      throw error;
    }
  };
  if (length < MIN_LENGTH) return isUnchanged && (await read(undefined, length + 1)).length > length;
  const late = await read(length - 1);
  const early = await read(2);
  return late.length > 1 ? isMoreLikely : late[0] === early[0] && late[0] === keys[0];
}
