/**
 * Lists 500,000 sessions in 5,000 pages at concurrency 1, 4 and 8, while one request in twenty fails. Each session must
 * be listed once and in order. The memory must stay flat, and no listeners may be left. Otherwise the exit code is 1.
 *
 * To run it: `npm run soak`. It needs `--expose-gc`.
 */
import { setImmediate } from "node:timers/promises";
import { createSessionsClient, type Fetch } from "../src/index.js";
import { fakeApiDefaults, generateSessions } from "../src/testing.js";

const PAGES = 5_000;
const PER_PAGE = 100;
const FAILURE_RATE = 0.05;

/** The pages between which memory must not grow. */
const WARM_PAGE = 500;
const LATE_PAGE = 4_500;
/** The tolerance of the measurement. */
const TOLERANCE_BYTES = 4_000_000;

/** Temporary failures, after each of which the request is retried. */
const failureKinds: (() => Response)[] = [
  () => {
    throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
  },
  () => new Response(null, { status: 503 }),
  () => new Response("slow down", { status: 429, headers: { "retry-after": "0" } }),
  () =>
    // A body that ends too early.
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"data":{"sessions":['));
          controller.error(new TypeError("terminated"));
        },
      }),
    ),
];

/** Creates a random number generator whose numbers are the same in each run. */
function createRandom(): () => number {
  let state = 20_260_630;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const [sample] = generateSessions(1);
const [prefix = "", suffix = ""] = JSON.stringify({ ...sample, id: "#" }).split("#");

/** Returns a page as JSON, which is empty past the end. Its sessions differ in their ids only. */
function renderPage(index: number): string {
  const first = index * PER_PAGE;
  const sessions = Array.from(
    { length: index < PAGES ? PER_PAGE : 0 },
    (_, position) => `${prefix}${first + position}${suffix}`,
  );
  const paging = { total_count: PAGES * PER_PAGE, start_offset: first + 1, end_offset: first + PER_PAGE };
  return `{"success":true,"data":{"sessions":[${sessions.join(",")}]},"paging":${JSON.stringify(paging)}}`;
}

/** Collects garbage, then returns the bytes of the heap in use. */
async function measureHeapBytes(): Promise<number> {
  if (!gc) throw new Error("node needs --expose-gc. Run: npm run soak");
  for (let round = 0; round < 3; round++) {
    await setImmediate();
    await gc({ type: "major", execution: "async" });
  }
  return process.memoryUsage().heapUsed;
}

/** Returns a `fetch` that renders pages and fails at random, with its counters. */
function createFailingFetch(): { fetch: Fetch; counts: { requests: number; failures: number } } {
  const random = createRandom();
  const counts = { requests: 0, failures: 0 };
  return {
    counts,
    fetch: async ({ url }) => {
      counts.requests++;
      // A delay, so that parallel requests overlap.
      await setImmediate();
      if (random() < FAILURE_RATE)
        return failureKinds[counts.failures++ % failureKinds.length]?.() ?? Response.error();
      return new Response(renderPage(Number(new URL(url).searchParams.get("page_no") ?? 0)));
    },
  };
}

/** The observations of a listing. */
class Listing {
  readonly problems: string[] = [];
  pages = 0;
  sessions = 0;
  warmBytes = 0;
  lateBytes = 0;

  async add(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      if (id !== String(this.sessions++)) this.problems.push(`session ${this.sessions - 1} has the id ${id}`);
    if (++this.pages === WARM_PAGE) this.warmBytes = await measureHeapBytes();
    if (this.pages === LATE_PAGE) this.lateBytes = await measureHeapBytes();
  }
}

const formatMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Lists all sessions once and returns the unexpected results. */
async function listAll(concurrency: number): Promise<string[]> {
  const { fetch, counts } = createFailingFetch();
  const client = createSessionsClient({ ...fakeApiDefaults, maxRetries: 5, fetch });
  const start = performance.now();
  const listing = new Listing();
  // The signal outlives the listing, so that leftover listeners are found.
  const { signal } = new AbortController();
  for await (const page of client.pages({}, { concurrency, signal }))
    await listing.add(page.sessions.map(({ id }) => id));
  const seconds = (performance.now() - start) / 1000;
  const { pages, sessions, warmBytes, lateBytes } = listing;
  console.log(
    `concurrency ${concurrency}: ${sessions} sessions, ${pages} pages, ${counts.requests} requests, ` +
      `${counts.failures} failures, ${seconds.toFixed(1)} s, heap ${formatMegabytes(warmBytes)} ` +
      `after page ${WARM_PAGE} and ${formatMegabytes(lateBytes)} after page ${LATE_PAGE}`,
  );
  return [...listing.problems, ...verifyTotals(listing, counts)];
}

function verifyTotals(
  { pages, sessions, warmBytes, lateBytes }: Listing,
  { requests, failures }: { requests: number; failures: number },
): string[] {
  // One more request shows that no page follows a full one.
  const expectedRequests = PAGES + 1 + failures;
  return [
    ...(sessions === PAGES * PER_PAGE ? [] : [`${sessions} sessions instead of ${PAGES * PER_PAGE}`]),
    ...(pages === PAGES ? [] : [`${pages} pages instead of ${PAGES}`]),
    ...(requests === expectedRequests ? [] : [`${requests} requests instead of ${expectedRequests}`]),
    ...(failures < (PAGES * FAILURE_RATE) / 2 ? [`only ${failures} failures`] : []),
    ...(lateBytes > warmBytes + TOLERANCE_BYTES
      ? [`memory grew by ${formatMegabytes(lateBytes - warmBytes)}`]
      : []),
  ];
}

const problems: string[] = [];
process.on("warning", ({ name, message }) => {
  if (name === "MaxListenersExceededWarning") problems.push(message);
});
// The shortest delay before each retry.
Math.random = () => 0;
for (const concurrency of [1, 4, 8]) problems.push(...(await listAll(concurrency)));
await setImmediate();
for (const problem of problems.slice(0, 20)) console.error(problem);
if (problems.length) process.exitCode = 1;
