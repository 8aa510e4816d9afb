import { describe, expect, it } from "vitest";
import { HEAD, temporaryFolder } from "./document-files.js";
import { operationsOf, problemsOf } from "./read-operations.js";

const folder = temporaryFolder();
const LIST = "{ type: object, properties: { data: { type: array } } }";

/** A document whose operation is paged by this extension, in line 6, and answers as said, in line 7. */
const given = (
  extension: string,
  responses = `"200": { content: { application/json: { schema: ${LIST} } } }`,
): string =>
  `${HEAD}paths: { "/{place}": { get: {
  x-speakeasy-pagination:
    ${extension},
  responses: { ${responses} },
  parameters: [
    { name: page, in: query, schema: { type: integer } },
    { name: from, in: query, schema: { type: number } },
    { name: size, in: query, schema: { type: integer } },
    { name: any, in: query },
    { name: place, in: path, schema: { type: integer } } ] } } }
`;

const input = (name: string, type: string): string => `{ name: ${name}, in: parameters, type: ${type} }`;
const offsetLimit = (inputs: string[], results = "$.data"): string =>
  `{ type: offsetLimit, inputs: [${inputs.join(", ")}], outputs: { results: ${results} } }`;
const PAGED = offsetLimit([input("page", "page")]);

const answer = (schema: string, type = "application/json"): string =>
  `{ content: { ${type}: { schema: ${schema} } } }`;

describe("how an operation is paged is read", () => {
  it.each([
    ["by the page's number", PAGED, { type: "offsetLimit", results: ["data"], page: "page" }],
    [
      "by the place of the first item, and how many a page holds",
      offsetLimit([input("size", "limit"), input("from", "offset")]),
      { type: "offsetLimit", results: ["data"], offset: "from", limit: "size" },
    ],
  ])("%s", async (_, extension, want) => {
    const [operation] = await operationsOf(folder, given(extension));
    expect(operation?.pagination).toStrictEqual(want);
  });

  it.each([
    ["the whole answer is", "$", `"200": ${answer("{ type: array }")}`, []],
    [
      "is in one of several answers",
      "$.data",
      `"200": ${answer("{ type: object }")}, "201": ${answer(LIST)}`,
      ["data"],
    ],
    ["is in the default answer, where it is all there is", "$.data", `default: ${answer(LIST)}`, ["data"]],
    [
      "is deep in it",
      "$.a.b",
      `"200": ${answer("{ properties: { a: { allOf: [{ properties: { b: { type: [array, 'null'] } } }] } } }")}`,
      ["a", "b"],
    ],
  ])("with the list that %s", async (_, results, responses, want) => {
    const [operation] = await operationsOf(
      folder,
      given(offsetLimit([input("page", "page")], results), responses),
    );
    expect(operation?.pagination).toStrictEqual({ type: "offsetLimit", results: want, page: "page" });
  });
});

describe("refused at its own value is", () => {
  const TYPE = "x-speakeasy-pagination: of the types only offsetLimit is supported, not";
  const RESULTS = "x-speakeasy-pagination: outputs.results must be a path such as $.data.items";
  const ONE = "x-speakeasy-pagination: there must be one input of the type page or offset, and not both";
  const NO_ARRAY = "x-speakeasy-pagination: $.data leads to no array in the JSON of a successful answer";

  it.each([
    ["an extension that is no object", "true", [`api.yaml:6:5 ${TYPE} none`]],
    ["an extension without a type", "{ inputs: [] }", [`api.yaml:6:5 ${TYPE} undefined`]],
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
      "what an extension has besides",
      `{ type: offsetLimit, inputs: [${input("page", "page")}], outputs: { results: $.data }, more: 1 }`,
      ["api.yaml:6:116 x-speakeasy-pagination: more is not supported"],
    ],
    [
      "what an input has besides",
      offsetLimit(["{ name: page, in: parameters, type: page, more: 1 }"]),
      ["api.yaml:6:83 x-speakeasy-pagination: more is not supported"],
    ],
    [
      "an input of another type",
      offsetLimit([input("page", "cursor")]),
      ["api.yaml:6:71 x-speakeasy-pagination: an input's type must be page, limit or offset"],
    ],
    [
      "an input that is no object",
      offsetLimit(["1"]),
      ["api.yaml:6:35 x-speakeasy-pagination: an input must be in parameters"],
    ],
    [
      "an input without a name",
      offsetLimit(["{ in: parameters, type: page }"]),
      ["api.yaml:6:35 x-speakeasy-pagination: there is no query parameter without a name"],
    ],
    [
      "an input that is a parameter elsewhere",
      offsetLimit([input("place", "page")]),
      [`api.yaml:6:43 x-speakeasy-pagination: there is no query parameter "place"`],
    ],
    [
      "an input of no known type",
      offsetLimit([input("any", "page")]),
      ["api.yaml:6:43 x-speakeasy-pagination: the query parameter any is no number, but of the type unknown"],
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
  ])("%s", async (_, extension, want) => {
    expect(await problemsOf(folder, given(extension))).toEqual(want);
  });

  it.each([
    ["JSON without a schema", `"200": { content: { application/json: {} } }`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    ["what is no JSON", `"200": ${answer(LIST, "text/csv")}`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    ["a failure", `"200": ${answer("{}")}, "400": ${answer(LIST)}`, [`api.yaml:6:100 ${NO_ARRAY}`]],
    [
      "a property that is no schema",
      `"200": ${answer("{ properties: { data: 1 } }")}`,
      ["api.yaml:7:86 must be an object", `api.yaml:6:100 ${NO_ARRAY}`],
    ],
  ])("a list in %s", async (_, responses, want) => {
    expect(await problemsOf(folder, given(PAGED, responses))).toEqual(want);
  });
});
