import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { valueAt } from "../../scripts/document/references.js";
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

/** The same by reference: a parameter with a choice, and an answer with the state that is given. */
const byReference = (state: JsonObject): JsonObject => ({
  paths: {
    "/things": {
      parameters: [{ $ref: "#/components/parameters/Order" }],
      get: { responses: { "200": { $ref: "#/components/responses/Thing" } } },
    },
  },
  components: {
    parameters: { Order: { name: "order", in: "query", schema: object({ by: text("up", "down") }) } },
    responses: { Thing: body(object({ state })) },
  },
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
  {
    given: "a schema that webhooks send as well",
    document: {
      ...documentOf(
        object({}),
        { $ref: "#/components/schemas/Event" },
        { Event: object({ state: text("on", "off") }) },
      ),
      webhooks: { happened: { post: { requestBody: body({ $ref: "#/components/schemas/Event" }) } } },
    },
    want: {
      ...documentOf(
        object({}),
        { $ref: "#/components/schemas/Event" },
        { Event: object({ state: text("on", "off") }) },
      ),
      webhooks: { happened: { post: { requestBody: body({ $ref: "#/components/schemas/Event" }) } } },
    },
  },
  {
    given: "a choice under what must not be, or decides",
    document: documentOf(object({}), {
      ...{ not: text("on", "off"), if: text("a", "b"), then: text("c", "d") },
    }),
    want: documentOf(object({}), {
      ...{ not: text("on", "off"), if: text("a", "b"), then: opened(text("c", "d")) },
    }),
  },
  {
    given: "a choice of texts and null, or of one text and null",
    document: documentOf(
      object({}),
      object({ two: { enum: ["a", "b", null] }, one: { enum: ["a", null] }, none: { enum: [null, null] } }),
    ),
    want: documentOf(
      object({}),
      object({
        two: opened({ enum: ["a", "b", null] }),
        one: { enum: ["a", null] },
        none: { enum: [null, null] },
      }),
    ),
  },
  {
    given: "a choice of texts and numbers",
    document: documentOf(object({}), object({ level: { enum: ["low", "high", 3] } })),
    want: documentOf(object({}), object({ level: { enum: ["low", "high", 3] } })),
  },
  {
    given: "choices in lists, of a document that has other lists",
    document: {
      ...documentOf(object({}), { allOf: [object({}), object({ state: text("on", "off") })] }),
      tags: [{ name: "a" }, null],
    },
    want: {
      ...documentOf(object({}), { allOf: [object({}), object({ state: opened(text("on", "off")) })] }),
      tags: [{ name: "a" }, null],
    },
  },
  {
    given: "all that is said of a choice",
    document: documentOf(
      object({}),
      object({
        state: {
          ...text("on", "off"),
          title: "T",
          deprecated: true,
          readOnly: true,
          writeOnly: false,
          default: "on",
        },
      }),
    ),
    want: documentOf(
      object({}),
      object({
        state: {
          ...{ title: "T", deprecated: true, readOnly: true, writeOnly: false },
          ...opened({ ...text("on", "off"), default: "on" }),
        },
      }),
    ),
  },
  {
    given: "a parameter and an answer by reference",
    document: byReference(text("on", "off")),
    want: byReference(opened(text("on", "off"))),
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

describe("a schema that stands in an answer as well stays closed where it is asked for", () => {
  const shared = object({ state: text("on", "off") });
  const answered = object({ items: { $ref: "#/components/schemas/Shared" } });

  test.each<{ given: string; operation: JsonObject; path?: JsonObject }>([
    {
      given: "in a list of parameters",
      operation: { parameters: [{ name: "q", schema: { $ref: "#/components/schemas/Shared" } }] },
    },
    {
      given: "for all operations of a path",
      operation: {},
      path: { parameters: [{ name: "q", schema: { $ref: "#/components/schemas/Shared" } }] },
    },
    {
      given: "in a body by reference",
      operation: { requestBody: { $ref: "#/components/requestBodies/Shared" } },
    },
    {
      given: "in a callback",
      operation: {
        callbacks: {
          done: { "/done": { post: { requestBody: body({ $ref: "#/components/schemas/Shared" }) } } },
        },
      },
    },
  ])("$given", ({ operation, path }) => {
    const document: JsonObject = {
      paths: { "/things": { ...path, post: { ...operation, responses: { "200": body(answered) } } } },
      components: {
        schemas: { Shared: shared },
        requestBodies: { Shared: body({ $ref: "#/components/schemas/Shared" }) },
      },
    };
    expect(openEnums(document)).toBe(document);
  });

  test.each(["example", "examples", "x-own"])("but not where only %s shows it", (keyword) => {
    const document = documentOf(object({}), { $ref: "#/components/schemas/Shared" }, { Shared: shared });
    const showing: JsonObject = {
      ...document,
      paths: {
        "/things": {
          post: {
            requestBody: {
              content: {
                "application/json": { [keyword]: { schema: { $ref: "#/components/schemas/Shared" } } },
              },
            },
            responses: { "200": body({ $ref: "#/components/schemas/Shared" }) },
          },
        },
      },
    };
    expect(openEnums(showing)).toEqual({
      ...showing,
      components: { schemas: { Shared: object({ state: opened(text("on", "off")) }) } },
    });
  });
});

test("one object in several places, as YAML aliases make it, stays one", () => {
  const state = text("on", "off");
  const answer = object({ state, before: state });
  const document = documentOf(object({}), { anyOf: [answer, answer] });
  const answers = [
    "paths",
    "/things",
    "post",
    "responses",
    "200",
    "content",
    "application/json",
    "schema",
    "anyOf",
  ];
  const [one, other] = valueAt(openEnums(document), answers) as JsonObject[];
  expect(one).toEqual(object({ state: opened(state), before: opened(state) }));
  expect(other).toBe(one);
});
