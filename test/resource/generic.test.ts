import { beforeAll, describe, expect, test } from "vitest";
import { createTransport } from "../../src/http/transport.js";
import { getItem } from "../../src/item.js";
import { createListResource } from "../../src/list-resource.js";
import type { ClientContext } from "../../src/resource.js";
import { createFakeList, type FakePagingOptions } from "../../src/testing/fake-list.js";
import { createFakeServer, createRealtimeKitFailure, type FakeApi } from "../../src/testing/fake-server.js";
import { createTemporaryFolder } from "../generate/document-files.js";
import { getRejection } from "../thrown.js";
import { generateZoo, type Zoo } from "./zoo.js";

const folder = createTemporaryFolder();
const animals = Array.from({ length: 95 }, (_, tag) => ({
  tag,
  fed: tag % 2 ? "null" : "2026-06-30T09:00:00Z",
}));
const keepers = Array.from({ length: 23 }, (_, index) => ({ name: `keeper:${index}`, left: "null" }));

let zoo: Zoo;
let requests: URL[];

beforeAll(async () => {
  zoo = (await generateZoo(folder)).endpoints;
});

/** Creates a client context for a fake of the generated endpoints. */
function createContext(
  options: FakePagingOptions = {},
  change: (fake: FakeApi) => FakeApi = (fake) => fake,
): ClientContext<unknown> {
  requests = [];
  const fake = change(
    createFakeServer({
      apiToken: "zoo-token",
      ids: { zoo: { value: "north", otherwise: createRealtimeKitFailure(404, "Zoo not found") } },
      routes: [
        createFakeList(zoo.listAnimalsEndpoint, options, () => animals),
        createFakeList(zoo.listKeepersEndpoint, options, () => keepers),
        {
          endpoint: zoo.getKeeperEndpoint,
          respond: ({ ids }) => {
            const keeper = keepers.find(({ name }) => name === ids.keeper);
            return keeper
              ? { status: 200, body: { result: keeper } }
              : createRealtimeKitFailure(404, "No such keeper");
          },
        },
      ],
    }),
  );
  const transport = createTransport({
    apiToken: "zoo-token",
    baseUrl: "https://zoo.test/v1",
    maxRetries: 0,
    fetch: (url, init) => {
      requests.push(new URL(url));
      return fake(url, init);
    },
  });
  return { transport, ids: { zoo: "north" } };
}

const getQueries = (): Record<string, string>[] =>
  requests.map((url) => Object.fromEntries(url.searchParams));

test.each<FakePagingOptions>([
  { firstPage: 0 },
  { firstPage: 1 },
  { firstPage: 1, paging: false },
  { firstPage: 0, paging: false, pastTheEnd: "error" },
  { firstPage: 1, maxPerPage: 7 },
])(
  "two lists of different shapes are listed by their generated endpoints from a fake API with %j",
  async (options) => {
    const context = createContext(options);
    const animalList = createListResource(context, zoo.listAnimalsEndpoint);
    const keeperList = createListResource(context, zoo.listKeepersEndpoint);
    for (const concurrency of [1, 4]) {
      const listedAnimals = (await animalList.collect({}, { limit: 999, concurrency })) as typeof animals;
      expect(listedAnimals.map(({ tag }) => tag)).toEqual(animals.map(({ tag }) => tag));
      const listedKeepers = (await keeperList.collect(
        { take: 5 },
        { limit: 999, concurrency },
      )) as typeof keepers;
      expect(listedKeepers.map(({ name }) => name)).toEqual(keepers.map(({ name }) => name));
    }
  },
);

describe("a list by offset", () => {
  test("advances by the length of the pages that the server returns", async () => {
    const list = createListResource(createContext({ maxPerPage: 4 }), zoo.listKeepersEndpoint);
    await list.collect({ take: 10 }, { limit: 999 });
    expect(getQueries().map(({ skip }) => skip)).toEqual([undefined, "4", "8", "12", "16", "20"]);
  });

  test("resumes from the offset of nextPageNo", async () => {
    const list = createListResource(createContext(), zoo.listKeepersEndpoint);
    const listed: unknown[] = [];
    let next: number | null = null;
    for await (const page of list.pages({ take: 10 })) {
      listed.push(...(page as unknown as { keepers: unknown[] }).keepers);
      next = page.nextPageNo;
      if (listed.length === 10) break;
    }
    expect(next).toBe(10);
    const rest = await list.collect({ take: 10, skip: next }, { limit: 999 });
    const names = [...listed, ...rest].map((keeper) => (keeper as { name: string }).name);
    expect(names).toEqual(keepers.map(({ name }) => name));
    expect(getQueries().map(({ skip }) => skip)).toEqual([undefined, "10", "20"]);
  });

  test("states its total in the pages of a resumed listing", async () => {
    const list = createListResource(createContext(), zoo.listKeepersEndpoint);
    const pages: object[] = [];
    for await (const page of list.pages({ take: 10, skip: 20 })) pages.push(page);
    expect(pages).toMatchObject([{ total: 23, pageNo: 20, nextPageNo: null }]);
    expect(requests).toHaveLength(1);
  });
});

test("the page size of a query without one is at most the document's maximum", async () => {
  const context = createContext();
  await createListResource(context, zoo.listAnimalsEndpoint).list();
  await createListResource(context, zoo.listKeepersEndpoint).list();
  expect(getQueries()).toEqual([{ size: "50" }, { take: "100" }]);
});

test("a query is checked by the rules of the endpoint before a request is sent", async () => {
  const list = createListResource(createContext(), zoo.listAnimalsEndpoint);
  expect(() => list.pages({ size: 51 })).toThrow("size must be an integer from 1 to 50, got 51.");
  expect(() => list.pages({ sizes: 5 })).toThrow("Unknown query parameter sizes. Did you mean size?");
  await list.list({ since: "2026-06-30", diet: "meat" });
  expect(getQueries()).toEqual([{ size: "50", since: "2026-06-30T00:00:00.000Z", diet: "meat" }]);
});

describe("one item", () => {
  test("is returned without its envelope, with null in place of the text null", async () => {
    const keeper = await getItem(
      createContext(),
      zoo.getKeeperEndpoint,
      { keeper: "keeper:3" },
      { full: true },
    );
    expect(keeper).toEqual({ name: "keeper:3", left: null });
    expect(requests.map(String)).toEqual(["https://zoo.test/v1/zoos/north/keepers/keeper%3A3?full=true"]);
  });

  test("is also read from the first of several paths", async () => {
    const context = createContext(
      {},
      () => () => Promise.resolve(Response.json({ result: { keeper: { name: "nested" } } })),
    );
    expect(await getItem(context, zoo.getKeeperEndpoint, { keeper: "a" })).toEqual({ name: "nested" });
  });

  test("that is missing in the response is an error", async () => {
    const context = createContext({}, () => () => Promise.resolve(Response.json({ result: null })));
    const error = await getRejection(getItem(context, zoo.getKeeperEndpoint, { keeper: "a" }));
    expect(String(error)).toContain("returned 200, but the body has no object at result");
  });

  test.each(["", "..", "a/b"])("with the id %j is rejected before a request is sent", async (keeper) => {
    const error = await getRejection(getItem(createContext(), zoo.getKeeperEndpoint, { keeper }));
    expect(error).toBeInstanceOf(TypeError);
    expect(requests).toEqual([]);
  });

  test("with a misspelled query parameter is rejected", async () => {
    const call = getItem(createContext(), zoo.getKeeperEndpoint, { keeper: "a" }, { ful: true });
    await expect(call).rejects.toThrow("Unknown query parameter ful. Did you mean full?");
  });
});
