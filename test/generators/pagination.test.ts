import { describe, expect, test } from "vitest";
import { HEAD, temporaryFolder } from "./document-files.js";
import { operationsOf, warningsOf } from "./read-operations.js";

const folder = temporaryFolder();
const LIST = "{ type: object, properties: { data: { type: array } } }";

/** Creates a document whose operation has the extension in line 6, its responses in line 7, and more in line 13. */
const given = (
  extension: string,
  responses = `"200": { content: { application/json: { schema: ${LIST} } } }`,
  more = "",
): string =>
  `${HEAD}paths: { "/{other}": { get: {
  x-speakeasy-pagination:
    ${extension},
  responses: { ${responses} },
  parameters: [
    { name: page, in: query, schema: { type: integer } },
    { name: from, in: query, schema: { type: number } },
    { name: size, in: query, schema: { type: integer } },
    { name: any, in: query },
    { name: other, in: path, schema: { type: integer } } ]${more} } } }
`;

const input = (name: string, type: string): string => `{ name: ${name}, in: parameters, type: ${type} }`;
const offsetLimit = (inputs: string[], results = "$.data"): string =>
  `{ type: offsetLimit, inputs: [${inputs.join(", ")}], outputs: { results: ${results} } }`;
const PAGED = offsetLimit([input("page", "page")]);

const response = (schema: string, type = "application/json"): string =>
  `{ content: { ${type}: { schema: ${schema} } } }`;

describe("x-speakeasy-pagination", () => {
  test.each([
    ["by page number", PAGED, { type: "offsetLimit", results: ["data"], page: "page" }],
    [
      "by offset and page size",
      offsetLimit([input("size", "limit"), input("from", "offset")]),
      { type: "offsetLimit", results: ["data"], offset: "from", limit: "size" },
    ],
  ])("is read %s", async (_, extension, expected) => {
    const [operation] = await operationsOf(folder, given(extension));
    expect(operation?.pagination).toStrictEqual(expected);
  });

  test.each([
    ["is the whole response", "$", `"200": ${response("{ type: array }")}`, []],
    [
      "is in one of several responses",
      "$.data",
      `"200": ${response("{ type: object }")}, "201": ${response(LIST)}`,
      ["data"],
    ],
    ["is in the default response, which is the only one", "$.data", `default: ${response(LIST)}`, ["data"]],
    [
      "is deep in it",
      "$.a.b",
      `"200": ${response("{ properties: { a: { allOf: [{ properties: { b: { type: [array, 'null'] } } }] } } }")}`,
      ["a", "b"],
    ],
  ])("is read with a list that %s", async (_, results, responses, expected) => {
    const [operation] = await operationsOf(
      folder,
      given(offsetLimit([input("page", "page")], results), responses),
    );
    expect(operation?.pagination).toStrictEqual({ type: "offsetLimit", results: expected, page: "page" });
  });

  test("is read with a list and items that are beside references", async () => {
    const schemas = `{ Page: { $ref: "#/components/schemas/Base", properties: { data: { type: array, items: { $ref: "#/components/schemas/Item" } } } },
      Item: { $ref: "#/components/schemas/Base", properties: { id: { type: string } } },
      Base: { type: object, properties: { at: { type: string } } } }`;
    const document = (version: string): string =>
      `${given(PAGED, `"200": ${response("{ $ref: '#/components/schemas/Page' }")}`, ", x-list: { itemKey: id }")}components: { schemas: ${schemas} }\n`.replace(
        "3.1.0",
        version,
      );
    const [operation] = await operationsOf(folder, document("3.1.0"));
    expect(operation?.pagination).toMatchObject({ results: ["data"], itemKey: "id" });
    // OpenAPI 3.0 ignores what is beside a reference.
    const [old] = await operationsOf(folder, document("3.0.3"));
    expect(old?.pagination).toBeUndefined();
  });
});

