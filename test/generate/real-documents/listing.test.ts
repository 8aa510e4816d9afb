import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readDocument } from "../../../scripts/document/document.js";
import { renderCompiled } from "../../../scripts/generate/render-compiled.js";
import type { LinkedListEndpoint, ListEndpoint } from "../../../src/endpoint.js";
import { createTransport } from "../../../src/http/transport.js";
import { createLinkedListResource } from "../../../src/linked-list-resource.js";
import { createListResource } from "../../../src/list-resource.js";
import { useVirtualTime } from "../../client/virtual-time.js";
import { runs } from "../../runs.js";
import { createTemporaryFolder, HEAD, writeTexts } from "../document-files.js";
import { loadClient } from "../load-client.js";
import { ROWS } from "../row-list.js";
import { type Change, FakeList } from "./fake-list.js";

const folder = createTemporaryFolder();

/** Two kinds of lists that the real documents do not have. */
const OTHERS = `${HEAD}paths:
  /keepers:
    get:
      operationId: listKeepers
      parameters:
        - { name: skip, in: query, schema: { type: integer } }
        - { name: take, in: query, schema: { type: integer } }
      x-speakeasy-pagination:
        type: offsetLimit
        inputs:
          - { name: skip, in: parameters, type: offset }
          - { name: take, in: parameters, type: limit }
        outputs: { results: $.keepers }
      x-list: { itemKey: name, total: [$.meta.total] }
      responses:
        "200":
          description: Keepers
          content:
            application/json:
              schema:
                type: object
                properties:
                  keepers: { type: array, items: { type: object, properties: { name: { type: string } } } }
                  meta: { type: object, properties: { total: { type: integer } } }
${ROWS}`;

const BY_NUMBER = {
  "GitHub's workflow runs, by page number with a total": "actionsListWorkflowRunsForRepo",
  "GitHub's labels, by page number with a total": "searchLabels",
  "GitHub's branches, by page number": "reposListBranches",
  "keepers, by offset": "listKeepers",
};
const LINKED = {
  "GitHub's tags, by a Link header": "reposListTags",
  "Square's customers, by a cursor": "listCustomers",
  "rows, by a URL in the body": "listRows",
};
const ALL = { ...BY_NUMBER, ...LINKED };

let endpoints: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  useVirtualTime();
  const files = [
    ...["github", "square"].map((name) => join(import.meta.dirname, `${name}.json`)),
    writeTexts(folder, { "others.yaml": OTHERS }),
  ];
  const clients = await Promise.all(files.map(loadOperations));
  endpoints = Object.assign({}, ...clients) as typeof endpoints;
});

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function loadOperations(file: string): Promise<object> {
  const options = { command: "npm run generate", validators: false };
  const { files, leftOut, warnings } = await renderCompiled(await readDocument(file), options);
  expect([...leftOut, ...warnings].map(({ message }) => message)).toEqual([]);
  return (await loadClient(files)).operations;
}

/** Returns the query of a list. One list of GitHub requires `q` and `repository_id`. */
const createQuery = (name: string): object =>
  name === "searchLabelsEndpoint" ? { q: "bug", repository_id: 1 } : {};

/** The temporary failures of a request. */
const FAILURES = {
  reset: () => Promise.reject(new TypeError("fetch failed")),
  unavailable: () => Promise.resolve(new Response("<html>", { status: 503 })),
  busy: () => Promise.resolve(new Response(null, { status: 429, headers: { "retry-after": "1" } })),
};
type Failure = keyof typeof FAILURES;

interface Resource {
  iterate: (query?: object, options?: object) => AsyncIterable<unknown>;
  pages: (query?: object, options?: object) => AsyncIterable<object>;
  collect: (query: object, options: { limit: number }) => Promise<unknown[]>;
}

/** Creates the resource of an endpoint. Each request fails once if `failures` has a failure for it. */
function createResource(
  name: string,
  list: FakeList,
  failures: readonly (Failure | undefined)[] = [],
): Resource {
  const pending = [...failures];
  const fetch = (url: string | URL): Promise<Response> => {
    const failure = pending.shift();
    return failure ? FAILURES[failure]() : list.fetch(url);
  };
  const transport = createTransport({ baseUrl: "https://api.test", apiToken: "a-token-of-the-test", fetch });
  const ids = { owner: "me", repo: "mine" };
  const context = { transport, ids };
  const endpoint = endpoints[name] as ListEndpoint | LinkedListEndpoint;
  return endpoint.pagination.type === "offsetLimit"
    ? createListResource<object, ListEndpoint>(context, endpoint as ListEndpoint)
    : createLinkedListResource<object, LinkedListEndpoint>(context, endpoint as LinkedListEndpoint);
}

