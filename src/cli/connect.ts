import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { SessionsClientOptions } from "../client-options.js";
import { createSessionsClient, type SessionsClient } from "../sessions.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../testing.js";
import type { Run } from "./context.js";
import { checkUsage, UsageError } from "./usage-error.js";

/** The options of the client as messages name them. */
const SOURCES: Readonly<Record<string, string>> = {
  accountId: "CLOUDFLARE_ACCOUNT_ID (or --account-id)",
  appId: "REALTIMEKIT_APP_ID (or --app-id)",
  apiToken: "CLOUDFLARE_API_TOKEN (or --token-file)",
};

/** A few pages of sessions. The last page is not full. */
const DEMO_SESSIONS = 345;

/** Creates the client of a run, which shows its delays in the progress. */
export async function connect(run: Run): Promise<SessionsClient> {
  const { delay } = run.progress;
  return createSessionsClient({ ...(await readClientOptions(run)), onRetry: delay, onRateLimit: delay });
}

/**
 * Returns the options of the client for a run: from the command line, or else from the environment.
 *
 * @throws UsageError if an id, the token or the base URL is missing or invalid.
 */
export async function readClientOptions(run: Run): Promise<SessionsClientOptions> {
  const { CLOUDFLARE_ACCOUNT_ID = "", REALTIMEKIT_APP_ID = "", CLOUDFLARE_API_TOKEN = "" } = run.env;
  const { demo, account_id, app_id, token_file, base_url: baseUrl, max_retry_after: seconds } = run.options;
  if (demo) {
    // Recent sessions, so that --since 7d finds some.
    const sessions = generateSessions(DEMO_SESSIONS, { now: new Date() });
    return { ...fakeApiDefaults, fetch: createFakeApi({ sessions }) };
  }
  const credentials = {
    accountId: account_id ?? CLOUDFLARE_ACCOUNT_ID,
    appId: app_id ?? REALTIMEKIT_APP_ID,
    apiToken: token_file ? await readToken(token_file, run) : CLOUDFLARE_API_TOKEN,
  };
  const missing = Object.entries(credentials).flatMap(([name, value]) => (value ? [] : SOURCES[name]));
  if (missing.length)
    throw new UsageError(`Not set: ${missing.join(", ")}. To try it with generated sessions, add --demo.`);
  const client = { ...credentials, baseUrl, maxRetryAfter: seconds && seconds * 1000, fetch: run.fetch };
  // The message begins with the name of the client's option.
  const reword = (message: string): string => message.replace(/^\w+/, (name) => SOURCES[name] ?? name);
  checkUsage(() => createSessionsClient(client), reword);
  return client;
}

/** Reads the token from a file or, for `-`, the standard input. */
async function readToken(file: string, { stdin, signal }: Run): Promise<string> {
  const reading = file === "-" ? buffer(addAbortSignal(signal, stdin)) : readFile(file, { signal });
  const bytes = await reading.catch((error: unknown) => {
    // The path may be the token by mistake.
    throw new UsageError(`--token-file cannot be read: ${(error as Error).message.replace(/, .*/s, ".")}`);
  });
  // PowerShell writes UTF-16 into files.
  if (bytes.includes(0)) throw new UsageError("--token-file must be UTF-8, but is probably UTF-16.");
  const token = new TextDecoder().decode(bytes).trim();
  if (!token) throw new UsageError("--token-file is empty.");
  return token;
}
