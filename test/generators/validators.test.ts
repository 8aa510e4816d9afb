import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { temporaryFolder } from "./document-files.js";
import { returning, type Validate, type ValidatorModule, validatorsOf } from "./validator-modules.js";

const folder = temporaryFolder();

const COMPONENTS = parse(`
Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } }
Base: { type: object, properties: { id: { type: string } } }
Whole: { allOf: [{ $ref: '#/components/schemas/Base' }], type: object, properties: { name: { type: string } } }
Joined: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { name: { type: string } } }] }
A: { type: object, required: [id], properties: { id: { type: string } } }
Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
Dog: { type: object, required: [kind], properties: { kind: { type: string }, breed: { type: string } } }
Pin: { type: object, properties: { pin: { type: string, writeOnly: true } } }
"true": true
`) as JsonObject;

const STATE = "{ type: object, properties: { state: { type: string, enum: [on, off] } } }";
const UNION = `{ oneOf: [
  { type: object, required: [kind], properties: { kind: { const: a }, n: { type: number } } },
  { type: object, required: [kind], properties: { kind: { const: b }, n: { type: number } } }
] }`;
const SIBLINGS =
  "{ $ref: '#/components/schemas/A', required: [extra], properties: { extra: { type: boolean } } }";
const INHERITED =
  "{ type: object, properties: { driver: { type: string }, constructor: { type: string }, hasOwnProperty: { type: string }, __proto__: { type: string } } }";
const DATE = "{ type: object, properties: { at: { type: string, pattern: '^\\d{4}\\-\\d{2}$' } } }";

/** A value, and whether each of the two validators accepts it. */
interface Case {
  given: string;
  schema: string;
  value: unknown;
  strict: boolean;
  tolerant: boolean;
}

const BOTH = { strict: true, tolerant: true };
const NONE = { strict: false, tolerant: false };
const TOLERANT = { strict: false, tolerant: true };

const CASES: Case[] = [
  { given: "a value of an enum", schema: STATE, value: { state: "on" }, ...BOTH },
  { given: "another text than those of an enum", schema: STATE, value: { state: "dim" }, ...TOLERANT },
  { given: "no text for an enum", schema: STATE, value: { state: 1 }, ...NONE },
  { given: "null", schema: STATE, value: { state: null }, ...TOLERANT },
  { given: "a property that is not named", schema: STATE, value: { x: 1 }, ...TOLERANT },
  { given: "a list instead of an object", schema: STATE, value: [], ...NONE },
  { given: "a member of a union", schema: UNION, value: { kind: "b", n: 1 }, ...BOTH },
  { given: "an unknown member of a union", schema: UNION, value: { kind: "c", n: 1 }, ...TOLERANT },
  {
    given: "a member of a union with a wrong property",
    schema: UNION,
    value: { kind: "a", n: "1" },
    ...NONE,
  },
  {
    given: "a member of a union by reference, with a property of another",
    schema: "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }",
    value: { kind: "Cat", lives: 9, breed: "b" },
    ...TOLERANT,
  },
  {
    given: "a schema that holds itself",
    schema: "{ $ref: '#/components/schemas/Node' }",
    value: { next: { next: {} } },
    ...BOTH,
  },
  {
    given: "a wrong value deep in it",
    schema: "{ $ref: '#/components/schemas/Node' }",
    value: { next: { next: 1 } },
    ...NONE,
  },
  {
    given: "properties of a part and of the whole",
    schema: "{ $ref: '#/components/schemas/Whole' }",
    value: { id: "1", name: "n" },
    ...BOTH,
  },
  {
    given: "a property of neither",
    schema: "{ $ref: '#/components/schemas/Whole' }",
    value: { id: "1", colour: "red" },
    ...TOLERANT,
  },
  {
    given: "a property of no member of an allOf",
    schema: "{ $ref: '#/components/schemas/Joined' }",
    value: { id: "1", colour: "red" },
    ...TOLERANT,
  },
  {
    given: "a property named beside a reference",
    schema: SIBLINGS,
    value: { id: "1", extra: true },
    ...BOTH,
  },
  { given: "none, where it is required beside a reference", schema: SIBLINGS, value: { id: "1" }, ...NONE },
  {
    given: "a wrong property of what is referred to",
    schema: SIBLINGS,
    value: { id: 1, extra: true },
    ...NONE,
  },
  {
    given: "a property that neither names",
    schema: SIBLINGS,
    value: { id: "1", extra: true, x: 1 },
    ...TOLERANT,
  },
  { given: "a reference to true", schema: "{ $ref: '#/components/schemas/true' }", value: [{}], ...BOTH },
  { given: "a multiple of a fraction", schema: "{ type: number, multipleOf: 0.01 }", value: 19.99, ...BOTH },
  {
    given: "no multiple of a fraction",
    schema: "{ type: number, multipleOf: 0.01 }",
    value: 19.995,
    ...NONE,
  },
  { given: "names that every object inherits, missing", schema: INHERITED, value: { driver: "x" }, ...BOTH },
  {
    given: "names that every object inherits",
    schema: INHERITED,
    value: JSON.parse('{"constructor":"a","__proto__":"b","hasOwnProperty":"c"}'),
    ...BOTH,
  },
  { given: "wrong values by such names", schema: INHERITED, value: JSON.parse('{"__proto__":1}'), ...NONE },
  { given: "a pattern with needless escapes", schema: DATE, value: { at: "2026-11" }, ...BOTH },
  { given: "a text against such a pattern", schema: DATE, value: { at: "2026/11" }, ...NONE },
  {
    given: "no write-only property beside allOf",
    schema:
      "{ allOf: [{ type: object, properties: { pin: { type: string, writeOnly: true } } }], required: [pin] }",
    value: {},
    ...BOTH,
  },
  {
    given: "no write-only property by reference",
    schema: "{ allOf: [{ $ref: '#/components/schemas/Pin' }, { required: [pin] }] }",
    value: {},
    ...BOTH,
  },
  {
    given: "no property that is not write-only",
    schema: "{ type: object, required: [id, pin], properties: { id: {}, pin: { writeOnly: true } } }",
    value: {},
    ...NONE,
  },
  {
    given: "characters beyond the basic plane, counted as one",
    schema: "{ type: string, maxLength: 1 }",
    value: "\u{1F600}",
    ...BOTH,
  },
  {
    given: "equal objects in a list of unique ones",
    schema: "{ type: array, uniqueItems: true }",
    value: [{ a: 1 }, { a: 1 }],
    ...NONE,
  },
  { given: "an empty enum", schema: "{ type: string, enum: [] }", value: "a", ...TOLERANT },
  {
    given: "keywords with values that mean nothing",
    schema: "{ type: string, minLength: '3', multipleOf: 0, required: true, items: [], allOf: [] }",
    value: "a",
    ...BOTH,
  },
];

