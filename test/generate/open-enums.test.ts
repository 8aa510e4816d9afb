import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { createOpenEnumCheck } from "../../scripts/generate/open-enums.js";
import { findDirections } from "../../scripts/generate/types/directions.js";
import { listUnionMembers } from "../../scripts/generate/types/properties.js";

const createEnum = (...choice: string[]): JsonObject => ({ type: "string", enum: choice });
const createBody = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const createObject = (properties: JsonObject): JsonObject => ({ type: "object", properties });
const createReference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** Creates a document with one operation, which sends and receives these schemas. */
const createDocument = (request: JsonObject, response: JsonObject, schemas: JsonObject = {}): JsonObject => ({
  paths: {
    "/things": { post: { requestBody: createBody(request), responses: { "200": createBody(response) } } },
  },
  components: { schemas },
});

/** Returns the last parts of the pointer to each opened schema. */
function findOpened(root: JsonObject): string[] {
  const isOpenEnum = createOpenEnumCheck(root, findDirections(root));
  const opened: string[] = [];
  const visit = (value: Json | undefined, pointer: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    // A named enum is opened at its uses, not in its definition.
    const isNamed = pointer.length === 3 && pointer[1] === "schemas";
    if (isOpenEnum(value) && !isNamed) opened.push(pointer.slice(-3).join("/"));
    for (const [key, inner] of Object.entries(value)) visit(inner, [...pointer, key]);
  };
  visit(root, []);
  return opened;
}

const PET = { oneOf: [createReference("Cat"), createReference("Dog")] };

test.each<{ given: string; document: JsonObject; expected: string[] }>([
  {
    given: "an enum in a response",
    document: createDocument(createObject({}), createObject({ state: createEnum("on", "off") })),
    expected: ["schema/properties/state"],
  },
  {
    given: "an enum that is a whole response",
    document: createDocument(createObject({}), createEnum("on", "off")),
    expected: ["content/application/json/schema"],
  },
  {
    given: "an enum in a request",
    document: createDocument(createObject({ state: createEnum("on", "off") }), createObject({})),
    expected: [],
  },
  {
    given: "a named enum of a request and a response",
    document: createDocument(
      createObject({ state: createReference("State") }),
      createObject({ states: { type: "array", items: createReference("State") } }),
      { State: createEnum("on", "off") },
    ),
    expected: ["properties/states/items"],
  },
  {
    given: "a schema of requests and responses",
    document: createDocument(createReference("Thing"), createReference("Thing"), {
      Thing: createObject({ state: createEnum("on", "off") }),
    }),
    expected: [],
  },
  {
    given: "an enum of one value, of numbers, or of strings and numbers",
    document: createDocument(
      createObject({}),
      createObject({ one: createEnum("a"), numbers: { enum: [1, 2] }, mixed: { enum: ["low", "high", 3] } }),
    ),
    expected: [],
  },
  {
    given: "several strings and null, or only one string and null",
    document: createDocument(
      createObject({}),
      createObject({
        two: { enum: ["a", "b", null] },
        one: { enum: ["a", null] },
        none: { enum: [null, null] },
      }),
    ),
    expected: ["schema/properties/two"],
  },
  {
    given: "a recursive schema",
    document: createDocument(createObject({}), createReference("Node"), {
      Node: createObject({ next: createReference("Node"), color: createEnum("red", "blue") }),
    }),
    expected: ["Node/properties/color"],
  },
  {
    given: "a schema that webhooks send as well",
    document: {
      ...createDocument(createObject({}), createReference("Event"), {
        Event: createObject({ state: createEnum("on", "off") }),
      }),
      webhooks: { happened: { post: { requestBody: createBody(createReference("Event")) } } },
    },
    expected: [],
  },
  {
    given: "an enum in a member of an allOf",
    document: createDocument(createObject({}), {
      allOf: [createObject({}), createObject({ state: createEnum("on", "off") })],
    }),
    expected: ["1/properties/state"],
  },
])("only the enums of responses are opened for $given", ({ document, expected }) => {
  expect(findOpened(document)).toEqual(expected);
});

