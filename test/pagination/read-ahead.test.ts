import { describe, expect, test } from "vitest";
import { ReadAhead } from "../../src/pagination/read-ahead.js";

/** A reader whose pages arrive when the test resolves them. */
class Desk {
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

describe("reading ahead", () => {
  test("refills the window when a page arrives, up to twice the concurrency", async () => {
    const desk = new Desk(3);
    void desk.reader.read(1, Infinity);
    expect(desk.requests).toEqual([1, 2, 3]);
    for (let pageNo = 1; pageNo < 9; pageNo++) await desk.arrive(pageNo);
    expect(desk.requests).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await desk.reader.read(2, Infinity)).toBe("page 2");
    expect(desk.requests.slice(7)).toEqual([8]);
  });

  test("stops at the last page that is needed", async () => {
    const desk = new Desk(3);
    void desk.reader.read(1, 2);
    await desk.arrive(1);
    await desk.arrive(2);
    expect(desk.requests).toEqual([1, 2]);
  });

  test("stops after a page that fails, and goes on if another is requested", async () => {
    const desk = new Desk(2);
    const failing = expect(desk.reader.read(1, Infinity)).rejects.toThrow("no page");
    await desk.arrive(1, Promise.reject(new Error("no page")));
    await failing;
    await desk.arrive(2);
    expect(desk.requests).toEqual([1, 2]);
    void desk.reader.read(2, Infinity);
    await desk.arrive(3);
    expect(desk.requests).toEqual([1, 2, 3, 4, 5]);
  });

  test("begins anew elsewhere once a request is done, with the requests in flight counted", async () => {
    const desk = new Desk(2);
    void desk.reader.read(5, Infinity);
    void desk.reader.read(20, Infinity);
    await desk.arrive(7);
    expect(desk.requests).toEqual([5, 6]);
    await desk.arrive(5);
    expect(desk.requests).toEqual([5, 6, 20]);
  });

  test("reads nothing after the first page before its number is known", async () => {
    const desk = new Desk(2);
    void desk.reader.read(undefined, Infinity);
    await desk.arrive(undefined);
    expect(desk.requests).toEqual([undefined]);
  });

  test("ends with its signal", async () => {
    const desk = new Desk(2);
    void desk.reader.read(1, Infinity);
    desk.controller.abort();
    await desk.arrive(1);
    await desk.arrive(2);
    expect(desk.requests).toEqual([1, 2]);
  });
});
