import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { findWarnings, readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

/** Creates a document with one operation, whose successful response is an object with these properties in line 6. */
const createDocument = (extensions: string, properties: string): string =>
  `${HEAD}paths: { /a: { get: { ${extensions}
  responses: { "200": { content: { application/json: { schema: { properties: {
    ${properties}
  } } } } } } } } }
`;

const SESSION =
  "data: { type: object, properties: { ended: { type: [string, 'null'], x-null-text: true }, id: {} } }";

describe("x-item", () => {
  test("is read as lists of names, of which the last is the documented one", async () => {
    const [operation] = await readOperationList(
      folder,
      createDocument("x-item: [$.data.session, $.data],", SESSION),
    );
    expect(operation?.item).toEqual([["data", "session"], ["data"]]);
    expect(operation).not.toHaveProperty("pagination");
  });

  test.each([
    ["a string", "$.data", 'must be a list of paths such as $.data, got "$.data"', "4:31"],
    ["an empty list", "[]", "must be a list of paths such as $.data, got []", "4:31"],
    [
      "an invalid path",
      "[data, $.data]",
      'must be a list of paths such as $.data, got ["data","$.data"]',
      "4:31",
    ],
    [
      "a last path to a string",
      "[$.data, $.data.ended]",
      "$.data.ended is not an object in the JSON of a successful response",
      "4:40",
    ],
    [
      "a last path that cannot be resolved",
      "[$.session]",
      "$.session is not an object in the JSON of a successful response",
      "4:32",
    ],
  ])("is rejected with %s", async (_, value, message, location) => {
    expect(await findWarnings(folder, createDocument(`x-item: ${value},`, SESSION))).toEqual([
      `api.yaml:${location} x-item: ${message}`,
    ]);
  });
});

test("x-item is rejected on an operation with a parameter that an item resource does not support", async () => {
  const extensions =
    "x-item: [$.data], parameters: [{ name: ids, in: query, schema: { type: array, items: {} } }],";
  expect(await findWarnings(folder, createDocument(extensions, SESSION))).toEqual([
    "api.yaml:4:31 x-item: the query parameter ids has the type array, which an item resource does not support",
  ]);
});

test("the fields of an item have their titles, types, formats and values", async () => {
  const properties = `data: { type: object, properties: {
    at: { title: At, type: [string, "null"], format: date-time, description: When. },
    status: { allOf: [{ enum: [LIVE, ENDED], type: string }] },
    meta: {} } }`;
  const [operation] = await readOperationList(folder, createDocument("x-item: [$.data],", properties));
  expect(operation?.fields).toEqual({
    at: { title: "At", type: "string", format: "date-time" },
    status: { type: "string", enum: ["LIVE", "ENDED"] },
    meta: {},
  });
});

test("the first part of an item that has a field describes it", async () => {
  const properties = `data: { allOf: [
    { type: object, properties: { at: { title: Own, type: string }, constructor: { title: Built } } },
    { properties: { at: { title: Base, type: integer }, size: { type: integer } } }] }`;
  const [operation] = await readOperationList(folder, createDocument("x-item: [$.data],", properties));
  expect(operation?.fields).toEqual({
    at: { title: "Own", type: "string" },
    constructor: { title: "Built" },
    size: { type: "integer" },
  });
});

describe("x-null-text", () => {
  test("is read from the item of an operation", async () => {
    const [operation] = await readOperationList(folder, createDocument("x-item: [$.data],", SESSION));
    expect(operation?.nullTexts).toEqual(["ended"]);
  });

  test("is read from the items of a list", async () => {
    const extensions = `x-speakeasy-pagination:
    { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }], outputs: { results: $.list } },
  parameters: [{ name: page, in: query, schema: { type: integer } }],`;
    const properties =
      "list: { type: array, items: { properties: { on: { nullable: true, x-null-text: true } } } }";
    const [operation] = await readOperationList(folder, createDocument(extensions, properties));
    expect(operation?.nullTexts).toEqual(["on"]);
  });

  test("is missing if no property has it", async () => {
    const [operation] = await readOperationList(
      folder,
      createDocument("x-item: [$.data],", "data: { type: object }"),
    );
    expect(operation).not.toHaveProperty("nullTexts");
  });

  test("is rejected on a property that does not allow null", async () => {
    const properties = "data: { type: object, properties: { ended: { type: string, x-null-text: true } } }";
    expect(await findWarnings(folder, createDocument("x-item: [$.data],", properties))).toEqual([
      "api.yaml:6:77 x-null-text: ended must allow null",
    ]);
  });
});
