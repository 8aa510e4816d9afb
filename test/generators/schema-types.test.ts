import { beforeAll, describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { formatFiles } from "../../scripts/generate/format.js";
import { renderSchema } from "../../scripts/generate/render-schema.js";
import { SpecError } from "../../scripts/problem.js";
import { documentOf, exchange, rootOf } from "./document-of.js";
import { type Project, typeErrorsOf } from "./type-check.js";

async function schemaFile(root: JsonObject): Promise<string> {
  const files = await formatFiles(new Map([["schema.ts", renderSchema(await documentOf(root), []).text]]));
  return files.get("schema.ts") ?? "";
}

/** Returns the declarations before `paths`, without blank lines. */
async function declarationsOf(root: JsonObject): Promise<string> {
  const [declarations = ""] = (await schemaFile(root)).split("\nexport interface paths", 1);
  return declarations.split("\nexport type paths", 1)[0]?.trim().replace(/\n\n/g, "\n") ?? "";
}

const GET =
  "/things: { get: { operationId: read, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }";

describe("the declaration of a schema", () => {
  test.each([
    { given: "a text", schemas: "A: { type: string }", expected: "export type A = string;" },
    {
      given: "texts to choose from",
      schemas: "A: { type: string, enum: [b, a b, __proto__] }",
      expected: `export const A = {
  b: "b",
  "a b": "a b",
  ["__proto__"]: "__proto__",
} as const;
export type A = (typeof A)[keyof typeof A];`,
    },
    {
      given: "texts with names and descriptions, or null",
      schemas:
        "A: { type: [string, 'null'], enum: [b, null], x-enum-varnames: [Big], x-enum-descriptions: [Not small.] }",
      expected: `export const A = {
  /** Not small. */
  Big: "b",
} as const;
export type A = (typeof A)[keyof typeof A] | null;`,
    },
    { given: "numbers to choose from", schemas: "A: { enum: [1, -2] }", expected: "export type A = 1 | -2;" },
    {
      given: "an object, in the order of the document",
      schemas:
        "A: { type: object, required: [z], properties: { z: { type: string }, a: { type: integer } } }",
      expected: "export interface A {\n  z: string;\n  a?: number;\n}",
    },
    {
      given: "an object without a type",
      schemas: "A: { properties: { a: { items: { type: string } } } }",
      expected: "export interface A {\n  a?: string[];\n}",
    },
    {
      given: "a property described only where its reference leads",
      schemas:
        'A: { properties: { a: { $ref: "#/components/schemas/B" }, b: { $ref: "#/components/schemas/B", description: Its own. } } }\n' +
        'B: { type: string, description: "The first paragraph.\\n\\nThe second." }',
      expected: `export interface A {
  /** The first paragraph. */
  a?: B;
  /** Its own. */
  b?: B;
}
/**
 * The first paragraph.
 *
 * The second.
 */
export type B = string;`,
    },
    {
      given: "any object",
      schemas: "A: { type: object }",
      expected: "export type A = Record<string, unknown>;",
    },
    {
      given: "an object that has no property",
      schemas: "A: { type: object, additionalProperties: false }",
      expected: "export type A = Record<string, never>;",
    },
    {
      given: "any object that has a property",
      schemas: "A: { type: object, required: [tag] }",
      expected: "export interface A {\n  tag: unknown;\n  [key: string]: unknown;\n}",
    },
    {
      given: "a property with a default",
      schemas: "A: { type: object, properties: { a: { type: string, default: x } } }",
      expected: "export interface A {\n  /** @default x */\n  a?: string;\n}",
    },
    {
      given: "properties beside others of one type",
      schemas:
        "A: { type: object, required: [b], properties: { b: { type: boolean } }, additionalProperties: { type: string } }",
      expected: "export interface A {\n  b: boolean;\n  [key: string]: string | boolean;\n}",
    },
    {
      given: "properties by pattern, and others by unevaluatedProperties",
      schemas:
        "A: { type: object, patternProperties: { ^x: { type: number } }, unevaluatedProperties: { type: string } }",
      expected: "export interface A {\n  [key: string]: string | number;\n}",
    },
    {
      given: "schemas that are true or false",
      schemas:
        "{ A: true, B: { type: object, properties: { a: true, b: false, c: { type: array, items: true } } } }",
      expected:
        "export type A = unknown;\nexport interface B {\n  a?: unknown;\n  b?: never;\n  c?: unknown[];\n}",
    },
    {
      given: "constants",
      schemas: "{ A: { const: null }, B: { const: a }, C: { properties: { d: { const: null } } } }",
      expected: 'export type A = null;\nexport type B = "a";\nexport interface C {\n  d?: null;\n}',
    },
    {
      given: "a value that holds itself",
      schemas:
        "Json: { anyOf: [{ type: string }, { type: 'null' }, { type: array, items: { $ref: '#/components/schemas/Json' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }] }",
      expected: "export type Json = string | null | Json[] | { [key: string]: Json };",
    },
    {
      given: "keywords beside a reference",
      schemas:
        "{ A: { $ref: '#/components/schemas/B', required: [b], properties: { c: { type: string } } }, B: { type: object, properties: { b: { type: string } } } }",
      expected:
        "export type A = B & {\n    c?: string;\n    b: string;\n  };\nexport interface B {\n  b?: string;\n}".replace(
          /^ {4}|^ {2}(?=})/gm,
          (indent) => indent.slice(2),
        ),
    },
    {
      given: "members that require what others declare",
      schemas:
        "{ A: { allOf: [{ type: object, properties: { a: { type: string } } }, { type: object, required: [a] }] }, B: { allOf: [{ $ref: '#/components/schemas/C' }], required: [c] }, C: { type: object, properties: { c: { type: string } } } }",
      expected:
        "export interface A {\n  a: string;\n}\nexport type B = C & { c: string };\nexport interface C {\n  c?: string;\n}",
    },
    {
      given: "properties beside a union",
      schemas:
        "A: { type: object, properties: { a: { type: string } }, anyOf: [{ type: object, properties: { b: { type: string } } }, { type: object, properties: { c: { type: string } } }] }",
      expected: "export type A = { a?: string } & ({ b?: string } | { c?: string });",
    },
    {
      given: "properties of which one or the other is required",
      schemas:
        "A: { type: object, properties: { a: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }",
      expected: "export interface A {\n  a?: string;\n}",
    },
    {
      given: "a base that is the union of what extends it",
      schemas:
        "{ A: { oneOf: [{ $ref: '#/components/schemas/B' }], type: object, properties: { a: { type: string } } }, B: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { b: { type: string } } }] } }",
      expected: "export type A = { a?: string } & B;\nexport interface B {\n  a?: string;\n  b?: string;\n}",
    },
    {
      given: "unions of each other",
      schemas:
        "{ A: { anyOf: [{ type: string }, { $ref: '#/components/schemas/B' }] }, B: { anyOf: [{ type: number }, { $ref: '#/components/schemas/A' }] } }",
      expected: "export type A = string | number;\nexport type B = number | string;",
    },
    {
      given: "a property that may hold the schema itself or null",
      schemas:
        "Tree: { type: object, properties: { parent: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: 'null' }] } } }",
      expected: "export interface Tree {\n  parent?: Tree | null;\n}",
    },
    {
      given: "lists, tuples and maps of unions with the schema itself",
      schemas: `Tree:
  type: object
  properties:
    kids: { type: array, items: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: string }] } }
    pair: { type: array, minItems: 1, items: false, prefixItems: [{ anyOf: [{ $ref: '#/components/schemas/Tree' }, { type: string }] }] }
    named: { type: object, additionalProperties: { oneOf: [{ $ref: '#/components/schemas/Tree' }, { type: string }] } }
`,
      expected: `export interface Tree {
  kids?: (Tree | string)[];
  pair?: [Tree | string];
  named?: { [key: string]: Tree | string };
}`,
    },
    {
      given: "a list of a union with the schema itself and another",
      schemas: `{ And: { type: object, required: [and], properties: { and: { type: array, items: { oneOf: [{ $ref: '#/components/schemas/And' }, { $ref: '#/components/schemas/Leaf' }] } } } },
      Leaf: { type: object, properties: { a: { type: string } } } }`,
      expected:
        "export interface And {\n  and: (And | Leaf)[];\n}\nexport interface Leaf {\n  a?: string;\n}",
    },
    {
      given: "a property of a base that may hold the schema that extends it",
      schemas: `{ A: { allOf: [{ $ref: '#/components/schemas/B' }], required: [next] },
      B: { type: object, properties: { next: { anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] } } } }`,
      expected: "export type A = B & { next: A | null };\nexport interface B {\n  next?: A | null;\n}",
    },
    {
      given: "definitions of its own, and references into other schemas",
      schemas:
        "{ A: { type: object, properties: { a: { $ref: '#/components/schemas/A/$defs/Inner' } }, $defs: { Inner: { type: string } } }, B: { $ref: '#/components/schemas/C/properties/d' }, C: { type: object, properties: { d: { type: number } } } }",
      expected:
        "export interface A {\n  a?: AInner;\n}\nexport type B = CD;\nexport interface C {\n  d?: number;\n}\nexport type AInner = string;\nexport type CD = number;",
    },
    {
      given: "bytes, also beside a schema called Blob",
      schemas:
        "{ A: { type: string, format: binary }, Blob: { type: object, properties: { a: { type: string } } } }",
      expected: "export type A = globalThis.Blob;\nexport interface Blob {\n  a?: string;\n}",
    },
    {
      given: "any object and an empty object, also beside a schema called Record",
      schemas:
        "{ A: { type: object, properties: { a: { type: object } } }, B: { type: array, items: { type: object, additionalProperties: false } }, Record: { type: object, properties: { a: { type: string } } } }",
      expected: `export interface A {
  a?: {
    [key: string]: unknown;
  };
}
export type B = { [key: string]: never }[];
export interface Record {
  a?: string;
}`,
    },
    {
      given: "tuples, with optional items and other items as the schema allows",
      schemas: `{ A: { prefixItems: [{ type: string }], items: { type: integer } },
      B: { type: array, minItems: 1, prefixItems: [{ type: string }, { enum: [a, b] }] },
      C: { type: array, minItems: 2, maxItems: 2, prefixItems: [{ type: string }, { type: integer }] },
      D: { type: array, items: { type: array, prefixItems: [{ type: string }, true], items: false } } }`,
      expected: `export type A = [string?, ...number[]];
export type B = [string, ("a" | "b")?, ...unknown[]];
export type C = [string, number];
export type D = [string?, unknown?][];`,
    },
    {
      given: "alternatives of which some only require a property",
      schemas:
        "A: { type: object, properties: { kind: { type: string }, a: { type: string } }, oneOf: [{ required: [a] }, { required: [b], properties: { b: { type: integer } } }] }",
      expected: "export type A = {\n  kind?: string;\n  a?: string;\n} & ({ a: string } | { b: number });",
    },
    {
      given: "alternatives of which some have no keyword of a type",
      schemas:
        "A: { type: object, properties: { a: { type: string } }, anyOf: [{ description: Any. }, { required: [b], properties: { b: { type: integer } } }] }",
      expected: "export type A = { a?: string } & (Record<string, unknown> | { b: number });",
    },
    {
      given: "descriptions, also with what looks like a tag or an end",
      schemas:
        "A: { type: object, title: T, description: \"@one\\n@two */\", properties: { a: { type: string, description: '@three', format: date, deprecated: true, example: x } } }",
      expected: `/**
 * \\@one
 * \\@two *\\/
 */
export interface A {
  /**
   * \\@three
   *
   * Format: date
   *
   * @example x
   * @deprecated
   */
  a?: string;
}`,
    },
  ])("is generated for $given", async ({ schemas, expected }) => {
    expect(await declarationsOf(rootOf(schemas))).toBe(expected);
  });

  test.each([
    { given: "a choice", schema: "{ type: string, enum: [a], nullable: true }", expected: '"a" | null' },
    {
      given: "a reference",
      schema: "{ allOf: [{ $ref: '#/components/schemas/B' }], nullable: true }",
      expected: "B | null",
    },
    {
      given: "the very reference",
      schema: "{ $ref: '#/components/schemas/B', nullable: true }",
      expected: "B | null",
    },
    {
      given: "a union",
      schema: "{ type: object, nullable: true, oneOf: [{ $ref: '#/components/schemas/B' }] }",
      expected: "B | null",
    },
    {
      given: "the schema itself in allOf",
      schema: "{ nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] }",
      expected: "A | null",
    },
  ])("nullable in OpenAPI 3.0: $given", async ({ schema, expected }) => {
    const root = rootOf(
      `{ A: { properties: { a: ${schema} } }, B: { type: object, properties: { b: {} } } }`,
      "{}",
      "3.0.3",
    );
    expect(await declarationsOf(root)).toMatch(`export interface A {\n  a?: ${expected};\n}`);
  });

  test("a reference into paths has its own type", async () => {
    const reference = "#/paths/~1things/get/responses/200/content/application~1json/schema";
    const text = await declarationsOf(rootOf(`{ A: { type: string }, B: { $ref: '${reference}' } }`, GET));
    expect(text).toBe(
      "export type A = string;\nexport type B = ThingsGet200;\nexport type ThingsGet200 = A;",
    );
  });
});

