import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { createPagedDocument, PAGED, renderResponse } from "./paged-documents.js";
import { findWarnings, readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

const ITEMS =
  "{ type: array, items: { properties: { id: { type: string }, count: { type: integer }, on: { type: boolean } } } }";
const NUMBERS = "{ properties: { total: { type: integer }, from: { type: number } } }";
const BODY = `"200": ${renderResponse(`{ properties: { data: ${ITEMS}, paging: ${NUMBERS}, name: { type: string } } }`)}`;
const createListDocument = (list: string): string => createPagedDocument(PAGED, BODY, `, x-list: ${list}`);

describe("x-list", () => {
  test("is read with every field, and its paths as lists of names", async () => {
    const list =
      "{ itemKey: id, total: [$.paging.total], start: [$.paging.from, $.paging.total], end: [$.paging.from], firstOffset: 1 }";
    const [operation] = await readOperationList(folder, createListDocument(list));
    expect(operation?.pagination).toStrictEqual({
      type: "offsetLimit",
      page: "page",
      results: ["data"],
      itemKey: "id",
      total: [["paging", "total"]],
      start: [
        ["paging", "from"],
        ["paging", "total"],
      ],
      end: [["paging", "from"]],
      firstOffset: 1,
    });
  });

  test("is read with only a numeric item key", async () => {
    const [operation] = await readOperationList(folder, createListDocument("{ itemKey: count }"));
    expect(operation?.pagination).toMatchObject({ itemKey: "count" });
    expect(operation?.pagination).not.toHaveProperty("total");
  });

  test("is rejected without x-speakeasy-pagination", async () => {
    const text = `${HEAD}paths: { /a: { get: { x-list: { itemKey: id } } } }\n`;
    expect(await findWarnings(folder, text)).toEqual([
      "api.yaml:4:31 x-list needs x-speakeasy-pagination or a linkHeader",
    ]);
  });

  test.each([
    ["a value that is not an object", "1", "must be an object, got 1"],
    ["no item key", "{}", "itemKey must name a property of the items, but it is missing"],
    [
      "an item key that no item has",
      "{ itemKey: name }",
      "the items have no property name that is a string or a number",
    ],
    [
      "an item key that is a boolean",
      "{ itemKey: on }",
      "the items have no property on that is a string or a number",
    ],
    ["an unknown key", "{ itemKey: id, key: id }", "key is not supported"],
    [
      "paths that are not a list",
      "{ itemKey: id, total: $.paging.total }",
      'total must be a list of paths such as $.paging.total, got "$.paging.total"',
    ],
    [
      "an empty list of paths",
      "{ itemKey: id, total: [] }",
      "total must be a list of paths such as $.paging.total, got []",
    ],
    [
      "an invalid path",
      "{ itemKey: id, total: [paging] }",
      'total must contain paths such as $.paging.total, got "paging"',
    ],
    [
      "a path to a missing field",
      "{ itemKey: id, total: [$.paging.all] }",
      "$.paging.all is not a number in the JSON of a successful response",
    ],
    [
      "a path to a string",
      "{ itemKey: id, end: [$.name], firstOffset: 0 }",
      "$.name is not a number in the JSON of a successful response",
    ],
    [
      "a first offset that is not an integer",
      "{ itemKey: id, firstOffset: 0.5 }",
      "firstOffset must be an integer, got 0.5",
    ],
    [
      "offsets without a first one",
      "{ itemKey: id, start: [$.paging.from] }",
      "firstOffset requires start or end, and they require firstOffset",
    ],
    [
      "a first offset without offsets",
      "{ itemKey: id, firstOffset: 0 }",
      "firstOffset requires start or end, and they require firstOffset",
    ],
  ])("is rejected with %s", async (_, list, message) => {
    const problems = await findWarnings(folder, createListDocument(list));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^api\.yaml:13:\d+ /);
    expect(problems[0]).toContain(` x-list: ${message}`);
  });
});
