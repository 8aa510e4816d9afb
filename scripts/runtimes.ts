import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import type { Session } from "../generated/index.js";
import type * as Testing from "../src/testing.js";
import { importBuilt } from "./import-built.js";
import { installPackages } from "./install.js";
import { replaceMarkedSection } from "./marked-section.js";
import { runCommand } from "./run-command.js";
import { root } from "./project-folder.js";
import { type App, RUNTIMES, UnavailableError } from "./runtimes/list.js";
import { renderResults, type Result, verifyListing } from "./runtimes/results.js";
import { serve } from "./serve.js";

/** The folder of the runtimes. Its own lockfile keeps the install of this project small. */
const RUNTIMES_FOLDER = join(root, "test/runtimes");

const SESSION_COUNT = 1_000;

/** Permits the page in the browser, which has another origin, to read the responses. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization",
  "access-control-expose-headers": "cf-ray",
};

/** Creates a project with the consumer and the packed package. */
async function createProject(): Promise<string> {
  const project = mkdtempSync(join(tmpdir(), "runtimes-"));
  const execFileAsync = promisify(execFile);
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", project];
  const { stdout } = await execFileAsync("npm", pack, { cwd: root });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  await execFileAsync("npm", ["install", `./${filename}`, "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: project,
  });
  for (const name of ["consumer.js", "program.js", "worker.js"])
    cpSync(join(RUNTIMES_FOLDER, name), join(project, name));
  return project;
}

/** A served fake API. */
interface ServedApi {
  app: App;
  /** The ids of its sessions. */
  ids: string[];
  /** Returns the number of requests since the last call. */
  takeRequestCount: () => number;
  close: () => Promise<void>;
}

/** Serves the fake API of the built package. */
async function serveFakeApi(): Promise<ServedApi> {
  const { createFakeApi, fakeApiDefaults, generateSessions } = (await importBuilt(
    "realtimekit-sessions/testing",
  )) as typeof Testing;
  const sessions: Session[] = generateSessions(SESSION_COUNT);
  const respond = createFakeApi({ sessions });
  let requests = 0;
  const { url, close } = await serve(async (request) => {
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: CORS });
    requests++;
    const response = await respond(request);
    for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
    return response;
  });
  return {
    app: { ...fakeApiDefaults, baseUrl: url },
    ids: sessions.map(({ id }) => id),
    takeRequestCount() {
      const count = requests;
      requests = 0;
      return count;
    },
    close,
  };
}

/** Lists the sessions in one runtime. */
async function runRuntime(
  { name, prepare }: (typeof RUNTIMES)[number],
  project: string,
  { app, ids, takeRequestCount }: ServedApi,
): Promise<Result> {
  try {
    const runtime = await prepare({ project, require: createRequire(join(RUNTIMES_FOLDER, "package.json")) });
    const { version } = runtime;
    try {
      const listed = await runtime.list(app);
      return { name, version, listed, requests: takeRequestCount(), outcome: verifyListing(listed.ids, ids) };
    } catch (error) {
      return { name, version, requests: takeRequestCount(), outcome: describeFailure(error) };
    } finally {
      await runtime.close?.();
    }
  } catch (error) {
    return { name, version: "", requests: 0, outcome: describeFailure(error) };
  }
}

function describeFailure(error: unknown): string {
  const reason = (error as Error).message.split("\n", 3).join(" ");
  return `${error instanceof UnavailableError ? "unavailable" : "failed"}: ${reason}`;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
  // No install scripts are needed, because each runtime has its binary in a package.
  installPackages(RUNTIMES_FOLDER, "the runtimes");
  const served = await serveFakeApi();
  const project = await createProject();
  const results: Result[] = [];
  try {
    for (const runtime of RUNTIMES) {
      const result = await runRuntime(runtime, project, served);
      results.push(result);
      console.error(`${result.name}: ${result.outcome}`);
    }
  } finally {
    await served.close();
    rmSync(project, { recursive: true, force: true });
  }
  const table = renderResults(results);
  console.log(table);
  if (values.write) {
    const page = join(root, "docs/runtimes.md");
    writeFileSync(page, replaceMarkedSection(readFileSync(page, "utf8"), "runtimes", table));
  }
  return results.some(({ outcome }) => outcome.startsWith("failed")) ? 1 : 0;
}

await runCommand(main);