describe("an enum that distinguishes the members of a union", () => {
  test.each<{ given: string; schemas: JsonObject; response?: JsonObject }>([
    {
      given: "with different values in each",
      schemas: {
        Cat: createObject({ kind: createEnum("cat", "kitten") }),
        Dog: createObject({ kind: createEnum("dog", "puppy") }),
      },
    },
    {
      given: "beside a const in the other",
      schemas: {
        Cat: createObject({ kind: createEnum("cat", "kitten") }),
        Dog: createObject({ kind: { const: "dog" } }),
      },
    },
    {
      given: "with values that overlap",
      schemas: {
        Cat: createObject({ kind: createEnum("cat", "pet") }),
        Dog: createObject({ kind: createEnum("dog", "pet") }),
      },
    },
    {
      given: "as a reference to a named enum",
      schemas: {
        Cat: createObject({ kind: createReference("CatKind") }),
        Dog: createObject({ kind: createEnum("dog", "puppy") }),
        CatKind: createEnum("cat", "kitten"),
      },
    },
    {
      given: "in a schema that a member extends",
      schemas: {
        Cat: { allOf: [createReference("Feline"), createObject({ lives: {} })] },
        Feline: createObject({ kind: createEnum("cat", "lynx") }),
        Dog: createObject({ kind: createEnum("dog", "puppy") }),
      },
    },
    {
      given: "in unions of unions",
      schemas: {
        Cat: {
          anyOf: [
            createObject({ kind: createEnum("cat", "kitten") }),
            createObject({ kind: createEnum("lynx", "lion") }),
          ],
        },
        Dog: createObject({ kind: createEnum("dog", "puppy") }),
      },
    },
    {
      given: "as a discriminator, even if the values are the same",
      response: { ...PET, discriminator: { propertyName: "kind" } },
      schemas: {
        Cat: createObject({ kind: createEnum("cat", "dog") }),
        Dog: createObject({ kind: createEnum("cat", "dog") }),
      },
    },
    {
      given: "as a discriminator of a schema that a member extends",
      response: createReference("Cat"),
      schemas: {
        Cat: { allOf: [createReference("Pet"), createObject({ lives: {} })] },
        Pet: { ...createObject({ kind: createEnum("Cat", "Dog") }), discriminator: { propertyName: "kind" } },
      },
    },
  ])("stays closed $given", ({ schemas, response = PET }) => {
    expect(findOpened(createDocument(createObject({}), response, schemas))).toEqual([]);
  });

  test("stays closed in several successful responses, whose union is the result", () => {
    const document: JsonObject = {
      paths: {
        "/things": {
          get: {
            responses: {
              "200": createBody(createObject({ state: createEnum("done", "cached") })),
              "202": createBody(createObject({ state: createEnum("queued", "running") })),
              "400": createBody(createObject({ state: createEnum("wrong", "broken") })),
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
    schemas: {
      Cat: createObject({ mood: createEnum("good", "bad") }),
      Dog: createObject({ mood: createEnum("bad", "good") }),
    },
    expected: ["Cat/properties/mood", "Dog/properties/mood"],
  },
  {
    given: "belongs to only one member",
    schemas: { Cat: createObject({ mood: createEnum("good", "bad") }), Dog: createObject({}) },
    expected: ["Cat/properties/mood"],
  },
])("an enum of a union is open if it $given", ({ schemas, expected }) => {
  expect(findOpened(createDocument(createObject({}), PET, schemas))).toEqual(expected);
});

describe("an enum of a schema that is received and sent", () => {
  const shared = createObject({ state: createEnum("on", "off") });
  const response = createObject({ items: createReference("Shared") });

  test.each<{ given: string; operation: JsonObject; path?: JsonObject }>([
    {
      given: "in a parameter",
      operation: { parameters: [{ name: "q", schema: createReference("Shared") }] },
    },
    {
      given: "in a parameter of the path",
      operation: {},
      path: { parameters: [{ name: "q", schema: createReference("Shared") }] },
    },
    {
      given: "in a body by reference",
      operation: { requestBody: { $ref: "#/components/requestBodies/Shared" } },
    },
    {
      given: "in a callback",
      operation: {
        callbacks: { done: { "/done": { post: { requestBody: createBody(createReference("Shared")) } } } },
      },
    },
  ])("stays closed if it is sent $given", ({ operation, path }) => {
    const document: JsonObject = {
      paths: { "/things": { ...path, post: { ...operation, responses: { "200": createBody(response) } } } },
      components: {
        schemas: { Shared: shared },
        requestBodies: { Shared: createBody(createReference("Shared")) },
      },
    };
    expect(findOpened(document)).toEqual([]);
  });

  test.each(["example", "examples", "x-own"])("is open if it is sent only within %s", (keyword) => {
    const document: JsonObject = {
      paths: {
        "/things": {
          post: {
            requestBody: {
              content: { "application/json": { [keyword]: { schema: createReference("Shared") } } },
            },
            responses: { "200": createBody(createReference("Shared")) },
          },
        },
      },
      components: { schemas: { Shared: shared } },
    };
    expect(findOpened(document)).toEqual(["Shared/properties/state"]);
  });
});

test("a union that contains itself, directly or through another, has only the members that are not unions", () => {
  const root = createDocument(createReference("F"), createReference("F"), {
    F: { oneOf: [createReference("F"), createReference("G"), { type: "string" }] },
    G: { anyOf: [createReference("F"), { type: "integer" }] },
  });
  expect(listUnionMembers(root, { oneOf: [createReference("F")] })).toEqual([
    { type: "integer" },
    { type: "string" },
  ]);
});
