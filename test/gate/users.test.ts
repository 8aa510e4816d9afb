import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { formatChangesAsText } from "../../scripts/gate/report/text.js";
import { findChanges, json, PEN, TEXT } from "./document-builders.js";

const ref = (name: string, kind = "schemas"): JsonObject => ({ $ref: `#/components/${kind}/${name}` });
const ok = (schema: JsonObject): JsonObject => ({ "200": { description: "", content: json(schema) } });

/** Creates a document with an operation that sends a pen, and two that receive pens, one of them in a list. */
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
const formatLines = (base: JsonObject, revision: JsonObject): string[] =>
  formatChangesAsText(findChanges(base, revision))
    .split("\n")
    .filter((line) => line && !line.includes("pens.yaml"));

describe("a change of a component", () => {
  test("is reported once, with all its users and the most severe rating", () => {
    const limited = { ...PEN, properties: { ink: { ...TEXT, maxLength: 3 } } };
    expect(formatLines(pens({ Pen: PEN }), pens({ Pen: limited }))).toEqual([
      "schema Pen: sent by addPen, received by listPens, getPen",
      "  breaking ink: `maxLength` was set to 3. Requests that are valid today may be rejected.",
    ]);
  });

  test("names only the operations that it affects", () => {
    const hidden = { ...PEN, properties: { ink: { ...TEXT, readOnly: true } } };
    expect(formatLines(pens({ Pen: PEN }), pens({ Pen: hidden }))).toEqual([
      "schema Pen: sent by addPen",
      "  breaking ink: It became `readOnly`. Code that passes it no longer compiles, and the value is ignored.",
    ]);
  });

  test("names indirect users, also of schemas that contain themselves", () => {
    const cyclic = (more: JsonObject): JsonObject => ({
      Pen: { ...PEN, properties: { ...PEN.properties, parts: ref("Pens"), cap: ref("Cap") } },
      Cap: { type: "object", properties: { pen: ref("Pen"), ...more } },
    });
    expect(formatLines(pens(cyclic({ size: TEXT })), pens(cyclic({})))).toEqual([
      "schema Cap: sent by addPen, received by listPens, getPen",
      "  breaking size: It was removed. Code that passes it no longer compiles, and the value is ignored.",
    ]);
  });

  test("is reported once as a rename, and not for each use", () => {
    const tree = (name: string): JsonObject => ({
      ...PEN,
      properties: { ...PEN.properties, next: ref(name) },
    });
    expect(formatLines(pens({ Pen: tree("Pen") }), pens({ Pencil: tree("Pencil") }, {}, "Pencil"))).toEqual([
      "schema Pen",
      "  breaking It was renamed to `Pencil`, with the same content. Code that imports its type no longer compiles.",
    ]);
  });

  test("is reported for each use if a reference changes to another component", () => {
    const both = { Pen: PEN, Brush: { type: "object" } };
    expect(
      formatLines(pens(both), pens(both, {}, "Brush")).filter((line) => line.includes("removed")),
    ).toHaveLength(3);
    expect(formatLines(pens(both), pens(both, {}, "Brush"))).toContain("addPen, request body");
  });

  test("names its only operation in the subject, or lists several as users", () => {
    const addLimit = (schema: JsonObject, paths: string[]): JsonObject => ({
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
    expect(formatLines(addLimit(before, ["a"]), addLimit(after, ["a"]))[0]).toBe("a, query parameter limit");
    expect(formatLines(addLimit(before, ["a", "b"]), addLimit(after, ["a", "b"]))[0]).toBe(
      "query parameter limit: sent by a, b",
    );
  });
});

describe("alternatives", () => {
  test("are reported in one line for the removed and one for the added ones", () => {
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
    expect(formatLines(pens(tagged("ball", "felt", "quill")), pens(tagged("ball", "gel", "brush")))).toEqual([
      "schema Pen: sent by addPen, received by listPens, getPen",
      "  breaking Removed from `oneOf`: `felt` and `quill`. Requests that are valid today may be rejected.",
      "  breaking Added to `oneOf`: `gel` and `brush`. Responses may contain values that were not allowed before.",
    ]);
  });
});
