import { beforeAll, describe, expect, test } from "vitest";
import { createRoot, renderExchange } from "./create-document.js";
import { renderSchemaFile } from "./schema-file.js";
import { findProjectErrors, type Project } from "./type-check.js";

/** Schemas, an operation that uses them, and code that must compile. */
const CASES: { given: string; schemas: string; paths: string; openapi?: string; use: string }[] = [
  {
    given: "read-only and write-only properties",
    schemas:
      "{ Room: { type: object, required: [id, pin, name], properties: { id: { type: string, readOnly: true }, pin: { type: string, writeOnly: true }, name: { type: string }, next: { $ref: '#/components/schemas/Room' } } } }",
    paths: renderExchange("{ $ref: '#/components/schemas/Room' }", "{ $ref: '#/components/schemas/Room' }"),
    use: `
export const sent: Sent = { name: "n", pin: "1", next: { name: "m", pin: "2" } };
// @ts-expect-error: it is sent.
export const incomplete: Sent = { name: "n" };
declare const returned: Returned;
export const id: string = returned.id;
export const nextId: string | undefined = returned.next?.id;
// @ts-expect-error: no response has it.
export const pin: string = returned.pin;`,
  },
  {
    given: "a required write-only property beside allOf",
    schemas:
      "{ A: { allOf: [{ type: object, properties: { pin: { type: string, writeOnly: true } } }], required: [pin] } }",
    paths: renderExchange("{ $ref: '#/components/schemas/A' }", "{ $ref: '#/components/schemas/A' }"),
    use: `
export const sent: Sent = { pin: "1" };
// @ts-expect-error: it is required of callers.
export const incomplete: Sent = {};
export const returned: Returned = {};`,
  },
  {
    given: "a default",
    schemas: "{ A: { type: object, properties: { size: { type: integer, default: 10 } } } }",
    paths: renderExchange("{ $ref: '#/components/schemas/A' }", "{ $ref: '#/components/schemas/A' }"),
    use: `
export const sent: Sent = {};
declare const returned: Returned;
// @ts-expect-error: it may be missing.
export const size: number = returned.size;`,
  },
  {
    given: "any object, alone and in an allOf",
    schemas: "{ Geo: { type: object, properties: { tag: { type: string } } } }",
    paths: renderExchange(
      "{ type: object }",
      "{ allOf: [{ $ref: '#/components/schemas/Geo' }, { type: object, required: [tag] }] }",
    ),
    use: `
export const sent: Sent = { any: { thing: 1 } };
export const returned: Returned = { tag: "t" };
// @ts-expect-error: it is required.
export const incomplete: Returned = {};`,
  },
  {
    given: "properties beside others of one type",
    schemas: "{}",
    paths: renderExchange(
      "{ type: object, properties: { totals: { type: object, properties: { n: { type: number } } } }, additionalProperties: { type: array, items: { type: string } } }",
      "{}",
    ),
    use: `
export const sent: Sent = { totals: { n: 1 }, other: ["a"] };
export const n: number | undefined = sent.totals?.n;
// @ts-expect-error: it is not a list of strings.
export const wrong: Sent = { other: 1 };`,
  },
  {
    given: "a union that is distinguished by enums, which stay closed",
    schemas: `{ Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] },
      Cat: { type: object, required: [kind, lives], properties: { kind: { type: string, enum: [cat, kitten] }, lives: { type: number }, mood: { enum: [good, bad] } } },
      Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog, puppy] } } } }`,
    paths: renderExchange("{}", "{ $ref: '#/components/schemas/Pet' }"),
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
    paths: renderExchange(
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
    paths: renderExchange("{ $ref: '#/components/schemas/Pet' }", "{ $ref: '#/components/schemas/Pet' }"),
    use: `
declare const pet: Returned;
export const lives: number = pet.kind === "Dog" ? pet.tricks : pet.lives;
export const sent: Sent = { kind: "tiger", lives: 1 };
// @ts-expect-error: no member has this kind.
export const wrong: Sent = { kind: "Cat", lives: 1 };`,
  },
  {
    given: "a discriminator with a schema for missing and other values, as in OpenAPI 3.2",
    schemas: `{ Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind, defaultMapping: Other, mapping: { cat: Cat } } },
      Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: number } } },
      Other: { type: object, required: [name], properties: { kind: { type: string }, name: { type: string } } } }`,
    paths: renderExchange("{ $ref: '#/components/schemas/Pet' }", "{}"),
    use: `
export const withoutKind: Sent = { name: "Polly" };
export const withKind: Sent = { kind: "parrot", name: "Polly" };
// @ts-expect-error: a cat has no other kind.
export const wrong: Sent = { kind: "tiger", lives: 1 };`,
  },
  {
    given: "a discriminator of a base, by several levels of allOf",
    schemas: `{ Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } },
      Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, required: [lives], properties: { lives: { type: number } } }] },
      Kitten: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { weeks: { type: number } } }] },
      Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { tricks: { type: number } } }] } }`,
    paths: renderExchange(
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
    paths: renderExchange("{ $ref: '#/components/schemas/Pet' }", "{}"),
    use: `
export const sent: Sent = { kind: "kitten", lives: 1 };
// @ts-expect-error: the list does not have the name of the schema.
export const wrong: Sent = { kind: "Cat" };`,
  },
  {
    given: "nullable beside a reference and allOf in OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: "{ A: { type: object, required: [id], properties: { id: { type: string } } } }",
    paths: renderExchange(
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
    paths: renderExchange("{ $ref: '#/components/schemas/Ext' }", "{ $ref: '#/components/schemas/Ext' }"),
    use: `
export const sent: Sent = { name: "n", pw: "p", extra: "e" };
// @ts-expect-error: it is required.
export const incomplete: Sent = { name: "n", pw: "p" };
declare const returned: Returned;
export const id: string = returned.id;
// @ts-expect-error: no response has it.
export const pw: string = returned.pw;`,
  },
  {
    given: "recursive JSON",
    schemas:
      "{ Json: { anyOf: [{ type: string }, { type: 'null' }, { type: array, items: { $ref: '#/components/schemas/Json' } }, { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }] }, List: { type: array, items: { $ref: '#/components/schemas/List' } } }",
    paths: renderExchange("{ $ref: '#/components/schemas/Json' }", "{ $ref: '#/components/schemas/List' }"),
    use: `
export const sent: Sent = { a: ["b", null, { c: "d" }] };
export const returned: Returned = [[], [[]]];
// @ts-expect-error: the schema does not allow numbers.
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

describe("the generated types", () => {
  let errors: Record<string, string[]> = {};
  beforeAll(async () => {
    const projects: Record<string, Project> = {};
    for (const { given, schemas, paths, openapi, use } of CASES) {
      const files = new Map([["schema.ts", await renderSchemaFile(createRoot(schemas, paths, openapi))]]);
      projects[given] = { files, use: PREFIX + use };
    }
    errors = findProjectErrors(projects);
  });

  test.each(CASES)("compile as expected for $given", ({ given }) => {
    expect(errors[given]).toEqual([]);
  });
});
