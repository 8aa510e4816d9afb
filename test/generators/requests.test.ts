import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { HEAD, renderFile, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();
const SPEC = `${HEAD}paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: find
      parameters:
        - { name: tags, in: query, explode: false, schema: { type: array, items: { type: string } } }
        - { name: X-Trace, in: header, schema: { type: string } }
      responses: { "200": { description: ok, content: { text/csv: {} } } }
    patch:
      operationId: merge
      requestBody: { content: { application/merge-patch+json: { schema: { type: object } } } }
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } }
    put:
      operationId: upload
      servers: [{ url: "https://up.test" }]
      requestBody: { required: true, content: { "*/*": {} } }
      responses: { "204": { description: ok } }
`;

type Call = (client: unknown, ...rest: unknown[]) => Promise<{ data?: unknown; error?: unknown }>;
type Module = Record<"find" | "merge" | "upload", Call> & { createApiClient: (options: object) => unknown };

describe("the functions of a generated client", () => {
  let api: Module;
  const sent: Request[] = [];
  let answer: () => Response;
  const fetch = (request: Request): Promise<Response> => {
    sent.push(request);
    return Promise.resolve(answer());
  };

  beforeAll(async () => {
    const files = await renderFile(writeTexts(folder, { "api.yaml": SPEC }));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(resolve("node_modules/openapi-fetch"), join(folder, "node_modules/openapi-fetch"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    for (const [name, text] of files) {
      const { outputText } = ts.transpileModule(text, {
        compilerOptions: { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 },
      });
      writeFileSync(join(folder, name.replace(".ts", ".js")), outputText);
    }
    api = (await import(pathToFileURL(join(folder, "index.js")).href)) as Module;
  });

  async function call(
    name: "find" | "merge" | "upload",
    args: unknown[],
    body = "{}",
  ): Promise<{ request: Request; data: unknown }> {
    sent.length = 0;
    answer = () => (body ? new Response(body) : new Response(null, { status: 204 }));
    const { data } = await api[name](api.createApiClient({ fetch }), ...args);
    const [request] = sent;
    if (!request) throw new Error("nothing was sent");
    return { request, data };
  }

  it("send path, query and header, in the style that the document says, and read what is no JSON", async () => {
    const params = { path: { id: "a/b" }, query: { tags: ["x", "y"] }, header: { "X-Trace": "1" } };
    const { request, data } = await call("find", [params, { headers: { "X-More": "2" } }], "a,b");
    expect(`${request.method} ${request.url}`).toBe("GET https://api.test/v1/things/a%2Fb?tags=x,y");
    expect([request.headers.get("x-trace"), request.headers.get("x-more")]).toEqual(["1", "2"]);
    expect(data).toBe("a,b");
  });

  it("send JSON of another kind as what it is, whatever form the caller's headers have", async () => {
    const headers = new Headers({ "X-More": "2" });
    const { request } = await call("merge", [{ path: { id: "1" } }, { a: null }, { headers }]);
    expect(request.headers.get("content-type")).toBe("application/merge-patch+json");
    expect(request.headers.get("x-more")).toBe("2");
    expect(await request.text()).toBe('{"a":null}');
  });

  it("send bytes as they are, to the server of the operation, unless told another", async () => {
    const args = [{ path: { id: "1" } }, new Uint8Array([1, 2])];
    const { request } = await call("upload", args, "");
    expect(`${request.method} ${request.url}`).toBe("PUT https://up.test/things/1");
    expect(request.headers.get("content-type")).toBe("application/octet-stream");
    expect([...new Uint8Array(await request.arrayBuffer())]).toEqual([1, 2]);
    const elsewhere = await call("upload", [...args, { baseUrl: "http://127.0.0.1:1" }], "");
    expect(elsewhere.request.url).toBe("http://127.0.0.1:1/things/1");
  });
});