const createFake = (
  name: string,
  ...rest: [number, number, ((request: number) => Change | undefined)?]
): FakeList => new FakeList(endpoints[name] as ListEndpoint, ...rest);

async function getKeys(list: FakeList, items: AsyncIterable<unknown>): Promise<unknown[]> {
  const keys: unknown[] = [];
  for await (const item of items) keys.push(list.getKey(item));
  return keys;
}

const length = fc.integer({ min: 0, max: 30 });
const settings = { numRuns: Math.ceil(runs / 10) };

/** Repeats the changes. */
const repeatChanges =
  (changes: readonly Change[]) =>
  (request: number): Change | undefined => {
    if (request > 1000) throw new Error("the walk does not end");
    return changes[request % changes.length];
  };

describe.each(Object.entries(ALL))("the generated list of %s", (_, operation) => {
  const name = `${operation}Endpoint`;

  test("is listed once and in order despite temporary failures", async () => {
    const failures = fc.array(
      fc.option(fc.constantFrom<Failure>("reset", "unavailable", "busy"), { nil: undefined }),
    );
    await fc.assert(
      fc.asyncProperty(length, fc.integer({ min: 1, max: 7 }), failures, async (count, pageSize, sample) => {
        const list = createFake(name, count, pageSize);
        const listed = await getKeys(
          list,
          createResource(
            name,
            list,
            sample.flatMap((failure) => [failure, undefined]),
          ).iterate(createQuery(name)),
        );
        expect(listed).toEqual(list.initial);
      }),
      settings,
    );
  });

  test("loses and repeats no item while it grows before every request", async () => {
    const sample = fc.integer({ min: 2, max: 7 }).chain((pageSize) =>
      fc.record({
        pageSize: fc.constant(pageSize),
        // No walk by number reaches the end of a list that grows by a page at a time.
        changes: fc.array(fc.record({ added: fc.integer({ min: 0, max: pageSize - 1 }) }), { minLength: 1 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(length, sample, async (count, { pageSize, changes }) => {
        const list = createFake(name, count, pageSize, repeatChanges(changes));
        const listed = await getKeys(list, createResource(name, list).iterate(createQuery(name)));
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.filter((key) => list.remaining.has(key))).toEqual(list.initial);
      }),
      settings,
    );
  });

  test("is collected up to a limit, without a request for a later page", async () => {
    const list = createFake(name, 20, 4);
    const listed = await createResource(name, list).collect(createQuery(name), { limit: 6 });
    expect(listed.map((item) => list.getKey(item))).toEqual(list.initial.slice(0, 6));
    const pages = new Set(list.requests.map(String));
    // A server that counts from 1 returns the first page twice.
    expect(pages.size).toBeLessThanOrEqual(3);
  });
});

describe.each(Object.entries(LINKED))("the generated list with links of %s", (_, operation) => {
  const name = `${operation}Endpoint`;

  test("is listed exactly while items are added and removed before every request", async () => {
    const changes = fc.array(
      fc.record({ added: fc.nat(9), removed: fc.option(fc.nat(100), { nil: undefined }) }),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(length, fc.integer({ min: 1, max: 7 }), changes, async (count, pageSize, sample) => {
        const list = createFake(name, count, pageSize, repeatChanges(sample));
        const listed = await getKeys(list, createResource(name, list).iterate(createQuery(name)));
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.filter((key) => list.remaining.has(key))).toEqual([...list.remaining]);
      }),
      settings,
    );
  });

  test("resumes from the next of each page, in one request for each remaining page", async () => {
    await fc.assert(
      fc.asyncProperty(length, fc.integer({ min: 1, max: 7 }), async (count, pageSize) => {
        const list = createFake(name, count, pageSize);
        const resource = createResource(name, list);
        const nexts: (string | null)[] = [];
        for await (const page of resource.pages()) nexts.push((page as { next: string | null }).next);
        expect(nexts).toHaveLength(Math.max(1, Math.ceil(count / pageSize)));
        for (const [index, next] of nexts.slice(0, -1).entries()) {
          const firstUnread = (index + 1) * pageSize;
          list.requests.length = 0;
          expect(await getKeys(list, resource.iterate({}, { from: next }))).toEqual(
            list.initial.slice(firstUnread),
          );
          expect(list.requests).toHaveLength(Math.ceil((count - firstUnread) / pageSize));
        }
        expect(nexts.at(-1)).toBeNull();
      }),
      settings,
    );
  });
});
