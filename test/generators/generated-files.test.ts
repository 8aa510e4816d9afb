import { describe, expect, it } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { render } from "../../scripts/generate/render.js";
import { HEAD, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();
const header =
  "// @generated from api.yaml by scripts/generate.ts.\n// Not to be edited: change the document, then run `make`.\n\n";

/** What stands below the header of a file that a document generates. */
async function generated(name: string, text: string): Promise<string> {
  const document = await readDocument(writeTexts(folder, { "api.yaml": text }));
  const file = (await render(document, { command: "make", validators: false })).files.get(`${name}.ts`) ?? "";
  expect(file.slice(0, header.length)).toBe(header);
  return file.slice(header.length);
}

/** Source text without its layout, which is the formatter's. */
const flat = (text: string): string => text.replace(/\s+/g, "").replace(/,(?=[\])}])/g, "");

describe("the files of a document", () => {
  const NONE = `${HEAD}paths: {}\n`;

  it.each([
    [
      "with validators",
      true,
      ["client.ts", "index.ts", "operations.ts", "schema.ts", "validators.js", "validators.d.ts"],
    ],
    ["without validators", false, ["client.ts", "index.ts", "operations.ts", "schema.ts"]],
  ] as const)("are, %s,", async (_, validators, want) => {
    const document = await readDocument(writeTexts(folder, { "api.yaml": NONE }));
    const { files } = await render(document, { command: "make", validators });
    expect([...files.keys()]).toEqual(want);
    expect([...files.values()].filter((text) => !text.startsWith(header))).toEqual([]);
  });

  it("need no operation and no schema", async () => {
    expect(await generated("operations", NONE)).toBe("export {};\n");
    expect(await generated("index", NONE)).toBe(
      'export * from "./client.js";\nexport * from "./operations.js";\nexport * from "./schema.js";\n',
    );
    const client = await generated("client", NONE);
    expect(client.split("\n").slice(0, 4)).toEqual([
      'import createClient, { type Client, type ClientOptions, type FetchOptions } from "openapi-fetch";',
      'import type { paths } from "./schema.js";',
      "/** Where the API is, unless a client is told otherwise: the first server of the document. */",
      'export const baseUrl: string = "https://api.test/v1";',
    ]);
    expect(client).toMatch(/\nexport function createApiClient\(.*\{\n.*\n\}\n$/);
  });
});

describe("operations.ts has what a document says of an operation", () => {
  it("in full", async () => {
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
        - { name: X-Key, in: header, required: true, deprecated: true, description: Its key. }
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
/** What a client needs to call \`GET /a/{id}\`. */
export const findEndpoint = {
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
/** What the document says about \`GET /a/{id}\`. */
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
        required: true,
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

  it("and no more", async () => {
    const text = `${HEAD}paths: { "/*/b": { put: { requestBody: { content: { text/plain: {} } } } } }\n`;
    expect(flat(await generated("operations", text))).toBe(
      flat(`/** The path of \`PUT /*\\/b\`. */
export const putBPath = "/*/b" as const;
/** What a client needs to call \`PUT /*\\/b\`. */
export const putBEndpoint = {
  method: "PUT",
  path: "/*/b",
  query: {},
} as const;
/** What the document says about \`PUT /*\\/b\`. */
export const putBOperation = {
  method: "PUT",
  path: "/*/b",
  parameters: {},
  body: {
    mediaType: "text/plain",
    required: false,
    json: false,
  },
  security: [],
} as const;
`),
    );
  });
});

describe("schema.ts", () => {
  it("has a type for each schema, in the order of the document, and none with the name of another export", async () => {
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

describe("client.ts tells where the API is", () => {
  const WHOLE = "Where the API is, unless a client is told otherwise: the first server of the document.";
  const NOT_WHOLE = "The document tells no whole URL of a server: give each client its `baseUrl`.";
  it.each([
    ["a whole URL", '[{ url: "https://a.test" }, { url: "https://b.test" }]', WHOLE, "https://a.test"],
    ["one without encryption", '[{ url: "http://a.test" }]', WHOLE, "http://a.test"],
    ["a path", '[{ url: "/v1?from=https:" }]', NOT_WHOLE, "/v1?from=https:"],
    ["none", "[]", NOT_WHOLE, ""],
  ])("by %s", async (_, servers, comment, url) => {
    const client = await generated("client", `openapi: 3.1.0\ninfo: {}\nservers: ${servers}\npaths: {}\n`);
    expect(client).toContain(`\n/** ${comment} */\nexport const baseUrl: string = "${url}";\n`);
  });
});

describe("client.ts imports", () => {
  const operations = (bodies: readonly string[]): string =>
    `${HEAD}paths: { /a: { ${bodies.map((type, index) => `${["put", "post"][index]}: { requestBody: { content: { ${type}: {} } } }`).join(", ")} } }\n`;
  it.each([
    [
      "what merges headers, if one of the bodies needs one",
      ["application/json", "text/plain"],
      "mergeHeaders, ",
    ],
    ["nothing that merges headers, if no body needs one", ["application/json; charset=utf-8"], ""],
  ])("%s", async (_, bodies, merge) => {
    const paths = ["putAPath", "postAPath"].slice(0, bodies.length).join(", ");
    expect(flat(await generated("client", operations(bodies)))).toMatch(
      flat(`import createClient, { ${merge}type Client, type ClientOptions, type FetchOptions } from "openapi-fetch";
import { ${paths} } from "./operations.js";
import type { paths } from "./schema.js";`),
    );
  });
});

describe("client.ts has for an operation", () => {
  /** What follows what every client has. */
  const functionsOf = async (paths: string): Promise<string> => {
    const client = await generated("client", `${HEAD}paths:\n${paths}`);
    const before = "  return (method as (path: string, init: object) => Promise<never>)(path, init);\n}\n\n";
    expect(client).toContain(before);
    return flat(client.slice(client.indexOf(before) + before.length));
  };

  it("all that is said of it", async () => {
    expect(
      await functionsOf(`  /a/{id}:
    get:
      operationId: find
      summary: Finds.
      description: "By its id. */\\n@odd"
      deprecated: true
      servers: [{ url: "https://up.test" }]
      parameters:
        - { name: X-Key, in: header, required: true }
        - { name: tags, in: query, explode: false, deprecated: true, schema: { type: array, default: [a] } }
        - { name: since, in: query, description: "From  \\n\\n  when\\non.", schema: { type: string, format: date } }
        - { name: any, in: query }
        - { name: id, in: path, description: Its id., schema: { type: string, enum: [a, b] } }
      responses: { "200": { content: { text/csv: {} } } }
`),
    ).toBe(
      flat(`type Find = paths["/a/{id}"]["get"];
/** The query of \`GET /a/{id}\`. */
export type FindQuery = NonNullable<Find["parameters"]["query"]>;

/** The parameters of \`GET /a/{id}\`. */
export interface FindParams {
  path: Find["parameters"]["path"];
  query?: Find["parameters"]["query"];
  header: Find["parameters"]["header"];
}

/**
 * Finds.
 *
 * By its id. *\\/
 * \\@odd
 *
 * \`GET /a/{id}\`
 *
 * Parameters in the path:
 * - \`id\` (one of \`"a"\`, \`"b"\`, required): Its id.
 *
 * Parameters in the query:
 * - \`tags\` (array, default \`["a"]\`, deprecated)
 * - \`since\` (date): From when on.
 * - \`any\`
 *
 * Parameters in the header:
 * - \`X-Key\` (required)
 *
 * @param client - What sends the request.
 * @param params - The parameters, by where they go.
 * @param options - How the request is made.
 * @deprecated
 */
export function find<Options extends CallOptions = CallOptions>(client: ApiClient, params: FindParams, options?: Options): Promise<ApiResult<Find, { parseAs: "text" } & Options>> {
  return call(client.GET, findPath, { baseUrl: "https://up.test", parseAs: "text", querySerializer: {array:{style:"form",explode:false}}, ...options, params });
}
`),
    );
  });

  it("and no more", async () => {
    expect(await functionsOf("  /a: { delete: { summary: Ends all. } }\n")).toBe(
      flat(`type DeleteA = paths["/a"]["delete"];

/**
 * Ends all.
 *
 * \`DELETE /a\`
 *
 * @param client - What sends the request.
 * @param options - How the request is made.
 */
export function deleteA<Options extends CallOptions = CallOptions>(client: ApiClient, options?: Options): Promise<ApiResult<DeleteA, Options>> {
  return call(client.DELETE, deleteAPath, { ...options });
}
`),
    );
  });

  it.each([
    {
      given: "JSON",
      type: "application/json",
      want: 'NonNullable<PutA["requestBody"]>["content"]["application/json"]',
      sent: "body",
    },
    {
      given: "JSON of a kind",
      type: "application/a+json",
      want: 'NonNullable<PutA["requestBody"]>["content"]["application/a+json"]',
      sent: 'body, headers: mergeHeaders({ "Content-Type": "application/a+json" }, options?.headers)',
    },
    {
      given: "text",
      type: "text/plain",
      want: 'NonNullable<PutA["requestBody"]>["content"]["text/plain"]',
      sent: 'body, headers: mergeHeaders({ "Content-Type": "text/plain" }, options?.headers), bodySerializer: (raw: unknown) => raw as BodyInit',
    },
    {
      given: "bytes",
      type: "image/png",
      want: "BodyInit",
      sent: 'body, headers: mergeHeaders({ "Content-Type": "image/png" }, options?.headers), bodySerializer: (raw: unknown) => raw as BodyInit',
    },
    {
      given: "anything",
      type: '"*/*"',
      want: "BodyInit",
      sent: 'body, headers: mergeHeaders({ "Content-Type": "application/octet-stream" }, options?.headers), bodySerializer: (raw: unknown) => raw as BodyInit',
    },
  ])("a body of $given, as it is typed and sent", async ({ type, want, sent }) => {
    const text = await functionsOf(`  /a: { put: { requestBody: { content: { ${type}: {} } } } }\n`);
    expect(text).toContain(
      flat(` * @param body - The body, as \`${type.replaceAll('"', "").replace("*/", "*\\/")}\`.\n`),
    );
    expect(text.slice(text.indexOf("(client:"))).toBe(
      flat(
        `(client: ApiClient, body?: ${want}, options?: Options): Promise<ApiResult<PutA, Options>> {\n` +
          `  return call(client.PUT, putAPath, { ...options, ${sent} });\n}\n`,
      ),
    );
  });

  it.each([
    ["neither is needed", false, false, "params?: PutAParams, body?: BodyInit"],
    ["the body is needed", false, true, "params: PutAParams | undefined, body: BodyInit"],
    ["the parameters are needed", true, false, "params: PutAParams, body?: BodyInit"],
    ["both are needed", true, true, "params: PutAParams, body: BodyInit"],
  ])("its parameters before its body, where %s", async (_, query, body, want) => {
    const text = await functionsOf(`  /a:
    put:
      parameters: [{ name: q, in: query, required: ${query} }, { name: X-Q, in: header }]
      requestBody: { required: ${body}, content: { image/png: {} } }
`);
    expect(text).toContain(
      flat(
        `  query${query ? "" : "?"}: PutA["parameters"]["query"];\n  header?: PutA["parameters"]["header"];\n`,
      ),
    );
    expect(text).toContain(flat(`>(client: ApiClient, ${want}, options?: Options): `));
  });

  it("its optional parameters, where it has no body", async () => {
    const text = await functionsOf("  /a: { get: { parameters: [{ name: q, in: query }] } }\n");
    expect(text).toContain(flat(">(client: ApiClient, params?: GetAParams, options?: Options): "));
  });
});
