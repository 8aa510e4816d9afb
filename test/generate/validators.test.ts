import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { createTemporaryFolder } from "./document-files.js";
import {
  createReturningDocument,
  loadValidators,
  type Validate,
  type ValidatorModule,
} from "./validator-modules.js";

const folder = createTemporaryFolder();

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
const HALF_CHARACTER = '{ type: object, properties: { "a.\\uD800": { type: string } } }';
const DATE = "{ type: object, properties: { at: { type: string, pattern: '^\\d{4}\\-\\d{2}$' } } }";

const UNDECLARED = "{ type: object, required: [id], properties: { a: { type: string } } }";
const UNDECLARED_PART = "{ allOf: [{ $ref: '#/components/schemas/A' }, { required: [x] }] }";
const UNDECLARED_ALTERNATIVE =
  "{ type: object, properties: { a: { type: string } }, anyOf: [{ required: [x] }, { required: [y] }] }";
const UNDECLARED_CLOSED =
  "{ type: object, required: [id], properties: { a: { type: string } }, additionalProperties: false }";

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
  { given: "a required property that is not declared", schema: UNDECLARED, value: { id: 1, a: "" }, ...BOTH },
  { given: "an object without it", schema: UNDECLARED, value: { a: "" }, ...NONE },
  { given: "an unknown property beside it", schema: UNDECLARED, value: { id: 1, b: 1 }, ...TOLERANT },
  { given: "one that a part requires", schema: UNDECLARED_PART, value: { id: "1", x: 1 }, ...BOTH },
  {
    given: "an unknown property beside a part",
    schema: UNDECLARED_PART,
    value: { id: "1", x: 1, y: 1 },
    ...TOLERANT,
  },
  {
    given: "one that an alternative requires",
    schema: UNDECLARED_ALTERNATIVE,
    value: { y: 1, a: "" },
    ...BOTH,
  },
  { given: "a required one of a closed object", schema: UNDECLARED_CLOSED, value: { id: 1 }, ...TOLERANT },
  { given: "a value of an enum", schema: STATE, value: { state: "on" }, ...BOTH },
  { given: "an unknown value of an enum", schema: STATE, value: { state: "dim" }, ...TOLERANT },
  { given: "a number for an enum of strings", schema: STATE, value: { state: 1 }, ...NONE },
  { given: "null", schema: STATE, value: { state: null }, ...TOLERANT },
  { given: "an unknown property", schema: STATE, value: { x: 1 }, ...TOLERANT },
  { given: "a list instead of an object", schema: STATE, value: [], ...NONE },
  { given: "a member of a union", schema: UNION, value: { kind: "b", n: 1 }, ...BOTH },
  { given: "an unknown member of a union", schema: UNION, value: { kind: "c", n: 1 }, ...TOLERANT },
  {
    given: "a member of a union with an invalid property",
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
    given: "a valid value of a recursive schema",
    schema: "{ $ref: '#/components/schemas/Node' }",
    value: { next: { next: {} } },
    ...BOTH,
  },
  {
    given: "an invalid value deep in a recursive schema",
    schema: "{ $ref: '#/components/schemas/Node' }",
    value: { next: { next: 1 } },
    ...NONE,
  },
  {
    given: "properties of a part of allOf and of the whole",
    schema: "{ $ref: '#/components/schemas/Whole' }",
    value: { id: "1", name: "n" },
    ...BOTH,
  },
  {
    given: "a property of neither the part nor the whole",
    schema: "{ $ref: '#/components/schemas/Whole' }",
    value: { id: "1", color: "red" },
    ...TOLERANT,
  },
  {
    given: "a property of no member of an allOf",
    schema: "{ $ref: '#/components/schemas/Joined' }",
    value: { id: "1", color: "red" },
    ...TOLERANT,
  },
  {
    given: "a property named beside a reference",
    schema: SIBLINGS,
    value: { id: "1", extra: true },
    ...BOTH,
  },
  {
    given: "a missing property that is required beside a reference",
    schema: SIBLINGS,
    value: { id: "1" },
    ...NONE,
  },
  {
    given: "an invalid property of the referenced schema",
    schema: SIBLINGS,
    value: { id: 1, extra: true },
    ...NONE,
  },
  {
    given: "a property of neither the reference nor the schema",
    schema: SIBLINGS,
    value: { id: "1", extra: true, x: 1 },
    ...TOLERANT,
  },
  { given: "a reference to true", schema: "{ $ref: '#/components/schemas/true' }", value: [{}], ...BOTH },
  { given: "a multiple of a fraction", schema: "{ type: number, multipleOf: 0.01 }", value: 19.99, ...BOTH },
  {
    given: "a number that is not a multiple of a fraction",
    schema: "{ type: number, multipleOf: 0.01 }",
    value: 19.995,
    ...NONE,
  },
  {
    given: "missing properties with names that every object inherits",
    schema: INHERITED,
    value: { driver: "x" },
    ...BOTH,
  },
  {
    given: "properties with names that every object inherits",
    schema: INHERITED,
    value: JSON.parse('{"constructor":"a","__proto__":"b","hasOwnProperty":"c"}'),
    ...BOTH,
  },
  {
    given: "an invalid property with a name that every object inherits",
    schema: INHERITED,
    value: JSON.parse('{"__proto__":1}'),
    ...NONE,
  },
  {
    given: "a property whose name has half of a surrogate pair",
    schema: HALF_CHARACTER,
    value: { "a.\ud800": "b" },
    ...BOTH,
  },
  {
    given: "an invalid property whose name has half of a surrogate pair",
    schema: HALF_CHARACTER,
    value: { "a.\ud800": 1 },
    ...NONE,
  },
  {
    given: "a property whose name has half of another surrogate pair",
    schema: HALF_CHARACTER,
    value: { "a.\ud801": 1 },
    ...TOLERANT,
  },
  { given: "a pattern with needless escapes", schema: DATE, value: { at: "2026-11" }, ...BOTH },
  {
    given: "a string that does not match a pattern with needless escapes",
    schema: DATE,
    value: { at: "2026/11" },
    ...NONE,
  },
  {
    given: "a missing write-only property beside allOf",
    schema:
      "{ allOf: [{ type: object, properties: { pin: { type: string, writeOnly: true } } }], required: [pin] }",
    value: {},
    ...BOTH,
  },
  {
    given: "a missing write-only property by reference",
    schema: "{ allOf: [{ $ref: '#/components/schemas/Pin' }, { required: [pin] }] }",
    value: {},
    ...BOTH,
  },
  {
    given: "a missing property that is not write-only",
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
    given: "keywords with invalid values",
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
    given: "null that is not allowed",
    schema: "{ $ref: '#/components/schemas/A' }",
    value: null,
    ...TOLERANT,
  },
  {
    given: "other keywords beside a reference, which are ignored",
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
    ({ validators } = await loadValidators(
      createReturningDocument(Object.fromEntries(schemas), COMPONENTS, version),
      folder,
    ));
  });

  test.each(cases.map((sample, index) => ({ ...sample, index })))(
    "check $given (accepted if strict: $strict, if tolerant: $tolerant)",
    ({ index, value, strict, tolerant }) => {
      const accepted = ["Strict", "Tolerant"].map((kind) => validators[`case${index}${kind}`]?.(value));
      expect(accepted).toEqual([strict, tolerant]);
    },
  );
});

