import { describe, expect, test } from "vitest";
import type { ListPage } from "../../src/paginate.js";
import { readAhead } from "../../src/read-ahead.js";

type Page = ListPage<string>;

/** A reader that reads ahead from a server whose answers come when the test says so. */
class Desk {
  readonly #signal = new AbortController().signal;
  readonly #answers = new Map<number | undefined, (page: Page) => void>();
  readonly requests: (number | undefined)[] = [];
  readonly read: (pageNo: number | undefined, last: number) => Promise<Page>;

  constructor(concurrency: number) {
    const ask = (pageNo: number | undefined): Promise<Page> => {
      this.requests.push(pageNo);
      return new Promise((resolve) => this.#answers.set(pageNo, resolve));
    };
    this.read = readAhead(ask, concurrency, this.#signal);
  }

  /** How many requests have no answer yet. */
  get inFlight(): number {
    return this.#answers.size;
  }

  /** Answers one request, and lets everything that follows from it happen. */
  async answer(pageNo: number | undefined, items: string[] = ["item"]): Promise<void> {
    this.#answers.get(pageNo)?.({ items, start: undefined, total: undefined });
    this.#answers.delete(pageNo);
    await new Promise(setImmediate);
  }

  /** Answers all requests, and those that follow from it, until there are none; a fault could make more for ever. */
  async answerAll(): Promise<void> {
    for (const pageNo of this.#answers.keys()) {
      await this.answer(pageNo);
      if (this.requests.length > 50) break;
    }
  }
}

describe("A reader who is busy with a page", () => {
  test("has twice as many pages waiting as are asked for at a time, and no more", async () => {
    const desk = new Desk(3);
    void desk.read(1, Infinity);
    expect(desk.requests).toEqual([1, 2, 3]);
    await desk.answerAll();
    expect(desk.requests).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("makes room for one more with each that is taken", async () => {
    const desk = new Desk(3);
    void desk.read(1, Infinity);
    await desk.answerAll();
    void desk.read(2, Infinity);
    expect(desk.requests.slice(7)).toEqual([8]);
  });

  test("has the last page that is needed read ahead too, and none after it", async () => {
    const desk = new Desk(3);
    void desk.read(1, 5);
    await desk.answerAll();
    expect(desk.requests).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("A reader who leaves the order", () => {
  /** Has read page 5, with 6 and 7 on the way. */
  async function reading(): Promise<Desk> {
    const desk = new Desk(2);
    void desk.read(5, Infinity);
    await desk.answer(5);
    expect(desk.requests).toEqual([5, 6, 7]);
    return desk;
  }

  test("waits for a place among the requests that are on the way", async () => {
    const desk = await reading();
    void desk.read(undefined, Infinity);
    await new Promise(setImmediate);
    expect(desk.inFlight).toBe(2);
    await desk.answer(6);
    expect(desk.requests).toEqual([5, 6, 7, undefined]);
  });

  test("has nothing read after the first page before that page says what its number is", async () => {
    const desk = await reading();
    void desk.read(undefined, Infinity);
    await desk.answer(6);
    await desk.answer(7);
    expect(desk.requests).toEqual([5, 6, 7, undefined]);
  });

  test("goes on ahead of its new place, although an answer to the old one shows the end", async () => {
    const desk = await reading();
    void desk.read(20, Infinity);
    await desk.answer(6, []);
    expect(desk.requests).toEqual([5, 6, 7, 20]);
    await desk.answer(7, []);
    expect(desk.requests).toEqual([5, 6, 7, 20, 21]);
  });
});
