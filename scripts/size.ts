import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "./project-folder.js";

/** The maximum bytes after gzip of a bundle that lists every session, by the used function. */
export const MAX_BUNDLE_BYTES = { createSessionList: 11_611, createSessionsClient: 12_546 } as const;

/** Returns a module that lists every session. */
export function renderListingModule(functionName: keyof typeof MAX_BUNDLE_BYTES): string {
  return `
import { ${functionName} } from "realtimekit-sessions";
const sessions = ${functionName}({ accountId: "account", appId: "app", apiToken: "token" });
for await (const session of sessions.iterate()) console.log(session.id);
`;
}

/** The size of a bundle in bytes. */
interface BundleSize {
  gzippedBytes: number;
  minifiedBytes: number;
  text: string;
  /** The minified bytes of each module. */
  modules: ReadonlyMap<string, number>;
}

/**
 * Bundles and minifies a module that imports the package from its sources, and measures the result.
 *
 * @param code - The text of the module.
 * @returns The sizes of the bundle.
 */
export async function measureBundle(code: string): Promise<BundleSize> {
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
    gzippedBytes: gzipSync(bundle?.contents ?? "", { level: 9 }).length,
    minifiedBytes: bundle?.contents.length ?? 0,
    text: bundle?.text ?? "",
    modules: new Map(modules),
  };
}

/** Reports the sizes as text, and whether one of them exceeds its maximum. */
async function reportSizes(): Promise<{ report: string; isTooLarge: boolean }> {
  const list = await measureBundle(renderListingModule("createSessionList"));
  const client = await measureBundle(renderListingModule("createSessionsClient"));
  const isTooLarge =
    list.gzippedBytes > MAX_BUNDLE_BYTES.createSessionList ||
    client.gzippedBytes > MAX_BUNDLE_BYTES.createSessionsClient;
  const lines = [
    "Bytes of a bundle that lists every session, after gzip:",
    `  createSessionList     ${list.gzippedBytes} (maximum ${MAX_BUNDLE_BYTES.createSessionList})`,
    `  createSessionsClient  ${client.gzippedBytes} (maximum ${MAX_BUNDLE_BYTES.createSessionsClient})`,
    `  the other operations  ${client.gzippedBytes - list.gzippedBytes}`,
    `Bytes before gzip by module, of createSessionsClient (${client.minifiedBytes}) and of createSessionList (${list.minifiedBytes}):`,
    ...[...client.modules].map(
      ([name, bytes]) =>
        [bytes, list.modules.get(name) ?? 0].map((moduleBytes) => String(moduleBytes).padStart(7)).join("") +
        `  ${name}`,
    ),
  ];
  return { report: lines.join("\n"), isTooLarge };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { report, isTooLarge } = await reportSizes();
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // A reader such as `head` closes the pipe early.
    if (error.code !== "EPIPE") throw error;
  });
  process.stdout.write(`${report}\n`);
  if (isTooLarge) process.exitCode = 1;
}
