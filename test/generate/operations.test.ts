import { describe, expect, test } from "vitest";
import type { Operation } from "../../scripts/generate/operations.js";
import { createTemporaryFolder, HEAD, renderAll, writeTexts } from "./document-files.js";
import { findProblems, findWarnings, readOperationList, readOperationsOf } from "./read-operations.js";

const folder = createTemporaryFolder();

/** Reads the only operation of a document. Its JSON begins at line 5. */
const readOperation = async (operation: string, method = "post"): Promise<Operation | undefined> =>
  (await readOperationList(folder, `${HEAD}paths: { /a: { ${method}: \n${operation} } }\n`))[0];

const MINIMAL: Operation = {
  name: "postA",
  method: "post",
  path: "/a",
  deprecated: false,
  parameters: [],
  responses: {
    success: [],
    hasEmptySuccess: true,
    error: [],
    hasEmptyError: false,
    coversErrors: false,
    unreadStatuses: [],
    schemas: [],
  },
  security: [],
};

describe("an operation", () => {
  test("is read with all of its fields", async () => {
    const text = `${HEAD}security: [{ key: [] }]
paths:
  /a/{id}:
    summary: Of the path
    servers: [{ url: "http://path.test" }]
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post:
      operationId: make-thing
      summary: " Makes a thing. "
      description: In full.
      deprecated: true
      servers: [{ url: "https://{where}.test", variables: { where: { default: up } } }]
      parameters: [{ name: tags, in: query, explode: false, schema: { type: array } }]
      requestBody: { required: true, content: { application/json: {} } }
      responses: { "204": { description: ok } }
      security: [{ key: [], other: [a] }, {}]
components:
  securitySchemes: { key: { type: http, scheme: bearer }, other: { type: http, scheme: basic } }
`;
    expect(await readOperationList(folder, text)).toStrictEqual([
      {
        name: "makeThing",
        operationId: "make-thing",
        method: "post",
        path: "/a/{id}",
        summary: "Makes a thing.",
        description: "In full.",
        deprecated: true,
        baseUrl: "https://up.test",
        parameters: [
          { name: "id", in: "path", required: true, type: "string" },
          { name: "tags", in: "query", required: false, type: "array", style: { explode: false } },
        ],
        body: {
          required: true,
          media: [{ mediaType: "application/json", contentType: "application/json", format: "json" }],
        },
        responses: MINIMAL.responses,
        security: [["key", "other"], []],
      },
    ]);
  });

  test("is read without undocumented fields", async () => {
    expect(await readOperation("{}")).toStrictEqual(MINIMAL);
  });

  test.each([
    ["a flag that is not a boolean", '{ deprecated: "true" }'],
    ["blank strings", '{ summary: " ", description: "", operationId: "" }'],
    ["the server of the document", '{ servers: [{ url: "https://api.test/v1" }] }'],
    ["an empty list of servers", "{ servers: [] }"],
    ["responses that are not an object", "{ responses: [] }"],
    ["security that is not a list", "{ security: {} }"],
  ])("is read with %s as if it were missing", async (_, operation) => {
    expect(await readOperation(operation)).toStrictEqual(MINIMAL);
  });

  test.each(["http://up.test", "https://up.test", "HTTPS://up.test"])(
    "is read with its own server %s",
    async (url) => {
      expect(await readOperation(`{ servers: [{ url: "${url}" }] }`)).toStrictEqual({
        ...MINIMAL,
        baseUrl: url,
      });
    },
  );

  test("is read with the server of its path if it has none", async () => {
    const text = `${HEAD}paths: { /a: { servers: [{ url: "http://up.test" }], post: {} } }\n`;
    expect(await readOperationList(folder, text)).toStrictEqual([{ ...MINIMAL, baseUrl: "http://up.test" }]);
  });

  test("is read with its own server if the document has none", async () => {
    const text = `openapi: 3.1.0\ninfo: {}\npaths: { /a: { post: {}, put: { servers: [{ url: "http://up.test" }] } } }\n`;
    expect(await readOperationList(folder, text)).toStrictEqual([
      { ...MINIMAL, name: "putA", method: "put", baseUrl: "http://up.test" },
      MINIMAL,
    ]);
  });

  test.each([
    ["its own security", "[{ other: [] }]", [["other"]]],
    ["an empty security", "[]", []],
    ["the security of the document", undefined, [["key"]]],
    ["an alternative without schemes, if it is not an object", "[1]", [[]]],
  ])("is read with %s", async (_, security, expected) => {
    const text = `${HEAD}security: [{ key: [] }]
components: { securitySchemes: { key: {}, other: {} } }
paths: { /a: { post: { ${security === undefined ? "" : `security: ${security}`} } } }
`;
    expect(await readOperationList(folder, text)).toStrictEqual([{ ...MINIMAL, security: expected }]);
  });
});

