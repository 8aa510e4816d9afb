import { describe, expect, test, vi } from "vitest";
import { createSessionsClient } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

/** Creates a client whose requests after the first stay pending until their signals abort. */
function createStalledClient(): { client: ReturnType<typeof createSessionsClient>; pending: AbortSignal[] } {
  const api = createFakeApi({ sessions: generateSessions(100), firstPage: 0 });
  const pending: AbortSignal[] = [];
  let requests = 0;
  const client = createSessionsClient({
    ...fakeApiDefaults,
    fetch: (url, init) => {
      if (!requests++) return api(url, init);
      const { signal } = init;
      pending.push(signal);
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => {
          reject(signal.reason as Error);
        });
      });
    },
  });
  return { client, pending };
}

describe.each([1, 4])("return() while a page is pending, at concurrency %i", (concurrency) => {
  test.each(["pages", "iterate"] as const)("aborts the requests of %s()", async (method) => {
    const { client, pending } = createStalledClient();
    const generator = client[method]({ per_page: 10 }, { concurrency });
    for (let step = 0; step < (method === "pages" ? 1 : 10); step++) await generator.next();
    const next = generator.next();
    await expect.poll(() => pending.length).toBe(concurrency);
    expect(pending.map(({ aborted }) => aborted)).toEqual(pending.map(() => false));
    const returned = generator.return();
    expect(pending.map(({ aborted }) => aborted)).toEqual(pending.map(() => true));
    expect([await next, await returned]).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    expect(pending).toHaveLength(concurrency);
  });
});

test("many requests that are aborted at once cause no warning of a memory leak", async () => {
  const warn = vi.spyOn(process, "emitWarning");
  const { client, pending } = createStalledClient();
  const generator = client.pages({ per_page: 2 }, { concurrency: 20 });
  await generator.next();
  const next = generator.next();
  await expect.poll(() => pending.length).toBe(20);
  await generator.return();
  expect(await next).toEqual({ done: true, value: undefined });
  expect(pending.map(({ aborted }) => aborted)).toEqual(pending.map(() => true));
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
