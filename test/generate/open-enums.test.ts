import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { createOpenEnumCheck } from "../../scripts/generate/open-enums.js";
import { findDirections } from "../../scripts/generate/types/directions.js";
import { listUnionMembers } from "../../scripts/generate/types/properties.js";

const text = (...choice: string[]): JsonObject => ({ type: "string", enum: choice });
const body = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Creates a document with one operation, which sends and receives these schemas. */
const createDocument = (request: JsonObject, response: JsonObject, schemas: JsonObject = {}): JsonObject => ({
  paths: { "/things": { post: { requestBody: body(request), responses: { "200": body(response) } } } },
  components: { schemas },
});

/** Returns the locations of the opened schemas: the last parts of the pointer to each. */
function findOpened(root: JsonObject): string[] {
  const isOpenEnum = createOpenEnumCheck(root, findDirections(root));
  const found: string[] = [];
  const visit = (value: Json | undefined, pointer: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    // A named enum is opened at its uses, not in its definition.
    const isNamed = pointer.length === 3 && pointer[1] === "schemas";
    if (isOpenEnum(value) && !isNamed) found.push(pointer.slice(-3).join("/"));
    for (const [key, each] of Object.entries(value)) visit(each, [...pointer, key]);
  };
  visit(root, []);
  return found;
}

const PET = { oneOf: [ref("Cat"), ref("Dog")] };

test.each<{ given: string; document: JsonObject; expected: string[] }>([
  {
    given: "an enum in a response",
    document: createDocument(object({}), object({ state: text("on", "off") })),
    expected: ["schema/properties/state"],
  },
  {
    given: "an enum that is a whole response",
    document: createDocument(object({}), text("on", "off")),
    expected: ["content/application/json/schema"],
  },
  {
    given: "an enum in a request",
    document: createDocument(object({ state: text("on", "off") }), object({})),
    expected: [],
  },
  {
    given: "a named enum of a request and a response: where the response uses it",
    document: createDocument(
      object({ state: ref("State") }),
      object({ states: { type: "array", items: ref("State") } }),
      { State: text("on", "off") },
    ),
    expected: ["properties/states/items"],
  },
  {
    given: "a schema of requests and responses",
    document: createDocument(ref("Thing"), ref("Thing"), { Thing: object({ state: text("on", "off") }) }),
    expected: [],
  },
  {
    given: "an enum of one value, of numbers, or of strings and numbers",
    document: createDocument(
      object({}),
      object({ one: text("a"), numbers: { enum: [1, 2] }, mixed: { enum: ["low", "high", 3] } }),
    ),
    expected: [],
  },
  {
    given: "several strings and null, or only one string and null",
    document: createDocument(
      object({}),
      object({ two: { enum: ["a", "b", null] }, one: { enum: ["a", null] }, none: { enum: [null, null] } }),
    ),
    expected: ["schema/properties/two"],
  },
  {
    given: "a recursive schema",
    document: createDocument(object({}), ref("Node"), {
      Node: object({ next: ref("Node"), colour: text("red", "blue") }),
    }),
    expected: ["Node/properties/colour"],
  },
  {
    given: "a schema that webhooks send as well",
    document: {
      ...createDocument(object({}), ref("Event"), { Event: object({ state: text("on", "off") }) }),
      webhooks: { happened: { post: { requestBody: body(ref("Event")) } } },
    },
    expected: [],
  },
  {
    given: "an enum in a member of an allOf",
    document: createDocument(object({}), { allOf: [object({}), object({ state: text("on", "off") })] }),
    expected: ["1/properties/state"],
  },
])("opens only the enums of responses: $given", ({ document, expected }) => {
  expect(findOpened(document)).toEqual(expected);
});