describe("a validator", () => {
  const TEXT: JsonObject = { type: "string" };
  const NUMBER: JsonObject = { type: "number" };
  const createJsonResponse = (schema: JsonObject, type = "application/json"): JsonObject => ({
    content: { [type]: { schema } },
  });

  test.each<{ given: string; responses: JsonObject; expected: unknown[] | undefined }>([
    {
      given: "a success",
      responses: { "200": createJsonResponse(TEXT), "400": createJsonResponse(NUMBER) },
      expected: ["a"],
    },
    { given: "a range of successes", responses: { "2XX": createJsonResponse(TEXT) }, expected: ["a"] },
    {
      given: "several successes, of which either may match",
      responses: { "200": createJsonResponse(TEXT), "202": createJsonResponse(NUMBER) },
      expected: ["a", 1],
    },
    { given: "only errors", responses: { "400": createJsonResponse(TEXT) }, expected: undefined },
    {
      given: "the default without another success",
      responses: { "400": createJsonResponse(NUMBER), default: createJsonResponse(TEXT) },
      expected: ["a"],
    },
    {
      given: "a success beside the default",
      responses: { "200": createJsonResponse(TEXT), default: createJsonResponse(NUMBER) },
      expected: ["a"],
    },
    {
      given: "another media type of JSON",
      responses: { "200": createJsonResponse(TEXT, "application/problem+json") },
      expected: ["a"],
    },
    {
      given: "a sequence of JSON",
      responses: { "200": createJsonResponse(TEXT, "application/json-seq") },
      expected: undefined,
    },
    { given: "text", responses: { "200": createJsonResponse(TEXT, "text/plain") }, expected: undefined },
    { given: "no content", responses: { "204": { description: "No content." } }, expected: undefined },
    { given: "a reference", responses: { "200": { $ref: "#/components/responses/Text" } }, expected: ["a"] },
  ])("checks the documented JSON of $given", async ({ responses, expected }) => {
    const root: JsonObject = {
      openapi: "3.1.0",
      paths: { "/a": { get: { operationId: "list", responses } } },
      components: { responses: { Text: createJsonResponse(TEXT) } },
    };
    const { listStrict } = (await loadValidators(root, folder)).validators;
    expect(listStrict && ["a", 1, null].filter((value) => listStrict(value))).toEqual(expected);
  });
});

