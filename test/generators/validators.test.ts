import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { renderFile, temporaryFolder, writeTexts } from "./document-files.js";

type Validators = Record<"listStrict" | "listTolerant", (value: unknown) => boolean>;

const folder = temporaryFolder();
let count = 0;

/** The validators of a document whose one operation, `list`, answers with a schema. */
async function validatorsOf(schema: string, schemas = "{}", version = "3.1.0"): Promise<Validators> {
  const text = `openapi: ${version}
info: { title: T, version: "1" }
servers: [{ url: "https://api.test/v1" }]
paths:
  /list:
    get:
      operationId: list
      responses:
        "200": { description: ok, content: { application/json: { schema: ${schema} } } }
components: { schemas: ${schemas} }
`;
  const name = `document${++count}`;
  const files = await renderFile(writeTexts(folder, { [`${name}.yaml`]: text }));
  const code = files.get("validators.js") ?? "";
  expect(code).not.toMatch(/= require\(|^import /m);
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return (await import(pathToFileURL(file).href)) as Validators;
}

const NODE = "{ Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } } }";
const PARTS = `{
  Base: { type: object, properties: { id: { type: string } } },
  Whole: { allOf: [{ $ref: '#/components/schemas/Base' }], type: object, properties: { name: { type: string } } }
}`;
const STATE = "{ type: object, properties: { state: { type: string, enum: [on, off] } } }";
const UNION = `{ oneOf: [
  { type: object, required: [kind], properties: { kind: { const: a }, n: { type: number } } },
  { type: object, required: [kind], properties: { kind: { const: b }, n: { type: number } } }
] }`;

describe("the validators of an answer", () => {
  test.each([
    { given: "a known word", schema: STATE, value: { state: "on" }, strict: true, tolerant: true },
    { given: "an unknown word", schema: STATE, value: { state: "dim" }, strict: false, tolerant: true },
    { given: "no word at all", schema: STATE, value: { state: 1 }, strict: false, tolerant: false },
    { given: "null", schema: STATE, value: { state: null }, strict: false, tolerant: true },
    { given: "a further field", schema: STATE, value: { x: 1 }, strict: false, tolerant: true },
    { given: "a list in the place of an object", schema: STATE, value: [], strict: false, tolerant: false },
    {
      ...{ given: "a member of a union", schema: UNION, value: { kind: "b", n: 1 } },
      ...{ strict: true, tolerant: true },
    },
    {
      ...{ given: "an unknown member of a union", schema: UNION, value: { kind: "c", n: 1 } },
      ...{ strict: false, tolerant: true },
    },
    {
      ...{ given: "a member of a union with a wrong field", schema: UNION, value: { kind: "a", n: "1" } },
      ...{ strict: false, tolerant: false },
    },
  ])("$given: strict $strict, tolerant $tolerant", async ({ schema, value, strict, tolerant }) => {
    const { listStrict, listTolerant } = await validatorsOf(schema);
    expect([listStrict(value), listTolerant(value)]).toEqual([strict, tolerant]);
  });

  test("follow a schema into itself", async () => {
    const { listStrict, listTolerant } = await validatorsOf("{ $ref: '#/components/schemas/Node' }", NODE);
    expect([{ next: { next: {} } }, { next: { next: { x: 1 } } }].map(listStrict)).toEqual([true, false]);
    expect([{ next: { next: null } }, { next: { next: 1 } }].map(listTolerant)).toEqual([true, false]);
  });

  test("know the fields that a part adds to the whole", async () => {
    const { listStrict } = await validatorsOf("{ $ref: '#/components/schemas/Whole' }", PARTS);
    expect(
      [
        { id: "1", name: "n" },
        { id: "1", colour: "red" },
      ].map(listStrict),
    ).toEqual([true, false]);
  });

  test("have in them what ajv would import for lengths and equality", async () => {
    const { listStrict } = await validatorsOf(
      "{ type: array, uniqueItems: true, items: { type: object, properties: { a: { type: string, maxLength: 1 } } } }",
    );
    expect([[{ a: "😀" }], [{ a: "ab" }], [{ a: "a" }, { a: "a" }]].map(listStrict)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("understand OpenAPI 3.0's nullable and exclusive bounds", async () => {
    const { listStrict } = await validatorsOf(
      "{ type: number, nullable: true, minimum: 1, exclusiveMinimum: true }",
      "{}",
      "3.0.3",
    );
    expect([null, 2, 1].map(listStrict)).toEqual([true, true, false]);
  });

  test("miss no field that is only ever sent", async () => {
    const { listStrict } = await validatorsOf(
      "{ type: object, required: [id, secret], properties: { id: {}, secret: { writeOnly: true } } }",
    );
    expect([{ id: 1 }, {}].map(listStrict)).toEqual([true, false]);
  });
});
