import { type ListPage, type PageSource, type WalkOptions, walkPages } from "../../src/pagination/walk.js";
import { InconsistentPages, MAX_REQUESTS, PageNotFound } from "./list-server.js";

/** An item of a scripted list. */
export interface Item {
  id: string | null;
  text?: string;
}
/** A page of a scripted list. */
export type Page = ListPage<Item>;

/** Walks a list whose pages come from a function, and records the requests. */
export async function walk(
  createPage: (pageNo: number | undefined, request: number) => Page,
  options: Partial<WalkOptions> = {},
): Promise<{ listed: Item[]; requests: (number | undefined)[] }> {
  const requests: (number | undefined)[] = [];
  const source: PageSource<Item, Page> = {
    readPage: async (pageNo) => {
      const request = requests.push(pageNo);
      if (request > MAX_REQUESTS) throw new Error("the walk does not end");
      return Promise.resolve(createPage(pageNo, request));
    },
    getKey: ({ id }) => (id === "" ? undefined : (id ?? undefined)),
    isPageNotFound: (error) => error instanceof PageNotFound,
    toError: (message) => new InconsistentPages(message),
  };
  const { signal } = new AbortController();
  const listed: Item[] = [];
  for await (const { items } of walkPages(source, { concurrency: 1, signal, numbering: {}, ...options }))
    for (const item of items) listed.push(item);
  return { listed, requests };
}

/** Creates a number of items. */
export const createItems = (length: number): Item[] =>
  Array.from({ length }, (_, index) => ({ id: `item ${index}` }));

/** Returns a page of a list whose page numbers start at 0. */
export const cutPage = (allItems: readonly Item[], pageNo = 0, size = 3): Page => {
  const items = allItems.slice(pageNo * size, pageNo * size + size);
  return { items, start: pageNo * size, end: pageNo * size + items.length };
};
