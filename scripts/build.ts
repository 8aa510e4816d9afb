import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { build, type BuildOptions, type PluginBuild } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { readCompleteDocument } from "./document/document.js";
import { runCommand } from "./run-command.js";
import { root } from "./project-folder.js";

const resolvePath = (name: string): string => `${root}${name}`;

const MCP_SERVER = "dist/src/mcp/serve.js";

/** The folder that replaces `dist/` after the build, so that `dist/` is never incomplete, and builds may overlap. */
const STAGING = `.dist.${process.pid}`;

/** Type-checks generated/ and src/, writes their declarations and returns the exit code. */
function writeDeclarations(): Promise<number> {
  return new Promise((resolve, reject) => {
    const args = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", STAGING];
    spawn(process.execPath, args, { cwd: root, stdio: "inherit" })
      .once("error", reject)
      .once("close", (code) => {
        resolve(code ?? 1);
      });
  });
}

/** Returns the options of both bundles. */
function createBundleOptions(files: readonly string[]): BuildOptions {
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
 * Writes each entry as one file, with shared code in further files. Each file takes a millisecond to import. The
 * command is a separate bundle that contains its own libraries.
 */
async function writeBundles(): Promise<void> {
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : entry.default,
  );
  await build({ ...createBundleOptions(entries), splitting: true, packages: "external" });
  const { metafile } = await build({
    ...createBundleOptions([...Object.values(manifest.bin), MCP_SERVER]),
    platform: "node",
    minify: true,
    metafile: true,
    plugins: [{ name: "mcp", setup: externalizeMcpServer }],
    // CommonJS libraries call require, which a module does not have.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  writeFileSync(
    resolvePath(`${STAGING}/THIRD-PARTY-LICENSES.txt`),
    readLicenses(Object.keys(metafile.inputs)),
  );
}

/** Makes the command import the MCP server from a separate bundle, which is larger than the command. */
function externalizeMcpServer(pluginBuild: PluginBuild): void {
  pluginBuild.onResolve({ filter: /\/mcp\/serve\.js$/ }, () => ({ path: "./mcp/serve.js", external: true }));
}

/** Reads the licenses of the packages of some files. */
function readLicenses(files: readonly string[]): string {
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const license = readdirSync(resolvePath(folder)).find((name) => /^licen[cs]e/i.test(name));
    if (!license) throw new Error(`${folder} has no license file.`);
    return `${folder.replace(/^.*node_modules\//, "")}\n\n${readFileSync(resolvePath(`${folder}/${license}`), "utf8").trim()}\n`;
  });
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

/** Builds `dist/`: the code with its types, and the document as JSON. */
async function main(): Promise<number> {
  try {
    const code = await writeDeclarations();
    if (code !== 0) return code;
    await writeBundles();
    const document = await readCompleteDocument(resolvePath("spec/openapi.yaml"));
    // tsc does not copy the declarations of generated JavaScript.
    for (const name of readdirSync(resolvePath("generated")).filter((file) => file.endsWith(".d.ts")))
      cpSync(resolvePath(`generated/${name}`), resolvePath(`${STAGING}/generated/${name}`));
    writeFileSync(resolvePath(`${STAGING}/openapi.json`), `${JSON.stringify(document.root, null, 2)}\n`);
    rmSync(resolvePath("dist"), { recursive: true, force: true });
    renameSync(resolvePath(STAGING), resolvePath("dist"));
    return 0;
  } finally {
    rmSync(resolvePath(STAGING), { recursive: true, force: true });
  }
}

await runCommand(main);
