import { createConfig } from "@redocly/openapi-core";
import { describe, expect, it, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { Json, JsonObject, Pointer } from "../../scripts/document/json.js";
import { isObject, Reader, textOf } from "../../scripts/document/reader.js";
import { SpecError } from "../../scripts/problem.js";

const config = await createConfig({});

/** A document whose problems tell the way to the value instead of a line. */
const documentOf = (root: JsonObject): SpecDocument => ({
  file: "rooms.yaml",
  root,
  config,
  problemAt: (pointer, message) => ({ message, place: { file: `#/${pointer.join("/")}` } }),
});

/** What a reader has to say at its end. */
function toldBy(reader: Reader): string[] {
  try {
    reader.finish();
  } catch (error) {
    expect(error).toBeInstanceOf(SpecError);
    return (error as SpecError).message.split("\n");
  }
  return [];
}

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
])("the text of %j", ({ value, want }) => {
  expect(textOf(value)).toBe(want);
});

describe("what is reported ends the run, all at once", () => {
  it("in the order in which it was found", () => {
    const reader = new Reader(documentOf({}));
    reader.report(["paths"], "is empty");
    reader.report(["info", "title"], "is no text");
    expect(toldBy(reader)).toEqual(["#/paths is empty", "#/info/title is no text"]);
  });

  it("unless it is nothing", () => {
    expect(toldBy(new Reader(documentOf({})))).toEqual([]);
  });
});

describe("a reference is followed", () => {
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
  ])("$what", ({ value, pointer }) => {
    const reader = new Reader(documentOf(root));
    expect(reader.follow(["here"], value)).toEqual({
      value: pointer[0] === "here" ? value : room,
      pointer,
    });
    expect(toldBy(reader)).toEqual([]);
  });

  test.for<{ what: string; value: Json | undefined; told: string }>([
    { what: "nothing", value: undefined, told: "#/here must be an object" },
    { what: "null", value: null, told: "#/here must be an object" },
    { what: "a list", value: [room], told: "#/here must be an object" },
    {
      what: "a reference to a text",
      value: { $ref: "#/schemas/Text" },
      told: "#/schemas/Text must be an object",
    },
    {
      what: "a reference to nowhere",
      value: { $ref: "#/schemas/None" },
      told: "#/here $ref #/schemas/None leads nowhere",
    },
    {
      what: "a reference to another file, which the bundler would have brought in",
      value: { $ref: "rooms.yaml#/Room" },
      told: "#/here $ref rooms.yaml#/Room leads nowhere",
    },
    {
      what: "a reference that leads in a circle",
      value: { $ref: "#/schemas/Here" },
      told: "#/schemas/There $ref #/schemas/Here leads back to itself",
    },
  ])("but $what is refused", ({ value, told }) => {
    const reader = new Reader(documentOf(root));
    expect(reader.follow(["here"], value)).toBeUndefined();
    expect(toldBy(reader)).toEqual([told]);
  });
});

describe("a schema consists of", () => {
  const text = { type: "string" };
  const number = { type: "number" };
  const none = { type: "null" };

  /** The places of the parts of a schema named A. */
  function partsOf(schemas: JsonObject): { parts: string[]; told: string[] } {
    const reader = new Reader(documentOf(schemas));
    const parts = reader.parts({ value: schemas.A as JsonObject, pointer: ["A"] });
    for (const { value, pointer } of parts) {
      let at: Json | undefined = schemas;
      for (const part of pointer) at = (at as JsonObject)[part];
      expect(at).toBe(value);
    }
    return { parts: parts.map(({ pointer }) => pointer.join("/")), told: toldBy(reader) };
  }

  test.for<{ what: string; schemas: JsonObject; parts: string[]; told?: string[] }>([
    { what: "itself", schemas: { A: text }, parts: ["A"] },
    {
      what: "all of allOf, and what those consist of",
      schemas: { A: { allOf: [text, { $ref: "#/B" }] }, B: { allOf: [number] } },
      parts: ["A", "A/allOf/0", "B", "B/allOf/0"],
    },
    {
      what: "null too, where allOf says so",
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
      told: ["#/A/allOf/0 $ref #/B leads nowhere", "#/A/allOf/2 must be an object"],
    },
    {
      what: "itself, where allOf is no list",
      schemas: { A: { allOf: text } },
      parts: ["A"],
    },
  ])("$what", ({ schemas, parts, told = [] }) => {
    expect(partsOf(schemas)).toEqual({ parts, told });
  });

  test.for<{ what: string; schema: JsonObject; want: string | undefined }>([
    { what: "that it says", schema: text, want: "string" },
    { what: "that it says in a list", schema: { type: ["string"] }, want: "string" },
    { what: "that is not null", schema: { type: ["null", "string"] }, want: "string" },
    { what: "that its parts agree on", schema: { type: "string", allOf: [text, {}] }, want: "string" },
    { what: "of its one alternative", schema: { anyOf: [none, number] }, want: "number" },
    { what: "that is none of two", schema: { type: ["string", "number"] }, want: undefined },
    { what: "that is none, as its parts do not agree", schema: { allOf: [text, number] }, want: undefined },
    { what: "that is none, as it says nothing", schema: {}, want: undefined },
    { what: "that is none, as it says null", schema: none, want: undefined },
    { what: "that is none, as it is no text", schema: { type: 1 }, want: undefined },
  ])("one type, $what", ({ schema, want }) => {
    const reader = new Reader(documentOf({}));
    expect(reader.typeOf({ value: schema, pointer: [] })).toBe(want);
    expect(toldBy(reader)).toEqual([]);
  });
});