const CASES_30: Case[] = [
  {
    given: "null",
    schema: "{ type: number, nullable: true, minimum: 1, exclusiveMinimum: true }",
    value: null,
    ...BOTH,
  },
  {
    given: "an exclusive bound",
    schema: "{ type: number, minimum: 1, exclusiveMinimum: true }",
    value: 1,
    ...NONE,
  },
  {
    given: "null beside allOf",
    schema: "{ nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] }",
    value: null,
    ...BOTH,
  },
  {
    given: "an object beside allOf",
    schema: "{ nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] }",
    value: { id: 1 },
    ...NONE,
  },
  {
    given: "null beside a reference",
    schema: "{ nullable: true, $ref: '#/components/schemas/A' }",
    value: null,
    ...BOTH,
  },
  {
    given: "null beside oneOf",
    schema: "{ type: object, nullable: true, oneOf: [{ $ref: '#/components/schemas/A' }] }",
    value: null,
    ...BOTH,
  },
  {
    given: "null beside an enum",
    schema: "{ type: string, nullable: true, enum: [a] }",
    value: null,
    ...BOTH,
  },
  {
    given: "null where it is not allowed",
    schema: "{ $ref: '#/components/schemas/A' }",
    value: null,
    ...TOLERANT,
  },
  {
    given: "other keywords beside a reference, which do not count",
    schema: "{ $ref: '#/components/schemas/A', required: [extra] }",
    value: { id: "1" },
    ...BOTH,
  },
];

describe.each([
  { version: "3.1.0", cases: CASES },
  { version: "3.0.3", cases: CASES_30 },
])("the validators of OpenAPI $version", ({ version, cases }) => {
  let validators: Record<string, Validate | undefined> = {};

  beforeAll(async () => {
    const schemas = cases.map(({ schema }, index) => [`case${index}`, parse(schema) as JsonObject] as const);
    ({ validators } = await validatorsOf(
      returning(Object.fromEntries(schemas), COMPONENTS, version),
      folder,
    ));
  });

  test.each(cases.map((each, index) => ({ ...each, index })))(
    "$given: strict $strict, tolerant $tolerant",
    ({ index, value, strict, tolerant }) => {
      const accepted = ["Strict", "Tolerant"].map((kind) => validators[`case${index}${kind}`]?.(value));
      expect(accepted).toEqual([strict, tolerant]);
    },
  );
});

