import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { type Schemas, type SchemaView, viewSchemas } from "../../scripts/gate/schema-view.js";

const NOTHING: SchemaView = { fields: new Map(), limits: new Map() };
const view = (schema: JsonObject | boolean, schemas: JsonObject = {}): SchemaView =>
  viewSchemas({ components: { schemas } }, [schema]);
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const typed = (...types: string[]): SchemaView => ({ ...NOTHING, types: new Set(types) });
const TEXT: JsonObject = { type: "string" };

/** The fields of a view: the schemas of each, and whether it is required. */
const fields = (
  schema: JsonObject,
  schemas: JsonObject = {},
): Record<string, { schemas: Schemas; required: boolean }> =>
  Object.fromEntries(view(schema, schemas).fields);

describe("A schema's types", () => {
  it.each<{ given: JsonObject; want: SchemaView }>([
    { given: { type: "string" }, want: typed("string") },
    { given: { type: ["string", "null"] }, want: typed("string", "null") },
    { given: { type: "string", nullable: true }, want: typed("string", "null") },
    { given: { type: "string", nullable: false }, want: typed("string") },
    { given: { type: [7, "string"] }, want: typed("string") },
    { given: { type: 7 }, want: NOTHING },
    { given: { nullable: true }, want: NOTHING },
    { given: { properties: {} }, want: typed("object") },
    { given: { properties: {}, items: {} }, want: { ...typed("object"), items: [{}] } },
    { given: { properties: {}, nullable: true }, want: typed("object", "null") },
    { given: { items: TEXT }, want: { ...typed("array"), items: [TEXT] } },
    { given: { properties: [], items: [] }, want: NOTHING },
    { given: { description: "Anything." }, want: NOTHING },
  ])("of $given", ({ given, want }) => {
    expect(view(given)).toEqual(want);
  });

  it.each([true, false])("are not told by %j", (schema) => {
    expect(view(schema)).toEqual(NOTHING);
  });

  it.each<{ given: JsonObject; types: string[]; values: string[] }>([
    { given: { const: "a" }, types: ["string"], values: ['"a"'] },
    { given: { const: null }, types: ["null"], values: ["null"] },
    { given: { const: "a", enum: ["b"] }, types: ["string"], values: ['"a"'] },
    { given: { enum: ["a", "b"] }, types: ["string"], values: ['"a"', '"b"'] },
    {
      given: { enum: [1, true, null, [2], { a: 3 }] },
      types: ["number", "boolean", "null", "array", "object"],
      values: ["1", "true", "null", "[2]", '{"a":3}'],
    },
    { given: { type: "integer", enum: [1] }, types: ["integer"], values: ["1"] },
  ])("and values, of $given", ({ given, types, values }) => {
    expect(view(given)).toEqual({ ...typed(...types), values: new Set(values) });
  });

  it("are not told by values that are no list", () => {
    expect(view({ enum: "a" })).toEqual(NOTHING);
  });
});

describe("Schemas that hold together", () => {
  it.each<{ given: JsonObject[]; want: string[] }>([
    { given: [{ type: ["string", "null"] }, { type: ["number", "string"] }], want: ["string"] },
    { given: [{ type: ["string", "null"] }, {}], want: ["string", "null"] },
    { given: [{}, { type: ["string", "null"] }], want: ["string", "null"] },
    { given: [{ type: "integer" }, { type: "number" }], want: ["integer"] },
    { given: [{ type: "number" }, { type: "integer" }], want: ["integer"] },
    { given: [{ type: "string" }, { type: "number" }], want: [] },
    { given: [{ type: "number" }, { type: "string" }], want: [] },
    { given: [{ type: "integer" }, { type: "string" }], want: [] },
    { given: [{ type: "string" }, { type: "integer" }], want: [] },
  ])("have the types of all: $given", ({ given, want }) => {
    expect(view({ allOf: given })).toEqual(typed(...want));
    expect(viewSchemas({}, given)).toEqual(typed(...want));
  });

  it("have the values of all", () => {
    const schema = { allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] };
    expect(view(schema)).toEqual({ ...typed("string"), values: new Set(['"b"']) });
  });

  it("have all that any says of a field, and require what any requires, wherever it is said", () => {
    const schema = {
      required: ["id", "unknown", 7],
      properties: { id: TEXT, 7: { type: "null" } },
      allOf: [{ properties: { id: { minLength: 1 }, name: true } }, { required: ["name"] }, true],
    };
    expect(fields(schema)).toEqual({
      "7": { schemas: [{ type: "null" }], required: false },
      id: { schemas: [TEXT, { minLength: 1 }], required: true },
      name: { schemas: [true], required: true },
    });
  });

  it("have no field by what is no schema", () => {
    expect(fields({ properties: { a: TEXT, b: 7, c: null, d: ["string"], e: false } })).toEqual({
      a: { schemas: [TEXT], required: false },
      e: { schemas: [false], required: false },
    });
    expect(fields({ required: "a", properties: { a: TEXT } })).toEqual({
      a: { schemas: [TEXT], required: false },
    });
  });

  it("have items by all that tell them", () => {
    expect(view({ items: TEXT, allOf: [{ items: { minLength: 1 } }, { items: true }] }).items).toEqual([
      TEXT,
      { minLength: 1 },
    ]);
  });

  it("have each limit as it is told first", () => {
    const schema = {
      maximum: 9,
      allOf: [
        { maximum: 5, minimum: 1 },
        { minimum: 0, pattern: "^a" },
        { format: "email", maxLength: 8, minLength: 2, maxItems: 3 },
      ],
    };
    expect(view(schema).limits).toEqual(
      new Map<string, unknown>([
        ["maximum", 9],
        ["minimum", 1],
        ["pattern", "^a"],
        ["format", "email"],
        ["maxLength", 8],
        ["minLength", 2],
      ]),
    );
  });
});