describe("the module of validators", () => {
  const loadModule = async (root: JsonObject): Promise<ValidatorModule> => loadValidators(root, folder);

  test("has two functions for each operation, regardless of their names", async () => {
    const schema: JsonObject = { type: "string" };
    const operationIds = ["get", "getStrict", "getStrictStrict", "validate1", "schema2", "func0", "delete"];
    const { validators, files } = await loadModule(
      createReturningDocument(Object.fromEntries(operationIds.map((name) => [name, schema]))),
    );
    expect(Object.keys(validators)).toHaveLength(operationIds.length * 2);
    expect(Object.values(validators).map((validate) => validate?.("a"))).toEqual(
      operationIds.flatMap(() => [true, true]),
    );
    const declarations = ["strict", "tolerant"]
      .map((strictness) => files[`validators-${strictness}.d.ts`] ?? "")
      .join("");
    const declaredNames = [...declarations.matchAll(/declare const (\w+):/g)].map(([, name]) => name);
    expect(declaredNames.sort()).toEqual(Object.keys(validators).sort());
  });

  test("has no imports", async () => {
    const { files } = await loadModule(
      createReturningDocument({ list: { type: "array", uniqueItems: true, items: { maxLength: 1 } } }),
    );
    expect(files["validators-strict.js"]).not.toMatch(/= require\(|^import /m);
    expect(files["validators-tolerant.js"]).not.toMatch(/= require\(|^import /m);
  });

  test("has each schema once, even if several operations refer to it", async () => {
    const reference = { $ref: "#/components/schemas/Shared" };
    const shared = { type: "object", properties: { marker: { type: "string", maxLength: 12345 } } };
    const operations = Array.from(
      { length: 9 },
      (_, index) => [`operation${index}`, { type: "array", items: reference }] as const,
    );
    const { files } = await loadModule(
      createReturningDocument(Object.fromEntries(operations), { Shared: shared }),
    );
    expect(files["validators-strict.js"]?.match(/> 12345\b/g)).toHaveLength(1);
    expect(files["validators-tolerant.js"]?.match(/> 12345\b/g)).toHaveLength(1);
  });

  test("checks the last schema of a long chain of references", async () => {
    const length = 400;
    const chain = Array.from({ length }, (_, index): [string, JsonObject] => [
      `Link${index}`,
      { type: "object", properties: { next: { $ref: `#/components/schemas/Link${index + 1}` } } },
    ]);
    const { validators } = await loadModule(
      createReturningDocument(
        { list: { $ref: "#/components/schemas/Link0" } },
        { ...Object.fromEntries(chain), [`Link${length}`]: { type: "string" } },
      ),
    );
    const nest = (value: Json): Json => chain.reduce<Json>((next) => ({ next }), value);
    expect([nest("end"), nest(1)].map((value) => validators.listStrict?.(value))).toEqual([true, false]);
  });

  test("skips a pattern that is not a regular expression, with a warning at its location", async () => {
    const properties: Json = { a: { type: "string", pattern: "(" }, b: { type: "string", pattern: "^b$" } };
    const patternProperties = { "[": { type: "string" } };
    const { validators, warnings } = await loadModule(
      createReturningDocument(
        { list: { $ref: "#/components/schemas/A" } },
        { A: { type: "object", properties, patternProperties } },
      ),
    );
    const values = [{ a: "(", b: "b" }, { a: 1, b: "b" }, { a: "a", b: "a" }, { "[": 1 }];
    expect(values.map((value) => validators.listStrict?.(value))).toEqual([true, false, false, true]);
    expect(warnings.map(({ message }) => message)).toEqual([
      "components/schemas/A: the pattern [ is not checked: it is not a valid regular expression",
      "components/schemas/A/properties/a: the pattern ( is not checked: it is not a valid regular expression",
    ]);
  });
});
