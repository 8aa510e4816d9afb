import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { readCompleteDocument } from "./document/document.js";
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

/** The options of both bundles. */
function bundleOptions(files: readonly string[]): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: files.map((file) => file.replace(/^(?:\.\/)?dist\/(.*)\.js$/, "$1.ts")),
    outbase: ".",
    outdir: STAGING,
    bundle: true,
    format: "esm",
    target: "es2022",
    logLevel: "warning",
  };
}

/**
 * Writes the code of each entry as one file, and what several share as another: each file costs a millisecond to
 * import. The command is apart, with the libraries that only it needs in it.
 */
async function bundle(): Promise<void> {
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : entry.default,
  );
  await build({ ...bundleOptions(entries), splitting: true, packages: "external" });
  const { metafile } = await build({
    ...bundleOptions(Object.values(manifest.bin)),
    platform: "node",
    metafile: true,
    // CommonJS libraries call require, which a module lacks.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  writeFileSync(path(`${STAGING}/THIRD-PARTY-LICENSES.txt`), licensesOf(Object.keys(metafile.inputs)));
}

/** The licenses of the packages that files belong to. */
function licensesOf(files: readonly string[]): string {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const license = readdirSync(path(folder)).find((name) => /^licen[cs]e/i.test(name));
    if (!license) throw new Error(`${folder} has no license file`);
    return `${folder.replace(/^.*node_modules\//, "")}\n\n${readFileSync(path(`${folder}/${license}`), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

/** Makes `dist/`, all that the package is: code with its types, and the document as JSON. */
async function main(): Promise<number> {
  try {
    const code = await declare();
    if (code !== 0) return code;
    await bundle();
    const document = await readCompleteDocument(path("spec/openapi.yaml"));
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
