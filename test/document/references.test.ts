import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { followReference, formatPointer, partsOf, valueAt } from "../../scripts/document/references.js";

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
])("parses a reference into parts: $$ref", ({ $ref, want }) => {
  expect(partsOf($ref)).toEqual(want);
});

test.for([
  { pointer: [], want: "" },
  { pointer: ["paths", "/rooms/{id}", "get"], want: "/paths/~1rooms~1{id}/get" },
  { pointer: ["a~b", 0], want: "/a~0b/0" },
])("formats a pointer: $want", ({ pointer, want }) => {
  expect(formatPointer(pointer)).toBe(want);
});

describe("a pointer", () => {
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
  ])("leads by $pointer to $want", ({ pointer, want }) => {
    expect(valueAt(root, pointer)).toBe(want);
  });
});

describe("a reference", () => {
  const root: JsonObject = {
    room: { type: "object" },
    rooms: { $ref: "#/room" },
    far: { $ref: "rooms.yaml#/Room" },
    nowhere: { $ref: "#/none" },
    circle: { $ref: "#/round" },
    round: { $ref: "#/circle" },
  };

  test.for<{ what: string; value: Json; want: unknown }>([
    {
      what: "to a value and its place",
      value: { $ref: "#/room" },
      want: { value: root.room, pointer: ["room"] },
    },
    { what: "through others", value: { $ref: "#/rooms" }, want: { value: root.room, pointer: ["room"] } },
    {
      what: "not at all, if it is none",
      value: { $ref: 1 },
      want: { value: { $ref: 1 }, pointer: ["here"] },
    },
    {
      what: "up to one that cannot be resolved",
      value: { $ref: "#/nowhere" },
      want: { pointer: ["nowhere"], message: "$ref #/none cannot be resolved" },
    },
    {
      what: "up to one into another file",
      value: { $ref: "#/far" },
      want: { pointer: ["far"], message: "$ref rooms.yaml#/Room cannot be resolved" },
    },
    {
      what: "up to one that is circular",
      value: { $ref: "#/circle" },
      want: { pointer: ["round"], message: "$ref #/circle is circular" },
    },
  ])("is followed: $what", ({ value, want }) => {
    expect(followReference(root, ["here"], value)).toEqual(want);
  });
});
