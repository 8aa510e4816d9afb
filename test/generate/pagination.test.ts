import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import {
  createPagedDocument,
  LIST,
  PAGED,
  renderInput,
  renderOffsetLimit,
  renderResponse,
} from "./paged-documents.js";
import { findWarnings, readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

describe("x-speakeasy-pagination", () => {
  test.each([
    ["by page number", PAGED, { type: "offsetLimit", results: ["data"], page: "page" }],
    [
      "by offset and page size",
      renderOffsetLimit([renderInput("size", "limit"), renderInput("from", "offset")]),
      { type: "offsetLimit", results: ["data"], offset: "from", limit: "size" },
    ],
  ])("is read %s", async (_, extension, expected) => {
    const [operation] = await readOperationList(folder, createPagedDocument(extension));
    expect(operation?.pagination).toStrictEqual(expected);
  });

  test.each([
    ["is the whole response", "$", `"200": ${renderResponse("{ type: array }")}`, []],
    [
      "is in one of several responses",
      "$.data",
      `"200": ${renderResponse("{ type: object }")}, "201": ${renderResponse(LIST)}`,
      ["data"],
    ],
    [
      "is in the default response, which is the only one",
      "$.data",
      `default: ${renderResponse(LIST)}`,
      ["data"],
    ],
    [
      "is nested",
      "$.a.b",
      `"200": ${renderResponse("{ properties: { a: { allOf: [{ properties: { b: { type: [array, 'null'] } } }] } } }")}`,
      ["a", "b"],
    ],
  ])("is read with a list that %s", async (_, results, responses, expected) => {
    const [operation] = await readOperationList(
      folder,
      createPagedDocument(renderOffsetLimit([renderInput("page", "page")], results), responses),
    );
    expect(operation?.pagination).toStrictEqual({ type: "offsetLimit", results: expected, page: "page" });
  });

  test("is read if the schemas of its list and its items have keywords beside references", async () => {
    const schemas = `{ Page: { $ref: "#/components/schemas/Base", properties: { data: { type: array, items: { $ref: "#/components/schemas/Item" } } } },
      Item: { $ref: "#/components/schemas/Base", properties: { id: { type: string } } },
      Base: { type: object, properties: { at: { type: string } } } }`;
    const createDocument = (version: string): string =>
      `${createPagedDocument(PAGED, `"200": ${renderResponse("{ $ref: '#/components/schemas/Page' }")}`, ", x-list: { itemKey: id }")}components: { schemas: ${schemas} }\n`.replace(
        "3.1.0",
        version,
      );
    const [operation] = await readOperationList(folder, createDocument("3.1.0"));
    expect(operation?.pagination).toMatchObject({ results: ["data"], itemKey: "id" });
    // OpenAPI 3.0 ignores what is beside a reference.
    const [outdated] = await readOperationList(folder, createDocument("3.0.3"));
    expect(outdated?.pagination).toBeUndefined();
  });
});

describe("an invalid x-speakeasy-pagination", () => {
  const TYPE = "x-speakeasy-pagination: the type must be offsetLimit, cursor or url,";
  const RESULTS = "x-speakeasy-pagination: outputs.results must be a path such as $.data.items,";
  const ONE = "x-speakeasy-pagination: there must be exactly one input of the type page or offset,";
  const NO_ARRAY = "x-speakeasy-pagination: $.data is not an array in the JSON of a successful response";

  test.each([
    ["an extension that is not an object", "true", [`api.yaml:6:5 ${TYPE} but it is missing`]],
    ["an extension without a type", "{ inputs: [] }", [`api.yaml:6:5 ${TYPE} but it is missing`]],
    [
      "an extension with only a type",
      "{ type: offsetLimit }",
      [`api.yaml:6:5 ${ONE} got none`, `api.yaml:6:5 ${RESULTS} but it is missing`],
    ],
    [
      "a page and an offset",
      renderOffsetLimit([renderInput("page", "page"), renderInput("from", "offset")]),
      [`api.yaml:6:34 ${ONE} got page and offset`],
    ],
    [
      "an unknown key",
      `{ type: offsetLimit, inputs: [${renderInput("page", "page")}], outputs: { results: $.data }, more: 1 }`,
      ["api.yaml:6:116 x-speakeasy-pagination: more is not supported"],
    ],
    [
      "an unknown key of an input",
      renderOffsetLimit(["{ name: page, in: parameters, type: page, more: 1 }"]),
      ["api.yaml:6:83 x-speakeasy-pagination: more is not supported"],
    ],
    [
      "an input of another type",
      renderOffsetLimit([renderInput("page", "cursor")]),
      [`api.yaml:6:71 x-speakeasy-pagination: an input's type must be page, limit or offset, got "cursor"`],
    ],
    [
      "an input that is not an object",
      renderOffsetLimit(["1"]),
      ["api.yaml:6:35 x-speakeasy-pagination: an input must be in parameters, but it is missing"],
    ],
    [
      "an input without a name",
      renderOffsetLimit(["{ in: parameters, type: page }"]),
      ["api.yaml:6:35 x-speakeasy-pagination: an input needs a name"],
    ],
    [
      "an input that is a path parameter",
      renderOffsetLimit([renderInput("other", "page")]),
      [`api.yaml:6:43 x-speakeasy-pagination: there is no query parameter "other"`],
    ],
    [
      "an input of unknown type",
      renderOffsetLimit([renderInput("any", "page")]),
      [
        "api.yaml:6:43 x-speakeasy-pagination: the query parameter any must be a number, but its type is unknown",
      ],
    ],
    [
      "results that are a list",
      renderOffsetLimit([renderInput("page", "page")], "[$.data]"),
      [`api.yaml:6:100 ${RESULTS} got ["$.data"]`],
    ],
    [
      "results with a prefix",
      renderOffsetLimit([renderInput("page", "page")], "a$.data"),
      [`api.yaml:6:100 ${RESULTS} got "a$.data"`],
    ],
  ])("is rejected at its location with %s", async (_, extension, expected) => {
    expect(await findWarnings(folder, createPagedDocument(extension))).toEqual(expected);
  });

  test.each([
    ["JSON without a schema", `"200": { content: { application/json: {} } }`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    ["a body that is not JSON", `"200": ${renderResponse(LIST, "text/csv")}`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    [
      "a failure",
      `"200": ${renderResponse("{}")}, "400": ${renderResponse(LIST)}`,
      [`api.yaml:6:100 ${NO_ARRAY}`],
    ],
    [
      "a property that is not a schema",
      `"200": ${renderResponse("{ properties: { data: 1 } }")}`,
      ["api.yaml:7:86 must be an object", `api.yaml:6:100 ${NO_ARRAY}`],
    ],
  ])("is rejected with a list that is only in %s", async (_, responses, expected) => {
    expect(await findWarnings(folder, createPagedDocument(PAGED, responses))).toEqual(expected);
  });
});

describe("a valid extension of Speakeasy", () => {
  test("is read without its numPages, which is a warning", async () => {
    const text = createPagedDocument(PAGED.replace("results: $.data", "results: $.data, numPages: $.pages"));
    const [operation] = await readOperationList(folder, text);
    expect(operation?.pagination).toStrictEqual({ type: "offsetLimit", results: ["data"], page: "page" });
    expect(await findWarnings(folder, text)).toEqual([
      "api.yaml:6:118 x-speakeasy-pagination: numPages is ignored, because x-list has the total",
    ]);
  });

  test("is read with a cursor in the last item", async () => {
    const cursor = `{ type: cursor, inputs: [${renderInput("from", "cursor")}], outputs: { results: $.data, nextCursor: "$.data[-1].id" } }`;
    const items =
      "{ properties: { data: { type: array, items: { properties: { id: { type: string } } } } } }";
    const [operation] = await readOperationList(
      folder,
      createPagedDocument(cursor, `"200": ${renderResponse(items)}`),
    );
    expect(operation?.pagination).toMatchObject({ type: "cursor", next: ["data", "-1", "id"] });
    expect(
      await findWarnings(
        folder,
        createPagedDocument(cursor.replace(".id", ".name"), `"200": ${renderResponse(items)}`),
      ),
    ).toEqual([expect.stringContaining("$.data[-1].name is not a string")]);
  });
});

describe("the pagination of an operation that a list resource does not support", () => {
  const createUnsupportedDocument = (parameter: string, rest = ""): string =>
    `${HEAD}paths: { /a: { get: { x-speakeasy-pagination: ${PAGED}, ${rest}
      parameters: [{ name: page, in: query, schema: { type: integer } }, ${parameter}],
      responses: { "200": ${renderResponse(LIST)} } } } }\n`;

  test.each([
    [
      "a required header",
      "{ name: X-Org, in: header, required: true }",
      "",
      "the header parameter X-Org is required",
    ],
    [
      "an array",
      "{ name: ids, in: query, schema: { type: array } }",
      "",
      "the query parameter ids has the type array",
    ],
    [
      "JSON",
      "{ name: filter, in: query, content: { application/json: {} } }",
      "",
      "the query parameter filter has a style",
    ],
    [
      "its own server",
      "{ name: q, in: query }",
      'servers: [{ url: "https://b.test" }],',
      "the operation has its own server https://b.test",
    ],
  ])("is ignored for %s, with the reason", async (_, parameter, rest, reason) => {
    const operations = await readOperationList(folder, createUnsupportedDocument(parameter, rest));
    expect(operations.map(({ name, pagination }) => ({ name, pagination }))).toEqual([
      { name: "getA", pagination: undefined },
    ]);
    const [warning] = await findWarnings(folder, createUnsupportedDocument(parameter, rest));
    expect(warning).toContain(`x-speakeasy-pagination: ${reason}, which a list resource does not support`);
  });

  test("is ignored for a path without a slash, with the reason", async () => {
    const text = createUnsupportedDocument("{ name: q, in: query }").replace("/a:", "a:");
    expect((await readOperationList(folder, text))[0]?.pagination).toBeUndefined();
    expect((await findWarnings(folder, text)).join()).toContain("the path does not begin with a slash");
  });

  test("is read with an optional header", async () => {
    const [operation] = await readOperationList(
      folder,
      createUnsupportedDocument("{ name: X-Org, in: header }"),
    );
    expect(operation?.pagination).toMatchObject({ page: "page" });
  });
});