/** Schemas, an operation that uses them, and code that must compile. */
const CASES: { given: string; schemas: string; paths: string; openapi?: string; use: string }[] = [
  {
    given: "read-only and write-only properties",
    schemas:
      "{ Room: { type: object, required: [id, pin, name], properties: { id: { type: string, readOnly: true }, pin: { type: string, writeOnly: true }, name: { type: string }, next: { $ref: '#/components/schemas/Room' } } } }",
    paths: exchange("{ $ref: '#/components/schemas/Room' }", "{ $ref: '#/components/schemas/Room' }"),
    use: `
export const sent: Sent = { name: "n", pin: "1", next: { name: "m", pin: "2" } };
// @ts-expect-error: it is sent.
export const lacking: Sent = { name: "n" };
declare const returned: Returned;
export const id: string = returned.id;
export const nextId: string | undefined = returned.next?.id;
// @ts-expect-error: no response promises it.
export const pin: string = returned.pin;`,
  },
  {
    given: "a required write-only property beside allOf",
    schemas:
      "{ A: { allOf: [{ type: object, properties: { pin: { type: string, writeOnly: true } } }], required: [pin] } }",
    paths: exchange("{ $ref: '#/components/schemas/A' }", "{ $ref: '#/components/schemas/A' }"),
    use: `
export const sent: Sent = { pin: "1" };
// @ts-expect-error: it is required of callers.
export const lacking: Sent = {};
export const returned: Returned = {};`,
  },
  {
    given: "a default",
    schemas: "{ A: { type: object, properties: { size: { type: integer, default: 10 } } } }",
    paths: exchange("{ $ref: '#/components/schemas/A' }", "{ $ref: '#/components/schemas/A' }"),
    use: `
export const sent: Sent = {};
declare const returned: Returned;
// @ts-expect-error: it may be missing.
export const size: number = returned.size;`,
  },
  {
    given: "any object, alone and in an allOf",
    schemas: "{ Geo: { type: object, properties: { tag: { type: string } } } }",
    paths: exchange(
      "{ type: object }",
      "{ allOf: [{ $ref: '#/components/schemas/Geo' }, { type: object, required: [tag] }] }",
    ),
    use: `
export const sent: Sent = { any: { thing: 1 } };
export const returned: Returned = { tag: "t" };
// @ts-expect-error: it is required.
export const lacking: Returned = {};`,
  },
  {
    given: "properties beside others of one type",
    schemas: "{}",
    paths: exchange(
      "{ type: object, properties: { totals: { type: object, properties: { n: { type: number } } } }, additionalProperties: { type: array, items: { type: string } } }",
      "{}",
    ),
    use: `
export const sent: Sent = { totals: { n: 1 }, other: ["a"] };
export const n: number | undefined = sent.totals?.n;
// @ts-expect-error: no list of texts.
export const wrong: Sent = { other: 1 };`,
  },
  {
    given: "a union that is distinguished by enums, which stay closed",
    schemas: `{ Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
      Cat: { type: object, required: [kind, lives], properties: { kind: { type: string, enum: [cat, kitten] }, lives: { type: number }, mood: { enum: [good, bad] } } },
      Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog, puppy] } } } }`,
    paths: exchange("{}", "{ $ref: '#/components/schemas/Pet' }"),
    use: `
declare const pet: Returned;
export const lives: number | undefined = pet.kind === "cat" ? pet.lives : undefined;
// An enum that distinguishes no members is open.
export const mood: Returned = { kind: "cat", lives: 9, mood: "sleepy" };`,
  },
  {
    given: "a union that is distinguished by an enum and a const, one in allOf",
    schemas: `{ Base: { type: object, required: [kind], properties: { kind: { type: string, enum: [cat, lynx] } } },
      Cat: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [lives], properties: { lives: { type: number } } }] },
      Dog: { type: object, required: [kind], properties: { kind: { const: dog } } } }`,
    paths: exchange(
      "{}",
      "{ type: array, items: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } }",
    ),
    use: `
declare const pet: Returned[number];
export const lives: number = pet.kind === "dog" ? 0 : pet.lives;`,
  },
  {
    given: "a discriminator with a mapping, and one without",
    schemas: `{ Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { kitty: '#/components/schemas/Cat', tiger: '#/components/schemas/Cat' } } },
      Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: number } } },
      Dog: { type: object, required: [tricks], properties: { tricks: { type: number } } } }`,
    paths: exchange("{ $ref: '#/components/schemas/Pet' }", "{ $ref: '#/components/schemas/Pet' }"),
    use: `
declare const pet: Returned;
export const lives: number = pet.kind === "Dog" ? pet.tricks : pet.lives;
export const sent: Sent = { kind: "tiger", lives: 1 };
// @ts-expect-error: no member has this kind.
export const wrong: Sent = { kind: "Cat", lives: 1 };`,
  },
  {
    given: "a discriminator of a base, by several levels of allOf",
    schemas: `{ Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: number } } }] },
      Kitten: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { weeks: { type: number } } }] },
      Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { tricks: { type: number } } }] } }`,
    paths: exchange(
      "{}",
      "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Kitten' }, { $ref: '#/components/schemas/Dog' }] }",
    ),
    use: `
declare const pet: Returned;
export const lives: number = pet.kind === "Dog" ? 0 : pet.lives;
export const kitten: Returned = { kind: "Kitten", lives: 9, weeks: 3 };`,
  },
  {
    given: "a discriminator whose values are in an enum that names other values",
    schemas: `{ Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } },
      Cat: { type: object, required: [kind], properties: { kind: { type: string, enum: [cat, kitten] }, lives: { type: number } } },
      Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog, puppy] } } } }`,
    paths: exchange("{ $ref: '#/components/schemas/Pet' }", "{}"),
    use: `
export const sent: Sent = { kind: "kitten", lives: 1 };
// @ts-expect-error: the list does not have the name of the schema.
export const wrong: Sent = { kind: "Cat" };`,
  },
  {
    given: "nullable beside a reference and allOf in OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: "{ A: { type: object, required: [id], properties: { id: { type: string } } } }",
    paths: exchange(
      "{ type: object, properties: { owner: { nullable: true, allOf: [{ $ref: '#/components/schemas/A' }] }, other: { nullable: true, $ref: '#/components/schemas/A' } } }",
      "{}",
    ),
    use: `
export const sent: Sent = { owner: null, other: null };
export const other: Sent = { owner: { id: "1" } };
// @ts-expect-error: neither null nor an A.
export const wrong: Sent = { owner: {} };`,
  },
  {
    given: "keywords beside the references of a chain, of which the last has directed properties",
    schemas: `{ RO: { type: object, required: [id, name, pw], properties: { id: { type: string, readOnly: true }, name: { type: string }, pw: { type: string, writeOnly: true } } },
      Desc: { $ref: '#/components/schemas/RO', description: hello },
      Ext: { $ref: '#/components/schemas/Desc', required: [extra], properties: { extra: { type: string } } } }`,
    paths: exchange("{ $ref: '#/components/schemas/Ext' }", "{ $ref: '#/components/schemas/Ext' }"),
    use: `
export const sent: Sent = { name: "n", pw: "p", extra: "e" };
// @ts-expect-error: it is required.
export const lacking: Sent = { name: "n", pw: "p" };
declare const returned: Returned;
export const id: string = returned.id;
// @ts-expect-error: no response promises it.
export const pw: string = returned.pw;`,
  },
  {
    given: "JSON that holds itself",
    schemas:
      "{ Json: { anyOf: [{ type: string }, { type: 'null' }, { type: array, items: { $ref: '#/components/schemas/Json' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }] }, List: { type: array, items: { $ref: '#/components/schemas/List' } } }",
    paths: exchange("{ $ref: '#/components/schemas/Json' }", "{ $ref: '#/components/schemas/List' }"),
    use: `
export const sent: Sent = { a: ["b", null, { c: "d" }] };
export const returned: Returned = [[], [[]]];
// @ts-expect-error: no JSON of this schema.
export const wrong: Sent = { a: 1 };`,
  },
  {
    given: "several successes that an enum distinguishes",
    schemas: "{}",
    paths: `
/things:
  post:
    operationId: send
    requestBody: { content: { application/json: { schema: {} } } }
    responses:
      "200": { description: ok, content: { application/json: { schema: { type: object, required: [state, url], properties: { state: { enum: [done, cached] }, url: { type: string } } } } } }
      "202": { description: ok, content: { application/json: { schema: { type: object, required: [state], properties: { state: { enum: [queued, running] } } } } } }
`,
    use: `
declare const result: Returned | operations["send"]["responses"][202]["content"]["application/json"];
export const url: string | undefined = result.state === "done" ? result.url : undefined;`,
  },
];

