import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "./document-files.js";
import { findTypeErrors } from "./type-check.js";

const folder = createTemporaryFolder();

/** Returns the generated client of a document in one line, regardless of its format. */
async function renderClient(text: string): Promise<string> {
  const files = await renderFile(writeTexts(folder, { "api.yaml": text }));
  return (files.get("client.ts") ?? "")
    .replace(/\s+/g, " ")
    .replace(/([({]) /g, "$1")
    .replace(/,? ([)}])/g, "$1");
}

describe("client.ts", () => {
  const ABSOLUTE = "The default base URL of a client: the first server of the document.";
  const RELATIVE = "The document has no absolute URL of a server: pass a `baseUrl` to each client.";
  test.each([
    ["an absolute URL", '[{ url: "https://a.test" }, { url: "https://b.test" }]', ABSOLUTE, "https://a.test"],
    ["a URL without encryption", '[{ url: "http://a.test" }]', ABSOLUTE, "http://a.test"],
    ["a URL that ends with a slash", '[{ url: "https://a.test/v1/" }]', ABSOLUTE, "https://a.test/v1/"],
    ["a path", '[{ url: "/v1?from=https:" }]', RELATIVE, "/v1?from=https:"],
    ["missing", "[]", RELATIVE, ""],
  ])("has the base URL of a server that is %s", async (_, servers, comment, url) => {
    const client = await renderClient(
      `openapi: 3.1.0\ninfo: { title: T, version: "1" }\nservers: ${servers}\npaths: {}\n`,
    );
    expect(client).toContain(`/** ${comment} */ export const baseUrl: string = "${url}";`);
  });

  test("uses only the files of the runtime that its operations need", async () => {
    const text = `${HEAD}paths: { /a: { get: { responses: { "204": { description: d } } } } }\n`;
    const files = await renderFile(writeTexts(folder, { "api.yaml": text }));
    expect([...files.keys()].filter((name) => name.startsWith("runtime/"))).toEqual([
      "runtime/call.ts",
      "runtime/path.ts",
      "runtime/encode.ts",
      "runtime/responses.ts",
    ]);
    expect(files.get("client.ts")).not.toContain("ResponseBodyError");
  });

  test("passes only options that openapi-fetch needs", async () => {
    const client = await renderClient(`${HEAD}paths:
  /a:
    put:
      operationId: put
      parameters: [{ name: q, in: query, schema: { type: string } }, { name: X-Q, in: header, schema: { type: integer } }]
      requestBody: { content: { application/json: {} } }
`);
    expect(client).toContain('return call(client.PUT, "/a", {...options, params, body});');
  });

  test("documents an operation, its parameters by location and its body", async () => {
    const client = await renderClient(`${HEAD}paths:
  /a/{id}:
    put:
      operationId: find
      summary: Finds.
      description: "By its id. */\\n@odd"
      deprecated: true
      parameters:
        - { name: X-Key, in: header, required: true }
        - { name: tags, in: query, explode: false, deprecated: true, schema: { type: array, default: [a] } }
        - { name: since, in: query, description: "From  \\n\\n  when\\non.", schema: { type: string, format: date } }
        - { name: id, in: path, description: Its id., schema: { type: string, enum: [a, b] } }
      requestBody: { content: { "*/*": {}, text/plain: {} } }
`);
    const documented = [
      String.raw`/** * Finds. * * By its id. *\/ * \@odd * * ${"`PUT /a/{id}`"} *`,
      '* Parameters in the path: * - `id` (one of `"a"`, `"b"`, required): Its id. *',
      '* Parameters in the query: * - `tags` (array, default `["a"]`, deprecated) * - `since` (date): From when on. *',
      "* Parameters in the header: * - `X-Key` (required) *",
      "* @param client - Sends the request. * @param params - The parameters by location.",
      String.raw`* @param body - The body, as ${"`*\\/*` or `text/plain`"}.`,
      "* @param options - Options of the request, such as `signal` and `headers`. * @deprecated */",
    ];
    expect(client).toContain(documented.join(" "));
  });

  test.each([
    ["neither is required", false, false, "params?: PutAParams, body?: PutA_Body"],
    ["the body is required", false, true, "params: PutAParams | undefined, body: PutA_Body"],
    ["the parameters are required", true, false, "params: PutAParams, body?: PutA_Body"],
    ["both are required", true, true, "params: PutAParams, body: PutA_Body"],
  ])("has parameters before the body if %s", async (_, query, body, expected) => {
    const client = await renderClient(`${HEAD}paths:
  /a:
    put:
      parameters: [{ name: q, in: query, required: ${query} }, { name: s, in: cookie, required: true }]
      requestBody: { required: ${body}, content: { image/png: {} } }
`);
    expect(client).toContain(`>(client: ApiClient, ${expected}, options?: Options)`);
    expect(client).toContain(`query${query ? "" : "?"}: PutA_Operation["parameters"]["query"];`);
    expect(client).toContain('cookie?: PutA_Operation["parameters"]["cookie"];');
  });
});

const renderResponse = (status: string, content: string): string =>
  `"${status}": { description: d, content: ${content} }`;
