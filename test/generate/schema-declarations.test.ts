import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { createRoot } from "./create-document.js";
import { renderSchemaFile } from "./schema-file.js";

/** Returns the declarations before `paths`, without blank lines. */
async function renderDeclarations(root: JsonObject): Promise<string> {
  const [declarations = ""] = (await renderSchemaFile(root)).split("\nexport interface paths", 1);
  return declarations.split("\nexport type paths", 1)[0]?.trim().replace(/\n\n/g, "\n") ?? "";
}

const GET =
  "/things: { get: { operationId: read, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }";

describe("the declaration of a schema", () => {
  test.each([
    { given: "a string", schemas: "A: { type: string }", expected: "export type A = string;" },
    {
      given: "an enum of strings",
      schemas: "A: { type: string, enum: [b, a b, __proto__] }",
      expected: `export const A = {
  b: "b",
  "a b": "a b",
  ["__proto__"]: "__proto__",
} as const;
export type A = (typeof A)[keyof typeof A];`,
    },
    {
      given: "an enum of strings with names and descriptions, or null",
      schemas:
        "A: { type: [string, 'null'], enum: [b, null], x-enum-varnames: [Big], x-enum-descriptions: [Not small.] }",
      expected: `export const A = {
  /** Not small. */
  Big: "b",
} as const;
export type A = (typeof A)[keyof typeof A] | null;`,
    },
    {
      given: "an enum of numbers, without its format",
      schemas: "A: { type: integer, format: int32, enum: [1, -2] }",
      expected: "export type A = 1 | -2;",
    },
    {
      given: "a union of constant numbers with titles and descriptions",
      schemas:
        "A: { type: integer, format: int32, oneOf: [{ const: 1, title: PNG }, { const: 2, title: GIF, description: Moves. }] }",
      expected: `export const A = {
  PNG: 1,
  /** Moves. */
  GIF: 2,
} as const;
export type A = (typeof A)[keyof typeof A];`,
    },
    {
      given: "a union of constant strings, or null",
      schemas: "A: { oneOf: [{ const: b, title: Same }, { const: c, title: Same }, { const: null }] }",
      expected: `export const A = {
  b: "b",
  c: "c",
} as const;
export type A = (typeof A)[keyof typeof A] | null;`,
    },
    {
      given: "a union of constants and others",
      schemas: "A: { oneOf: [{ const: b }, { type: integer }] }",
      expected: 'export type A = "b" | number;',
    },
    {
      given: "a value of a named enum, and one that the enum does not have",
      schemas:
        "A: { type: object, properties: { b: { enum: [1], allOf: [{ $ref: '#/components/schemas/B' }] }, c: { const: 3, allOf: [{ $ref: '#/components/schemas/B' }] } } }\n" +
        "B: { oneOf: [{ const: 1 }, { const: 2 }] }",
      expected: "export interface A {\n  b?: 1;\n  c?: 3 & B;\n}\nexport type B = 1 | 2;",
    },
    {
      given: "null before a reference",
      schemas:
        "A: { properties: { b: { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/B' }] } } }\nB: { type: string }",
      expected: "export interface A {\n  b?: B | null;\n}\nexport type B = string;",
    },
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
      given: "a property that is described only by its referenced schema",
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
      given: "an object that allows no property",
      schemas: "A: { type: object, additionalProperties: false }",
      expected: "export type A = Record<string, never>;",
    },
    {
      given: "an object with a required, undeclared property",
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
      given: "a recursive value",
      schemas:
        "Json: { anyOf: [{ type: string }, { type: 'null' }, { type: array, items: { $ref: '#/components/schemas/Json' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }] }",
      expected: "export type Json = string | Json[] | { [key: string]: Json } | null;",
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
      given: "a base that is a union of the schemas that extend it",
      schemas:
        "{ A: { oneOf: [{ $ref: '#/components/schemas/B' }], type: object, properties: { a: { type: string } } }, B: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { b: { type: string } } }] } }",
      expected: "export type A = { a?: string } & B;\nexport interface B {\n  a?: string;\n  b?: string;\n}",
    },
    {
      given: "a base with keywords beside its reference to the union of its extensions",
      schemas: `A: { oneOf: [{ $ref: '#/components/schemas/B' }], properties: { a: { type: string } } }
B: { allOf: [{ $ref: '#/components/schemas/C' }, { properties: { b: { type: string } } }] }
C: { $ref: '#/components/schemas/A', properties: { c: { type: string } } }`,
      expected: `export type A = { a?: string } & B;
export interface B {
  a?: string;
  c?: string;
  b?: string;
}
export interface C {
  a?: string;
  c?: string;
}`,
    },
    {
      given: "a circular member of a union with keywords beside its reference",
      schemas: `A: { anyOf: [{ type: string }, { $ref: '#/components/schemas/B' }] }
B: { $ref: '#/components/schemas/C', properties: { b: { type: string } } }
C: { anyOf: [{ $ref: '#/components/schemas/A' }, { type: number }] }`,
      expected: `export type A = string | { b?: string };
export interface B {
  b?: string;
}
export type C = string | { b?: string } | number;`,
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
      given: "properties that are only allowed under a condition, beside those that it narrows",
      schemas: `A: { type: object, required: [k], properties: { k: { type: string } }, if: { properties: { k: { const: a } } },
        then: { required: [z], properties: { z: { type: string }, k: { const: a } } }, else: { properties: { z: { type: integer } } },
        dependentSchemas: { k: { allOf: [{ properties: { y: { type: boolean } } }] } } }`,
      expected: "export interface A {\n  k: string;\n  z?: string | number;\n  y?: boolean;\n}",
    },
    {
      given: "an object of any properties with a condition",
      schemas: "A: { type: object, then: { properties: { z: { type: string } } } }",
      expected: "export type A = Record<string, unknown>;",
    },
    {
      given: "an empty list of alternatives, which constrains nothing",
      schemas: "{ A: { oneOf: [] }, B: { type: string, anyOf: [], allOf: [] } }",
      expected: "export type A = unknown;\nexport type B = string;",
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
      given: "descriptions, even if a part looks like a tag or the end of a comment",
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
    expect(await renderDeclarations(createRoot(schemas))).toBe(expected);
  });

  test.each([
    { given: "an enum", schema: "{ type: string, enum: [a], nullable: true }", expected: '"a" | null' },
    {
      given: "a reference",
      schema: "{ allOf: [{ $ref: '#/components/schemas/B' }], nullable: true }",
      expected: "B | null",
    },
    {
      given: "a reference with the keyword beside it",
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
  ])("allows null for $given that is nullable in OpenAPI 3.0", async ({ schema, expected }) => {
    const root = createRoot(
      `{ A: { properties: { a: ${schema} } }, B: { type: object, properties: { b: {} } } }`,
      "{}",
      "3.0.3",
    );
    expect(await renderDeclarations(root)).toMatch(`export interface A {\n  a?: ${expected};\n}`);
  });

  test.each(["paths", "operations"])(
    "leaves the name Record to a schema if the document has no %s",
    async (name) => {
      const text = await renderSchemaFile(createRoot("{ Record: { type: string } }"));
      expect(text).toContain("export type Record = string;");
      expect(text).not.toContain("Record<");
      expect(text).toMatch(new RegExp(`export (type|interface) ${name} `));
    },
  );

  test("keeps percent signs in names and comments", async () => {
    const schemas = `{ "A%": { description: Up to 100%., properties: { "cpu%": { properties: { "%2": { enum: ["5%"] } } } } } }`;
    expect(await renderDeclarations(createRoot(schemas))).toBe(`/** Up to 100%. */
export interface A {
  "cpu%"?: { "%2"?: "5%" };
}`);
  });

  test("has one name for references that encode its key differently", async () => {
    const references = ["a%20b%25", "a b%25", "%61 b%25"].map(
      (key) => `{ $ref: ${JSON.stringify(`#/components/schemas/${key}`)} }`,
    );
    const schemas = `{ "a b%": { type: object, properties: { x: {} } }, All: { anyOf: [${references.join()}] } }`;
    expect(await renderDeclarations(createRoot(schemas))).toBe(
      "export interface AB {\n  x?: unknown;\n}\nexport type All = AB;",
    );
  });

  test("has names of other scripts as they are", async () => {
    expect(
      await renderDeclarations(createRoot("{ A: { properties: { 会议: { enum: [é] }, 'a 議': {} } } }")),
    ).toBe('export interface A {\n  会议?: "é";\n  "a 議"?: unknown;\n}');
  });

  test("has its own name for a reference into paths", async () => {
    const reference = "#/paths/~1things/get/responses/200/content/application~1json/schema";
    const text = await renderDeclarations(
      createRoot(`{ A: { type: string }, B: { $ref: '${reference}' } }`, GET),
    );
    expect(text).toBe(
      "export type A = string;\nexport type B = ThingsGet200;\nexport type ThingsGet200 = A;",
    );
  });
});
