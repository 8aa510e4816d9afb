import { describe, expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { render } from "../../scripts/generate/render.js";
import { HEAD, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();
const header =
  "// @generated from api.yaml by scripts/generate.ts.\n// Not to be edited: change the document, then run `make`.\n\n";

/** Returns a file that a document generates, without its header. */
async function generated(name: string, text: string): Promise<string> {
  const document = await readDocument(writeTexts(folder, { "api.yaml": text }));
  const file = (await render(document, { command: "make", validators: false })).files.get(`${name}.ts`) ?? "";
  expect(file.slice(0, header.length)).toBe(header);
  return file.slice(header.length);
}

/** Removes the formatting of source text. */
const flat = (text: string): string => text.replace(/\s+/g, "").replace(/,(?=[\])}])/g, "");

describe("the generated files", () => {
  const EMPTY = `${HEAD}paths: {}\n`;

  test.each([
    [
      "the validators after the code",
      true,
      ["client.ts", "index.ts", "operations.ts", "schema.ts", "validators.js", "validators.d.ts"],
    ],
    ["only the code", false, ["client.ts", "index.ts", "operations.ts", "schema.ts"]],
  ] as const)("contain %s", async (_, validators, expected) => {
    const document = await readDocument(writeTexts(folder, { "api.yaml": EMPTY }));
    const { files } = await render(document, { command: "make", validators });
    expect([...files.keys()]).toEqual(expected);
    expect([...files.values()].filter((text) => !text.startsWith(header))).toEqual([]);
  });

  test("are complete for a document without operations and schemas", async () => {
    expect(await generated("operations", EMPTY)).toBe("export {};\n");
    expect(await generated("index", EMPTY)).toBe(
      'export * from "./client.js";\nexport * from "./operations.js";\nexport * from "./schema.js";\n',
    );
    const client = await generated("client", EMPTY);
    expect(client.split("\n").slice(0, 5)).toEqual([
      'import createClient, { type Client, type ClientOptions, type FetchOptions } from "openapi-fetch";',
      'import type { paths } from "./schema.js";',
      "",
      "/** The default base URL of a client: the first server of the document. */",
      'export const baseUrl: string = "https://api.test/v1";',
    ]);
    expect(client).toMatch(/\nexport function createApiClient\(.*\{\n.*\n\}\n$/);
  });
});

describe("operations.ts", () => {
  test("contains every documented field of an operation", async () => {
    const text = `${HEAD}paths:
  /a/{id}:
    get:
      operationId: find
      summary: Finds.
      description: "One, by\\nits \\"id\\". */"
      deprecated: true
      security: [{ key: [], other: [] }, {}]
      x-speakeasy-pagination:
        { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }], outputs: { results: $.a } }
      parameters:
        - { name: X-Key, in: header, deprecated: true, description: Its key. }
        - { name: page, in: query, schema: { type: integer, minimum: 0, maximum: 9, default: null } }
        - { name: __proto__, in: query, schema: { type: string, format: date } }
        - { name: id, in: path, schema: { enum: [1, {}, { "1a": [] }, [a, 2]] } }
        - { name: sort.by, in: query }
      responses: { "200": { content: { application/json: { schema: { properties: { a: { type: array } } } } } } }
components: { securitySchemes: { key: {}, other: {} } }
`;
    expect(flat(await generated("operations", text))).toBe(
      flat(`/** The path of \`GET /a/{id}\`. */
export const findPath = "/a/{id}" as const;
/** The endpoint \`GET /a/{id}\`. */
export const findEndpoint = {
  name: "find",
  method: "GET",
  path: "/a/{id}",
  query: {
    page: {
      type: "integer",
      minimum: 0,
      maximum: 9,
    },
    ["__proto__"]: {
      type: "string",
      format: "date",
    },
    "sort.by": {},
  },
  pagination: {
    type: "offsetLimit",
    page: "page",
    results: ["a"],
  },
} as const;
/** The operation \`GET /a/{id}\`, with the descriptions of the document. */
export const findOperation = {
  method: "GET",
  path: "/a/{id}",
  operationId: "find",
  summary: "Finds.",
  description: 'One, by\\nits "id". */',
  deprecated: true,
  parameters: {
    path: {
      id: {
        required: true,
        enum: [1, {}, {
          "1a": [],
        }, ["a", 2]],
      },
    },
    query: {
      page: {
        type: "integer",
        required: false,
        default: null,
        minimum: 0,
        maximum: 9,
      },
      ["__proto__"]: {
        type: "string",
        format: "date",
        required: false,
      },
      "sort.by": {
        required: false,
      },
    },
    header: {
      "X-Key": {
        required: false,
        deprecated: true,
        description: "Its key.",
      },
    },
  },
  security: [["key", "other"], []],
  pagination: {
    type: "offsetLimit",
    page: "page",
    results: ["a"],
  },
} as const;
`),
    );
  });

  test("leaves out fields that are not documented", async () => {
    const text = `${HEAD}paths: { "/*/b": { put: { requestBody: { content: { text/plain: {} } } } } }\n`;
    expect(flat(await generated("operations", text))).toBe(
      flat(`/** The path of \`PUT /*\\/b\`. */
export const putBPath = "/*/b" as const;
/** The endpoint \`PUT /*\\/b\`. */
export const putBEndpoint = {
  name: "putB",
  method: "PUT",
  path: "/*/b",
  query: {},
} as const;
/** The operation \`PUT /*\\/b\`, with the descriptions of the document. */
export const putBOperation = {
  method: "PUT",
  path: "/*/b",
  parameters: {},
  body: {
    required: false,
    mediaTypes: ["text/plain"],
  },
  security: [],
} as const;
`),
    );
  });
});

describe("schema.ts", () => {
  test("has a type for each schema, in the order of the document, and avoids the names of other exports", async () => {
    const text = `${HEAD}paths: { /a: { get: { operationId: list } } }
components:
  schemas:
    thing: { type: string, description: " A thing. */\\n@see all " }
    List: { type: string }
    Odd-"key": { type: string, description: " " }
    ListParams: { type: string, description: "" }
`;
    const schema = await generated("schema", text);
    expect(schema.slice(0, schema.indexOf("\nexport interface paths"))).toBe(`/**
 * A thing. *\\/
 * \\@see all
 */
export type Thing = string;

export type List = string;

export type OddKey = string;

export type ListParams2 = string;
`);
    expect(schema).toContain(`    'Odd-"key"': OddKey;\n`);
  });
});
