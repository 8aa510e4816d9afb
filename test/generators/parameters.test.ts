import { describe, expect, it } from "vitest";
import { HEAD, temporaryFolder } from "./document-files.js";
import { operationsOf, problemsOf } from "./read-operations.js";

const folder = temporaryFolder();

/** A document whose operation has these parameters, the first in line 6. */
const given = (...parameters: string[]): string =>
  `${HEAD}paths: { "/{id}": { get: { parameters: [
  { name: id, in: path, schema: { type: string } },
  ${parameters.join(",\n  ")} ] } } }
`;

const ID = { name: "id", in: "path", required: true, type: "string" };

describe("a parameter is read", () => {
  it.each([
    ["with no more than is said of it", "name: q, in: query", { in: "query", name: "q", required: false }],
    [
      "with all that is said of it",
      `name: X-Q, in: header, required: true, deprecated: true, description: " A number. ",
       schema: { type: integer, format: int32, enum: [1, 2], default: 1, minimum: 0, maximum: 9 }`,
      {
        ...{ name: "X-Q", in: "header", required: true, deprecated: true, description: "A number." },
        ...{ type: "integer", format: "int32", enum: [1, 2], default: 1, minimum: 0, maximum: 9 },
      },
    ],
    [
      "with what all parts of its schema say, the first of them before the next",
      `name: q, in: query, schema: { default: null, allOf:
       [{ type: string, format: date }, { format: time, enum: [a], default: a }] }`,
      {
        ...{ name: "q", in: "query", required: false },
        ...{ type: "string", format: "date", enum: ["a"], default: null },
      },
    ],
    [
      "without the types that it may have several of",
      "name: q, in: query, schema: { type: [string, integer] }",
      { name: "q", in: "query", required: false },
    ],
    [
      "with flags that are no booleans as with none, and texts that say nothing as with none",
      `name: q, in: query, required: "true", deprecated: "true", allowReserved: "true", description: " "`,
      { name: "q", in: "query", required: false },
    ],
    [
      "with the style of a header that is the only one",
      "name: X-Q, in: header, style: simple, explode: false, schema: { type: array }",
      { name: "X-Q", in: "header", required: false, type: "array" },
    ],
  ])("%s", async (_, parameter, want) => {
    const [operation] = await operationsOf(folder, given(`{ ${parameter} }`));
    expect(operation?.parameters).toStrictEqual([ID, want]);
    expect(operation?.queryStyle).toBeUndefined();
  });

  it.each(["string", "number", "integer", "boolean"])(
    "exploded in a header, as a %s has no parts",
    async (type) => {
      const [operation] = await operationsOf(
        folder,
        given(`{ name: X-Q, in: header, explode: true, schema: { type: ${type} } }`),
      );
      expect(operation?.parameters).toStrictEqual([ID, { name: "X-Q", in: "header", required: false, type }]);
    },
  );

  it("of the operation before that of its path, where both are the same", async () => {
    const text = `${HEAD}paths: { /a: {
  parameters: [{ name: q, in: query, description: Path's }, { name: q, in: header }, { name: p, in: query }],
  get: { parameters: [{ name: q, in: query, description: Own }] } } }
`;
    const [operation] = await operationsOf(folder, text);
    expect(operation?.parameters).toStrictEqual([
      { name: "q", in: "query", required: false, description: "Own" },
      { name: "q", in: "header", required: false },
      { name: "p", in: "query", required: false },
    ]);
  });

  it("as none, where the parameters are no list", async () => {
    const [operation] = await operationsOf(folder, `${HEAD}paths: { /a: { get: { parameters: {} } } }\n`);
    expect(operation?.parameters).toEqual([]);
  });
});

describe("a parameter is refused", () => {
  it.each([
    ["without a name", "{ in: query }", ["api.yaml:6:3 a parameter needs a name and an in"]],
    ["without a place", "{ name: q }", ["api.yaml:6:3 a parameter needs a name and an in"]],
    [
      "in a style of its own, if no query",
      "{ name: X-Q, in: header, style: form, schema: { type: string } }",
      [`api.yaml:6:35 header parameter X-Q has the style "form", which is not supported`],
    ],
    [
      "exploded, if no query and perhaps of parts",
      "{ name: X-Q, in: header, explode: true, schema: { type: array } }",
      ["api.yaml:6:37 header parameter X-Q is exploded, which is not supported"],
    ],
    [
      "exploded, if no query and of no known type",
      "{ name: X-Q, in: header, explode: true }",
      ["api.yaml:6:37 header parameter X-Q is exploded, which is not supported"],
    ],
    ["with a schema that is none", "{ name: q, in: query, schema: 1 }", ["api.yaml:6:33 must be an object"]],
  ])("%s", async (_, parameter, want) => {
    expect(await problemsOf(folder, given(parameter))).toEqual(want);
  });
});

