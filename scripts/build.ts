import { spawn } from "node:child_process";
import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { readDocument } from "./document/document.js";
import { runCommand } from "./problem.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = (name: string): string => `${root}${name}`;

/** Where the parts are put together: `dist/` is never half made, holds nothing stale, and builds may overlap. */
const STAGING = `.dist.${process.pid}`;

/** Checks generated/ and src/ and writes their declarations, and says by its exit code whether that went well. */
function declare(): Promise<number> {
  return new Promise((resolve, reject) => {
    const arguments_ = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", STAGING];
    spawn(process.execPath, arguments_, { cwd: root, stdio: "inherit" })
      .once("error", reject)
      .once("close", (code) => {
        resolve(code ?? 1);
      });
  });
}

/**
 * Writes the code of each entry as one file, and what several share as another: a file costs its user about a
 * millisecond to import, and there are a dozen. The command is apart, lest it divide what the others share.
 */
async function bundle(): Promise<void> {
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : entry.default,
  );
  for (const built of [entries, Object.values(manifest.bin)])
    await build({
      absWorkingDir: root,
      entryPoints: built.map((file) => file.replace(/^(?:\.\/)?dist\/(.*)\.js$/, "$1.ts")),
      outbase: ".",
      outdir: STAGING,
      bundle: true,
      splitting: true,
      packages: "external",
      format: "esm",
      target: "es2022",
      logLevel: "warning",
    });
}

/** Makes `dist/`, all that the package is: code with its types, and the document as JSON. */
async function main(): Promise<number> {
  try {
    const code = await declare();
    if (code !== 0) return code;
    await bundle();
    const document = await readDocument(path("spec/openapi.yaml"));
    // The declaration of what is generated as JavaScript, which tsc passes over.
    for (const name of readdirSync(path("generated")).filter((each) => each.endsWith(".d.ts")))
      cpSync(path(`generated/${name}`), path(`${STAGING}/generated/${name}`));
    writeFileSync(path(`${STAGING}/openapi.json`), `${JSON.stringify(document.root, null, 2)}\n`);
    rmSync(path("dist"), { recursive: true, force: true });
    renameSync(path(STAGING), path("dist"));
    return 0;
  } finally {
    rmSync(path(STAGING), { recursive: true, force: true });
  }
}

await runCommand(main);
