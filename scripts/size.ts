import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The maximum size of a bundle that lists every session, in bytes after gzip. */
export const MAX_BUNDLE_BYTES = 12_700;

/** The module of that bundle. */
const LISTING = `
import { createSessionsClient } from "realtimekit-sessions";
const client = createSessionsClient({ accountId: "account", appId: "app", apiToken: "token" });
for await (const session of client.iterate()) console.log(session.id);
`;

/** The size of a bundle in bytes. */
export interface BundleSize {
  gzip: number;
  minified: number;
  /** The minified bytes of each module. */
  modules: ReadonlyMap<string, number>;
}

/**
 * Bundles and minifies a module that imports the package from its sources, and measures the result.
 *
 * @param code - The module. Default: one that lists every session.
 */
export async function measureBundle(code: string = LISTING): Promise<BundleSize> {
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
  const { gzip, minified, modules } = await measureBundle();
  console.log(
    `${gzip} bytes after gzip (maximum ${MAX_BUNDLE_BYTES}), ${minified} bytes before gzip, by module:`,
  );
  for (const [name, bytes] of modules) console.log(`${String(bytes).padStart(6)}  ${name}`);
  if (gzip > MAX_BUNDLE_BYTES) process.exitCode = 1;
}
