import { generateSessions } from "../dist/src/testing.js";

const PER_PAGE = 100;
const session = generateSessions(1)[0];

/** The text of a page of a list of so many pages, all of them full; an empty page past the end. */
export function answerOf(page, pages) {
  const held = page <= pages ? PER_PAGE : 0;
  const first = (page - 1) * PER_PAGE;
  const sessions = Array.from({ length: held }, (_, index) => ({
    ...session,
    id: `session-${first + index}`,
  }));
  const place = held
    ? { start_offset: first + 1, end_offset: first + held }
    : { start_offset: 0, end_offset: 0 };
  return JSON.stringify({
    success: true,
    data: { sessions },
    paging: { total_count: pages * PER_PAGE, ...place },
  });
}

/** Which page a URL asks for. The list counts them from 1. */
export function pageOf(url) {
  return Number(/[?&]page_no=(\d+)/.exec(url)?.[1] ?? 1);
}

/** A `fetch` that answers in memory. */
export function memoryFetch(answer) {
  return async (input) =>
    new Response(
      answer(pageOf(typeof input === "string" ? input : input instanceof URL ? input.href : input.url)),
      {
        headers: { "content-type": "application/json" },
      },
    );
}
