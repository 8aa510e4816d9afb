import { describe, expect, test } from "vitest";
import type { ListEndpoint } from "../../src/endpoint.js";
import { createFakeList, type FakePagingOptions } from "../../src/testing/fake-list.js";
import { createFakeServer, createRealtimeKitFailure } from "../../src/testing/fake-server.js";

/** A list by offset, with a required parameter, results at a deep path and no offset of the last item. */
const ROWS: ListEndpoint = {
  name: "listRows",
  method: "GET",
  path: "/rows",
  query: { kind: { type: "string", required: true }, skip: { type: "integer" }, take: { type: "integer" } },
  pagination: {
    type: "offsetLimit",
    offset: "skip",
    limit: "take",
    results: ["result", "list", "rows"],
    total: [["result", "list", "total"]],
    start: [["result", "list", "from"]],
    itemKey: "id",
  },
};

/** Requests a page of ten rows from a fake of a list. */
async function request(query: string, options: FakePagingOptions = {}): Promise<unknown> {
  const fetch = createFakeServer({
    apiToken: "token",
    ids: { account_id: { value: "mine", otherwise: createRealtimeKitFailure(404, "Account not found") } },
    routes: [createFakeList(ROWS, options, () => Array.from({ length: 10 }, (_, id) => ({ id })))],
  });
  const response = await fetch(`https://api.test/rows?${query}`, {
    headers: { authorization: "Bearer token" },
  });
  return response.json();
}

describe("a fake of a list by offset", () => {
  test.each([
    { query: "", ids: [0, 1, 2], from: 0 },
    { query: "&skip=4", ids: [4, 5, 6], from: 4 },
    { query: "&skip=9", ids: [9], from: 9 },
  ])("returns the rows and their position for the query $query", async ({ query, ids, from }) => {
    expect(await request(`kind=a&take=3${query}`)).toEqual({
      success: true,
      result: { list: { rows: ids.map((id) => ({ id })), total: 10, from } },
    });
  });

  test("is not affected by the number of the first page", async () => {
    const options: FakePagingOptions = { firstPage: 1, belowFirstPage: "error" };
    expect(await request("kind=a&skip=0", options)).toMatchObject({ success: true });
  });

  test("rejects a query without a required parameter", async () => {
    expect(await request("take=3")).toEqual({
      success: false,
      error: { code: 400, message: "kind is required." },
    });
  });
});
