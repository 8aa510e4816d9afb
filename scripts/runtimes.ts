import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import type { Session } from "../generated/index.js";
import type * as Testing from "../src/testing.js";
import { installFolder } from "./install.js";
import { replaceMarkedSection } from "./marked-section.js";
import { runCommand } from "./problem.js";
import { type App, type Listed, RUNTIMES, Unavailable } from "./runtimes/list.js";
import { type Result, resultsTable, verdict } from "./runtimes/results.js";
import { serve } from "./serve.js";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The runtimes, with a lockfile of their own, so that a plain install of this project stays light. */
const folder = join(root, "test/runtimes");

const SESSIONS = 1_000;

/** Lets a page of another origin read the answers: for the browser alone. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization",
  "access-control-expose-headers": "cf-ray",
};

/** Makes a project that has installed the package as it would be published, and holds the consumer. */
async function makeProject(): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), "runtimes-"));
  const run = promisify(execFile);
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const { stdout } = await run("npm", pack, { cwd: root });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  await run("npm", ["install", `./${filename}`, "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: project,
  });
  for (const name of ["consumer.js", "program.js", "worker.js"])
    cpSync(join(folder, name), join(project, name));
  return project;
}

/** Imports an entry of the package by its name: what `npm run build` made, which is not there to be type-checked. */
async function importBuilt(entry: string): Promise<unknown> {
  return import(entry);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
  // Nothing in them is run: each brings its binary in a package.
  installFolder(folder, "the runtimes");
  const { createFakeApi, fakeApiDefaults, generateSessions } = (await importBuilt(
    "realtimekit-sessions/testing",
  )) as typeof Testing;
  const sessions: Session[] = generateSessions(SESSIONS);
  const answer = createFakeApi({ sessions });
  let requests = 0;
  const { url, close } = await serve(async (request) => {
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
    requests++;
    const response = await answer(request);
    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
    return response;
  });
  const app: App = { ...fakeApiDefaults, baseUrl: url };
  const project = await makeProject();
  const results: Result[] = [];
  try {
    for (const { name, prepare } of RUNTIMES) {
      requests = 0;
      const result: Result = { name, version: "", requests: 0, outcome: "" };
      let listed: Listed | undefined;
      try {
        const runtime = await prepare({ project, require: createRequire(join(folder, "package.json")) });
        try {
          result.version = runtime.version;
          listed = await runtime.list(app);
          result.listed = listed;
          result.outcome = verdict(
            listed.ids,
            sessions.map(({ id }) => id),
          );
        } finally {
          await runtime.close?.();
        }
      } catch (error) {
        const reason = (error as Error).message.split("\n", 3).join(" ");
        result.outcome = `${error instanceof Unavailable ? "not to be had" : "failed"}: ${reason}`;
      }
      result.requests = requests;
      results.push(result);
      console.error(`${name}: ${result.outcome}`);
    }
  } finally {
    await close();
    rmSync(project, { recursive: true, force: true });
  }
  const table = resultsTable(results);
  console.log(table);
  if (values.write) {
    const page = join(root, "docs/runtimes.md");
    writeFileSync(page, replaceMarkedSection(readFileSync(page, "utf8"), "runtimes", table));
  }
  return results.some(({ outcome }) => outcome.startsWith("failed")) ? 1 : 0;
}

await runCommand(main);
