import { createConfig } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import { isObject, type Json, type JsonObject, type Pointer } from "../../scripts/document/json.js";
import { Reader, textOf } from "../../scripts/document/reader.js";
import { formatProblem } from "../../scripts/problem.js";

const config = await createConfig({});

/** A document whose problems have the path of the value instead of a line. */
const documentOf = (root: JsonObject): SpecDocument => ({
  file: "rooms.yaml",
  root,
  config,
  warnings: [],
  files: [],
  hasUnresolved: false,
  problemAt: (pointer, message) => ({ message, location: { file: `#/${pointer.join("/")}` } }),
});

/** Lists the problems that a reader has collected. */
const problemsOf = (reader: Reader): string[] => reader.problems.map((problem) => formatProblem(problem));

test.for<{ value: Json | undefined; want: boolean }>([
  { value: {}, want: true },
  { value: { type: "object" }, want: true },
  { value: null, want: false },
  { value: [], want: false },
  { value: "{}", want: false },
  { value: undefined, want: false },
])("%j is an object: $want", ({ value, want }) => {
  expect(isObject(value)).toBe(want);
});

test.for<{ value: Json | undefined; want: string | undefined }>([
  { value: " Lists rooms.\n", want: "Lists rooms." },
  { value: " \n", want: undefined },
  { value: "", want: undefined },
  { value: 1, want: undefined },
  { value: undefined, want: undefined },
])("formats a value as text: %j", ({ value, want }) => {
  expect(textOf(value)).toBe(want);
});

describe("a reader", () => {
  test("collects problems in the order in which they are reported", () => {
    const reader = new Reader(documentOf({}));
    reader.report(["paths"], "is empty");
    reader.report(["info", "title"], "must be a string");
    expect(problemsOf(reader)).toEqual(["#/paths is empty", "#/info/title must be a string"]);
    expect(reader.warnings).toEqual([]);
  });

  test("collects warnings apart from problems, with their rule", () => {
    const reader = new Reader(documentOf({}));
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
    { what: "that is none", value: room, pointer: ["here"] },
    { what: "that is no text", value: { $ref: 1 }, pointer: ["here"] },
    { what: "to a value", value: { $ref: "#/schemas/Room" }, pointer: ["schemas", "Room"] },
    { what: "to a name that is escaped", value: { $ref: "#/schemas/a~1b" }, pointer: ["schemas", "a/b"] },
    { what: "through others", value: { $ref: "#/schemas/Again" }, pointer: ["schemas", "Room"] },
  ])("is followed: $what", ({ value, pointer }) => {
    const reader = new Reader(documentOf(root));
    expect(reader.follow(["here"], value)).toEqual({
      value: pointer[0] === "here" ? value : room,
      pointer,
    });
    expect(problemsOf(reader)).toEqual([]);
  });

  test.for<{ what: string; value: Json | undefined; problems: string }>([
    { what: "nothing", value: undefined, problems: "#/here must be an object" },
    { what: "null", value: null, problems: "#/here must be an object" },
    { what: "a list", value: [room], problems: "#/here must be an object" },
    {
      what: "a reference to a text",
      value: { $ref: "#/schemas/Text" },
      problems: "#/schemas/Text must be an object",
    },
    {
      what: "a reference to nowhere",
      value: { $ref: "#/schemas/None" },
      problems: "#/here $ref #/schemas/None cannot be resolved",
    },
    {
      what: "a reference to another file, which bundling would have replaced",
      value: { $ref: "rooms.yaml#/Room" },
      problems: "#/here $ref rooms.yaml#/Room cannot be resolved",
    },
    {
      what: "a reference that leads in a circle",
      value: { $ref: "#/schemas/Here" },
      problems: "#/schemas/There $ref #/schemas/Here is circular",
    },
  ])("is rejected: $what", ({ value, problems }) => {
    const reader = new Reader(documentOf(root));
    expect(reader.follow(["here"], value)).toBeUndefined();
    expect(problemsOf(reader)).toEqual([problems]);
  });
});