describe("an enum that distinguishes the members of a union", () => {
  test.each<{ given: string; schemas: JsonObject; response?: JsonObject }>([
    {
      given: "with different values in each",
      schemas: { Cat: object({ kind: text("cat", "kitten") }), Dog: object({ kind: text("dog", "puppy") }) },
    },
    {
      given: "beside a const in the other",
      schemas: { Cat: object({ kind: text("cat", "kitten") }), Dog: object({ kind: { const: "dog" } }) },
    },
    {
      given: "with values that overlap",
      schemas: { Cat: object({ kind: text("cat", "pet") }), Dog: object({ kind: text("dog", "pet") }) },
    },
    {
      given: "as a reference to a named enum",
      schemas: {
        Cat: object({ kind: ref("CatKind") }),
        Dog: object({ kind: text("dog", "puppy") }),
        CatKind: text("cat", "kitten"),
      },
    },
    {
      given: "in a schema that a member extends",
      schemas: {
        Cat: { allOf: [ref("Feline"), object({ lives: {} })] },
        Feline: object({ kind: text("cat", "lynx") }),
        Dog: object({ kind: text("dog", "puppy") }),
      },
    },
    {
      given: "in unions of unions",
      schemas: {
        Cat: { anyOf: [object({ kind: text("cat", "kitten") }), object({ kind: text("lynx", "lion") })] },
        Dog: object({ kind: text("dog", "puppy") }),
      },
    },
    {
      given: "as a discriminator, even if the values are the same",
      response: { ...PET, discriminator: { propertyName: "kind" } },
      schemas: { Cat: object({ kind: text("cat", "dog") }), Dog: object({ kind: text("cat", "dog") }) },
    },
    {
      given: "as a discriminator of a schema that a member extends",
      response: ref("Cat"),
      schemas: {
        Cat: { allOf: [ref("Pet"), object({ lives: {} })] },
        Pet: { ...object({ kind: text("Cat", "Dog") }), discriminator: { propertyName: "kind" } },
      },
    },
  ])("stays closed $given", ({ schemas, response = PET }) => {
    expect(findOpened(createDocument(object({}), response, schemas))).toEqual([]);
  });

  test("stays closed in several successful responses, whose union is the result", () => {
    const document: JsonObject = {
      paths: {
        "/things": {
          get: {
            responses: {
              "200": body(object({ state: text("done", "cached") })),
              "202": body(object({ state: text("queued", "running") })),
              "400": body(object({ state: text("wrong", "broken") })),
            },
          },
        },
      },
    };
    expect(findOpened(document)).toEqual(["schema/properties/state"]);
  });
});

test.each<{ given: string; schemas: JsonObject; expected: string[] }>([
  {
    given: "has the same values in each member",
    schemas: { Cat: object({ mood: text("good", "bad") }), Dog: object({ mood: text("bad", "good") }) },
    expected: ["Cat/properties/mood", "Dog/properties/mood"],
  },
  {
    given: "belongs to only one member",
    schemas: { Cat: object({ mood: text("good", "bad") }), Dog: object({}) },
    expected: ["Cat/properties/mood"],
  },
])("an enum of a union is open if it $given", ({ schemas, expected }) => {
  expect(findOpened(createDocument(object({}), PET, schemas))).toEqual(expected);
});

describe("an enum of a schema that is received and sent", () => {
  const shared = object({ state: text("on", "off") });
  const response = object({ items: ref("Shared") });

  test.each<{ given: string; operation: JsonObject; path?: JsonObject }>([
    { given: "in a parameter", operation: { parameters: [{ name: "q", schema: ref("Shared") }] } },
    {
      given: "in a parameter of the path",
      operation: {},
      path: { parameters: [{ name: "q", schema: ref("Shared") }] },
    },
    {
      given: "in a body by reference",
      operation: { requestBody: { $ref: "#/components/requestBodies/Shared" } },
    },
    {
      given: "in a callback",
      operation: { callbacks: { done: { "/done": { post: { requestBody: body(ref("Shared")) } } } } },
    },
  ])("stays closed if it is sent $given", ({ operation, path }) => {
    const document: JsonObject = {
      paths: { "/things": { ...path, post: { ...operation, responses: { "200": body(response) } } } },
      components: { schemas: { Shared: shared }, requestBodies: { Shared: body(ref("Shared")) } },
    };
    expect(findOpened(document)).toEqual([]);
  });

  test.each(["example", "examples", "x-own"])("is open if it is sent only within %s", (keyword) => {
    const document: JsonObject = {
      paths: {
        "/things": {
          post: {
            requestBody: { content: { "application/json": { [keyword]: { schema: ref("Shared") } } } },
            responses: { "200": body(ref("Shared")) },
          },
        },
      },
      components: { schemas: { Shared: shared } },
    };
    expect(findOpened(document)).toEqual(["Shared/properties/state"]);
  });
});

test("a union that contains itself, directly or through another, has only the members that are not unions", () => {
  const root = createDocument(ref("F"), ref("F"), {
    F: { oneOf: [ref("F"), ref("G"), { type: "string" }] },
    G: { anyOf: [ref("F"), { type: "integer" }] },
  });
  expect(listUnionMembers(root, { oneOf: [ref("F")] })).toEqual([{ type: "integer" }, { type: "string" }]);
});
