import { describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { Json, JsonObject, Pointer } from "../../scripts/document/json.js";
import { type Found, isObject, Reader, textOf } from "../../scripts/document/reader.js";
import { SpecError } from "../../scripts/problem.js";

/** A document that tells the place of a problem by the pointer to it. */
const documentOf = (schemas: JsonObject): SpecDocument =>
  ({
    file: "api.yaml",
    root: { schemas },
    problemAt: (pointer: Pointer, message: string) => ({
      message,
      place: { file: `/${pointer.join("/")}` },
    }),
  }) as unknown as SpecDocument;

/** What was reported, a line for each. */
function reportedBy(reader: Reader): string[] {
  try {
    reader.finish();
    return [];
  } catch (error) {
    return (error as SpecError).message.split("\n");
  }
}

const schemas: JsonObject = {
  Text: { type: "string" },
  Alias: { $ref: "#/schemas/Text" },
  Circle: { $ref: "#/schemas/Round" },
  Round: { $ref: "#/schemas/Circle" },
  Base: { allOf: [{ $ref: "#/schemas/Base" }, { $ref: "#/schemas/Text" }] },
  list: [],
};
const at = (value: JsonObject): Found => ({ value, pointer: ["here"] });

describe("a reference is followed", () => {
  test.each<{ given: string; value: JsonObject; want: Found }>([
    { given: "no reference", value: { type: "number" }, want: at({ type: "number" }) },
    {
      given: "a property called $ref",
      value: { $ref: { type: "string" } },
      want: at({ $ref: { type: "string" } }),
    },
    {
      given: "one",
      value: { $ref: "#/schemas/Text" },
      want: { value: { type: "string" }, pointer: ["schemas", "Text"] },
    },
    {
      given: "one to another",
      value: { $ref: "#/schemas/Alias" },
      want: { value: { type: "string" }, pointer: ["schemas", "Text"] },
    },
  ])("to the value and its place: $given", ({ value, want }) => {
    const reader = new Reader(documentOf(schemas));
    expect(reader.follow(["here"], value)).toEqual(want);
    expect(reportedBy(reader)).toEqual([]);
  });

  test.each<{ given: string; value: Json | undefined; want: string }>([
    { given: "nothing", value: undefined, want: "/here must be an object" },
    { given: "null", value: null, want: "/here must be an object" },
    { given: "a list", value: [], want: "/here must be an object" },
    { given: "a text", value: "Text", want: "/here must be an object" },
    { given: "to a list", value: { $ref: "#/schemas/list" }, want: "/schemas/list must be an object" },
    {
      given: "to nowhere",
      value: { $ref: "#/schemas/None" },
      want: "/here $ref #/schemas/None leads nowhere",
    },
    {
      given: "to another file",
      value: { $ref: "other.yaml" },
      want: "/here $ref other.yaml leads nowhere",
    },
    {
      given: "in a circle",
      value: { $ref: "#/schemas/Circle" },
      want: "/schemas/Round $ref #/schemas/Circle leads back to itself",
    },
  ])("and what is no object is reported: $given", ({ value, want }) => {
    const reader = new Reader(documentOf(schemas));
    expect(reader.follow(["here"], value)).toBe(undefined);
    expect(reportedBy(reader)).toEqual([want]);
  });
});

test("all that is reported is told at once", () => {
  const reader = new Reader(documentOf({}));
  reader.report(["a"], "is wrong");
  reader.report(["b", 1], "is worse");
  expect(() => {
    reader.finish();
  }).toThrow(SpecError);
  expect(reportedBy(reader)).toEqual(["/a is wrong", "/b/1 is worse"]);
});

describe("the parts of a schema", () => {
  const none = { type: "null" };
  const text = { value: { type: "string" }, pointer: ["schemas", "Text"] };

  test.each<{ given: string; value: JsonObject; want: Found[] }>([
    { given: "itself", value: { type: "object" }, want: [] },
    {
      given: "what it is all of",
      value: { allOf: [{ minimum: 1 }, { $ref: "#/schemas/Text" }] },
      want: [{ value: { minimum: 1 }, pointer: ["here", "allOf", 0] }, text],
    },
    {
      given: "the one alternative to null",
      value: { anyOf: [none, { $ref: "#/schemas/Text" }] },
      want: [text],
    },
    {
      given: "the one member of a union",
      value: { oneOf: [{ minimum: 1 }, none] },
      want: [{ value: { minimum: 1 }, pointer: ["here", "oneOf", 0] }],
    },
    { given: "none of several alternatives", value: { anyOf: [{ minimum: 1 }, { minimum: 2 }] }, want: [] },
    { given: "no list of parts", value: { allOf: { minimum: 1 }, anyOf: "x" }, want: [] },
  ])("are itself and $given", ({ value, want }) => {
    const reader = new Reader(documentOf(schemas));
    expect(reader.parts(at(value))).toEqual([at(value), ...want]);
    expect(reportedBy(reader)).toEqual([]);
  });

  test("that are no schemas are reported", () => {
    const reader = new Reader(documentOf(schemas));
    const value: JsonObject = { allOf: ["x", { minimum: 1 }], anyOf: [null] };
    expect(reader.parts(at(value))).toEqual([
      at(value),
      { value: { minimum: 1 }, pointer: ["here", "allOf", 1] },
    ]);
    expect(reportedBy(reader)).toEqual([
      "/here/allOf/0 must be an object",
      "/here/anyOf/0 must be an object",
    ]);
  });

  test("are gone through once, where a schema is part of itself", () => {
    const document = documentOf(schemas);
    const base = { value: schemas.Base as JsonObject, pointer: ["schemas", "Base"] };
    expect(new Reader(document).parts(base)).toEqual([base, text]);
  });
});

describe("the type of a schema", () => {
  test.each<{ value: JsonObject; want: string | undefined }>([
    { value: { type: "string" }, want: "string" },
    { value: { type: ["string", "null"] }, want: "string" },
    { value: { type: ["string", "number"] }, want: undefined },
    { value: { type: "null" }, want: undefined },
    { value: {}, want: undefined },
    { value: { type: "string", allOf: [{ type: "string" }, { minLength: 1 }] }, want: "string" },
    { value: { type: "string", allOf: [{ type: "number" }] }, want: undefined },
    { value: { anyOf: [{ type: "integer" }, { type: "null" }] }, want: "integer" },
    { value: { type: [1, "string"] }, want: "string" },
  ])("$value is $want", ({ value, want }) => {
    expect(new Reader(documentOf({})).typeOf(at(value))).toBe(want);
  });
});

test.each<{ value: Json | undefined; want: boolean }>([
  { value: {}, want: true },
  { value: [], want: false },
  { value: null, want: false },
  { value: undefined, want: false },
  { value: "text", want: false },
])("$value is an object: $want", ({ value, want }) => {
  expect(isObject(value)).toBe(want);
});

test.each<{ value: Json | undefined; want: string | undefined }>([
  { value: "  says something\n", want: "says something" },
  { value: "  \n", want: undefined },
  { value: "", want: undefined },
  { value: 1, want: undefined },
  { value: undefined, want: undefined },
])("what $value says is $want", ({ value, want }) => {
  expect(textOf(value)).toBe(want);
});