describe("the parts of a schema", () => {
  const text = { type: "string" };
  const number = { type: "number" };
  const none = { type: "null" };

  /** Returns the locations of the parts of the schema A. */
  function partsOf(schemas: JsonObject): { parts: string[]; problems: string[] } {
    const reader = new Reader(documentOf(schemas));
    const parts = reader.parts({ value: schemas.A as JsonObject, pointer: ["A"] });
    for (const { value, pointer } of parts) {
      let at: Json | undefined = schemas;
      for (const part of pointer) at = (at as JsonObject)[part];
      expect(at).toBe(value);
    }
    return { parts: parts.map(({ pointer }) => pointer.join("/")), problems: problemsOf(reader) };
  }

  test.for<{ what: string; schemas: JsonObject; parts: string[]; problems?: string[] }>([
    { what: "itself", schemas: { A: text }, parts: ["A"] },
    {
      what: "all of allOf, and what those consist of",
      schemas: { A: { allOf: [text, { $ref: "#/B" }] }, B: { allOf: [number] } },
      parts: ["A", "A/allOf/0", "B", "B/allOf/0"],
    },
    {
      what: "null too, if allOf allows it",
      schemas: { A: { allOf: [none, text] } },
      parts: ["A", "A/allOf/0", "A/allOf/1"],
    },
    {
      what: "the one of anyOf that is not null",
      schemas: { A: { anyOf: [none, text] } },
      parts: ["A", "A/anyOf/1"],
    },
    {
      what: "the one of oneOf that is not null",
      schemas: { A: { oneOf: [text, none] } },
      parts: ["A", "A/oneOf/0"],
    },
    { what: "the only one of oneOf", schemas: { A: { oneOf: [text] } }, parts: ["A", "A/oneOf/0"] },
    { what: "neither of two alternatives", schemas: { A: { anyOf: [text, number, none] } }, parts: ["A"] },
    { what: "no alternative but null", schemas: { A: { oneOf: [none] } }, parts: ["A"] },
    {
      what: "itself once, though it extends itself",
      schemas: { A: { allOf: [{ $ref: "#/B" }] }, B: { allOf: [{ $ref: "#/A" }] } },
      parts: ["A", "B"],
    },
    {
      what: "each once, though two extend it",
      schemas: { A: { allOf: [{ $ref: "#/B" }, { $ref: "#/C" }] }, B: { allOf: [{ $ref: "#/C" }] }, C: text },
      parts: ["A", "B", "C"],
    },
    {
      what: "what can be found, where something cannot",
      schemas: { A: { allOf: [{ $ref: "#/B" }, text, "text"] } },
      parts: ["A", "A/allOf/1"],
      problems: ["#/A/allOf/0 $ref #/B cannot be resolved", "#/A/allOf/2 must be an object"],
    },
    {
      what: "itself, where allOf is no list",
      schemas: { A: { allOf: text } },
      parts: ["A"],
    },
  ])("is followed: $what", ({ schemas, parts, problems = [] }) => {
    expect(partsOf(schemas)).toEqual({ parts, problems });
  });

  test.for<{ what: string; schema: JsonObject; want: string | undefined }>([
    { what: "that is stated", schema: text, want: "string" },
    { what: "that is stated in a list", schema: { type: ["string"] }, want: "string" },
    { what: "that is not null", schema: { type: ["null", "string"] }, want: "string" },
    { what: "that its parts agree on", schema: { type: "string", allOf: [text, {}] }, want: "string" },
    { what: "of its one alternative", schema: { anyOf: [none, number] }, want: "number" },
    { what: "that is none of two", schema: { type: ["string", "number"] }, want: undefined },
    { what: "that is none, as its parts do not agree", schema: { allOf: [text, number] }, want: undefined },
    { what: "that is unknown without a type", schema: {}, want: undefined },
    { what: "that is unknown with the type null", schema: none, want: undefined },
    { what: "that is none, as it is no text", schema: { type: 1 }, want: undefined },
  ])("one type, $what", ({ schema, want }) => {
    const reader = new Reader(documentOf({}));
    expect(reader.typeOf({ value: schema, pointer: [] })).toBe(want);
    expect(problemsOf(reader)).toEqual([]);
  });
});
