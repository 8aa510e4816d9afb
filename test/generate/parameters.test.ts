import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { findProblems, findWarnings, readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

/** Creates a document whose operation has these parameters, the first in line 6. */
const createDocument = (...parameters: string[]): string =>
  `${HEAD}paths: { "/{id}": { get: { parameters: [
  { name: id, in: path, schema: { type: string } },
  ${parameters.join(",\n  ")} ] } } }
components: { schemas: { Outer: { $ref: "#/components/schemas/Code", default: y }, Code: { type: string, enum: [x, y], default: x } } }
`;

const ID = { name: "id", in: "path", required: true, type: "string" };

describe("a parameter", () => {
  test.each([
    ["with only its name and location", "name: q, in: query", { in: "query", name: "q", required: false }],
    [
      "with every field",
      `name: X-Q, in: header, required: true, deprecated: true, description: " A number. ",
       schema: { type: integer, format: int32, enum: [1, 2], default: 1, minimum: 0, maximum: 9 }`,
      {
        ...{ name: "X-Q", in: "header", required: true, deprecated: true, description: "A number." },
        ...{ type: "integer", format: "int32", enum: [1, 2], default: 1, minimum: 0, maximum: 9 },
      },
    ],
    [
      "with the keywords of all parts of its schema, of which the first part has precedence",
      `name: q, in: query, schema: { default: null, allOf:
       [{ type: string, format: date }, { format: time, enum: [a], default: a }] }`,
      {
        ...{ name: "q", in: "query", required: false },
        ...{ type: "string", format: "date", enum: ["a"], default: null },
      },
    ],
    [
      "with the keywords beside the references of its schema",
      "name: q, in: query, schema: { $ref: '#/components/schemas/Outer' }",
      { name: "q", in: "query", required: false, type: "string", default: "y", enum: ["x", "y"] },
    ],
    [
      "without a type, if it may have several",
      "name: q, in: query, schema: { type: [string, integer] }",
      { name: "q", in: "query", required: false },
    ],
    [
      "without flags that are not booleans and without blank strings",
      `name: q, in: query, required: "true", deprecated: "true", allowReserved: "true", description: " "`,
      { name: "q", in: "query", required: false },
    ],
    [
      "without constraints that are malformed",
      `name: q, in: query, schema: { type: integer, enum: "text", minimum: "1", maximum: [9], format: 7 }`,
      { name: "q", in: "query", required: false, type: "integer" },
    ],
    [
      "without a style in a header, because headers have only one",
      "name: X-Q, in: header, style: simple, explode: false, schema: { type: array }",
      { name: "X-Q", in: "header", required: false, type: "array" },
    ],
  ])("is read %s", async (_, parameter, expected) => {
    const [operation] = await readOperationList(folder, createDocument(`{ ${parameter} }`));
    expect(operation?.parameters).toStrictEqual([ID, expected]);
  });

  test.each(["string", "number", "integer", "boolean"])(
    "is read without explode in a header for a %s, because it has no parts",
    async (type) => {
      const [operation] = await readOperationList(
        folder,
        createDocument(`{ name: X-Q, in: header, explode: true, schema: { type: ${type} } }`),
      );
      expect(operation?.parameters).toStrictEqual([ID, { name: "X-Q", in: "header", required: false, type }]);
    },
  );

  test("is read from the operation if its path has it too", async () => {
    const text = `${HEAD}paths: { /a: {
  parameters: [{ name: q, in: query, description: Path's }, { name: q, in: header }, { name: p, in: query }],
  get: { parameters: [{ name: q, in: query, description: Own }] } } }
`;
    const [operation] = await readOperationList(folder, text);
    expect(operation?.parameters).toStrictEqual([
      { name: "q", in: "query", required: false, description: "Own" },
      { name: "q", in: "header", required: false },
      { name: "p", in: "query", required: false },
    ]);
  });

  test("is ignored if the parameters are not a list", async () => {
    const [operation] = await readOperationList(
      folder,
      `${HEAD}paths: { /a: { get: { parameters: {} } } }\n`,
    );
    expect(operation?.parameters).toEqual([]);
  });
});

describe("a parameter that cannot be generated", () => {
  test.each([
    ["without a name", "{ in: query }", "api.yaml:6:3 a parameter needs a name and an in"],
    ["without a location", "{ name: q }", "api.yaml:6:3 a parameter needs a name and an in"],
    [
      "in a location of OpenAPI 2",
      "{ name: q, in: body }",
      "api.yaml:6:18 body parameter q is of Swagger 2.0: use a requestBody",
    ],
    [
      "in an unknown location",
      "{ name: q, in: quer }",
      "api.yaml:6:18 quer parameter q is not supported: use path, query, header, cookie",
    ],
    [
      "with a schema that is not an object",
      "{ name: q, in: query, schema: 1 }",
      "api.yaml:6:33 must be an object",
    ],
  ])("leaves out the operation if it is %s", async (_, parameter, expected) => {
    expect(await findProblems(folder, createDocument(parameter))).toEqual([expected]);
  });
});

describe("the style of a parameter", () => {
  const readStyle = async (parameter: string): Promise<unknown> =>
    (await readOperationList(folder, createDocument(`{ name: q, ${parameter} }`)))[0]?.parameters[1]?.style;

  test.each([
    "in: query",
    "in: query, schema: { type: array }",
    "in: query, style: form, explode: true, schema: { type: array }",
    'in: query, explode: "true", schema: { type: array }',
    "in: query, explode: false, schema: { type: string }",
    "in: query, style: deepObject, schema: { type: integer }",
    "in: header, style: simple, explode: false, schema: { type: array }",
    "in: header, allowReserved: true, schema: { type: string }",
    "in: cookie, style: form, explode: true, schema: { type: object }",
    "in: query, content: { text/plain: { schema: { type: string } } }",
  ])("is the default of its location for { %s }", async (parameter) => {
    expect(await readStyle(parameter)).toBeUndefined();
  });

  test.each([
    ["in: query, explode: false, schema: { type: array }", { explode: false }],
    ["in: query, explode: false", { explode: false }],
    ["in: query, style: spaceDelimited, schema: { type: array }", { style: "spaceDelimited" }],
    [
      "in: query, style: pipeDelimited, explode: true, schema: { type: array }",
      { style: "pipeDelimited", explode: true },
    ],
    ["in: query, style: deepObject, explode: true, schema: { type: array }", { style: "deepObject" }],
    ["in: query, style: deepObject, schema: {}", { style: "deepObject" }],
    ["in: query, allowReserved: true, schema: { type: string }", { allowReserved: true }],
    ["in: path, style: label, schema: { type: string }", { style: "label" }],
    ["in: path, style: matrix, explode: true, schema: { type: object }", { style: "matrix", explode: true }],
    ["in: header, explode: true, schema: { type: object }", { explode: true }],
    ["in: cookie, style: cookie, schema: { type: string }", { style: "cookie" }],
    ["in: cookie, explode: false, schema: { type: array }", { explode: false }],
    ["in: query, content: { application/json: {} }", { json: true }],
    ["in: header, style: form, content: { application/vnd.a+json: {} }", { json: true }],
  ])("is read from { %s }", async (parameter, expected) => {
    expect(await readStyle(parameter)).toEqual(expected);
  });

  test("is ignored with a warning if it belongs to another location", async () => {
    const text = createDocument("{ name: X-Q, in: header, style: form, schema: { type: array } }");
    expect(await findWarnings(folder, text)).toEqual([
      'api.yaml:6:35 header parameter X-Q cannot have the style "form": it is sent as simple',
    ]);
    expect((await readOperationList(folder, text))[0]?.parameters[1]).not.toHaveProperty("style");
  });

  test("is that of the media type for a parameter with content", async () => {
    const text = createDocument(
      "{ name: q, in: query, content: { application/json: { schema: { type: object } } } }",
    );
    expect((await readOperationList(folder, text))[0]?.parameters[1]).toStrictEqual({
      name: "q",
      in: "query",
      required: false,
      type: "object",
      style: { json: true },
    });
  });
});

test.each(["Accept", "content-type", "AUTHORIZATION"])("the header parameter %s is ignored", async (name) => {
  const text = createDocument(`{ name: ${name}, in: header, required: true, schema: { type: string } }`);
  const [operation] = await readOperationList(folder, text);
  expect(operation?.parameters).toStrictEqual([ID]);
  const [other] = await readOperationList(folder, createDocument(`{ name: ${name}, in: query }`));
  expect(other?.parameters).toHaveLength(2);
});