describe("the checked responses", () => {
  const TEXT: JsonObject = { type: "string" };
  const NUMBER: JsonObject = { type: "number" };
  const json = (schema: JsonObject, type = "application/json"): JsonObject => ({
    content: { [type]: { schema } },
  });

  test.each<{ given: string; responses: JsonObject; expected: unknown[] | undefined }>([
    { given: "a success", responses: { "200": json(TEXT), "400": json(NUMBER) }, expected: ["a"] },
    { given: "a range of successes", responses: { "2XX": json(TEXT) }, expected: ["a"] },
    {
      given: "several successes, of which either is right",
      responses: { "200": json(TEXT), "202": json(NUMBER) },
      expected: ["a", 1],
    },
    { given: "errors alone", responses: { "400": json(TEXT) }, expected: undefined },
    {
      given: "the default, where no other is a success",
      responses: { "400": json(NUMBER), default: json(TEXT) },
      expected: ["a"],
    },
    {
      given: "a success beside the default",
      responses: { "200": json(TEXT), default: json(NUMBER) },
      expected: ["a"],
    },
    {
      given: "JSON by another name",
      responses: { "200": json(TEXT, "application/problem+json") },
      expected: ["a"],
    },
    {
      given: "a sequence of JSON",
      responses: { "200": json(TEXT, "application/json-seq") },
      expected: undefined,
    },
    { given: "text", responses: { "200": json(TEXT, "text/plain") }, expected: undefined },
    { given: "no content", responses: { "204": { description: "none" } }, expected: undefined },
    { given: "a reference", responses: { "200": { $ref: "#/components/responses/Text" } }, expected: ["a"] },
  ])("are the documented JSON ones, given $given", async ({ responses, expected }) => {
    const root: JsonObject = {
      openapi: "3.1.0",
      paths: { "/a": { get: { operationId: "list", responses } } },
      components: { responses: { Text: json(TEXT) } },
    };
    const { listStrict } = (await validatorsOf(root, folder)).validators;
    expect(listStrict && ["a", 1, null].filter((value) => listStrict(value))).toEqual(expected);
  });
});

describe("the module of validators", () => {
  const names = async (root: JsonObject): Promise<ValidatorModule> => validatorsOf(root, folder);

  test("has two functions for each operation, regardless of their names", async () => {
    const schema: JsonObject = { type: "string" };
    const called = ["get", "getStrict", "getStrictStrict", "validate1", "schema2", "func0", "delete"];
    const { validators, files } = await names(
      returning(Object.fromEntries(called.map((name) => [name, schema]))),
    );
    expect(Object.keys(validators)).toHaveLength(called.length * 2);
    expect(Object.values(validators).map((validate) => validate?.("a"))).not.toContain(false);
    const declared = [...files["validators.d.ts"].matchAll(/declare const (\w+):/g)].map(([, name]) => name);
    expect(declared.sort()).toEqual(Object.keys(validators).sort());
  });

  test("imports nothing", async () => {
    const { files } = await names(
      returning({ list: { type: "array", uniqueItems: true, items: { maxLength: 1 } } }),
    );
    expect(files["validators.js"]).not.toMatch(/= require\(|^import /m);
  });

  test("has each schema once, however many operations refer to it", async () => {
    const reference = { $ref: "#/components/schemas/Shared" };
    const shared = { type: "object", properties: { marker: { type: "string", maxLength: 12345 } } };
    const many = Array.from(
      { length: 9 },
      (_, index) => [`operation${index}`, { type: "array", items: reference }] as const,
    );
    const { files } = await names(returning(Object.fromEntries(many), { Shared: shared }));
    // Strict and tolerant.
    expect(files["validators.js"].match(/> 12345\b/g)).toHaveLength(2);
  });

  test("skips a pattern that is not a regular expression, with a warning at its location", async () => {
    const properties: Json = { a: { type: "string", pattern: "(" }, b: { type: "string", pattern: "^b$" } };
    const patternProperties = { "[": { type: "string" } };
    const { validators, warnings } = await names(
      returning(
        { list: { $ref: "#/components/schemas/A" } },
        { A: { type: "object", properties, patternProperties } },
      ),
    );
    const values = [{ a: "(", b: "b" }, { a: 1, b: "b" }, { a: "a", b: "a" }, { "[": 1 }];
    expect(values.map((value) => validators.listStrict?.(value))).toEqual([true, false, false, true]);
    expect(warnings.map(({ message }) => message)).toEqual([
      "components/schemas/A: the pattern [ is not checked: it is no valid regular expression",
      "components/schemas/A/properties/a: the pattern ( is not checked: it is no valid regular expression",
    ]);
  });
});
