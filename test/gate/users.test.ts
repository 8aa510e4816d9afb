import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { changesAsText } from "../../scripts/gate/report/text.js";
import { changesOf } from "./pair.js";

const TEXT = { type: "string" };
const ref = (name: string, kind = "schemas"): JsonObject => ({ $ref: `#/components/${kind}/${name}` });
const json = (schema: JsonObject): JsonObject => ({ "application/json": { schema } });
const ok = (schema: JsonObject): JsonObject => ({ "200": { description: "", content: json(schema) } });

/** Pens are sent by one operation and received by two, one of which receives them in a list. */
const pens = (schemas: JsonObject, more: JsonObject = {}, pen = "Pen"): JsonObject => ({
  paths: {
    "/pens": {
      post: {
        operationId: "addPen",
        requestBody: { content: json(ref(pen)) },
        responses: { "204": { description: "" } },
      },
      get: { operationId: "listPens", responses: ok(ref("Pens")) },
    },
    "/pens/{id}": { get: { operationId: "getPen", responses: ok(ref(pen)) } },
  },
  components: { schemas: { Pens: { type: "array", items: ref(pen) }, ...schemas }, ...more },
});
const linesOf = (base: JsonObject, revision: JsonObject): string[] =>
  changesAsText(changesOf(base, revision))
    .split("\n")
    .filter((line) => line && !line.includes("pens.yaml"));

const PEN = { type: "object", properties: { ink: TEXT } };

describe("A change of a component", () => {
  test("is reported once, with all that send and receive it, by its most severe use", () => {
    const limited = { ...PEN, properties: { ink: { ...TEXT, maxLength: 3 } } };
    expect(linesOf(pens({ Pen: PEN }), pens({ Pen: limited }))).toEqual([
      "schema Pen: sent by addPen, received by listPens, getPen",
      "  breaking ink: `maxLength` was set to 3. Values of today may be refused.",
    ]);
  });

  test("names only those that it matters to", () => {
    const hidden = { ...PEN, properties: { ink: { ...TEXT, readOnly: true } } };
    expect(linesOf(pens({ Pen: PEN }), pens({ Pen: hidden }))).toEqual([
      "schema Pen: sent by addPen",
      "  breaking ink: It became `readOnly`. Code that passes it no longer compiles, and what it asked for is ignored.",
    ]);
  });

  test("reaches those that use it by way of others, and ends where schemas contain themselves", () => {
    const cyclic = (more: JsonObject): JsonObject => ({
      Pen: { ...PEN, properties: { ...PEN.properties, parts: ref("Pens"), cap: ref("Cap") } },
      Cap: { type: "object", properties: { pen: ref("Pen"), ...more } },
    });
    expect(linesOf(pens(cyclic({ size: TEXT })), pens(cyclic({})))).toEqual([
      "schema Cap: sent by addPen, received by listPens, getPen",
      "  breaking size: It was removed. Code that passes it no longer compiles, and what it asked for is ignored.",
    ]);
  });

  test("that is renamed is recognized, and not reported where it is used", () => {
    const tree = (name: string): JsonObject => ({
      ...PEN,
      properties: { ...PEN.properties, next: ref(name) },
    });
    expect(linesOf(pens({ Pen: tree("Pen") }), pens({ Pencil: tree("Pencil") }, {}, "Pencil"))).toEqual([
      "schema Pen",
      "  breaking It was renamed to `Pencil`, with the same content. Code that imports its type no longer compiles.",
    ]);
  });

  test("of another name is reported where it is used, as the component itself is as it was", () => {
    const both = { Pen: PEN, Brush: { type: "object" } };
    expect(
      linesOf(pens(both), pens(both, {}, "Brush")).filter((line) => line.includes("removed")),
    ).toHaveLength(3);
    expect(linesOf(pens(both), pens(both, {}, "Brush"))).toContain("addPen, request body");
  });

  test("such as a parameter or a response is named by its one operation, or lists several", () => {
    const asking = (schema: JsonObject, paths: string[]): JsonObject => ({
      paths: Object.fromEntries(
        paths.map((path) => [
          `/${path}`,
          {
            get: {
              operationId: path,
              parameters: [ref("Limit", "parameters")],
              responses: { "204": { description: "" } },
            },
          },
        ]),
      ),
      components: { parameters: { Limit: { name: "limit", in: "query", schema } } },
    });
    const [before, after] = [{ type: "integer" }, { type: "integer", maximum: 9 }];
    expect(linesOf(asking(before, ["a"]), asking(after, ["a"]))[0]).toBe("a, query parameter limit");
    expect(linesOf(asking(before, ["a", "b"]), asking(after, ["a", "b"]))[0]).toBe(
      "query parameter limit: sent by a, b",
    );
  });
});

describe("Alternatives", () => {
  test("that come and go are one line each way", () => {
    const tagged = (...kinds: string[]): JsonObject => ({
      Pen: {
        oneOf: kinds.map((kind) => ({
          title: kind,
          type: "object",
          properties: { [kind]: TEXT },
          required: [kind],
        })),
      },
    });
    expect(linesOf(pens(tagged("ball", "felt", "quill")), pens(tagged("ball", "gel", "brush")))).toEqual([
      "schema Pen: sent by addPen, received by listPens, getPen",
      "  breaking `oneOf` lost `felt` and `quill`. Values of today may be refused.",
      "  breaking `oneOf` gained `gel` and `brush`. Values may come that were ruled out.",
    ]);
  });
});
