import { expect, test } from "vitest";
import { type ReferenceDocument, renderMarkdownReference } from "../../scripts/docs/markdown-reference.js";

const document: ReferenceDocument = {
  info: { title: "Pets", summary: "The pets of a shop.", version: "1.2.0" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        summary: "List the pets",
        description: "Returns every pet.",
        parameters: [
          { $ref: "#/components/parameters/Kind" },
          {
            name: "x-shop",
            in: "header",
            required: true,
            description: "The\nshop.",
            schema: { type: "string" },
          },
        ],
        responses: {
          "200": {
            description: "The pets.",
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } } },
            },
          },
          default: { description: "The request failed." },
        },
        "x-codeSamples": [
          { label: "curl", source: "curl https://pets.example/pets" },
          { label: "SDK", source: "await pets.list();\n" },
        ],
      },
    },
    "/pets/{id}": {
      delete: { operationId: "deletePet", responses: { default: { description: "The request failed." } } },
    },
  },
  components: {
    parameters: {
      Kind: { name: "kind", in: "query", schema: { $ref: "#/components/schemas/Kind" } },
    },
    schemas: {
      Kind: { type: "string", enum: ["CAT", "DOG"], description: "The kind of pet." },
      Pet: {
        type: "object",
        required: ["kind"],
        properties: {
          kind: { $ref: "#/components/schemas/Kind" },
          owner: {
            type: "object",
            required: ["id"],
            properties: { id: { type: "string" }, age: { type: "number" } },
          },
          tag: { type: ["string", "null"], description: "A text." },
        },
      },
    },
  },
};

test("the reference lists operations with parameters, responses and samples, and common responses once", () => {
  expect(renderMarkdownReference(document)).toBe(`# Pets 1.2.0

The pets of a shop.

Base URL: https://pets.example

## Every operation

- Other statuses (no body): The request failed.

## Operations

### listPets

\`GET /pets\`

List the pets.

Returns every pet.

- \`kind\`? (query, \`"CAT" | "DOG"\`)
- \`x-shop\` (header, \`string\`): The shop.
- 200 (\`Pet[]\`): The pets.

\`\`\`ts
await pets.list();
\`\`\`

### deletePet

\`DELETE /pets/{id}\`

## Schemas

### Kind

The kind of pet.

\`"CAT" | "DOG"\`

### Pet

- \`kind\` (\`Kind\`)
- \`owner\`? (\`{ id: string; age?: number }\`)
- \`tag\`? (\`string | null\`): A text.
`);
});
