import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { serve } from "../serve.js";

/** Whose sessions to list: what the consumer is given. */
export interface App {
  baseUrl: string;
  accountId: string;
  appId: string;
  apiToken: string;
}

/** What the consumer returns. */
export interface Listed {
  ids: string[];
  pages: number;
}

/** The runtime is not on this machine, which says nothing about the package. */
export class Unavailable extends Error {}

/** A runtime, ready to list. */
interface Runtime {
  version: string;
  list: (app: App) => Promise<Listed>;
  close?: () => Promise<void>;
}

interface Surroundings {
  /** Where the package is installed and the consumer lies. */
  project: string;
  /** Resolves what test/runtimes/ has installed. */
  require: NodeJS.Require;
}

const run = promisify(execFile);
/** How long a runtime may take. */
const LIMIT = 60_000;

/** A runtime with a command line: where its package keeps the binary, and what goes before the program. */
function program(
  specifier: string,
  args: readonly string[],
): (surroundings: Surroundings) => Promise<Runtime> {
  return async ({ project, require }) => {
    const [, packageName = specifier] = /^((?:@[^/]+\/)?[^/]+)/.exec(specifier) ?? [];
    const binary = installed(require, specifier, packageName);
    const { stdout } = await run(binary, ["--version"], { timeout: LIMIT });
    return {
      version: /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim(),
      async list(app) {
        const { stdout } = await run(binary, [...args, "program.js", JSON.stringify(app)], {
          cwd: project,
          timeout: LIMIT,
        });
        return JSON.parse(stdout) as Listed;
      },
    };
  };
}

function installed(require: NodeJS.Require, specifier: string, packageName: string): string {
  for (const folder of require.resolve.paths(specifier) ?? []) {
    const file = join(folder, specifier);
    if (existsSync(file)) return file;
  }
  throw new Unavailable(`npm has no ${packageName} for ${process.platform} ${process.arch}`);
}

/** The consumer and the package in one module, as a bundler makes it. */
async function bundle(project: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** As much of miniflare as is used: it is installed in test/runtimes/ only. */
interface MiniflareModule {
  Miniflare: new (options: object) => {
    dispatchFetch: (url: string, init: object) => Promise<Response>;
    dispose: () => Promise<void>;
  };
}

async function workerd({ project, require }: Surroundings): Promise<Runtime> {
  const script = await bundle(project, "worker.js");
  const manifest = join(dirname(require.resolve("workerd")), "../package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const { Miniflare } = (await import(require.resolve("miniflare"))) as MiniflareModule;
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2026-01-01" });
  return {
    version,
    async list(app) {
      const response = await miniflare.dispatchFetch("http://worker/", {
        method: "POST",
        body: JSON.stringify(app),
      });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Listed;
    },
    close: () => miniflare.dispose(),
  };
}

/** As much of playwright-core as is used: it is installed in test/runtimes/ only. */
interface PlaywrightModule {
  chromium: {
    launch: (options: object) => Promise<{
      version: () => string;
      newPage: () => Promise<{
        goto: (url: string) => Promise<unknown>;
        evaluate: (expression: string) => Promise<unknown>;
      }>;
      close: () => Promise<void>;
    }>;
  };
}

async function chromium({ project, require }: Surroundings): Promise<Runtime> {
  const executablePath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((path) => [join(path, "chromium"), join(path, "chromium-browser")])
    .find((path) => existsSync(path));
  if (!executablePath) throw new Unavailable("no chromium on the PATH (Debian: apt-get install chromium)");
  const script = await bundle(project, "consumer.js");
  const { chromium } = ((await import(require.resolve("playwright-core"))) as { default: PlaywrightModule })
    .default;
  // The browser's sandbox does not start for root, as which containers run.
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  // An origin of its own, so that the requests to the API are across origins, as they would be.
  const site = await serve((request) =>
    Promise.resolve(
      request.url.endsWith("/consumer.js")
        ? new Response(script, { headers: { "content-type": "text/javascript" } })
        : new Response("<!doctype html><title>Sessions</title>", {
            headers: { "content-type": "text/html" },
          }),
    ),
  );
  return {
    version: browser.version(),
    async list(app) {
      const page = await browser.newPage();
      await page.goto(site.url);
      const call = `import("/consumer.js").then(({ listAll }) => listAll(${JSON.stringify(app)}))`;
      return (await page.evaluate(call)) as Listed;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

const { platform, arch } = process;
const libc = platform === "linux" ? "-glibc" : "";
const exe = platform === "win32" ? ".exe" : "";

/** The runtimes, in the order of the table. */
export const RUNTIMES: readonly {
  name: string;
  prepare: (surroundings: Surroundings) => Promise<Runtime>;
}[] = [
  { name: "Node.js 20", prepare: program("node-20/bin/node", []) },
  { name: "Node.js 22", prepare: program("node-22/bin/node", []) },
  { name: "Node.js 24", prepare: program("node-24/bin/node", []) },
  {
    name: "Deno",
    prepare: program(`@deno/${platform}-${arch}${libc}/deno${exe}`, [
      "run",
      "--no-config",
      "--no-remote",
      "--node-modules-dir=manual",
      // No more than the network: the package reads no file and no environment variable.
      "--allow-net=127.0.0.1",
    ]),
  },
  {
    name: "Bun",
    prepare: program(`@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}/bin/bun${exe}`, [
      "--no-install",
      "run",
    ]),
  },
  { name: "workerd (Cloudflare Workers)", prepare: workerd },
  { name: "Chromium", prepare: chromium },
];
