import { describe, expect, test } from "vitest";
import { readItemSchemas } from "../../scripts/document/item-schemas.js";
import type { Json, JsonObject } from "../../scripts/document/json.js";

/** Returns the schema that the data of a stream receives from its `itemSchema`. */
function readItemSchema(
  itemSchema: Json,
  type = "text/event-stream",
  siblings: JsonObject = {},
): Json | undefined {
  const media: JsonObject = { itemSchema, ...siblings };
  const root: JsonObject = {
    paths: { "/a": { get: { responses: { "200": { content: { [type]: media } } } } } },
    components: {
      schemas: {
        Done: { type: "object", properties: { event: { const: "done" }, data: { type: "string" } } },
      },
      mediaTypes: { Events: media },
      responses: { Shared: { content: { [type]: { $ref: "#/components/mediaTypes/Events" } } } },
    },
  };
  readItemSchemas(root);
  const { components, paths } = root as Record<string, Record<string, Record<string, JsonObject>>>;
  const content = (paths?.["/a"]?.get as { responses: { "200": { content: Record<string, JsonObject> } } })
    .responses["200"].content;
  const shared = components?.responses?.Shared?.content as Record<string, JsonObject>;
  expect(shared[type]?.schema).toEqual(content[type]?.schema);
  return content[type]?.schema;
}

const createJsonEvent = (schema: JsonObject): JsonObject => ({
  type: "object",
  properties: {
    data: { type: "string", contentMediaType: "application/json", contentSchema: schema },
  },
});
const A = { type: "object", properties: { a: { type: "number" } } };
const B = { type: "object", properties: { b: { type: "number" } } };

describe("the schema of an event's data", () => {
  test.each<[string, Json, Json]>([
    ["the schema of the JSON in its text", createJsonEvent(A), A],
    ["any JSON, if it has no schema", { properties: { data: { contentMediaType: "application/json" } } }, {}],
    ["text, if it is not JSON", { properties: { data: { type: "string" } } }, { type: "string" }],
    [
      "text, if it has another media type",
      { properties: { data: { contentMediaType: "text/html" } } },
      { type: "string" },
    ],
    ["the property itself, if it is no text", { properties: { data: A } }, A],
    ["the whole schema, if it describes no event", A, A],
    [
      "a choice of the schemas of several events",
      { oneOf: [createJsonEvent(A), createJsonEvent(B)] },
      { anyOf: [A, B] },
    ],
    ["one schema that several events share", { anyOf: [createJsonEvent(A), createJsonEvent(A)] }, A],
    [
      "text, if one of several events has text",
      { oneOf: [createJsonEvent(A), { $ref: "#/components/schemas/Done" }] },
      { type: "string" },
    ],
    [
      "the schema of a part rather than that of all events",
      { properties: { data: { type: "string" } }, allOf: [createJsonEvent(A)] },
      A,
    ],
  ])("is %s", (_, itemSchema, expected) => {
    expect(readItemSchema(itemSchema)).toEqual(expected);
  });

  test("is the schema of the stream, if it has one", () => {
    expect(readItemSchema(createJsonEvent(A), "text/event-stream", { schema: B })).toEqual(B);
  });

  test("is not read for another media type", () => {
    expect(readItemSchema(createJsonEvent(A), "application/jsonl")).toBeUndefined();
  });
});
