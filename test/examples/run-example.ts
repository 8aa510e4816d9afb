import { vi } from "vitest";
import type { FakeApi } from "../../src/testing.js";
import { fakeApiDefaults } from "../../src/testing.js";
import { type RunningServer, serve } from "../../scripts/serve.js";

/** The output of an example. */
interface ExampleOutput {
  /** The lines of the standard output. */
  lines: string[];
  /** The lines of the error output. */
  errors: string[];
}

/** Serves a fake API, and sets the environment variables of the examples to it. */
export async function serveApp(api: FakeApi): Promise<RunningServer> {
  const served = await serve((request) => api(request));
  vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", fakeApiDefaults.accountId);
  vi.stubEnv("REALTIMEKIT_APP_ID", fakeApiDefaults.appId);
  vi.stubEnv("CLOUDFLARE_API_TOKEN", fakeApiDefaults.apiToken);
  vi.stubEnv("REALTIMEKIT_BASE_URL", served.url);
  return served;
}

/** Runs an example with arguments, as from a command line. */
export async function runExample(name: string, ...args: string[]): Promise<ExampleOutput> {
  const output: ExampleOutput = { lines: [], errors: [] };
  const record = (lines: string[]) => (text: unknown) => {
    lines.push(String(text));
  };
  vi.spyOn(console, "log").mockImplementation(record(output.lines));
  vi.spyOn(console, "error").mockImplementation(record(output.errors));
  const { argv } = process;
  process.argv = [process.execPath, `examples/${name}.ts`, ...args];
  vi.resetModules();
  try {
    await import(`../../examples/${name}.ts`);
  } finally {
    process.argv = argv;
    vi.restoreAllMocks();
  }
  return output;
}
