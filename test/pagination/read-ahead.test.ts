import { describe, expect, test } from "vitest";
import { ReadAhead } from "../../src/pagination/read-ahead.js";

/** A reader whose pages arrive when the test resolves them. */
class PendingReader {
  readonly requests: (number | undefined)[] = [];
  readonly controller = new AbortController();
  readonly #pending = new Map<number | undefined, (page: string | Promise<string>) => void>();
  readonly reader: ReadAhead<string>;

  constructor(concurrency: number) {
    this.reader = new ReadAhead(
      (pageNo) => {
        this.requests.push(pageNo);
        return new Promise((resolve) => this.#pending.set(pageNo, resolve));
      },
      concurrency,
      this.controller.signal,
    );
  }

  /** Resolves a page, and waits for the effects. */
  async arrive(pageNo: number | undefined, page: string | Promise<string> = `page ${pageNo}`): Promise<void> {
    this.#pending.get(pageNo)?.(page);
    this.#pending.delete(pageNo);
    await new Promise(setImmediate);
  }
}

describe("ReadAhead", () => {
  test("refills the window when a page arrives, up to twice the concurrency", async () => {
    const pending = new PendingReader(3);
    void pending.reader.read(1, Infinity);
    expect(pending.requests).toEqual([1, 2, 3]);
    for (let pageNo = 1; pageNo < 9; pageNo++) await pending.arrive(pageNo);
    expect(pending.requests).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await pending.reader.read(2, Infinity)).toBe("page 2");
    expect(pending.requests.slice(7)).toEqual([8]);
  });

  test("stops at the last page that is needed", async () => {
    const pending = new PendingReader(3);
    void pending.reader.read(1, 2);
    await pending.arrive(1);
    await pending.arrive(2);
    expect(pending.requests).toEqual([1, 2]);
  });

  test("stops after a page that fails, and continues if another page is requested", async () => {
    const pending = new PendingReader(2);
    const failing = expect(pending.reader.read(1, Infinity)).rejects.toThrow("no page");
    await pending.arrive(1, Promise.reject(new Error("no page")));
    await failing;
    await pending.arrive(2);
    expect(pending.requests).toEqual([1, 2]);
    void pending.reader.read(2, Infinity);
    await pending.arrive(3);
    expect(pending.requests).toEqual([1, 2, 3, 4, 5]);
  });

  test("starts at another page only after a request in flight is done", async () => {
    const pending = new PendingReader(2);
    void pending.reader.read(5, Infinity);
    void pending.reader.read(20, Infinity);
    await pending.arrive(7);
    expect(pending.requests).toEqual([5, 6]);
    await pending.arrive(5);
    expect(pending.requests).toEqual([5, 6, 20]);
  });

  test("reads no page after the first one before its number is known", async () => {
    const pending = new PendingReader(2);
    void pending.reader.read(undefined, Infinity);
    await pending.arrive(undefined);
    expect(pending.requests).toEqual([undefined]);
  });

  test("reads no other page while the first one waits for a request in flight", async () => {
    const pending = new PendingReader(2);
    void pending.reader.read(5, Infinity);
    void pending.reader.read(undefined, Infinity);
    await pending.arrive(5);
    expect(pending.requests).toEqual([5, 6, undefined]);
  });

  test("does not stop after a page that fails before the current ones", async () => {
    const pending = new PendingReader(2);
    void pending.reader.read(5, Infinity);
    void pending.reader.read(20, Infinity);
    await pending.arrive(5);
    await pending.arrive(6, Promise.reject(new Error("no page")));
    expect(pending.requests).toEqual([5, 6, 20, 21]);
  });

  test("requests no page after its signal aborts", async () => {
    const pending = new PendingReader(2);
    void pending.reader.read(1, Infinity);
    pending.controller.abort();
    await pending.arrive(1);
    await pending.arrive(2);
    expect(pending.requests).toEqual([1, 2]);
  });
});