describe("the operations of a document", () => {
  test("are sorted by path and method, and named after both", async () => {
    const text = `${HEAD}paths:
  /b: { put: {}, get: {} }
  /a/{id}: { parameters: [{ name: id, in: path, required: true, schema: {} }], delete: {}, post: {} }
  /B: { patch: {}, head: {}, options: {} }
  /a: { get: {} }
  x-internal: { get: {} }
`;
    expect(
      (await readOperationList(folder, text)).map(({ name, method, path }) => [name, method, path]),
    ).toEqual([
      ["optionsB", "options", "/B"],
      ["headB", "head", "/B"],
      ["patchB", "patch", "/B"],
      ["getA", "get", "/a"],
      ["postAId", "post", "/a/{id}"],
      ["deleteAId", "delete", "/a/{id}"],
      ["getB", "get", "/b"],
      ["putB", "put", "/b"],
    ]);
  });

  test.each([
    ["no paths", ""],
    ["paths that are an empty list", "paths: []\n"],
    ["paths without operations", "paths: { /a: {} }\n"],
  ])("are empty with %s", async (_, paths) => {
    expect(await readOperationList(folder, HEAD + paths)).toEqual([]);
  });
});

describe("a part that is not what OpenAPI expects", () => {
  const createDocument = (operation: string): string => `${HEAD}paths:\n  /a:\n    post: ${operation}\n`;

  test.each([
    ["parameters", "{ parameters: { q: { in: query } } }", "6:25 parameters must be a list: it is ignored"],
    ["responses", "{ responses: [200] }", "6:24 responses must be an object: it is ignored"],
    ["security", "{ security: key }", "6:23 security must be a list: it is ignored"],
    ["a requirement", "{ security: [key] }", "6:24 security.0 must be an object: it is ignored"],
    [
      "content",
      "{ responses: { 200: { content: [application/json] } } }",
      "6:42 content must be an object: it is ignored",
    ],
    [
      "a media type",
      "{ responses: { 200: { content: { text/plain: string } } } }",
      "6:56 text/plain must be an object: it is ignored",
    ],
    [
      "the type of a parameter, as in Swagger 2.0",
      "{ parameters: [{ name: q, in: query, type: string }] }",
      "6:54 query parameter q has its type as in Swagger 2.0, which is ignored: put it into a schema",
    ],
    [
      "the schema of a response, as in Swagger 2.0",
      "{ responses: { 200: { schema: { type: string } } } }",
      "6:41 the response has its schema as in Swagger 2.0, which is ignored: put it into content",
    ],
  ])("is reported: %s", async (_, operation, expected) => {
    expect(await findWarnings(folder, createDocument(operation))).toEqual([`api.yaml:${expected}`]);
  });

  test("is read as an empty object without a warning if it is an empty list, as PHP writes it", async () => {
    const operation =
      "{ requestBody: { content: { multipart/form-data: { encoding: [] } } }, responses: [] }";
    expect(await findWarnings(folder, createDocument(operation))).toEqual([]);
  });

  test.each(["paths: rooms", "paths: [/rooms]"])(
    "is an error in %s, because no operation is left",
    async (text) => {
      expect(await findProblems(folder, `${HEAD}${text}\n`)).toEqual([
        "api.yaml:4:8 paths must be an object",
      ]);
    },
  );

  test("leaves out an operation whose method is not in lower case", async () => {
    const text = `${HEAD}paths:\n  /a:\n    GET: {}\n    post: {}\n    X-Get: {}\n`;
    expect(await findProblems(folder, text)).toEqual(["api.yaml:6:10 the method must be in lower case: get"]);
    expect(await readOperationList(folder, text)).toMatchObject([{ method: "post" }]);
  });
});

