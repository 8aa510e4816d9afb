import { generateSessions } from "../dist/src/testing.js";

const PER_PAGE = 100;
const session = generateSessions(1)[0];

/** Returns a page of a list as JSON. All pages are full. A page past the end is empty. */
export function renderPage(pageNo, pages) {
  const count = pageNo <= pages ? PER_PAGE : 0;
  const first = (pageNo - 1) * PER_PAGE;
  const sessions = Array.from({ length: count }, (_, index) => ({
    ...session,
    id: `session-${first + index}`,
  }));
  const offsets = count
    ? { start_offset: first + 1, end_offset: first + count }
    : { start_offset: 0, end_offset: 0 };
  return JSON.stringify({
    success: true,
    data: { sessions },
    paging: { total_count: pages * PER_PAGE, ...offsets },
  });
}

/** Returns the page number in a URL. The first page is 1. */
export function parsePageNo(url) {
  return Number(/[?&]page_no=(\d+)/.exec(url)?.[1] ?? 1);
}

/**
 * Creates a `fetch` that returns pages without a server.
 *
 * @param renderText - Returns the JSON of a page by its number.
 */
export function createMemoryFetch(renderText) {
  return async (input) =>
    new Response(
      renderText(
        parsePageNo(typeof input === "string" ? input : input instanceof URL ? input.href : input.url),
      ),
      {
        headers: { "content-type": "application/json" },
      },
    );
}
