import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import { createSessionsClient } from "../sessions.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../testing.js";
import type { Run } from "./context.js";

/** A few pages of sessions. The last page is not full. */
const DEMO_SESSIONS = 345;

/** The options of the client as messages of the command name them. */
export const OPTION_NAMES: ReadonlyMap<string, string> = new Map([
  ["accountId", "CLOUDFLARE_ACCOUNT_ID (or --account-id)"],
  ["appId", "REALTIMEKIT_APP_ID (or --app-id)"],
  ["apiToken", "CLOUDFLARE_API_TOKEN (or --token-file)"],
  ["baseUrl", "--base-url"],
  ["maxRetryAfter", "--max-retry-after"],
]);

/**
 * Creates the client of a run. Its options are from the command line, or else from the environment.
 *
 * @throws Error if an id, the token or the base URL is missing or invalid.
 */
export async function createClient(run: Run): Promise<Pick<Run, "client" | "clientOptions">> {
  const { showDelay } = run.progress;
  // Recent sessions, so that --since 7d finds some.
  const sessions = run.options.demo ? generateSessions(DEMO_SESSIONS, { now: new Date() }) : undefined;
  const clientOptions = sessions
    ? { ...fakeApiDefaults, fetch: createFakeApi({ sessions }) }
    : await readOptions(run);
  const client = createSessionsClient({ ...clientOptions, onRetry: showDelay, onRateLimit: showDelay });
  return { client, clientOptions };
}

async function readOptions({ options, fetch, ...run }: Run): Promise<Run["clientOptions"]> {
  const { CLOUDFLARE_ACCOUNT_ID = "", REALTIMEKIT_APP_ID = "", CLOUDFLARE_API_TOKEN = "" } = process.env;
  const { accountId, appId, tokenFile, baseUrl, maxRetryAfter: seconds } = options;
  const credentials = {
    accountId: accountId ?? CLOUDFLARE_ACCOUNT_ID,
    appId: appId ?? REALTIMEKIT_APP_ID,
    apiToken: tokenFile === undefined ? CLOUDFLARE_API_TOKEN : await readToken(tokenFile, run),
  };
  const unset = Object.entries(credentials).filter(([, value]) => !value);
  const missing = unset.map(([name]) => OPTION_NAMES.get(name));
  if (missing.length)
    throw new Error(`Not set: ${missing.join(", ")}. To try it with generated sessions, add --demo.`);
  return { ...credentials, baseUrl, maxRetryAfter: seconds && seconds * 1000, fetch };
}

/** Reads the token from a file or, for `-`, the standard input. */
async function readToken(file: string, { stdin, signal }: Pick<Run, "stdin" | "signal">): Promise<string> {
  const reading = file === "-" ? buffer(addAbortSignal(signal, stdin)) : readFile(file);
  const bytes = await reading.catch((error: unknown) => {
    // The path may be the token by mistake.
    throw new Error(`--token-file cannot be read: ${(error as Error).message.replace(/, .*/s, ".")}`);
  });
  // PowerShell writes UTF-16 into files.
  if (bytes.includes(0)) throw new Error("--token-file must be UTF-8, but is probably UTF-16.");
  const token = new TextDecoder().decode(bytes).trim();
  if (!token) throw new Error("--token-file is empty.");
  return token;
}
