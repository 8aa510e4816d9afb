import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../project-folder.js";
import { bench } from "./run.js";

/** A program that lists every session with one of the clients. */
export interface Contender {
  name: string;
  /** The size of its minified bundle for a browser. */
  minifiedBytes: number;
  /** The size of that bundle after gzip. */
  gzippedBytes: number;
  /** The URL of its bundle for Node, not minified. */
  url: string;
}

/** The names of the contenders in the tables, with their files in bench/listings/. */
const LISTINGS = {
  "raw fetch, loop by hand": "raw-fetch",
  "openapi-fetch, loop by hand": "openapi-fetch",
  "realtimekit-sessions": "ours",
  "@hey-api/openapi-ts, loop by hand": "hey-api",
  "cloudflare/tree-shakable, loop by hand": "cloudflare-tree-shakable",
  "cloudflare, loop by hand": "cloudflare",
} as const;

/** The contender that uses this package. */
export const OURS = "realtimekit-sessions";
/** The contender that the others are compared with. */
export const BASELINE = "openapi-fetch, loop by hand";

/**
 * Bundles all contenders.
 *
 * @param folder - The folder for the bundles.
 * @returns The contenders in the order of the tables.
 */
export async function createContenders(folder: string): Promise<Contender[]> {
  const output = join(folder, "hey-api");
  const generate = ["-i", join(root, "spec/openapi.yaml"), "-o", output, "--no-log-file", "-s"];
  await promisify(execFile)(join(bench, "node_modules/.bin/openapi-ts"), generate, { cwd: folder });
  const common = {
    absWorkingDir: bench,
    bundle: true,
    format: "esm",
    target: "es2022",
    alias: { "realtimekit-sessions": join(root, "dist/src/index.js"), "hey-api-output": output },
    logLevel: "error",
  } as const;
  return Promise.all(
    Object.entries(LISTINGS).map(async ([name, listing]) => {
      const entryPoints = [`listings/${listing}.js`];
      const { outputFiles } = await build({
        ...common,
        entryPoints,
        minify: true,
        platform: "browser",
        write: false,
      });
      const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
      const outfile = join(folder, `${listing}.mjs`);
      await build({ ...common, entryPoints, platform: "node", outfile });
      const gzippedBytes = gzipSync(contents, { level: 9 }).length;
      return { name, minifiedBytes: contents.length, gzippedBytes, url: pathToFileURL(outfile).href };
    }),
  );
}
