import { type Document, Source } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import type { LoadedFile } from "../../scripts/document/load-files.js";
import { resolveReferences } from "../../scripts/document/resolve-references.js";

const createFile = (absolute: string, parsed: Json): Document => ({
  source: new Source(absolute, ""),
  parsed,
});

/** Resolves the references of `/api/main.yaml` beside other files, and lists the broken ones. */
function resolve(main: JsonObject, others: Record<string, Json | { failure: string }> = {}): string[] {
  const files = new Map<string, LoadedFile>([["/api/main.yaml", createFile("/api/main.yaml", main)]]);
  for (const [absolute, parsed] of Object.entries(others)) files.set(absolute, createFile(absolute, parsed));
  files.set("/api/unreadable.yaml", { failure: "unreadable.yaml cannot be read: ENOENT" });
  return resolveReferences(files).map(
    ({ source, pointer, message }) => `${source.absoluteRef}#/${pointer.join("/")} ${message}`,
  );
}

/** Returns the resolved reference at `here`. */
function getResolvedReference(
  $ref: string,
  rest: JsonObject,
  others: Record<string, Json> = {},
): Json | undefined {
  const here = { $ref };
  expect(resolve({ ...rest, here }, others)).toEqual([]);
  return here.$ref;
}

const room = { type: "object", $defs: { Size: { type: "number" } }, items: [{ type: "string" }] };

describe("a reference", () => {
  test.for([
    { what: "to a value", $ref: "#/schemas/Room" },
    { what: "to the whole file", $ref: "#" },
    { what: "into $defs", $ref: "#/schemas/Room/$defs/Size" },
    { what: "into a list", $ref: "#/schemas/Room/items/0" },
    { what: "to another file", $ref: "other.yaml" },
    { what: "into another file", $ref: "../api/other.yaml#/Beds/$defs/Bed" },
    { what: "to another reference", $ref: "#/schemas/Rooms" },
  ])("$what is unchanged", ({ $ref }) => {
    const schemas = { Room: room, Rooms: { $ref: "#/schemas/Room" } };
    const others = { "/api/other.yaml": { Beds: { $defs: { Bed: {} } } } };
    expect(getResolvedReference($ref, { schemas }, others)).toBe($ref);
  });

  test.for([
    { what: "an anchor", $ref: "#room", expected: "#/schemas/Room" },
    { what: "an anchor in another file", $ref: "other.yaml#bed", expected: "/api/other.yaml#/Beds/Bed" },
    {
      what: "a name with an encoded character",
      $ref: "#/schemas/Room%20%22a%22",
      expected: "#/schemas/Room%2520%2522a%2522",
    },
    {
      what: "a pointer through another reference",
      $ref: "#/schemas/Rooms/$defs/Size",
      expected: "#/schemas/Room/$defs/Size",
    },
    {
      what: "a pointer through a reference into another file",
      $ref: "#/schemas/Beds/Bed/type",
      expected: "/api/other.yaml#/Beds/Bed/type",
    },
    {
      what: "a pointer through a path item of another file",
      $ref: "#/paths/~1beds/get/parameters/0",
      expected: "/api/other.yaml#/item/get/parameters/0",
    },
  ])("by $what becomes a pointer to its value", ({ $ref, expected }) => {
    const main = {
      schemas: {
        Room: { $anchor: "room", ...room },
        "Room%20%22a%22": {},
        Rooms: { $ref: "#/schemas/Room" },
        Beds: { $ref: "other.yaml#/Beds" },
      },
      paths: { "/beds": { $ref: "other.yaml#/item" } },
    };
    const other = {
      Beds: { Bed: { $anchor: "bed", type: "string" } },
      item: { get: { parameters: [{ name: "q", in: "query" }] } },
    };
    expect(getResolvedReference($ref, main, { "/api/other.yaml": other })).toBe(expected);
  });

  test.for([
    ["#/schemas/None", "cannot be resolved"],
    ["#none", "cannot be resolved"],
    ["#/schemas/Room/type/0", "cannot be resolved"],
    ["#/schemas/Room/items/1", "cannot be resolved"],
    ["#/schemas/R%zz", "cannot be resolved"],
    ["#/schemas/Nowhere/type", "cannot be resolved"],
    ["#/here", "is circular"],
    ["#/here/type", "is circular"],
    ["#/schemas/Round", "is circular"],
    ["unreadable.yaml#/Room", "cannot be resolved: unreadable.yaml cannot be read: ENOENT"],
  ] as const)("%s is replaced by a message, because it %s", ([$ref, message]) => {
    const schemas = {
      Room: room,
      Nowhere: { "x-unresolved-reference": "before" },
      Round: { $ref: "#/schemas/Circle" },
      Circle: { $ref: "#/schemas/Round" },
    };
    const here = { $ref, description: "Here." };
    const brokenReferences = resolve({ schemas, here }).filter((line) => line.includes("#/here/"));
    expect(brokenReferences).toEqual([`/api/main.yaml#/here/$ref $ref ${$ref} ${message}`]);
    expect(here).toEqual({ "x-unresolved-reference": `$ref ${$ref} ${message}`, description: "Here." });
  });

  test("of another file is reported in that file if it cannot be resolved", () => {
    const other = { Bed: { $ref: "#/none" } };
    expect(resolve({ here: { $ref: "other.yaml#/Bed" } }, { "/api/other.yaml": other })).toEqual([
      "/api/main.yaml#/here/$ref $ref other.yaml#/Bed cannot be resolved",
      "/api/other.yaml#/Bed/$ref $ref #/none cannot be resolved",
    ]);
  });

  test("is relative to its own file", () => {
    const others = {
      "/api/parts/a.yaml": { $ref: "../b.yaml#/B" },
      "/api/b.yaml": { B: { type: "string" } },
    };
    expect(getResolvedReference("parts/a.yaml", {}, others)).toBe("parts/a.yaml");
  });

  test("is reported once if YAML aliases repeat it, also within itself", () => {
    const alias: JsonObject = { $ref: "#/nothing" };
    alias.again = alias;
    expect(resolve({ a: alias, b: [alias] })).toEqual([
      "/api/main.yaml#/a/$ref $ref #/nothing cannot be resolved",
    ]);
  });
});