const SCHEMA = "schema: { type: object, required: [a], properties: { a: { type: string } } }";
const renderOperation = (name: string, ...responses: string[]): string =>
  `  /${name}: { get: { operationId: ${name}, responses: { ${responses.join(", ")} } } }\n`;

const TYPES_SPEC = `${HEAD}paths:
${[
  renderOperation(
    "json",
    renderResponse("200", `{ application/json: { ${SCHEMA} } }`),
    '"404": { description: none }',
  ),
  renderOperation(
    "empty",
    renderResponse("200", `{ application/json: { ${SCHEMA} } }`),
    '"204": { description: none }',
  ),
  renderOperation("fallback", renderResponse("default", `{ application/json: { ${SCHEMA} } }`)),
  renderOperation(
    "ranged",
    renderResponse("2XX", `{ application/json: { ${SCHEMA} } }`),
    renderResponse("4XX", "{ application/json: { schema: { type: integer } } }"),
  ),
  renderOperation(
    "mixed",
    renderResponse("200", `{ text/plain: {}, application/json: { ${SCHEMA} } }`),
    renderResponse("202", "{ application/pdf: {} }"),
  ),
  renderOperation(
    "image",
    renderResponse("200", "{ image/png: { schema: { type: string, format: binary } } }"),
  ),
  renderOperation(
    "partly",
    renderResponse(
      "400",
      "{ application/json: { schema: { type: object, required: [code], properties: { code: { type: integer } } } } }",
    ),
    '"404": { description: none }',
  ),
  renderOperation("numbers", renderResponse("200", "{ text/plain: { schema: { type: integer } } }")),
  renderOperation("events", renderResponse("200", `{ text/event-stream: { ${SCHEMA} } }`)),
  renderOperation("lines", renderResponse("200", "{ text/event-stream: { schema: { type: string } } }")),
].join(
  "",
)}  /head: { head: { operationId: head, responses: { ${renderResponse("200", `{ application/json: { ${SCHEMA} } }`)} } } }
  /bodies:
    post:
      operationId: several
      requestBody: { required: true, content: { application/json: { ${SCHEMA} }, text/plain: {}, multipart/form-data: { ${SCHEMA} } } }
    put:
      operationId: send
      requestBody: { required: true, content: { application/x-www-form-urlencoded: { ${SCHEMA} } } }
    patch:
      operationId: upload
      requestBody: { content: { application/octet-stream: {} } }
`;

const USE = `import { createApiClient, empty, type EventStream, events, fallback, head, image, json, lines, mixed, numbers, partly, ranged, send, several, type UndocumentedError, upload } from "./index.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <Expected>() => <Got>(_: Got, equal: Equal<Expected, Got>): boolean => equal;
const c = createApiClient();
interface A { a: string }
const a: A = { a: "" };
export async function results(): Promise<unknown[]> {
  const one = await json(c);
  if (!one.error) return [one.data satisfies A];
  const both = await partly(c);
  if (!both.error) return [is<undefined>()(both.data, true)];
  return [
    is<object | \`HTTP \${string}\`>()(one.error, true),
    is<number | UndocumentedError | undefined>()((await ranged(c)).error, true),
    // @ts-expect-error: another status may have another error.
    both.error.code,
    is<{ code: number } | UndocumentedError>()(both.error, true),
    (await empty(c)).data satisfies A | undefined,
    (await fallback(c)).data satisfies A | undefined,
    (await fallback(c)).error satisfies A | undefined,
    (await ranged(c)).data satisfies A | undefined,
    is<string | undefined>()((await numbers(c)).data, true),
    is<Blob | undefined>()((await image(c)).data, true),
    is<undefined>()((await head(c)).data, true),
    is<EventStream<string> | undefined>()((await lines(c)).data, true),
    (await events(c)).data satisfies EventStream<A> | undefined,
    (await mixed(c)).data satisfies A | string | Blob | undefined,
  ];
}
export async function overrides(): Promise<unknown[]> {
  return [
    is<ArrayBuffer | undefined>()((await image(c, { parseAs: "arrayBuffer" })).data, true),
    is<ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined>()((await events(c, { parseAs: "stream" })).data, true),
    is<string | undefined>()((await json(c, { parseAs: "text" })).data, true),
    is<Blob | undefined>()((await empty(c, { parseAs: "blob" })).data, true),
    (await json(c, { parseAs: "json" })).data satisfies A | undefined,
    (await json(c, { signal: AbortSignal.abort() })).data satisfies A | undefined,
  ];
}
export const sent: unknown[] = [
  several(c, { contentType: "application/json", body: a }),
  several(c, { contentType: "text/plain", body: "text" }),
  several(c, { contentType: "multipart/form-data", body: new FormData() }),
  send(c, a),
  send(c, new URLSearchParams()),
  upload(c, new Blob([]).stream()),
  upload(c),
  // @ts-expect-error: the body belongs to another media type.
  several(c, { contentType: "text/plain", body: a }),
  // @ts-expect-error: the media type must be chosen.
  several(c, a),
  // @ts-expect-error: a property is missing.
  send(c, {}),
];`;

describe("the types of client.ts", () => {
  test("match the document and the options of a call", async () => {
    const files = await renderFile(writeTexts(folder, { "types.yaml": TYPES_SPEC }));
    expect(findTypeErrors(files, USE)).toEqual([]);
  });
});