describe("the variables of the server of an operation", () => {
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://api.test" }, { url: "https://{region}.test", variables: { region: { default: us } } }]
paths:
`;

  test("are those of the document's server of the same URL by default", async () => {
    const [inherited, own] = await readOperationList(
      folder,
      `${text}  /a: { get: { servers: [{ url: "https://{region}.test" }] } }
  /b: { get: { servers: [{ url: "https://{region}.test", variables: { region: { default: de } } }] } }
`,
    );
    expect([inherited?.baseUrl, own?.baseUrl]).toEqual(["https://us.test", "https://de.test"]);
  });

  test.each(["https://{host}.test", "https://up.test/{host}", "/{host}/v2"])(
    "are reported if they have no default (%s)",
    async (url) => {
      const path = `  /a: { get: { servers: [{ url: "${url}" }] } }\n`;
      expect(await findWarnings(folder, text + path)).toEqual([
        "api.yaml:5:25 the variable host of the operation's server has no default: pass a baseUrl to its function",
      ]);
    },
  );

  test("are reported for a relative server if those of the document's server have no default", async () => {
    const document = text.replace("https://api.test", "https://{host}.test");
    const path = '  /a: { get: { servers: [{ url: "/v2" }] } }\n';
    expect(await findWarnings(folder, document + path)).toEqual([
      "api.yaml:5:25 the variable host of the operation's server has no default: pass a baseUrl to its function",
    ]);
  });
});

describe("the relative server of an operation", () => {
  test.each([
    ["the host of the document's server", HEAD, "/v2", "https://api.test/v2"],
    ["the URL of the document's server", HEAD, "../v2/b", "https://api.test/v2/b"],
    [
      "the $self of OpenAPI 3.2",
      "openapi: 3.2.0\n$self: https://a.test/x/api.yaml\n",
      "../v2",
      "https://a.test/v2",
    ],
  ])("is resolved against %s", async (_, head, server, expected) => {
    const [operation] = await readOperationList(
      folder,
      `${head}paths: { /a: { servers: [{ url: ${server} }], get: {} } }\n`,
    );
    expect(operation?.baseUrl).toBe(expected);
  });

  test.each([
    ["'/v2?from=https:'", "/v2?from=https:"],
    ['""', "/"],
  ])("%s is kept as %s if there is no absolute URL", async (server, expected) => {
    const text = `${HEAD.replace("https://api.test", "")}paths:\n  /a: { servers: [{ url: ${server} }], get: {} }\n`;
    const [operation] = await readOperationList(folder, text);
    expect(operation?.baseUrl).toBe(expected);
  });
});

describe("an operation that cannot be generated", () => {
  test.for([
    ["a path that is not an object", "/a: []", ["api.yaml:5:7 /a is left out: must be an object"]],
    [
      "an operation that is not an object",
      "/a: { get: 1 }",
      ["api.yaml:5:14 an operation must be an object"],
    ],
    ["a body that is not an object", "/a: { put: { requestBody: 1 } }", ["api.yaml:5:29 must be an object"]],
    [
      "a body that cannot be written",
      "/a: { put: { requestBody: { content: { multipart/mixed: {}, multipart/related: {} } } } }",
      ["api.yaml:5:40 a request body of multipart/mixed, multipart/related is not supported"],
    ],
    [
      "HEAD with a required body",
      "/a: { head: { requestBody: { required: true, content: { text/plain: {} } } } }",
      ["api.yaml:5:30 a HEAD with a required body is not supported: fetch refuses to send it"],
    ],
    [
      "a response that is not an object",
      `/a: { get: { responses: { "200": 1 } } }`,
      ["api.yaml:5:36 must be an object"],
    ],
    [
      "a schema that is not an object",
      `/a: { get: { responses: { "200": { content: { application/json: { schema: 1 } } } } } }`,
      ["api.yaml:5:77 must be an object"],
    ],
    [
      "a parameter of the path that is not an object",
      "/a: { parameters: [1], get: {} }",
      ["api.yaml:5:22 must be an object"],
    ],
    [
      "several problems, of which the first is named",
      "/a: { trace: { parameters: [1] } }",
      ["api.yaml:5:16 TRACE is not supported: fetch refuses to send it (and 1 more)"],
    ],
  ] as const)("is reported for %s", async ([, paths, expected]) => {
    expect(await findProblems(folder, `${HEAD}paths:\n  ${paths}\n`)).toEqual(expected);
  });

  test("is reported at its location in its own file", async () => {
    writeTexts(folder, {
      "parts/common.yaml": "part:\n  name: part\n  in: body\n  schema: { type: string }\n",
    });
    const text = `${HEAD}paths:
  /a:
    get: { parameters: [{ $ref: "parts/common.yaml#/part" }] }
    trace: {}
`;
    expect(await findProblems(folder, text)).toEqual([
      "common.yaml:3:7 body parameter part is of Swagger 2.0: use a requestBody",
      "api.yaml:7:12 TRACE is not supported: fetch refuses to send it",
    ]);
  });

  test("is reported with its method and path, and does not affect the others", async () => {
    const { operations, leftOut, root } = await readOperationsOf(
      folder,
      `${HEAD}paths: { /a: { trace: {}, get: {} } }\n`,
    );
    expect(leftOut.map(({ rule, message }) => [rule, message])).toEqual([
      ["operation-left-out", "TRACE /a is left out: TRACE is not supported: fetch refuses to send it"],
    ]);
    expect(operations.map(({ name }) => name)).toEqual(["getA"]);
    expect(root.paths).toEqual({ "/a": { get: {}, trace: {} } });
  });

  test("is not left out by an extension of the document", async () => {
    const text = `${HEAD}paths: { /a: { get: { x-left-out: true } } }\n`;
    const { operations, leftOut } = await readOperationsOf(folder, text);
    expect(operations.map(({ name }) => name)).toEqual(["getA"]);
    expect(leftOut).toEqual([]);
  });

  test("keeps its parts for the operations that refer to them, but has no types itself", async () => {
    const schema = "content: { application/json: { schema: { enum: [on, off] } } }";
    const file = writeTexts(folder, {
      "api.yaml": `${HEAD}paths:
  /a: { trace: { parameters: [{ name: X-Q, in: header, schema: { type: integer } }], responses: { "200": { ${schema} } } } }
  /b: { get: { parameters: [{ $ref: "#/paths/~1a/trace/parameters/0" }], responses: { "200": { $ref: "#/paths/~1a/trace/responses/200" } } } }
`,
    });
    const { files } = await renderAll(file);
    const text = files.get("schema.ts") ?? "";
    expect(text).not.toContain("trace:");
    expect(text).toContain('"X-Q"?: number;');
    expect(text).toContain('"application/json": "on" | "off" | (string & {});');
    expect(files.get("validators-strict.js")).toContain("getBStrict");
  });
});

describe("a warning", () => {
  test.for([
    [
      "a path parameter that only the query declares is a string",
      "/a/{id}: { get: { parameters: [{ name: id, in: query, schema: {} }] } }",
      ["api.yaml:5:19 the path has {id}, but no such path parameter is declared: it is a string"],
    ],
    [
      "a path parameter that is declared by another name is a string",
      "/a/{id}/{id}: { get: { parameters: [{ name: ID, in: path, schema: {} }] } }",
      ["api.yaml:5:24 the path has {id}, but no such path parameter is declared: it is a string"],
    ],
    [
      "an undescribed JSON body of a GET is left out",
      "/a: { get: { requestBody: { required: true, content: { application/json: {} } } } }",
      ["api.yaml:5:29 the undescribed body of a GET is left out: fetch refuses to send it"],
    ],
    [
      "an optional body of a HEAD is left out",
      "/a: { head: { requestBody: { content: { text/plain: {} } } } }",
      ["api.yaml:5:30 the optional body of a HEAD is left out: fetch refuses to send it"],
    ],
    [
      "an optional body of a GET is left out",
      "/a: { get: { requestBody: { content: { text/plain: {} } } } }",
      ["api.yaml:5:29 the optional body of a GET is left out: fetch refuses to send it"],
    ],
    [
      "a body without a media type is not sent",
      "/a: { put: { requestBody: { content: {} } } }",
      ["api.yaml:5:29 the request body has no media type: it is not sent"],
    ],
    [
      "a security scheme that is not defined is reported once",
      "/a: { get: { security: [{}, { other: [] }] }, put: { security: [{ other: [] }] } }",
      ["api.yaml:5:40 security names the scheme other, which components.securitySchemes does not define"],
    ],
    [
      "an operationId that is used twice gets a number",
      "/a: { get: { operationId: a }, put: { operationId: a } }",
      ["api.yaml:5:54 operationId a is used by another operation too: the function is named a2"],
    ],
  ] as const)("states that %s", async ([, paths, expected]) => {
    const text = `${HEAD}paths:\n  ${paths}\n`;
    expect(await findWarnings(folder, text)).toEqual(expected);
    expect(await findProblems(folder, text)).toEqual([]);
  });

  test("is reported once for an undefined security scheme of the whole document", async () => {
    const text = `${HEAD}security: [{ key: [] }]\npaths: { /a: { get: {}, put: {} } }\n`;
    expect(await findWarnings(folder, text)).toEqual([
      "api.yaml:4:19 security names the scheme key, which components.securitySchemes does not define",
    ]);
  });

  test("is reported for an undeclared path parameter, which the rendered document declares", async () => {
    const { operations, root } = await readOperationsOf(folder, `${HEAD}paths: { "/a/{id}": { get: {} } }\n`);
    expect(operations[0]?.parameters).toEqual([{ name: "id", in: "path", required: true, type: "string" }]);
    expect(root.paths).toEqual({
      "/a/{id}": {
        get: { parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }] },
      },
    });
  });

  test("is reported for a path without a slash", async () => {
    expect(await findWarnings(folder, `${HEAD}paths: { a: { get: {} } }\n`)).toEqual([
      "api.yaml:4:13 the path a does not begin with a slash: /a is requested",
    ]);
  });

  test("is reported for an optional body of a GET, which the rendered document does not have", async () => {
    const { operations, root } = await readOperationsOf(
      folder,
      `${HEAD}paths: { /a: { get: { requestBody: { content: { text/plain: {} } } } } }\n`,
    );
    expect(operations[0]).not.toHaveProperty("body");
    expect(root.paths).toEqual({ "/a": { get: {} } });
  });
});
