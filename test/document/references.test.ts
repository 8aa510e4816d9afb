import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import {
  followReference,
  formatPointer,
  getValueAt,
  parseReference,
} from "../../scripts/document/references.js";

test.for([
  { $ref: "#/", expected: [""] },
  { $ref: "#/paths", expected: ["paths"] },
  { $ref: "#/paths/~1rooms~1{id}/get", expected: ["paths", "/rooms/{id}", "get"] },
  { $ref: "#/schemas/a~0b~0c", expected: ["schemas", "a~b~c"] },
  { $ref: "#/schemas/a~01", expected: ["schemas", "a~1"] },
  { $ref: "#/schemas/a%20b%7E1c", expected: ["schemas", "a b/c"] },
  { $ref: "#/schemas/a%zz", expected: undefined },
  { $ref: "#room", expected: undefined },
  { $ref: "rooms.yaml#/Room", expected: undefined },
  { $ref: "rooms.yaml", expected: undefined },
])("parseReference splits $$ref into $expected", ({ $ref, expected }) => {
  expect(parseReference($ref)).toEqual(expected);
});

test.for([
  { pointer: [], expected: "" },
  { pointer: ["paths", "/rooms/{id}", "get"], expected: "/paths/~1rooms~1{id}/get" },
  { pointer: ["a~b", 0], expected: "/a~0b/0" },
  { pointer: ["cpu%", "a%20b"], expected: "/cpu%25/a%2520b" },
])("formatPointer formats $pointer as $expected", ({ pointer, expected }) => {
  expect(formatPointer(pointer)).toBe(expected);
});

describe("a pointer", () => {
  const root: JsonObject = { info: { title: "Rooms", contact: null }, tags: [{ name: "rooms" }] };

  test.for<{ pointer: (string | number)[]; expected: Json | undefined }>([
    { pointer: [], expected: root },
    { pointer: ["info", "title"], expected: "Rooms" },
    { pointer: ["info", "contact"], expected: null },
    { pointer: ["tags", 0, "name"], expected: "rooms" },
    { pointer: ["tags", "0", "name"], expected: "rooms" },
    { pointer: ["tags", 1], expected: undefined },
    { pointer: ["paths"], expected: undefined },
    { pointer: ["paths", "/rooms"], expected: undefined },
    { pointer: ["info", "title", "0"], expected: undefined },
    { pointer: ["info", "contact", "name"], expected: undefined },
    { pointer: ["info", "toString"], expected: undefined },
  ])("$pointer selects $expected", ({ pointer, expected }) => {
    expect(getValueAt(root, pointer)).toBe(expected);
  });
});

describe("a reference", () => {
  const root: JsonObject = {
    room: { type: "object" },
    rooms: { $ref: "#/room" },
    other: { $ref: "rooms.yaml#/Room" },
    unresolved: { $ref: "#/missing" },
    first: { $ref: "#/second" },
    second: { $ref: "#/first" },
  };

  test.for<{ what: string; value: Json; expected: unknown }>([
    {
      what: "to a value and its location",
      value: { $ref: "#/room" },
      expected: { value: root.room, pointer: ["room"] },
    },
    {
      what: "to the value of another reference",
      value: { $ref: "#/rooms" },
      expected: { value: root.room, pointer: ["room"] },
    },
    {
      what: "to its own object, if $ref is not a string",
      value: { $ref: 1 },
      expected: { value: { $ref: 1 }, pointer: ["here"] },
    },
    {
      what: "up to a reference to a missing value",
      value: { $ref: "#/unresolved" },
      expected: { pointer: ["unresolved"], message: "$ref #/missing cannot be resolved" },
    },
    {
      what: "up to a reference into another file",
      value: { $ref: "#/other" },
      expected: { pointer: ["other"], message: "$ref rooms.yaml#/Room cannot be resolved" },
    },
    {
      what: "up to a reference that is circular",
      value: { $ref: "#/first" },
      expected: { pointer: ["second"], message: "$ref #/first is circular" },
    },
  ])("is followed $what", ({ value, expected }) => {
    expect(followReference(root, ["here"], value)).toEqual(expected);
  });
});
