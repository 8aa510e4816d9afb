import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { formatChangesAsText } from "../../scripts/gate/report/text.js";
import { buildJsonContent, findChanges, PEN, TEXT } from "./document-builders.js";

const buildReference = (name: string, kind = "schemas"): JsonObject => ({
  $ref: `#/components/${kind}/${name}`,
});
const buildOkResponse = (schema: JsonObject): JsonObject => ({
  "200": { description: "", content: buildJsonContent(schema) },
});

/** Creates a document whose three operations send a pen, receive a pen, and receive a list of pens. */
const buildPens = (schemas: JsonObject, fields: JsonObject = {}, pen = "Pen"): JsonObject => ({
  paths: {
    "/pens": {
      post: {
        operationId: "addPen",
        requestBody: { content: buildJsonContent(buildReference(pen)) },
        responses: { "204": { description: "" } },
      },
      get: { operationId: "listPens", responses: buildOkResponse(buildReference("Pens")) },
    },
    "/pens/{id}": { get: { operationId: "getPen", responses: buildOkResponse(buildReference(pen)) } },
  },
  components: { schemas: { Pens: { type: "array", items: buildReference(pen) }, ...schemas }, ...fields },
});
/** Compares two documents, and returns the lines of the report without locations. */
const formatReport = (base: JsonObject, revision: JsonObject): string[] =>
  formatChangesAsText(findChanges(base, revision))
    .split("\n")
    .filter((line) => line && !line.includes("pens.yaml"));

describe("a change of a component", () => {
  test("is reported once, with all its users and the highest severity", () => {
    const limited = { ...PEN, properties: { ink: { ...TEXT, maxLength: 3 } } };
    expect(formatReport(buildPens({ Pen: PEN }), buildPens({ Pen: limited }))).toEqual([
      "schema Pen: sent by addPen, received by listPens, getPen",
      "  breaking ink: `maxLength` was set to 3. Requests that are valid today may be rejected.",
    ]);
  });

  test("names only the operations that it affects", () => {
    const hidden = { ...PEN, properties: { ink: { ...TEXT, readOnly: true } } };
    expect(formatReport(buildPens({ Pen: PEN }), buildPens({ Pen: hidden }))).toEqual([
      "schema Pen: sent by addPen",
      "  breaking ink: It became `readOnly`. Code that passes it no longer compiles, and the value is ignored.",
    ]);
  });

  test("names indirect users, also of schemas that contain themselves", () => {
    const buildCyclicSchemas = (fields: JsonObject): JsonObject => ({
      Pen: {
        ...PEN,
        properties: { ...PEN.properties, parts: buildReference("Pens"), cap: buildReference("Cap") },
      },
      Cap: { type: "object", properties: { pen: buildReference("Pen"), ...fields } },
    });
    expect(
      formatReport(buildPens(buildCyclicSchemas({ size: TEXT })), buildPens(buildCyclicSchemas({}))),
    ).toEqual([
      "schema Cap: sent by addPen, received by listPens, getPen",
      "  breaking size: It was removed. Code that passes it no longer compiles, and the value is ignored.",
    ]);
  });

  test("is reported once as a rename, and not for each use", () => {
    const buildTree = (name: string): JsonObject => ({
      ...PEN,
      properties: { ...PEN.properties, next: buildReference(name) },
    });
    expect(
      formatReport(
        buildPens({ Pen: buildTree("Pen") }),
        buildPens({ Pencil: buildTree("Pencil") }, {}, "Pencil"),
      ),
    ).toEqual([
      "schema Pen",
      "  breaking It was renamed to `Pencil`, with the same content. Code that imports its type no longer compiles.",
    ]);
  });

  test("is reported for each use if a reference changes to another component", () => {
    const both = { Pen: PEN, Brush: { type: "object" } };
    expect(
      formatReport(buildPens(both), buildPens(both, {}, "Brush")).filter((line) => line.includes("removed")),
    ).toHaveLength(3);
    expect(formatReport(buildPens(both), buildPens(both, {}, "Brush"))).toContain("addPen, request body");
  });

  test("names its only operation in the subject, or lists several as users", () => {
    const addLimit = (schema: JsonObject, paths: string[]): JsonObject => ({
      paths: Object.fromEntries(
        paths.map((path) => [
          `/${path}`,
          {
            get: {
              operationId: path,
              parameters: [buildReference("Limit", "parameters")],
              responses: { "204": { description: "" } },
            },
          },
        ]),
      ),
      components: { parameters: { Limit: { name: "limit", in: "query", schema } } },
    });
    const [before, after] = [{ type: "integer" }, { type: "integer", maximum: 9 }];
    expect(formatReport(addLimit(before, ["a"]), addLimit(after, ["a"]))[0]).toBe("a, query parameter limit");
    expect(formatReport(addLimit(before, ["a", "b"]), addLimit(after, ["a", "b"]))[0]).toBe(
      "query parameter limit: sent by a, b",
    );
  });
});

describe("alternatives", () => {
  test("are reported in one line for removed and one for added alternatives", () => {
    const buildAlternatives = (...kinds: string[]): JsonObject => ({
      Pen: {
        oneOf: kinds.map((kind) => ({
          title: kind,
          type: "object",
          properties: { [kind]: TEXT },
          required: [kind],
        })),
      },
    });
    expect(
      formatReport(
        buildPens(buildAlternatives("ball", "felt", "quill")),
        buildPens(buildAlternatives("ball", "gel", "brush")),
      ),
    ).toEqual([
      "schema Pen: sent by addPen, received by listPens, getPen",
      "  breaking Removed from `oneOf`: `felt` and `quill`. Requests that are valid today may be rejected.",
      "  breaking Added to `oneOf`: `gel` and `brush`. Responses may contain values that were not allowed before.",
    ]);
  });
});

test("the change of a path item that two paths share is reported for both", () => {
  const buildPaths = (description: string): JsonObject => ({
    paths: {
      "/pens": buildReference("Pens", "pathItems"),
      "/quills": buildReference("Pens", "pathItems"),
    },
    components: {
      pathItems: { Pens: { description, get: { responses: { "204": { description: "" } } } } },
    },
  });
  const subjects = findChanges(buildPaths("Pens."), buildPaths("All pens.")).map(({ subject }) => subject);
  expect(subjects).toEqual(["/pens", "/quills"]);
});
