import { createConfig } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import { isObject, type Json, type JsonObject, type Pointer } from "../../scripts/document/json.js";
import { Reader, toText } from "../../scripts/document/reader.js";
import { formatProblem } from "../../scripts/problem.js";

const config = await createConfig({});

/** Creates a document whose problems have the path of the value instead of a line. */
const createDocument = (root: JsonObject): SpecDocument => ({
  file: "rooms.yaml",
  root,
  config,
  warnings: [],
  files: [],
  hasUnresolved: false,
  createProblem: (pointer, message) => ({ message, location: { file: `#/${pointer.join("/")}` } }),
});

/** Lists the problems that a reader has collected. */
const findProblems = (reader: Reader): string[] => reader.problems.map((problem) => formatProblem(problem));

test.for<{ value: Json | undefined; expected: boolean }>([
  { value: {}, expected: true },
  { value: { type: "object" }, expected: true },
  { value: null, expected: false },
  { value: [], expected: false },
  { value: "{}", expected: false },
  { value: undefined, expected: false },
])("isObject returns $expected for $value", ({ value, expected }) => {
  expect(isObject(value)).toBe(expected);
});

test.for<{ value: Json | undefined; expected: string | undefined }>([
  { value: " Lists rooms.\n", expected: "Lists rooms." },
  { value: " \n", expected: undefined },
  { value: "", expected: undefined },
  { value: 1, expected: undefined },
  { value: undefined, expected: undefined },
])("toText returns $expected for $value", ({ value, expected }) => {
  expect(toText(value)).toBe(expected);
});

describe("a reader", () => {
  test("collects problems in the order in which they are reported", () => {
    const reader = new Reader(createDocument({}));
    reader.report(["paths"], "is empty");
    reader.report(["info", "title"], "must be a string");
    expect(findProblems(reader)).toEqual(["#/paths is empty", "#/info/title must be a string"]);
    expect(reader.warnings).toEqual([]);
  });

  test("collects warnings apart from problems, with their rule", () => {
    const reader = new Reader(createDocument({}));
    reader.warn("empty-paths", ["paths"], "is empty");
    expect(reader.problems).toEqual([]);
    expect(reader.warnings).toEqual([
      { rule: "empty-paths", message: "is empty", location: { file: "#/paths" } },
    ]);
  });
});

describe("a reference", () => {
  const room = { type: "object" };
  const root: JsonObject = {
    schemas: {
      Room: room,
      Named: { $ref: "#/schemas/Room" },
      Again: { $ref: "#/schemas/Named" },
      "a/b": room,
      Text: "room",
      Here: { $ref: "#/schemas/There" },
      There: { $ref: "#/schemas/Here" },
    },
  };

  test.for<{ what: string; value: Json; pointer: Pointer }>([
    { what: "to the object itself if it has no $ref", value: room, pointer: ["here"] },
    { what: "to the object itself if its $ref is not a string", value: { $ref: 1 }, pointer: ["here"] },
    { what: "to a value", value: { $ref: "#/schemas/Room" }, pointer: ["schemas", "Room"] },
    {
      what: "to an escaped name",
      value: { $ref: "#/schemas/a~1b" },
      pointer: ["schemas", "a/b"],
    },
    {
      what: "through another reference",
      value: { $ref: "#/schemas/Again" },
      pointer: ["schemas", "Room"],
    },
  ])("is followed $what", ({ value, pointer }) => {
    const reader = new Reader(createDocument(root));
    expect(reader.follow(["here"], value)).toEqual({
      value: pointer[0] === "here" ? value : room,
      pointer,
    });
    expect(findProblems(reader)).toEqual([]);
  });

  test.for<{ what: string; value: Json | undefined; problems: string }>([
    { what: "its value is missing", value: undefined, problems: "#/here must be an object" },
    { what: "its value is null", value: null, problems: "#/here must be an object" },
    { what: "its value is a list", value: [room], problems: "#/here must be an object" },
    {
      what: "it refers to a string",
      value: { $ref: "#/schemas/Text" },
      problems: "#/schemas/Text must be an object",
    },
    {
      what: "it refers to a missing value",
      value: { $ref: "#/schemas/Missing" },
      problems: "#/here $ref #/schemas/Missing cannot be resolved",
    },
    {
      what: "it refers to another file, which bundling would have replaced",
      value: { $ref: "rooms.yaml#/Room" },
      problems: "#/here $ref rooms.yaml#/Room cannot be resolved",
    },
    {
      what: "it is circular",
      value: { $ref: "#/schemas/Here" },
      problems: "#/schemas/There $ref #/schemas/Here is circular",
    },
  ])("is rejected if $what", ({ value, problems }) => {
    const reader = new Reader(createDocument(root));
    expect(reader.follow(["here"], value)).toBeUndefined();
    expect(findProblems(reader)).toEqual([problems]);
  });
});

