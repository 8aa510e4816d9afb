import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import type { Operation } from "../../scripts/generate/operations.js";
import { renderValidators } from "../../scripts/generate/render-validators.js";
import { SpecError } from "../../scripts/problem.js";
import { temporaryFolder } from "./document-files.js";

const folder = temporaryFolder();
let count = 0;

const documentOf = (get: Json | undefined, components: JsonObject = {}): SpecDocument =>
  ({ file: "api.yaml", root: { paths: { "/things": { get } }, components } }) as unknown as SpecDocument;
const list = { name: "list", method: "get", path: "/things" } as Operation;
const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const answering = (responses: JsonObject): JsonObject => ({ responses });

/** Which of some values the strict validator of an answer takes; undefined where there is no validator. */
async function taken(document: SpecDocument, values: readonly unknown[]): Promise<unknown[] | undefined> {
  const code = (await renderValidators([list], document))["validators.js"];
  const file = join(folder, `${++count}.mjs`);
  writeFileSync(file, code);
  const module = (await import(pathToFileURL(file).href)) as Record<string, (value: unknown) => boolean>;
  const { listStrict } = module;
  return listStrict && values.filter((value) => listStrict(value));
}

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const VALUES = ["a", 1, null];

describe("the answers that are checked", () => {
  test.each<{ given: string; get: Json | undefined; want: unknown[] | undefined }>([
    { given: "a success", get: answering({ "200": json(TEXT) }), want: ["a"] },
    { given: "a range of successes", get: answering({ "2XX": json(TEXT) }), want: ["a"] },
    {
      given: "a success and a failure",
      get: answering({ "400": json(NUMBER), "201": json(TEXT) }),
      want: ["a"],
    },
    {
      given: "several successes, of which either is right",
      get: answering({ "200": json(TEXT), "202": json(NUMBER) }),
      want: ["a", 1],
    },
    { given: "failures alone", get: answering({ "400": json(TEXT) }), want: undefined },
    {
      given: "what is answered by default, where no other is a success",
      get: answering({ "400": json(NUMBER), default: json(TEXT) }),
      want: ["a"],
    },
    {
      given: "a success, beside what is answered by default",
      get: answering({ "200": json(TEXT), default: json(NUMBER) }),
      want: ["a"],
    },
    {
      given: "JSON by its other name",
      get: answering({ "200": { content: { "text/json": { schema: TEXT } } } }),
      want: ["a"],
    },
    {
      given: "a text that is no JSON",
      get: answering({ "200": { content: { "text/plain": { schema: TEXT } } } }),
      want: undefined,
    },
    { given: "no content", get: answering({ "204": { description: "done" } }), want: undefined },
    { given: "a content that is no object", get: answering({ "200": { content: [] } }), want: undefined },
    { given: "no object", get: answering({ "200": null }), want: undefined },
    {
      given: "no schema",
      get: answering({ "200": { content: { "application/json": {} } } }),
      want: undefined,
    },
    {
      given: "no media type",
      get: answering({ "200": { content: { "application/json": null } } }),
      want: undefined,
    },
    { given: "no responses", get: {}, want: undefined },
    { given: "no operation", get: undefined, want: undefined },
    {
      given: "a reference",
      get: answering({ "200": { $ref: "#/components/responses/Other" } }),
      want: ["a"],
    },
    {
      given: "a reference to nowhere",
      get: answering({ "200": { $ref: "#/components/responses/None" } }),
      want: undefined,
    },
  ])("$given", async ({ get, want }) => {
    const responses = { Other: { $ref: "#/components/responses/Text" }, Text: json(TEXT) };
    expect(await taken(documentOf(get, { responses }), VALUES)).toEqual(want);
  });

  test("of a path that is not there are none", async () => {
    for (const root of [{}, { paths: {} }, { paths: [] }])
      expect(await taken({ file: "api.yaml", root } as unknown as SpecDocument, VALUES)).toBe(undefined);
  });

  test.each([
    ["application/json", ["a"]],
    ["application/json; charset=utf-8", ["a"]],
    ["Application/JSON", ["a"]],
    ["application/problem+json", ["a"]],
    ["application/vnd.a_b-c.v1+json", ["a"]],
    ["application/jsonl", undefined],
    ["application/xml", undefined],
    ["application/a/b+json", undefined],
    ["text/x-application/json", undefined],
  ])("are those of JSON: %s", async (type, want) => {
    const get = answering({ "200": { content: { [type]: { schema: TEXT } } } });
    expect(await taken(documentOf(get), VALUES)).toEqual(want);
  });
});

test("what is written of each operation is one function for each strictness, and its type", async () => {
  const made = await renderValidators([list], documentOf(answering({ "200": json(TEXT) })));
  expect(made["validators.js"]).toMatch(/^export const listStrict = /);
  expect(made["validators.js"]).toMatch(/^export const listTolerant = /m);
  expect(made["validators.d.ts"].split("\n").filter((line) => /list|GET/.test(line))).toEqual([
    "/** Checks a successful answer of `GET /things`, strict. */",
    "export declare const listStrict: Validator;",
    "/** Checks a successful answer of `GET /things`, tolerant. */",
    "export declare const listTolerant: Validator;",
  ]);
});

test("what the code stands on is put into it", async () => {
  const document = documentOf(answering({ "200": json({ ...TEXT, maxLength: 1 }) }));
  const code = (await renderValidators([list], document))["validators.js"];
  expect(code).not.toMatch(/= require\(|^import /m);
  expect(await taken(document, ["a", "\u{1F600}", "ab"])).toEqual(["a", "\u{1F600}"]);
});

test("an answer of which no validator can be made is refused by name", async () => {
  const document = documentOf(answering({ "200": json({ ...TEXT, pattern: "(" }) }));
  const refusal = await renderValidators([list], document).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(SpecError);
  expect((refusal as SpecError).problems).toEqual([
    {
      message:
        "no validator can be made of the answer of list: SyntaxError: Invalid regular expression: /(/u: Unterminated group",
      place: { file: "api.yaml" },
    },
  ]);
});