describe("the way of arrays and objects into the query", () => {
  const array = (name: string, way = ""): string =>
    `{ name: ${name}, in: query, schema: { type: array }${way && `, ${way}`} }`;
  const object = (name: string, way = ""): string =>
    `{ name: ${name}, in: query, schema: { type: object }${way && `, ${way}`} }`;
  const either = (name: string, way = ""): string => `{ name: ${name}, in: query${way && `, ${way}`} }`;

  it.each([
    ["needs no saying for arrays that are repeated", [array("a")], undefined],
    [
      "needs no saying for arrays that are repeated as said",
      [array("a", "style: form, explode: true")],
      undefined,
    ],
    ["needs no saying for objects in brackets", [object("o", "style: deepObject, explode: true")], undefined],
    [
      "needs no saying for objects in brackets, exploded by word or not",
      [object("o", "style: deepObject"), object("p", "style: deepObject, explode: true")],
      undefined,
    ],
    ["needs no saying for what may be either, if the document does not", [either("e")], undefined],
    [
      "needs no saying for what has no parts",
      [`{ name: s, in: query, explode: false, schema: { type: string } }`],
      undefined,
    ],
    ["needs no saying for what is no query", ["{ name: X-Q, in: header, style: simple }"], undefined],
    ["is commas for arrays", [array("a", "explode: false")], { array: { style: "form", explode: false } }],
    [
      "is commas for arrays, where exploded is no boolean",
      [array("a", `explode: "true"`)],
      { array: { style: "form", explode: false } },
    ],
    [
      "is spaces for arrays, not exploded unless said",
      [array("a", "style: spaceDelimited")],
      { array: { style: "spaceDelimited", explode: false } },
    ],
    [
      "is bars for arrays, exploded if said",
      [array("a", "style: pipeDelimited, explode: true")],
      { array: { style: "pipeDelimited", explode: true } },
    ],
    ["is as ever for objects", [object("o")], { object: { style: "form", explode: true } }],
    [
      "is one for arrays and one for objects, each as often as may be",
      [
        array("a", "explode: false"),
        object("o", "explode: false"),
        array("b", "style: form, explode: false"),
        object("p", "explode: false"),
      ],
      { array: { style: "form", explode: false }, object: { style: "form", explode: false } },
    ],
    [
      "is what is said of what may be either, by its style",
      [either("e", "style: form")],
      { object: { style: "form", explode: true } },
    ],
    [
      "is what is said of what may be either, by its being exploded",
      [either("e", "explode: false")],
      { array: { style: "form", explode: false }, object: { style: "form", explode: false } },
    ],
    ["is brackets for what may be either, if it is an object", [either("e", "style: deepObject")], undefined],
  ])("%s", async (_, parameters, want) => {
    const [operation] = await operationsOf(folder, given(...parameters));
    expect(operation?.queryStyle).toStrictEqual(want);
  });

  it.each([
    [
      "brackets for an array",
      [array("a", "style: deepObject")],
      "api.yaml:6:57 query parameter a has the style deepObject, which is not supported for an array",
    ],
    [
      "spaces for an object",
      [object("o", "style: spaceDelimited")],
      "api.yaml:6:58 query parameter o has the style spaceDelimited, which is not supported for an object",
    ],
    [
      "spaces for what may be an object",
      [either("e", "style: spaceDelimited")],
      "api.yaml:6:32 query parameter e has the style spaceDelimited, which is not supported for an object",
    ],
    [
      "another way than that of the objects before",
      [object("o"), object("p", "explode: false")],
      "api.yaml:7:3 query parameter p is written in another style than the objects before it, which is not supported",
    ],
  ])("cannot be %s", async (_, parameters, want) => {
    expect(await problemsOf(folder, given(...parameters))).toEqual([want]);
  });
});
