import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { standsAlone } from "../../scripts/document/references.js";

const schemas = { Room: { type: "object" }, Rooms: { $ref: "#/components/schemas/Room" } };

describe("a document stands alone", () => {
  test.each([
    { what: "without a reference", document: { info: { title: "Rooms" } } },
    { what: "with references into itself", document: { components: { schemas } } },
    {
      what: "with a mapping of names and of references into itself",
      document: { discriminator: { mapping: { room: "Room", rooms: "#/components/schemas/Rooms" } } },
    },
  ])("$what", ({ document }: { document: JsonObject }) => {
    expect(standsAlone(document)).toBe(true);
  });

  test("where YAML's aliases make it hold itself", () => {
    const document: JsonObject = { components: { schemas } };
    document.again = document;
    expect(standsAlone(document)).toBe(true);
  });
});

describe("a document is put together by the bundler", () => {
  test.each([
    { what: "a reference to another file", document: { paths: { $ref: "paths.yaml" } } },
    { what: "a reference to a part of one", document: { paths: { $ref: "rest.yaml#/paths" } } },
    { what: "a reference by an anchor", document: { schema: { $ref: "#room" } } },
    { what: "a reference in an example", document: { example: [{ $ref: "example.json" }] } },
    {
      what: "a reference through another one",
      document: { components: { schemas }, schema: { $ref: "#/components/schemas/Rooms/type" } },
    },
    { what: "a mapping to another file", document: { discriminator: { mapping: { a: "A", b: "b.yaml" } } } },
    { what: "a mapping to a folder", document: { discriminator: { mapping: { room: "rooms/room" } } } },
    { what: "a mapping that is none", document: { mapping: { properties: { $ref: "a.yaml" } } } },
  ])("for $what", ({ document }: { document: JsonObject }) => {
    expect(standsAlone(document)).toBe(false);
  });
});
