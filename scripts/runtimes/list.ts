import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { serve } from "../serve.js";

/** The app whose sessions the consumer lists. */
export interface App {
  baseUrl: string;
  accountId: string;
  appId: string;
  apiToken: string;
}

/** The result of the consumer. */
export interface Listing {
  ids: string[];
  pages: number;
}

/** Thrown if the runtime is not on this machine. */
export class UnavailableError extends Error {}

/** A runtime that is ready to list. */
interface Runtime {
  version: string;
  list: (app: App) => Promise<Listing>;
  close?: () => Promise<void>;
}

interface ProjectContext {
  /** The folder with the installed package and the consumer. */
  project: string;
  /** Resolves the packages of test/runtimes/. */
  require: NodeJS.Require;
}

const execFileAsync = promisify(execFile);
const TIMEOUT_MS = 60_000;

/**
 * Prepares a runtime with a command line.
 *
 * @param specifier - The path of the binary in its package.
 * @param args - The arguments before the program.
 */
function createCommand(
  specifier: string,
  args: readonly string[],
): (context: ProjectContext) => Promise<Runtime> {
  return async ({ project, require }) => {
    const [, packageName = specifier] = /^((?:@[^/]+\/)?[^/]+)/.exec(specifier) ?? [];
    const binary = findInstalled(require, specifier, packageName);
    const { stdout } = await execFileAsync(binary, ["--version"], { timeout: TIMEOUT_MS });
    return {
      version: /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim(),
      async list(app) {
        const { stdout } = await execFileAsync(binary, [...args, "program.js", JSON.stringify(app)], {
          cwd: project,
          timeout: TIMEOUT_MS,
        });
        return JSON.parse(stdout) as Listing;
      },
    };
  };
}

/** Returns the path of a file in an installed package. */
function findInstalled(require: NodeJS.Require, specifier: string, packageName: string): string {
  for (const folder of require.resolve.paths(specifier) ?? []) {
    const file = join(folder, specifier);
    if (existsSync(file)) return file;
  }
  throw new UnavailableError(`${packageName} is not available for ${process.platform} ${process.arch}`);
}

/** Bundles the consumer with the package. */
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

/** The used part of miniflare, which is installed in test/runtimes/ only. */
interface MiniflareModule {
  Miniflare: new (options: object) => {
    dispatchFetch: (url: string, init: object) => Promise<Response>;
    dispose: () => Promise<void>;
  };
}

async function prepareWorkerd({ project, require }: ProjectContext): Promise<Runtime> {
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
      return (await response.json()) as Listing;
    },
    close: () => miniflare.dispose(),
  };
}

/** The used part of playwright-core, which is installed in test/runtimes/ only. */
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

async function prepareChromium({ project, require }: ProjectContext): Promise<Runtime> {
  const executablePath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((path) => [join(path, "chromium"), join(path, "chromium-browser")])
    .find((path) => existsSync(path));
  if (!executablePath)
    throw new UnavailableError("no chromium on the PATH (Debian: apt-get install chromium)");
  const script = await bundle(project, "consumer.js");
  const { chromium } = ((await import(require.resolve("playwright-core"))) as { default: PlaywrightModule })
    .default;
  // The browser's sandbox does not start for root, the user of most containers.
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  // The page has its own origin, so that requests to the API are cross-origin.
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
      return (await page.evaluate(call)) as Listing;
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
  prepare: (context: ProjectContext) => Promise<Runtime>;
}[] = [
  { name: "Node.js 20", prepare: createCommand("node-20/bin/node", []) },
  { name: "Node.js 22", prepare: createCommand("node-22/bin/node", []) },
  { name: "Node.js 24", prepare: createCommand("node-24/bin/node", []) },
  { name: "Node.js 26", prepare: createCommand("node-26/bin/node", []) },
  {
    name: "Deno",
    prepare: createCommand(`@deno/${platform}-${arch}${libc}/deno${exe}`, [
      "run",
      "--no-config",
      "--no-remote",
      "--node-modules-dir=manual",
      // The package needs the network only, no files and no environment variables.
      "--allow-net=127.0.0.1",
    ]),
  },
  {
    name: "Bun",
    prepare: createCommand(`@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}/bin/bun${exe}`, [
      "--no-install",
      "run",
    ]),
  },
  { name: "workerd (Cloudflare Workers)", prepare: prepareWorkerd },
  { name: "Chromium", prepare: prepareChromium },
];
