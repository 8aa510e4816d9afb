import { expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { openEnums } from "../../scripts/generate/open-enums.js";

const text = (...choice: string[]): JsonObject => ({ type: "string", enum: choice });
const body = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

/** A document with one operation, which is asked and answers with these schemas. */
const documentOf = (asked: JsonObject, answered: JsonObject, schemas: JsonObject = {}): JsonObject => ({
  paths: { "/things": { post: { requestBody: body(asked), responses: { "200": body(answered) } } } },
  components: { schemas },
});
const opened = (choice: JsonObject): JsonObject => ({
  anyOf: [choice, { type: "string", "x-any-text": true }],
});

test.each([
  {
    given: "a choice in an answer",
    document: documentOf(object({}), object({ state: text("on", "off") })),
    want: documentOf(object({}), object({ state: opened(text("on", "off")) })),
  },
  {
    given: "a choice that is asked for",
    document: documentOf(object({ state: text("on", "off") }), object({})),
    want: documentOf(object({ state: text("on", "off") }), object({})),
  },
  {
    given: "a named choice, asked for and answered: the name stays closed",
    document: documentOf(
      object({ state: { $ref: "#/components/schemas/State" } }),
      object({ states: { type: "array", items: { $ref: "#/components/schemas/State" } } }),
      { State: text("on", "off") },
    ),
    want: documentOf(
      object({ state: { $ref: "#/components/schemas/State" } }),
      object({ states: { type: "array", items: opened({ $ref: "#/components/schemas/State" }) } }),
      { State: text("on", "off") },
    ),
  },
  {
    given: "a schema that goes both ways",
    document: documentOf(
      { $ref: "#/components/schemas/Thing" },
      { $ref: "#/components/schemas/Thing" },
      { Thing: object({ state: text("on", "off") }) },
    ),
    want: documentOf(
      { $ref: "#/components/schemas/Thing" },
      { $ref: "#/components/schemas/Thing" },
      { Thing: object({ state: text("on", "off") }) },
    ),
  },
  {
    given: "a choice of one, which tells the members of a union apart",
    document: documentOf(object({}), { oneOf: [object({ kind: text("a") }), object({ kind: text("b") })] }),
    want: documentOf(object({}), { oneOf: [object({ kind: text("a") }), object({ kind: text("b") })] }),
  },
  {
    given: "a choice of numbers",
    document: documentOf(object({}), object({ level: { type: "number", enum: [1, 2] } })),
    want: documentOf(object({}), object({ level: { type: "number", enum: [1, 2] } })),
  },
  {
    given: "a schema that holds itself, with what is said of its choice",
    document: documentOf(
      object({}),
      { $ref: "#/components/schemas/Node" },
      {
        Node: object({
          next: { $ref: "#/components/schemas/Node" },
          colour: { description: "As painted.", ...text("red", "blue") },
        }),
      },
    ),
    want: documentOf(
      object({}),
      { $ref: "#/components/schemas/Node" },
      {
        Node: object({
          next: { $ref: "#/components/schemas/Node" },
          colour: { description: "As painted.", ...opened(text("red", "blue")) },
        }),
      },
    ),
  },
])("$given", ({ document, want }) => {
  const before = structuredClone(document);
  expect(openEnums(document)).toEqual(want);
  expect(document, "the document itself").toEqual(before);
});

test("a document in which nothing is opened is the very same one", () => {
  const document = documentOf(object({ state: text("on", "off") }), object({ name: { type: "string" } }));
  expect(openEnums(document)).toBe(document);
});
