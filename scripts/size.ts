import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The most that a bundle which lists every session may weigh, in bytes after gzip. */
export const SIZE_BUDGET = 12_700;

/** What such a bundle is made of: all of the client, since every part of it is needed to list. */
const LISTING = `
import { createSessionsClient } from "realtimekit-sessions";
const client = createSessionsClient({ accountId: "account", appId: "app", apiToken: "token" });
for await (const session of client.iterate()) console.log(session.id);
`;

/** What a bundle weighs, in bytes. */
export interface BundleSize {
  gzip: number;
  minified: number;
  /** How many minified bytes come from each module. */
  modules: ReadonlyMap<string, number>;
}

/**
 * Bundles and minifies a module that imports the package from its sources, and measures the result.
 *
 * @param code - The module. Default: one that lists every session.
 */
export async function bundleSize(code: string = LISTING): Promise<BundleSize> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root },
    absWorkingDir: root,
    // The sources rather than dist/, whose chunks hide the modules.
    alias: { "realtimekit-sessions": "./src/index.ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
    metafile: true,
  });
  const [bundle] = outputFiles;
  const [output] = Object.values(metafile.outputs);
  const modules = Object.entries(output?.inputs ?? {})
    .map(([name, { bytesInOutput }]) => [name, bytesInOutput] as const)
    .filter(([, bytes]) => bytes > 0)
    .sort(([, a], [, b]) => b - a);
  return {
    gzip: gzipSync(bundle?.contents ?? "", { level: 9 }).length,
    minified: bundle?.contents.length ?? 0,
    modules: new Map(modules),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { gzip, minified, modules } = await bundleSize();
  console.log(`${gzip} bytes after gzip, of ${SIZE_BUDGET} at the most; ${minified} before, of which`);
  for (const [name, bytes] of modules) console.log(`${String(bytes).padStart(6)}  ${name}`);
  if (gzip > SIZE_BUDGET) process.exitCode = 1;
}
