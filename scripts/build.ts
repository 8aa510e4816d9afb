import { spawn } from "node:child_process";
import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDocument } from "./document.js";
import { runCommand } from "./problem.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = (name: string): string => `${root}${name}`;

/** Where the parts are put together: `dist/` is never half made, holds nothing stale, and builds may overlap. */
const STAGING = `.dist.${process.pid}`;

/** Compiles generated/ and src/, and says by its exit code whether that went well. */
function compile(): Promise<number> {
  return new Promise((resolve, reject) => {
    const arguments_ = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", STAGING];
    spawn(process.execPath, arguments_, { cwd: root, stdio: "inherit" })
      .once("error", reject)
      .once("close", (code) => {
        resolve(code ?? 1);
      });
  });
}

/** Makes `dist/`, all that the package is: compiled code with its types, and the document as JSON. */
async function main(): Promise<number> {
  try {
    const [code, document] = await Promise.all([compile(), readDocument(path("spec/openapi.yaml"))]);
    if (code !== 0) return code;
    // What is generated as JavaScript, which tsc passes over.
    for (const name of readdirSync(path("generated")).filter((each) => /\.(js|d\.ts)$/.test(each)))
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