describe("a reference that cannot be resolved", () => {
  test.for([
    ["#/components/schemas/room", "#/components/schemas/Room"],
    ["#/components/schemas/Rooom", "#/components/schemas/Room"],
    ["#/component/schemas/Room/properties/a", "#/components/schemas/Room/properties/a"],
    ["#components/schemas/Room", "#/components/schemas/Room"],
    ["components/schemas/Room", "#/components/schemas/Room"],
    ["/components/schemas/Room", "#/components/schemas/Room"],
    ["Room", "#/components/schemas/Room"],
    ["#/Room", "#/components/schemas/Room"],
    ["#/components/responses/Sise%25", "#/components/responses/Size%25"],
  ])("%s is reported with the suggestion %s", ([$ref, suggestion]) => {
    const components = { schemas: { Room: { properties: { a: {} } } }, responses: { "Size%": {} } };
    const [message] = resolve({ components, here: { $ref } });
    expect(message).toMatch(/ cannot be resolved\b/);
    expect(message?.split(". Did you mean ")[1]).toBe(`${suggestion}?`);
  });

  test.for(["#/components/schemas/Building", "#/components/schemas/Room/Bed", "#/none", "Room/Bed"])(
    "%s is reported without a suggestion, because no name is near",
    ($ref) => {
      const [message] = resolve({ components: { schemas: { Room: {} } }, here: { $ref } });
      expect(message).toMatch(/ cannot be resolved$/);
    },
  );

  test("is reported without a suggestion after the first fifty of a document", () => {
    const here = Array.from({ length: 60 }, (_, index) => ({ $ref: `#/schemas/ConferenceRoom${index}` }));
    const messages = resolve({ schemas: { ConferenceRoom: {} }, here });
    expect(messages.map((message) => message.includes("Did you mean #/schemas/ConferenceRoom?"))).toEqual(
      here.map((_, index) => index < 50),
    );
  });
});

