import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { Files } from "../../scripts/generate/files.js";

const root = resolve(import.meta.dirname, "../..");

/** A generated function, without its types. */
type GeneratedFunction = (
  client: unknown,
  ...rest: unknown[]
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** The exports of a generated client, without types. */
export interface GeneratedClient {
  createApiClient: (options: object) => unknown;
  operations: Readonly<Record<string, GeneratedFunction | undefined>>;
}

/** Loads generated files, bundled in memory. */
export async function loadClient(files: Files): Promise<GeneratedClient> {
  const { outputFiles } = await build({
    entryPoints: ["generated:index.ts"],
    bundle: true,
    format: "esm",
    write: false,
    plugins: [createMemoryPlugin(files)],
  });
  const [bundle] = outputFiles;
  // A data URL would fill each stack trace.
  const folder = mkdtempSync(join(tmpdir(), "client-"));
  writeFileSync(join(folder, "index.mjs"), bundle?.text ?? "");
  const exported = (await import(pathToFileURL(join(folder, "index.mjs")).href)) as Record<
    string,
    GeneratedFunction
  >;
  rmSync(folder, { recursive: true });
  return {
    createApiClient: exported.createApiClient as unknown as GeneratedClient["createApiClient"],
    operations: exported,
  };
}

function createMemoryPlugin(files: Files): Plugin {
  return {
    name: "in-memory",
    setup: (plugin) => {
      plugin.onResolve({ filter: /^generated:/ }, ({ path }) => ({
        path: path.slice(10),
        namespace: "generated",
      }));
      plugin.onResolve({ filter: /^\./, namespace: "generated" }, ({ path, importer }) => ({
        path: new URL(path, `file:///${importer}`).pathname.slice(1).replace(/\.js$/, ".ts"),
        namespace: "generated",
      }));
      plugin.onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => {
        const contents = files.get(path);
        if (contents === undefined) throw new Error(`${path} is not generated`);
        return { contents, loader: "ts", resolveDir: root };
      });
    },
  };
}

/** A request that a generated function sent. */
interface SentRequest {
  method: string;
  url: string;
  /** The path and the query as sent. */
  target: string;
  headers: Headers;
  body: string;
  request: Request;
}

/** Calls functions of a generated client through a `fetch` that records each request. */
export class Recorder {
  readonly #client: GeneratedClient;
  #request: Request | undefined;

  constructor(client: GeneratedClient) {
    this.#client = client;
  }

  /** Calls a function with a prepared response. */
  async call(
    name: string,
    args: readonly unknown[],
    response = new Response(null, { status: 204 }),
  ): Promise<{
    data?: unknown;
    error?: unknown;
    response: Response;
  }> {
    const operation = this.#client.operations[name];
    if (!operation) throw new Error(`${name} is not generated`);
    this.#request = undefined;
    const fetch = (request: Request): Promise<Response> => {
      this.#request = request;
      return Promise.resolve(response);
    };
    return operation(this.#client.createApiClient({ fetch }), ...args);
  }

  /** Calls a function, and returns its request. */
  async send(name: string, ...args: unknown[]): Promise<SentRequest> {
    await this.call(name, args);
    const request = this.#request;
    if (!request) throw new Error("No request was sent.");
    const { method, url, headers } = request;
    const body = await request.clone().text();
    return { method, url, target: url.replace(/^https?:\/\/[^/]+/, ""), headers, body, request };
  }
}
