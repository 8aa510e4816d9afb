import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "./document-files.js";
import { findTypeErrors } from "./type-check.js";

const folder = createTemporaryFolder();

/** Valid, unusual documents, and code that must or must not compile with their output. */
const documents: { given: string; texts: Record<string, string>; use?: string }[] = [
  { given: "no operation", texts: { "api.yaml": `${HEAD}paths: {}\n` } },
  {
    given: "OpenAPI 3.0, with a nullable field",
    texts: {
      "api.yaml": `openapi: 3.0.3
info: { title: T, version: "1" }
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { type: object, properties: { b: { type: string, nullable: true } } } } }
`,
    },
    use: `import { a, createApiClient } from "./index.js";
const { data } = await a(createApiClient());
export const b: string | null | undefined = data?.b;`,
  },
  {
    given: "every method",
    texts: {
      "api.yaml": `${HEAD}paths:
  /a:
${["get", "put", "post", "delete", "options", "head", "patch"]
  .map((method) => `    ${method}: { responses: { "204": { description: ok } } }`)
  .join("\n")}
`,
    },
    use: `import { createApiClient, deleteA, getA, headA, optionsA, patchA, postA, putA } from "./index.js";
const client = createApiClient();
export const all: unknown[] = [deleteA, getA, headA, optionsA, patchA, postA, putA].map((each) => each(client));`,
  },
  {
    given:
      "names that are not identifiers, are reserved, or clash with each other or with names of the client",
    texts: {
      "api.yaml": `${HEAD}paths:
  /a: { get: { operationId: call, responses: { "204": { description: ok } } } }
  /b: { get: { operationId: promise, responses: { "204": { description: ok } } } }
  /c: { delete: { operationId: delete, responses: { "204": { description: ok } } } }
  /d: { get: { operationId: in, responses: { "204": { description: ok } } } }
  /e: { get: { operationId: repos/list-all, responses: { "204": { description: ok } } } }
  /f: { get: { operationId: repos_list.all, responses: { "204": { description: ok } } } }
  /g: { get: { operationId: list, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { "204": { description: ok } } } }
  /h: { get: { operationId: listQuery, responses: { "204": { description: ok } } } }
  /i: { get: { operationId: createApiClient, responses: { "204": { description: ok } } } }
  /j: { get: { operationId: options, parameters: [{ name: client, in: query, schema: { type: string } }], responses: { "204": { description: ok } } } }
  /k: { get: { operationId: "---", responses: { "204": { description: ok } } } }
  /l: { get: { operationId: 1st, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { "204": { description: ok } } } }
  /m: { get: { operationId: nonNullable, responses: { "204": { description: ok } } } }
  /n: { get: { operationId: grüße, responses: { "204": { description: ok } } } }
components:
  schemas:
    paths: { type: string }
    Components: { type: string }
    any: { type: string }
    Client: { type: string }
    call: { type: string }
    odd-name.v1: { type: string }
    OddNameV1: { type: number }
    Promise: { type: string }
`,
    },
    use: `import { call2, createApiClient, createApiClient2, list, listQuery, options, reposListAll, reposListAll2, _delete, _in, type OddNameV1, type OddNameV12 } from "./index.js";
export const names: unknown[] = [call2, createApiClient, createApiClient2, list, listQuery, options, reposListAll, reposListAll2, _delete, _in];
export const odd: [OddNameV1, OddNameV12] = [1, "one"];`,
  },
  {
    given: "parameters of a path, replaced by an operation's, of names that need quotes",
    texts: {
      "api.yaml": `${HEAD}paths:
  /a/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: X-Trace, in: header, required: true, schema: { type: string } }
    get:
      operationId: a
      parameters:
        - { name: X-Trace, in: header, required: true, schema: { type: integer } }
        - { name: "a b", in: query, schema: { type: integer, minimum: -1 } }
        - { name: __proto__, in: query, schema: { type: string } }
        - { name: it's, in: query, schema: { type: string, enum: ["it's", 'a"b', 'c\\d', "*/"] } }
      responses: { "204": { description: ok } }
`,
    },
    use: `import { a, aOperation, createApiClient } from "./index.js";
export const minimum: -1 = aOperation.parameters.query["a b"].minimum;
export const trace: "integer" = aOperation.parameters.header["X-Trace"].type;
const client = createApiClient();
void a(client, { path: { id: "1" }, header: { "X-Trace": 1 }, query: { "it's": "*/" } });
// @ts-expect-error: the operation describes a number.
void a(client, { path: { id: "1" }, header: { "X-Trace": "1" } });
// @ts-expect-error: no such parameter.
void a(client, { path: { id: "1" }, header: { "X-Trace": 1 }, query: { nonsense: 1 } });
// @ts-expect-error: a header is required.
void a(client, { path: { id: "1" } });`,
  },
  {
    given: "bodies of JSON, of another JSON, of text, of bytes and of anything",
    texts: {
      "api.yaml": `${HEAD}paths:
  /a:
    post:
      operationId: json
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Tree" } } } }
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Tree" } } } } }
    patch:
      operationId: merge
      requestBody: { content: { application/merge-patch+json: { schema: { $ref: "#/components/schemas/Tree" } } } }
      responses: { "2XX": { description: ok, content: { "*/*": { schema: { $ref: "#/components/schemas/Tree" } } } } }
    put:
      operationId: text
      requestBody: { required: true, content: { text/plain: { schema: { type: string } } } }
      responses: { "200": { description: ok, content: { text/plain: { schema: { type: string } } } } }
    delete:
      operationId: bytes
      requestBody: { required: true, content: { "*/*": {} } }
      responses: { "200": { description: ok, content: { application/pdf: {} } } }
components:
  schemas:
    Tree: { type: object, description: a */ tree, properties: { kids: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
`,
    },
    use: `import { bytes, createApiClient, json, merge, text, type Tree } from "./index.js";
const client = createApiClient();
export const tree: Tree | undefined = (await json(client, { kids: [{}] })).data;
export const merged: Tree | undefined = (await merge(client, { kids: [] })).data;
export const greeting: string | undefined = (await text(client, "hello")).data;
export const pdf: Blob | undefined = (await bytes(client, new Uint8Array(1))).data;
export const raw: ArrayBuffer | undefined = (await json(client, {}, { parseAs: "arrayBuffer" })).data;
void json(client, {}, { signal: AbortSignal.abort(), headers: { a: "b" } });
// @ts-expect-error: the body is required.
void json(client);
// @ts-expect-error: the body has another type.
void json(client, { kids: 1 });`,
  },
  {
    given: "references to parameters, responses, path items and other files",
    texts: {
      "api.yaml": `${HEAD}paths:
  /a: { $ref: "./parts/a.yaml" }
  /b:
    get:
      operationId: b
      parameters: [{ $ref: "parts/common.yaml#/parameters/q" }]
      responses: { "200": { $ref: "#/components/responses/Ok" } }
components:
  responses:
    Ok: { description: ok, content: { application/json: { schema: { $ref: "parts/common.yaml#/Tree" } } } }
`,
      "parts/a.yaml": `get:
  operationId: a
  parameters: [{ $ref: "common.yaml#/parameters/q" }]
  responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "common.yaml#/Tree" } } } } }
`,
      "parts/common.yaml": `parameters:
  q: { name: q, in: query, required: true, schema: { type: boolean } }
Tree: { type: object, required: [kids], properties: { kids: { type: array, items: { $ref: "#/Tree" } } } }
`,
    },
    use: `import { a, b, createApiClient } from "./index.js";
const client = createApiClient();
export const kids: number | undefined = (await a(client, { query: { q: true } })).data?.kids.length;
export const more: number | undefined = (await b(client, { query: { q: true } })).data?.kids[0]?.kids.length;
// @ts-expect-error: the query is required.
void a(client);`,
  },
  {
    given: "descriptions that would end a comment or start a tag, and paths with quotes",
    texts: {
      "api.yaml": `${HEAD}paths:
  /a/*/\`'"/{id}:
    get:
      operationId: a
      summary: "ends */ here"
      description: "@deprecated not\\n@param client - lies */"
      parameters: [{ name: id, in: path, required: true, description: "*/ }", schema: { type: string } }]
      responses: { "204": { description: ok } }
`,
    },
    use: `import { a, aPath } from "./index.js";
export const path: string = aPath;
export { a };`,
  },
];

describe("generated code", () => {
  test.each(documents)("compiles under the strictest settings with $given", async ({ given, texts, use }) => {
    const files = await renderFile(writeTexts(`${folder}/${given.replace(/\W+/g, "-")}`, texts));
    expect(findTypeErrors(files, use)).toEqual([]);
  });

  test("is checked, so that an invalid import is reported", async () => {
    const files = await renderFile(writeTexts(`${folder}/invalid`, { "api.yaml": `${HEAD}paths: {}\n` }));
    expect(findTypeErrors(files, 'import { missing } from "./index.js";\nexport { missing };')).toEqual([
      `use.ts:1 Module '"./index.js"' has no exported member 'missing'.`,
    ]);
  });
});
