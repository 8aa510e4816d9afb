import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { SessionsClientOptions } from "../client-options.js";
import type { Parameter, Parameters } from "../operation.js";
import { createSessionsClient, type SessionsClient } from "../sessions.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../testing.js";
import type { Run } from "./context.js";
import { flagOf, UsageError } from "./options.js";

/** The options for an app and its token, each with the option of the client and the environment variable. */
const CREDENTIALS = [
  { name: "account_id", option: "accountId", variable: "CLOUDFLARE_ACCOUNT_ID" },
  { name: "app_id", option: "appId", variable: "REALTIMEKIT_APP_ID" },
  { name: "token_file", option: "apiToken", variable: "CLOUDFLARE_API_TOKEN" },
] as const;

/** The options of the client as messages name them. */
const SOURCES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    CREDENTIALS.map(({ name, option, variable }) => [option, `${variable} (or ${flagOf(name)})`]),
  ),
  baseUrl: "--base-url",
};

const TOKEN_FILE: Parameter = {
  format: "file",
  description:
    "File with the API token; - is standard input. The token needs the permission Realtime or Realtime Admin.",
};

/** The option for the longest delay that a response can request. */
export const MAX_RETRY_AFTER: Parameter = {
  type: "integer",
  format: "seconds",
  minimum: 0,
  maximum: 86_400,
  description: "Longest Retry-After to wait for before a retry. Default: 60.",
};

/** A few pages of sessions. The last page is not full. */
const DEMO_SESSIONS = 345;

/** Returns the options for an app and its token. The document describes the ids. */
export function credentialOptions(path: Parameters): Parameters {
  const parameters: Parameters = { ...path, token_file: TOKEN_FILE };
  const named = CREDENTIALS.map(({ name, variable }) => {
    const { description = "", ...rest } = parameters[name] ?? {};
    return [name, { ...rest, description: `${description} Default: $${variable}.` }] as const;
  });
  return {
    ...Object.fromEntries(named),
    base_url: {
      format: "url",
      description: "URL of the API. Default: https://api.cloudflare.com/client/v4.",
    },
    demo: { type: "boolean", description: "Use a fake API with generated sessions: no token, no network." },
  };
}

/** Creates the client of a run. */
export async function connect(run: Run): Promise<SessionsClient> {
  const onRetry = run.progress.delay.bind(run.progress);
  return createSessionsClient({
    ...(await clientOptions(run)),
    onRetry,
    onRateLimit: ({ delayMs }) => {
      onRetry({ delayMs, reason: 429 });
    },
  });
}

/** Returns the options of the client of a run. */
export async function clientOptions(run: Run): Promise<SessionsClientOptions> {
  const { demo, base_url: baseUrl, max_retry_after: seconds } = run.options;
  if (demo)
    return { ...fakeApiDefaults, fetch: createFakeApi({ sessions: generateSessions(DEMO_SESSIONS) }) };
  const options = {
    ...(await readCredentials(run)),
    baseUrl,
    maxRetryAfter: seconds && seconds * 1000,
    fetch: run.context.fetch,
  };
  try {
    createSessionsClient(options);
  } catch (error) {
    // The message begins with the name of the client's option.
    throw new UsageError((error as Error).message.replace(/^\w+/, (name) => SOURCES[name] ?? name));
  }
  return options;
}

type Credentials = Pick<SessionsClientOptions, (typeof CREDENTIALS)[number]["option"]>;

async function readCredentials(run: Run): Promise<Credentials> {
  const { token_file: file, ...ids } = run.options;
  const given: Run["options"] = { ...ids, ...(file && { token_file: await readToken(file, run) }) };
  const found = CREDENTIALS.map(({ name, option, variable }) => [
    option,
    given[name] ?? run.context.env[variable],
  ]);
  const missing = found.flatMap(([option = "", value]) => (value ? [] : SOURCES[option]));
  if (missing.length) throw new UsageError(`Not set: ${missing.join(", ")}. To try it without, add --demo.`);
  return Object.fromEntries(found) as Credentials;
}

async function readToken(file: string, { context, signal }: Run): Promise<string> {
  const reading = file === "-" ? buffer(addAbortSignal(signal, context.stdin)) : readFile(file, { signal });
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