describe("a reference in or to a schema with an $id", () => {
  const schemas = {
    Room: {
      $id: "https://example.com/schemas/room",
      $defs: { Size: { $anchor: "size", type: "number" }, Door: { $id: "parts/door", $defs: { Size: {} } } },
    },
    Bed: { $id: "urn:example:bed", $defs: { Size: { $anchor: "size" } } },
  };

  test.for([
    ["an absolute URI", "https://example.com/schemas/room", "#/schemas/Room"],
    ["a URI with an empty fragment", "https://example.com/schemas/room#", "#/schemas/Room"],
    ["a URN", "urn:example:bed", "#/schemas/Bed"],
    ["a pointer in the schema", "https://example.com/schemas/room#/$defs/Size", "#/schemas/Room/$defs/Size"],
    ["an anchor in the schema", "urn:example:bed#size", "#/schemas/Bed/$defs/Size"],
    ["a nested URI", "https://example.com/schemas/parts/door", "#/schemas/Room/$defs/Door"],
  ] as const)("by %s becomes a pointer to its value", ([, $ref, expected]) => {
    expect(getResolvedReference($ref, { schemas })).toBe(expected);
  });

  test.for<[$ref: string, expected: string]>([
    ["#", "#/schemas/Cup"],
    ["#/$defs/Size", "#/schemas/Cup/$defs/Size"],
    ["#size", "#/schemas/Cup/$defs/Size"],
    ["spoon", "#/schemas/Spoon"],
    ["#/schemas/Spoon", "#/schemas/Spoon"],
    ["other.yaml#/Plate", "other.yaml#/Plate"],
  ])("%s is relative to the schema, or else to the file", ([$ref, expected]) => {
    const inner = { $ref };
    const main = {
      $defs: { Size: {} },
      schemas: {
        Plate: { $anchor: "size" },
        Cup: { $id: "https://example.com/cup", $defs: { Size: { $anchor: "size" } }, inner },
        Spoon: { $id: "https://example.com/spoon" },
      },
    };
    expect(resolve(main, { "/api/other.yaml": { Plate: {} } })).toEqual([]);
    expect(inner.$ref).toBe(expected);
  });

  test("is relative to the $self of its file", () => {
    const others = { "/api/other.yaml": { $self: "https://example.com/other", Bed: {} } };
    const main = { $self: "https://example.com/main", Room: {} };
    expect(getResolvedReference("https://example.com/main#/Room", main, others)).toBe("#/Room");
    expect(getResolvedReference("other#/Bed", main, others)).toBe("/api/other.yaml#/Bed");
  });
});

describe("a $dynamicRef", () => {
  const createTree = (): JsonObject => ({ $dynamicAnchor: "node", items: { $dynamicRef: "#node" } });

  test("becomes a reference to the only schema with its anchor", () => {
    const Tree = createTree();
    expect(resolve({ schemas: { Tree } })).toEqual([]);
    expect(Tree.items).toEqual({ $ref: "#/schemas/Tree" });
  });

  test("is unchanged if several schemas have its anchor", () => {
    const Tree = createTree();
    expect(resolve({ schemas: { Tree } }, { "/api/other.yaml": createTree() })).toEqual([]);
    expect(Tree.items).toEqual({ $dynamicRef: "#node" });
  });

  test("is unchanged if no schema has its anchor", () => {
    const Tree: JsonObject = { ...createTree(), $dynamicAnchor: "tree" };
    expect(resolve({ schemas: { Tree } })).toEqual([]);
    expect(Tree.items).toEqual({ $dynamicRef: "#node" });
  });
});

describe("an object with a $ref", () => {
  const createBroken = (): JsonObject => ({ $ref: "#/none" });

  test.for(["default", "enum", "const", "example", "examples", "value", "x-rooms"])(
    "is a value under %s",
    (key) => {
      expect(
        resolve({ components: { [key]: createBroken(), schemas: { Room: { [key]: createBroken() } } } }),
      ).toEqual([]);
    },
  );

  test.for([
    "properties",
    "patternProperties",
    "schemas",
    "responses",
    "parameters",
    "headers",
    "$defs",
    "paths",
  ])("is a reference under a name in %s", (map) => {
    expect(
      resolve({ components: { [map]: { default: createBroken(), "x-rooms": createBroken() } } }),
    ).toHaveLength(2);
  });

  test("is a value under `example` of a property with the name of a map", () => {
    const schema = {
      properties: { parameters: { example: createBroken() }, paths: { default: createBroken() } },
    };
    expect(resolve({ schema })).toEqual([]);
  });
});
