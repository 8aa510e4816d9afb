import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { SessionsClientOptions } from "../client-options.js";
import { createSessionsClient, type SessionsClient } from "../sessions.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../testing.js";
import type { Run } from "./context.js";
import { checkUsage, flagOf, type Parameters, UsageError } from "./options.js";

/** The options that name an app and its token, with the names in a client and the variables that are their defaults. */
const CREDENTIALS = [
  { name: "account_id", option: "accountId", variable: "CLOUDFLARE_ACCOUNT_ID" },
  { name: "app_id", option: "appId", variable: "REALTIMEKIT_APP_ID" },
  { name: "token_file", option: "apiToken", variable: "CLOUDFLARE_API_TOKEN" },
] as const;

const TOKEN_FILE =
  "File that holds the API token; - is standard input. It needs the permission Realtime or Realtime Admin.";

/** Enough for a few pages, the last of them not full. */
const DEMO_SESSIONS = 345;

/** Returns the options that name an app and its token. The document describes the ids. */
export function credentialOptions(path: Parameters): Parameters {
  const parameters: Parameters = { ...path, token_file: { format: "file", description: TOKEN_FILE } };
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

/** Returns the options of the client that a command line describes. */
export async function clientOptions({ options, context, ...run }: Run): Promise<SessionsClientOptions> {
  return options.demo
    ? { ...fakeApiDefaults, fetch: createFakeApi({ sessions: generateSessions(DEMO_SESSIONS) }) }
    : {
        ...(await readCredentials({ options, context, ...run })),
        baseUrl: options.base_url,
        fetch: context.fetch,
      };
}

/** Creates the client that a command line describes. */
export async function connect(run: Run): Promise<SessionsClient> {
  const { progress } = run;
  const options = await clientOptions(run);
  return checkUsage(() =>
    createSessionsClient({
      ...options,
      onRetry: (event) => {
        progress.delay(event);
      },
      onRateLimit: ({ delayMs }) => {
        progress.delay({ delayMs, reason: 429 });
      },
    }),
  );
}

type Credentials = Pick<SessionsClientOptions, (typeof CREDENTIALS)[number]["option"]>;

async function readCredentials(run: Run): Promise<Credentials> {
  const { token_file: file, ...ids } = run.options;
  const token = file === undefined ? undefined : await readToken(file, run);
  const given: Readonly<Record<string, unknown>> = { ...ids, token_file: token };
  const found = CREDENTIALS.map(({ name, option, variable }) => [
    option,
    given[name] ?? run.context.env[variable],
  ]);
  const missing = CREDENTIALS.filter((_each, at) => !found[at]?.[1]);
  const names = missing.map(({ name, variable }) => `${variable} (or ${flagOf(name)})`);
  if (names.length) throw new UsageError(`Not set: ${names.join(", ")}. To try it without, add --demo.`);
  return Object.fromEntries(found) as Credentials;
}

async function readToken(file: string, { context, signal }: Run): Promise<string> {
  const reading = file === "-" ? buffer(addAbortSignal(signal, context.stdin)) : readFile(file, { signal });
  const bytes = await reading.catch((error: unknown) => {
    throw new UsageError(`--token-file cannot be read: ${(error as Error).message}`);
  });
  // PowerShell writes UTF-16 into files.
  if (bytes.includes(0)) throw new UsageError("--token-file must be UTF-8, but is probably UTF-16.");
  return new TextDecoder().decode(bytes).trim();
}