describe("an invalid x-speakeasy-pagination", () => {
  const TYPE = "x-speakeasy-pagination: the type must be offsetLimit, cursor or url, got";
  const RESULTS = "x-speakeasy-pagination: outputs.results must be a path such as $.data.items";
  const ONE = "x-speakeasy-pagination: there must be one input of the type page or offset, and not both";
  const NO_ARRAY = "x-speakeasy-pagination: $.data leads to no array in the JSON of a successful response";

  test.each([
    ["an extension that is not an object", "true", [`api.yaml:6:5 ${TYPE} none`]],
    ["an extension without a type", "{ inputs: [] }", [`api.yaml:6:5 ${TYPE} none`]],
    [
      "an extension of no more than a type",
      "{ type: offsetLimit }",
      [`api.yaml:6:5 ${ONE}`, `api.yaml:6:5 ${RESULTS}`],
    ],
    [
      "a page and an offset",
      offsetLimit([input("page", "page"), input("from", "offset")]),
      [`api.yaml:6:34 ${ONE}`],
    ],
    [
      "an unknown key",
      `{ type: offsetLimit, inputs: [${input("page", "page")}], outputs: { results: $.data }, more: 1 }`,
      ["api.yaml:6:116 x-speakeasy-pagination: more is not supported"],
    ],
    [
      "an unknown key of an input",
      offsetLimit(["{ name: page, in: parameters, type: page, more: 1 }"]),
      ["api.yaml:6:83 x-speakeasy-pagination: more is not supported"],
    ],
    [
      "an input of another type",
      offsetLimit([input("page", "cursor")]),
      ["api.yaml:6:71 x-speakeasy-pagination: an input's type must be page, limit or offset"],
    ],
    [
      "an input that is not an object",
      offsetLimit(["1"]),
      ["api.yaml:6:35 x-speakeasy-pagination: an input must be in parameters"],
    ],
    [
      "an input without a name",
      offsetLimit(["{ in: parameters, type: page }"]),
      ["api.yaml:6:35 x-speakeasy-pagination: an input needs a name"],
    ],
    [
      "an input that is a parameter elsewhere",
      offsetLimit([input("other", "page")]),
      [`api.yaml:6:43 x-speakeasy-pagination: there is no query parameter "other"`],
    ],
    [
      "an input of no known type",
      offsetLimit([input("any", "page")]),
      [
        "api.yaml:6:43 x-speakeasy-pagination: the query parameter any must be a number, but its type is unknown",
      ],
    ],
    [
      "results that are a list",
      offsetLimit([input("page", "page")], "[$.data]"),
      [`api.yaml:6:100 ${RESULTS}`],
    ],
    [
      "results with something before",
      offsetLimit([input("page", "page")], "a$.data"),
      [`api.yaml:6:100 ${RESULTS}`],
    ],
  ])("is rejected at its location: %s", async (_, extension, expected) => {
    expect(await warningsOf(folder, given(extension))).toEqual(expected);
  });

  test.each([
    ["JSON without a schema", `"200": { content: { application/json: {} } }`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    ["a body that is not JSON", `"200": ${response(LIST, "text/csv")}`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    ["a failure", `"200": ${response("{}")}, "400": ${response(LIST)}`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    [
      "a property that is not a schema",
      `"200": ${response("{ properties: { data: 1 } }")}`,
      ["api.yaml:7:86 must be an object", `api.yaml:6:100 ${NO_ARRAY}`],
    ],
  ])("a list that is only in %s", async (_, responses, expected) => {
    expect(await warningsOf(folder, given(PAGED, responses))).toEqual(expected);
  });
});

const ITEMS =
  "{ type: array, items: { properties: { id: { type: string }, count: { type: integer }, on: { type: boolean } } } }";
const NUMBERS = "{ properties: { total: { type: integer }, from: { type: number } } }";
const BODY = `"200": ${response(`{ properties: { data: ${ITEMS}, paging: ${NUMBERS}, name: { type: string } } }`)}`;
const listed = (list: string): string => given(PAGED, BODY, `, x-list: ${list}`);

describe("pages that refer to the next one", () => {
  const parameters = `, parameters: [
    { name: after, in: query, schema: { type: string } },
    { name: size, in: query, schema: { type: integer } } ]`;
  const schema =
    "{ properties: { data: { type: array, items: { properties: { id: {} } } }, next: { type: string } } }";

  /** Creates a document whose operation has these extensions in line 4, and a header in its response. */
  const linked = (extensions: string, header = "Link"): string =>
    `${HEAD}paths: { /a: { get: { ${extensions}, responses: { "200": {
  headers: { ${header}: { schema: { type: string } } },
  content: { application/json: { schema: ${schema} } } } }${parameters} } } }
`;
  const cursor = (inputs: string, outputs = "results: $.data, nextCursor: $.next"): string =>
    `x-speakeasy-pagination: { type: cursor, inputs: [${inputs}], outputs: { ${outputs} } }`;

  test.each([
    [
      "by a cursor",
      cursor(`${input("after", "cursor")}, ${input("size", "limit")}`),
      { type: "cursor", cursor: "after", limit: "size", results: ["data"], next: ["next"] },
    ],
    [
      "by a URL",
      "x-speakeasy-pagination: { type: url, outputs: { results: $.data, nextUrl: $.next } }",
      { type: "url", results: ["data"], next: ["next"] },
    ],
    ["by a header", "x-list: { linkHeader: Link, results: $.data }", { type: "link", results: ["data"] }],
  ])("are read %s", async (_, extensions, expected) => {
    const [operation] = await operationsOf(folder, linked(extensions));
    expect(operation?.pagination).toStrictEqual(expected);
  });

  const CURSOR = "x-speakeasy-pagination:";
  test.each([
    ["no cursor among the inputs", cursor(""), `${CURSOR} there must be one input of the type cursor`],
    [
      "an input for an offset",
      cursor(input("size", "offset")),
      `${CURSOR} an input's type must be limit or cursor`,
    ],
    [
      "a path to the cursor that cannot be resolved",
      cursor(input("after", "cursor"), "results: $.data, nextCursor: $.cursor"),
      `${CURSOR} $.cursor leads to no string in the JSON of a successful response`,
    ],
    [
      "no path to the URL",
      "x-speakeasy-pagination: { type: url, outputs: { results: $.data } }",
      `${CURSOR} outputs.nextUrl must be a path such as $.next`,
    ],
    [
      "an output of another type",
      cursor(input("after", "cursor"), "results: $.data, nextCursor: $.next, nextUrl: $.next"),
      `${CURSOR} nextUrl is not supported`,
    ],
    [
      "another header",
      "x-list: { linkHeader: X-Next, results: $.data }",
      "x-list: linkHeader must be Link, the header of RFC 8288",
    ],
    ["no results", "x-list: { linkHeader: Link }", "x-list: results must be a path such as $.data.items"],
    [
      "an offset beside the header",
      "x-list: { linkHeader: Link, results: $.data, total: [$.next] }",
      "x-list: total is not supported",
    ],
  ])("are rejected with %s", async (_, extensions, message) => {
    const warnings = await warningsOf(folder, linked(extensions));
    expect(warnings.map((line) => line.replace(/^\S+ /, ""))).toContain(message);
  });

  test("are rejected without the header in the document", async () => {
    const text = linked("x-list: { linkHeader: Link, results: $.data }", "X-Next");
    expect(await warningsOf(folder, text)).toEqual([
      "api.yaml:4:45 x-list: no successful response has a header Link",
    ]);
  });
});

describe("x-list", () => {
  test("is read with every field, and its paths as lists of names", async () => {
    const list =
      "{ itemKey: id, total: [$.paging.total], start: [$.paging.from, $.paging.total], end: [$.paging.from], firstOffset: 1 }";
    const [operation] = await operationsOf(folder, listed(list));
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
    const [operation] = await operationsOf(folder, listed("{ itemKey: count }"));
    expect(operation?.pagination).toMatchObject({ itemKey: "count" });
    expect(operation?.pagination).not.toHaveProperty("total");
  });

  test("is rejected without x-speakeasy-pagination", async () => {
    const text = `${HEAD}paths: { /a: { get: { x-list: { itemKey: id } } } }\n`;
    expect(await warningsOf(folder, text)).toEqual([
      "api.yaml:4:31 x-list needs x-speakeasy-pagination or a linkHeader",
    ]);
  });

  test.each([
    ["a value that is not an object", "1", "must be an object"],
    ["no item key", "{}", "itemKey must name a property of the items"],
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
      "total must be a list of paths such as $.paging.total",
    ],
    [
      "an empty list of paths",
      "{ itemKey: id, total: [] }",
      "total must be a list of paths such as $.paging.total",
    ],
    [
      "a path that is not one",
      "{ itemKey: id, total: [paging] }",
      "total must hold paths such as $.paging.total",
    ],
    [
      "a path that cannot be resolved",
      "{ itemKey: id, total: [$.paging.all] }",
      "$.paging.all leads to no number in the JSON of a successful response",
    ],
    [
      "a path to text",
      "{ itemKey: id, end: [$.name], firstOffset: 0 }",
      "$.name leads to no number in the JSON of a successful response",
    ],
    [
      "a first offset that is not an integer",
      "{ itemKey: id, firstOffset: 0.5 }",
      "firstOffset must be an integer",
    ],
    [
      "offsets without a first one",
      "{ itemKey: id, start: [$.paging.from] }",
      "firstOffset and start and end require each other",
    ],
    [
      "a first offset without offsets",
      "{ itemKey: id, firstOffset: 0 }",
      "firstOffset and start and end require each other",
    ],
  ])("is rejected with %s", async (_, list, message) => {
    const problems = await warningsOf(folder, listed(list));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^api\.yaml:13:\d+ /);
    expect(problems[0]).toContain(` x-list: ${message}`);
  });
});

describe("a valid extension of Speakeasy", () => {
  test("is read without its numPages, which is a warning", async () => {
    const text = given(PAGED.replace("results: $.data", "results: $.data, numPages: $.pages"));
    const [operation] = await operationsOf(folder, text);
    expect(operation?.pagination).toStrictEqual({ type: "offsetLimit", results: ["data"], page: "page" });
    expect(await warningsOf(folder, text)).toEqual([
      "api.yaml:6:118 x-speakeasy-pagination: numPages is ignored, because x-list has the total",
    ]);
  });

  test("is read with a cursor in the last item", async () => {
    const cursor = `{ type: cursor, inputs: [${input("from", "cursor")}], outputs: { results: $.data, nextCursor: "$.data[-1].id" } }`;
    const items =
      "{ properties: { data: { type: array, items: { properties: { id: { type: string } } } } } }";
    const [operation] = await operationsOf(folder, given(cursor, `"200": ${response(items)}`));
    expect(operation?.pagination).toMatchObject({ type: "cursor", next: ["data", "-1", "id"] });
    expect(
      await warningsOf(folder, given(cursor.replace(".id", ".name"), `"200": ${response(items)}`)),
    ).toEqual([expect.stringContaining("$.data[-1].name leads to no string")]);
  });
});

describe("the pagination of an operation that the resources of lists cannot send", () => {
  const paged = (parameter: string, more = ""): string =>
    `${HEAD}paths: { /a: { get: { x-speakeasy-pagination: ${PAGED}, ${more}
      parameters: [{ name: page, in: query, schema: { type: integer } }, ${parameter}],
      responses: { "200": ${response(LIST)} } } } }\n`;

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
  ])("is ignored with the reason: %s", async (_, parameter, more, reason) => {
    const [operation] = await operationsOf(folder, paged(parameter, more));
    expect(operation).toBeDefined();
    expect(operation?.pagination).toBeUndefined();
    const [warning] = await warningsOf(folder, paged(parameter, more));
    expect(warning).toContain(`x-speakeasy-pagination: ${reason}, which the resources of lists cannot send`);
  });

  test("is read with an optional header", async () => {
    const [operation] = await operationsOf(folder, paged("{ name: X-Org, in: header }"));
    expect(operation?.pagination).toBeDefined();
  });
});