describe("A reference", () => {
  it("stands for its target, beside what stands beside it", () => {
    const schema = { ...ref("Name"), maxLength: 8 };
    expect(view(schema, { Name: { type: "string", minLength: 1 } })).toEqual({
      ...typed("string"),
      limits: new Map([
        ["maxLength", 8],
        ["minLength", 1],
      ]),
    });
  });

  it.each(["#/components/schemas/Gone", "other.yaml#/Name", "#/a%"])(
    "that leads nowhere says nothing: %s",
    ($ref) => {
      expect(view({ $ref })).toEqual(NOTHING);
    },
  );

  it("that is no text says nothing", () => {
    expect(view({ $ref: 7, type: "string" })).toEqual(typed("string"));
  });

  it("is followed through as many others as there are", () => {
    const length = 200;
    const schemas = Object.fromEntries(
      Array.from({ length }, (_, index) => [`S${index}`, { allOf: [ref(`S${index + 1}`)] }]),
    );
    expect(view(ref("S0"), { ...schemas, [`S${length}`]: TEXT })).toEqual(typed("string"));
  });

  it("that leads round in a circle adds nothing", () => {
    const Node = { ...TEXT, allOf: [ref("Other")] };
    expect(view(ref("Node"), { Node, Other: { minLength: 1, allOf: [ref("Node")] } })).toEqual({
      ...typed("string"),
      limits: new Map([["minLength", 1]]),
    });
  });
});

describe.each(["anyOf", "oneOf"])("Alternatives by %s", (keyword) => {
  it.each<{ given: (JsonObject | boolean)[]; want: SchemaView }>([
    { given: [{ type: "string" }, { type: "null" }], want: typed("string", "null") },
    { given: [{ type: "string" }, {}], want: NOTHING },
    { given: [{}, { type: "string" }], want: NOTHING },
    { given: [{ type: "string" }, true], want: NOTHING },
    { given: [{ type: "string" }, false], want: typed("string") },
    { given: [], want: NOTHING },
    {
      given: [{ enum: ["a"] }, { const: "b" }],
      want: { ...typed("string"), values: new Set(['"a"', '"b"']) },
    },
    { given: [{ enum: ["a"] }, { type: "string" }], want: typed("string") },
  ])("allow what any of them allows: $given", ({ given, want }) => {
    expect(view({ [keyword]: given })).toEqual(want);
  });

  it("are none where there is no list", () => {
    expect(view({ type: "string", [keyword]: { type: "null" } })).toEqual(typed("string"));
  });

  it("hold together with what stands beside them", () => {
    expect(
      view({ type: ["string", "null"], enum: ["a", "c"], [keyword]: [{ const: "a" }, { const: "b" }] }),
    ).toEqual({ ...typed("string"), values: new Set(['"a"']) });
  });

  it("require only the fields that each requires", () => {
    const schema = {
      [keyword]: [
        { required: ["id", "name"], properties: { id: TEXT, name: TEXT } },
        { required: ["id"], properties: { id: { type: "number" }, name: TEXT } },
      ],
      properties: { id: { minLength: 1 } },
    };
    expect(fields(schema)).toEqual({
      id: { schemas: [{ minLength: 1 }, TEXT, { type: "number" }], required: true },
      name: { schemas: [TEXT, TEXT], required: false },
    });
  });

  it("require what they require wherever else the field is told", () => {
    const alternatives = { [keyword]: [{ required: ["id"], properties: { id: TEXT } }] };
    expect(fields({ allOf: [alternatives, { properties: { id: { minLength: 1 } } }] })).toEqual({
      id: { schemas: [TEXT, { minLength: 1 }], required: true },
    });
  });

  it("have the items of the first that tells them, where none are told beside them", () => {
    const alternatives = [{ type: "null" }, { items: TEXT }, { items: { type: "number" } }];
    expect(view({ [keyword]: alternatives }).items).toEqual([TEXT]);
    expect(view({ items: { type: "boolean" }, [keyword]: alternatives }).items).toEqual([
      { type: "boolean" },
    ]);
  });

  it("may each extend the schema that lists them", () => {
    const names = Array.from({ length: 30 }, (_, index) => `kind${index}`);
    const extended = (name: string): JsonObject => ({
      allOf: [ref("Base"), { required: [name], properties: { [name]: TEXT } }],
    });
    const schemas = {
      Base: { required: ["id"], properties: { id: TEXT }, [keyword]: names.map(ref) },
      ...Object.fromEntries(names.map((name) => [name, extended(name)])),
    };
    const kinds = Object.fromEntries(names.map((name) => [name, { schemas: [TEXT], required: false }]));
    expect(fields(ref("Base"), schemas)).toEqual({ id: { schemas: [TEXT], required: true }, ...kinds });
    const { kind0, ...others } = kinds;
    expect(fields(ref("kind0"), schemas)).toEqual({
      id: { schemas: [TEXT], required: true },
      kind0: { ...kind0, required: true },
      ...others,
    });
  });
});
