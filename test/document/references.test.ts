import { describe, expect, it, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { findBrokenReferences, partsOf, valueAt } from "../../scripts/document/references.js";

test.for([
  { $ref: "#/", want: [""] },
  { $ref: "#/paths", want: ["paths"] },
  { $ref: "#/paths/~1rooms~1{id}/get", want: ["paths", "/rooms/{id}", "get"] },
  { $ref: "#/schemas/a~0b~0c", want: ["schemas", "a~b~c"] },
  { $ref: "#/schemas/a~01", want: ["schemas", "a~1"] },
  { $ref: "#/schemas/a%20b%7E1c", want: ["schemas", "a b/c"] },
  { $ref: "#/schemas/a%zz", want: undefined },
  { $ref: "#room", want: undefined },
  { $ref: "rooms.yaml#/Room", want: undefined },
  { $ref: "rooms.yaml", want: undefined },
])("the parts of $$ref", ({ $ref, want }) => {
  expect(partsOf($ref)).toEqual(want);
});

describe("a pointer leads", () => {
  const root: JsonObject = { info: { title: "Rooms", contact: null }, tags: [{ name: "rooms" }] };

  test.for<{ pointer: (string | number)[]; want: Json | undefined }>([
    { pointer: [], want: root },
    { pointer: ["info", "title"], want: "Rooms" },
    { pointer: ["info", "contact"], want: null },
    { pointer: ["tags", 0, "name"], want: "rooms" },
    { pointer: ["tags", "0", "name"], want: "rooms" },
    { pointer: ["tags", 1], want: undefined },
    { pointer: ["paths"], want: undefined },
    { pointer: ["paths", "/rooms"], want: undefined },
    { pointer: ["info", "title", "0"], want: undefined },
    { pointer: ["info", "contact", "name"], want: undefined },
    { pointer: ["info", "toString"], want: undefined },
  ])("by $pointer to $want", ({ pointer, want }) => {
    expect(valueAt(root, pointer)).toBe(want);
  });
});

describe("a reference is broken", () => {
  /** Where the broken references of a document are, and what is said of them. */
  const broken = (root: JsonObject): string[] =>
    findBrokenReferences(root).map(({ pointer, message }) => `#/${pointer.join("/")} ${message}`);

  const schemas = {
    Room: { type: "object", enum: [1] },
    Rooms: { $ref: "#/schemas/Room" },
    Far: { $ref: "rooms.yaml#/Room" },
    None: null,
    Text: "room",
    List: [{ type: "string" }],
    Number: { $ref: 1 },
  };

  test.for([
    { what: "to nowhere", $ref: "#/schemas/Nothing", told: "leads nowhere" },
    { what: "below what is null", $ref: "#/schemas/None/type", told: "leads nowhere" },
    { what: "below a text", $ref: "#/schemas/Text/0", told: "leads nowhere" },
    { what: "below a list", $ref: "#/schemas/List/1", told: "leads nowhere" },
    { what: "that cannot be decoded", $ref: "#/schemas/R%zz", told: "leads nowhere" },
    { what: "to itself", $ref: "#/here", told: "leads back to itself" },
  ])("$what", ({ $ref, told }) => {
    expect(broken({ schemas, here: { $ref } })).toEqual([`#/here/$ref $ref ${$ref} ${told}`]);
  });

  it("through others, each at its own place", () => {
    const circle = { A: { $ref: "#/schemas/B" }, B: { $ref: "#/schemas/A" }, C: { $ref: "#/schemas/A" } };
    expect(broken({ schemas: circle })).toEqual([
      "#/schemas/A/$ref $ref #/schemas/B leads back to itself",
      "#/schemas/B/$ref $ref #/schemas/A leads back to itself",
      "#/schemas/C/$ref $ref #/schemas/A leads back to itself",
    ]);
  });

  it("that another one leads to", () => {
    expect(broken({ "x-a": { $ref: "#/x-b" }, here: { $ref: "#/x-a" } })).toEqual([
      "#/here/$ref $ref #/x-a leads nowhere",
    ]);
  });

  test.for([
    { what: "to an object", $ref: "#/schemas/Room" },
    { what: "to a reference", $ref: "#/schemas/Rooms" },
    { what: "to one into another file", $ref: "#/schemas/Far" },
    { what: "to null", $ref: "#/schemas/None" },
    { what: "to a text", $ref: "#/schemas/Text" },
    { what: "to a list", $ref: "#/schemas/List" },
    { what: "into a list", $ref: "#/schemas/List/0/type" },
    { what: "to a $ref that is none", $ref: "#/schemas/Number" },
    { what: "into another file", $ref: "rooms.yaml#/None" },
    { what: "through one that the bundler follows", $ref: "#/schemas/Rooms/items/type" },
    { what: "through one into another file", $ref: "#/schemas/Far/none" },
    { what: "that is no text", $ref: 1 },
  ])("but not $what", ({ $ref }) => {
    expect(broken({ schemas, here: { $ref } })).toEqual([]);
  });

  it("though nothing of the way to it is a reference", () => {
    expect(broken({ schemas, here: { $ref: "#/schemas/Room/Rooms/$ref" } })).toEqual([
      "#/here/$ref $ref #/schemas/Room/Rooms/$ref leads nowhere",
    ]);
  });

  it("once, where YAML's aliases make it stand in several places, or in itself", () => {
    const alias: JsonObject = { $ref: "#/nothing" };
    alias.again = alias;
    expect(broken({ a: alias, b: [alias] })).toEqual(["#/a/$ref $ref #/nothing leads nowhere"]);
  });

  const none = { $ref: "#/none" };

  it.for(["default", "enum", "const", "example", "examples", "value", "x-rooms"])(
    "not in %s, which is a value",
    (key) => {
      expect(broken({ components: { [key]: none } })).toEqual([]);
    },
  );

  it.for(["properties", "patternProperties", "schemas", "parameters", "headers", "$defs", "paths"])(
    "in what %s calls so",
    (map) => {
      expect(broken({ components: { [map]: { default: none, "x-rooms": { ...none } } } })).toEqual([
        `#/components/${map}/default/$ref $ref #/none leads nowhere`,
        `#/components/${map}/x-rooms/$ref $ref #/none leads nowhere`,
      ]);
    },
  );

  it("in what only ends as an extension begins", () => {
    expect(broken({ components: { "rooms-x-": none } })).toEqual([
      "#/components/rooms-x-/$ref $ref #/none leads nowhere",
    ]);
  });

  it("not in a value of something within such a map", () => {
    expect(broken({ components: { schemas: { Room: { default: none } } } })).toEqual([]);
  });
});
