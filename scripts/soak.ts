/**
 * Lists 500,000 sessions in 5,000 pages while one request in twenty fails, one and four pages at a time, and ends with
 * exit code 1 unless every session comes exactly once and in order, memory stays flat and no listeners pile up.
 *
 * Run it by `npm run soak`: it needs node's `--expose-gc`.
 */
import { setImmediate } from "node:timers/promises";
import { createSessionsClient } from "../src/index.js";
import { fakeApiDefaults, generateSessions } from "../src/testing.js";

const PAGES = 5_000;
const PER_PAGE = 100;
const FAULTS = 0.05;

/** Between which pages memory must not grow, and by how much it may appear to, in bytes. */
const WARM = 500;
const LATE = 4_500;
const NOISE = 4_000_000;

/** What may happen to a request. Each is tried again. */
const faults: (() => Response)[] = [
  () => {
    throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
  },
  () => new Response(null, { status: 503 }),
  () => new Response("slow down", { status: 429, headers: { "retry-after": "0" } }),
  () =>
    // A body that breaks off.
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"data":{"sessions":['));
          controller.error(new TypeError("terminated"));
        },
      }),
    ),
];

/** Numbers from 0 up to 1 that are the same in each run. */
function randomSource(): () => number {
  let state = 20_260_630;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A page as text, of sessions that differ in nothing but their number. */
const [sample] = generateSessions(1);
const [before = "", after = ""] = JSON.stringify({ ...sample, id: "#" }).split("#");
function pageText(index: number): string {
  const first = index * PER_PAGE;
  const sessions = Array.from({ length: PER_PAGE }, (_, place) => `${before}${first + place}${after}`);
  const paging = { total_count: PAGES * PER_PAGE, start_offset: first + 1, end_offset: first + PER_PAGE };
  return `{"success":true,"data":{"sessions":[${sessions.join(",")}]},"paging":${JSON.stringify(paging)}}`;
}

/** What is in use, once all that is not is gone. */
async function heapInUse(): Promise<number> {
  if (!gc) throw new Error("Run this by `npm run soak`: node needs --expose-gc.");
  for (let round = 0; round < 3; round++) {
    await setImmediate();
    await gc({ type: "major", execution: "async" });
  }
  return process.memoryUsage().heapUsed;
}

/** Lists once, and tells what was not as it should be. */
async function listAll(concurrency: number): Promise<string[]> {
  const random = randomSource();
  const deviations: string[] = [];
  let requests = 0;
  let failures = 0;
  const client = createSessionsClient({
    ...fakeApiDefaults,
    maxRetries: 5,
    fetch: async ({ url }) => {
      requests++;
      // Not at once: as many are in flight as may be.
      await setImmediate();
      if (random() < FAULTS) return faults[failures++ % faults.length]?.() ?? Response.error();
      return new Response(pageText(Number(new URL(url).searchParams.get("page_no") ?? 0)));
    },
  });

  const begin = performance.now();
  let pages = 0;
  let sessions = 0;
  let warm = 0;
  let late = 0;
  // A signal that outlives the listing, as a server's would: what is left on it shows.
  const { signal } = new AbortController();
  for await (const page of client.pages({}, { concurrency, signal })) {
    for (const { id } of page.sessions)
      if (id !== String(sessions++)) deviations.push(`session ${sessions - 1} came as ${id}`);
    if (++pages === WARM) warm = await heapInUse();
    if (pages === LATE) late = await heapInUse();
  }
  const seconds = (performance.now() - begin) / 1000;

  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `concurrency ${concurrency}: ${sessions} sessions, ${pages} pages, ${requests} requests, ${failures} faults, ` +
      `${seconds.toFixed(1)} s, heap ${megabytes(warm)} after page ${WARM} and ${megabytes(late)} after page ${LATE}`,
  );
  if (sessions !== PAGES * PER_PAGE) deviations.push(`${sessions} sessions instead of ${PAGES * PER_PAGE}`);
  if (pages !== PAGES) deviations.push(`${pages} pages instead of ${PAGES}`);
  if (requests !== PAGES + failures) deviations.push(`${requests} requests instead of ${PAGES + failures}`);
  if (failures < (PAGES * FAULTS) / 2) deviations.push(`only ${failures} faults`);
  if (late > warm + NOISE) deviations.push(`memory grew by ${megabytes(late - warm)}`);
  return deviations;
}

const deviations: string[] = [];
process.on("warning", ({ name, message }) => {
  if (name === "MaxListenersExceededWarning") deviations.push(message);
});
// The shortest of waits: it is not the clock that is tested here.
Math.random = () => 0;
for (const concurrency of [1, 4]) deviations.push(...(await listAll(concurrency)));
await setImmediate();
for (const deviation of deviations.slice(0, 20)) console.error(deviation);
if (deviations.length) process.exitCode = 1;