describe("the parts of a schema", () => {
  const text = { type: "string" };
  const number = { type: "number" };
  const nullType = { type: "null" };

  /** Returns the pointers to the parts of the schema A. */
  function readParts(schemas: JsonObject): { parts: string[]; problems: string[] } {
    const reader = new Reader(createDocument(schemas));
    const parts = reader.collectParts({ value: schemas.A as JsonObject, pointer: ["A"] });
    for (const { value, pointer } of parts) {
      let selected: Json | undefined = schemas;
      for (const part of pointer) selected = (selected as JsonObject)[part];
      expect(selected).toBe(value);
    }
    return { parts: parts.map(({ pointer }) => pointer.join("/")), problems: findProblems(reader) };
  }

  test.for<{ what: string; schemas: JsonObject; parts: string[]; problems?: string[] }>([
    { what: "the schema itself", schemas: { A: text }, parts: ["A"] },
    {
      what: "the schemas of allOf, and their own parts",
      schemas: { A: { allOf: [text, { $ref: "#/B" }] }, B: { allOf: [number] } },
      parts: ["A", "A/allOf/0", "B", "B/allOf/0"],
    },
    {
      what: "a null schema in allOf",
      schemas: { A: { allOf: [nullType, text] } },
      parts: ["A", "A/allOf/0", "A/allOf/1"],
    },
    {
      what: "the only alternative of anyOf that is not null",
      schemas: { A: { anyOf: [nullType, text] } },
      parts: ["A", "A/anyOf/1"],
    },
    {
      what: "the only alternative of oneOf that is not null",
      schemas: { A: { oneOf: [text, nullType] } },
      parts: ["A", "A/oneOf/0"],
    },
    { what: "the only alternative of oneOf", schemas: { A: { oneOf: [text] } }, parts: ["A", "A/oneOf/0"] },
    {
      what: "none of several alternatives",
      schemas: { A: { anyOf: [text, number, nullType] } },
      parts: ["A"],
    },
    { what: "no alternative that is null", schemas: { A: { oneOf: [nullType] } }, parts: ["A"] },
    {
      what: "the schema itself once, if it extends itself",
      schemas: { A: { allOf: [{ $ref: "#/B" }] }, B: { allOf: [{ $ref: "#/A" }] } },
      parts: ["A", "B"],
    },
    {
      what: "a schema once, if two schemas extend it",
      schemas: { A: { allOf: [{ $ref: "#/B" }, { $ref: "#/C" }] }, B: { allOf: [{ $ref: "#/C" }] }, C: text },
      parts: ["A", "B", "C"],
    },
    {
      what: "the valid schemas of allOf, with a problem for each invalid one",
      schemas: { A: { allOf: [{ $ref: "#/B" }, text, "text"] } },
      parts: ["A", "A/allOf/1"],
      problems: ["#/A/allOf/0 $ref #/B cannot be resolved", "#/A/allOf/2 must be an object"],
    },
    {
      what: "the schema itself, if allOf is not a list",
      schemas: { A: { allOf: text } },
      parts: ["A"],
    },
  ])("include $what", ({ schemas, parts, problems = [] }) => {
    expect(readParts(schemas)).toEqual({ parts, problems });
  });

  test.for<{ what: string; schema: JsonObject; expected: string | undefined }>([
    { what: "a type", schema: text, expected: "string" },
    { what: "a list of one type", schema: { type: ["string"] }, expected: "string" },
    { what: "a type and null", schema: { type: ["null", "string"] }, expected: "string" },
    { what: "parts with the same type", schema: { type: "string", allOf: [text, {}] }, expected: "string" },
    { what: "one alternative and null", schema: { anyOf: [nullType, number] }, expected: "number" },
    { what: "two types", schema: { type: ["string", "number"] }, expected: undefined },
    {
      what: "parts with different types",
      schema: { allOf: [text, number] },
      expected: undefined,
    },
    { what: "no type", schema: {}, expected: undefined },
    { what: "only the type null", schema: nullType, expected: undefined },
    { what: "a type that is not a string", schema: { type: 1 }, expected: undefined },
  ])("have the type $expected with $what", ({ schema, expected }) => {
    const reader = new Reader(createDocument({}));
    expect(reader.getType({ value: schema, pointer: [] })).toBe(expected);
    expect(findProblems(reader)).toEqual([]);
  });
});
