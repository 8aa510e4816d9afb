import { describe, expect, test } from "vitest";
import type { Json, JsonObject, Pointer } from "../../scripts/document/json.js";
import { findBrokenReferences, partsOf, valueAt } from "../../scripts/document/references.js";

describe("the parts of a reference", () => {
  test.each<{ $ref: string; want: string[] | undefined }>([
    { $ref: "#/components/schemas/A", want: ["components", "schemas", "A"] },
    { $ref: "#/paths/~1things~1{id}/get", want: ["paths", "/things/{id}", "get"] },
    { $ref: "#/a~0b/c%20d%25/~01", want: ["a~b", "c d%", "~1"] },
    { $ref: "#/a%zz", want: undefined },
    { $ref: "other.yaml#/a", want: undefined },
    { $ref: "#a", want: undefined },
  ])("$ref", ({ $ref, want }) => {
    expect(partsOf($ref)).toEqual(want);
  });
});

describe("the value that a pointer leads to", () => {
  const root: JsonObject = { a: { list: ["x", { y: 1 }], text: "abc", none: null } };

  test.each<{ pointer: Pointer; want: Json | undefined }>([
    { pointer: [], want: root },
    { pointer: ["a", "list", 1, "y"], want: 1 },
    { pointer: ["a", "list", "0"], want: "x" },
    { pointer: ["a", "none"], want: null },
    { pointer: ["a", "missing"], want: undefined },
    { pointer: ["a", "none", "x"], want: undefined },
    { pointer: ["a", "text", "length"], want: undefined },
    { pointer: ["a", "missing", "x"], want: undefined },
    { pointer: ["a", "toString"], want: undefined },
  ])("$pointer", ({ pointer, want }) => {
    expect(valueAt(root, pointer)).toEqual(want);
  });
});

describe("references that reach nothing", () => {
  const nowhere = { $ref: "#/nowhere" };
  const broken = (...pointer: Pointer): { pointer: Pointer; message: string } => ({
    pointer: [...pointer, "$ref"],
    message: "$ref #/nowhere leads nowhere",
  });

  test.each<{ given: string; root: JsonObject; want: { pointer: Pointer; message: string }[] }>([
    { given: "one in a list", root: { list: [1, nowhere] }, want: [broken("list", "1")] },
    {
      given: "a property called as a keyword that holds values",
      root: { a: { b: { properties: { default: nowhere, "x-own": { ...nowhere } } } } },
      want: [broken("a", "b", "properties", "default"), broken("a", "b", "properties", "x-own")],
    },
    {
      given: "what is an example, a value or an extension",
      root: {
        ...{ default: { a: nowhere }, enum: [nowhere], const: nowhere, example: nowhere },
        ...{ examples: { a: nowhere }, value: nowhere, "x-internal": nowhere },
      },
      want: [],
    },
    {
      given: "a name that only ends as an extension begins",
      root: { "max-": nowhere },
      want: [broken("max-")],
    },
    { given: "values that hold nothing", root: { a: null, b: "text", c: 1, d: undefined }, want: [] },
    { given: "a $ref that is no text", root: { a: { $ref: 1 }, b: [{ $ref: null }] }, want: [] },
    {
      given: "an object in two places, as YAML aliases make it: told once",
      root: { a: nowhere, b: nowhere },
      want: [broken("a")],
    },
    {
      given: "references to values that are no objects",
      root: {
        a: { $ref: "#/x/none" },
        b: { $ref: "#/x/text" },
        c: { $ref: "#/x/list" },
        x: { none: null, text: "t", list: [] },
      },
      want: [],
    },
    {
      given: "one that cannot be decoded",
      root: { a: { $ref: "#/x%zz" } },
      want: [{ pointer: ["a", "$ref"], message: "$ref #/x%zz leads nowhere" }],
    },
    { given: "a reference to another file", root: { a: { $ref: "other.yaml#/x" } }, want: [] },
    {
      given: "a reference by way of one to another file",
      root: { a: { $ref: "#/b" }, b: { $ref: "other.yaml#/x" } },
      want: [],
    },
    {
      given: "a reference into what is a reference itself",
      root: { a: { $ref: "#/b/properties/x" }, b: { $ref: "other.yaml#/y" } },
      want: [],
    },
    {
      given: "a reference to what stands beside a reference, and leads nowhere from there",
      root: { a: { $ref: "#/b/x" }, b: { $ref: "other.yaml#/y", x: nowhere } },
      want: [{ pointer: ["a", "$ref"], message: "$ref #/b/x leads nowhere" }, broken("b", "x")],
    },
    {
      given: "a reference through values that are no objects",
      root: {
        a: { $ref: "#/x/none/y" },
        b: { $ref: "#/x/list/0/y" },
        c: { $ref: "#/x/text/y" },
        x: { none: null, list: [1], text: "$ref" },
      },
      want: [
        { pointer: ["a", "$ref"], message: "$ref #/x/none/y leads nowhere" },
        { pointer: ["b", "$ref"], message: "$ref #/x/list/0/y leads nowhere" },
        { pointer: ["c", "$ref"], message: "$ref #/x/text/y leads nowhere" },
      ],
    },
    {
      given: "a circle of two, and what leads into it",
      root: { a: { $ref: "#/b" }, b: { $ref: "#/c" }, c: { $ref: "#/b" } },
      want: [
        { pointer: ["a", "$ref"], message: "$ref #/b leads back to itself" },
        { pointer: ["b", "$ref"], message: "$ref #/c leads back to itself" },
        { pointer: ["c", "$ref"], message: "$ref #/b leads back to itself" },
      ],
    },
  ])("$given", ({ root, want }) => {
    expect(findBrokenReferences(root)).toEqual(want);
  });

  test("an object that holds itself is gone through once", () => {
    const root: JsonObject = { a: nowhere };
    root.self = root;
    expect(findBrokenReferences(root)).toEqual([broken("a")]);
  });
});