const PREFIX = `import type { operations } from "./schema.js";
type Sent = NonNullable<operations["send"]["requestBody"]>["content"]["application/json"];
type Returned = operations["send"]["responses"][200]["content"]["application/json"];
export type { Sent, Returned };
`;

describe("a guarantee of the types", () => {
  let errors: Record<string, string[]> = {};
  beforeAll(async () => {
    const projects: Record<string, Project> = {};
    for (const { given, schemas, paths, openapi, use } of CASES) {
      const files = new Map([["schema.ts", await schemaFile(rootOf(schemas, paths, openapi))]]);
      projects[given] = { files, use: PREFIX + use };
    }
    errors = typeErrorsOf(projects);
  });

  test.each(CASES)("$given", ({ given }) => {
    expect(errors[given]).toEqual([]);
  });
});

describe("the types of operations", () => {
  test("leave out fields that are never present, and have their own parameter types", async () => {
    const paths = `
/things/{id}:
  parameters: [{ $ref: "#/components/parameters/Id" }, { name: trace, in: query, schema: { type: string } }]
  get:
    operationId: read
    parameters: [{ name: size, in: query, description: How many., schema: { type: integer, default: 10 } }]
    responses:
      "200": { description: One., headers: { X-Left: { schema: { type: integer } } }, content: { application/json: { schema: { type: object, properties: { state: { enum: [on, off] } } } } } }
      "204": { description: None. }
      default: { $ref: "#/components/responses/Failed" }
`;
    const root = rootOf("{}", paths);
    const parameters = { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } };
    const responses = {
      Failed: { description: "It failed.", content: { "text/plain": { schema: { type: "string" } } } },
    };
    const text = await schemaFile({ ...root, components: { schemas: {}, parameters, responses } });
    expect(text).toBe(`export interface paths {
  "/things/{id}": {
    get: operations["read"];
  };
}

export interface components {
  responses: {
    /** It failed. */
    Failed: {
      content: {
        "text/plain": string;
      };
    };
  };
}

export interface operations {
  read: {
    parameters: {
      query?: {
        trace?: string;
        /**
         * How many.
         *
         * @default 10
         */
        size?: number;
      };
      path: {
        id: string;
      };
    };
    responses: {
      /** One. */
      200: {
        headers: {
          "X-Left"?: number;
          [name: string]: unknown;
        };
        content: {
          "application/json": { state?: "on" | "off" | (string & {}) };
        };
      };
      /** None. */
      204: {
        content?: never;
      };
      default: components["responses"]["Failed"];
    };
  };
}
`);
  });

  test("have the content of a component that refers to another", async () => {
    const responses = {
      Failed: { description: "No.", content: { "text/plain": { schema: { type: "string" } } } },
      Alias: { $ref: "#/components/responses/Failed" },
    };
    const text = await schemaFile({ ...rootOf("{}"), components: { responses } });
    expect(text.match(/"text\/plain": string;/g)).toHaveLength(2);
  });

  test("leave out the headers that OpenAPI ignores", async () => {
    const paths = `
/things:
  get:
    parameters: [{ name: authorization, in: header, required: true, schema: { type: string } }, { name: X-Trace, in: header, schema: { type: string } }]
    responses: { "204": { description: ok } }
`;
    const text = await schemaFile(rootOf("{}", paths));
    expect(text).toContain('"X-Trace"?: string;');
    expect(text).not.toContain("authorization");
  });

  test("have files for the binary parts of a multipart body", async () => {
    const paths = `
/things:
  post:
    requestBody:
      content:
        multipart/form-data:
          schema:
            type: object
            required: [file]
            properties:
              file: { type: string, contentMediaType: application/octet-stream }
              maybe: { type: [string, 'null'], contentMediaType: image/png }
              many: { type: array, items: { contentMediaType: image/png } }
              photo: { type: string }
              shared: { $ref: '#/components/schemas/Text' }
              note: { type: string, contentMediaType: text/plain }
              data: { type: string, contentMediaType: application/json }
              coded: { type: string, contentMediaType: image/png, contentEncoding: base64 }
              csv: { type: string, contentMediaType: image/png }
              offer: { type: string }
              size: { type: integer }
          encoding:
            offer: { contentType: application/sdp }
            photo: { contentType: "image/png, image/jpeg" }
            shared: { contentType: image/png }
            csv: { contentType: text/csv }
            size: { contentType: application/octet-stream }
        application/json:
          schema: { type: object, properties: { text: { $ref: '#/components/schemas/Text' }, odd: { type: string, contentMediaType: image/png } } }
    responses: { "204": { description: ok } }
`;
    const text = await schemaFile(rootOf("{ Text: { type: string } }", paths));
    const [, form = "", json = ""] = text.split(/"multipart\/form-data"|"application\/json"/);
    expect([...form.matchAll(/^ +(\w+)\??: (.*);$/gm)].map(([, name, type]) => `${name}: ${type}`)).toEqual([
      ...["file: Blob", "maybe: Blob | null", "many: Blob[]", "photo: Blob", "shared: Blob"],
      ...["note: string", "data: string", "coded: string", "csv: string", "offer: string", "size: number"],
    ]);
    expect(json).toContain("text?: Text;");
    expect(json).toContain("odd?: string;");
  });

  test("are named once for a path item that two paths share", async () => {
    const item = "{ $ref: '#/components/pathItems/Thing' }";
    const root = rootOf("{}", `{ /a: ${item}, /b: ${item} }`);
    const pathItems = {
      Thing: { get: { operationId: "read", responses: { "204": { description: "ok" } } } },
    };
    const text = await schemaFile({ ...root, components: { pathItems } });
    expect(text.match(/^ {2}read: \{$/gm)).toHaveLength(1);
    expect(text).toContain(`"/b": {\n    get: {\n      responses: {`);
  });
});

describe("a failure", () => {
  const withInfo = async (info: () => Json): Promise<SpecDocument> => {
    const document = await documentOf({ paths: {} });
    return { ...document, root: Object.defineProperty(document.root, "info", { get: info }) };
  };

  test("of openapi-typescript is reported with the name of the document", async () => {
    // No object that can be converted to text.
    const parameters = [{ name: { toString: "", valueOf: "" }, in: "query", schema: {} }];
    const document = await documentOf({ paths: { "/a": { get: { parameters, responses: {} } } } });
    expect(() => renderSchema(document, [])).toThrow(SpecError);
    expect(() => renderSchema(document, [])).toThrow("openapi-typescript failed: TypeError");
  });

  test("of our own code is not reported as one of openapi-typescript", async () => {
    const document = await withInfo(() => {
      throw new RangeError("unreadable");
    });
    expect(() => renderSchema(document, [])).toThrow(new RangeError("unreadable"));
  });
});
