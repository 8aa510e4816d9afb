import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { SessionsClientOptions } from "../client-options.js";
import { createSessionsClient, type SessionsClient } from "../sessions.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../testing.js";
import type { Run } from "./context.js";
import { checkUsage, flagOf, type Parameters, UsageError } from "./options.js";

/** The environment variables that are defaults of options. */
const VARIABLES = {
  account_id: "CLOUDFLARE_ACCOUNT_ID",
  app_id: "REALTIMEKIT_APP_ID",
  token_file: "CLOUDFLARE_API_TOKEN",
} as const;

/** Enough for a few pages, the last of them not full. */
const DEMO_SESSIONS = 345;

/** The options that name an app and its token; the ids are described by the document. */
export function credentialOptions({ account_id, app_id }: Parameters): Parameters {
  return {
    account_id: {
      ...account_id,
      description: `${account_id?.description} Default: $${VARIABLES.account_id}.`,
    },
    app_id: { ...app_id, description: `${app_id?.description} Default: $${VARIABLES.app_id}.` },
    token_file: {
      format: "file",
      description:
        `File that holds the API token; - is standard input. Default: the token in $${VARIABLES.token_file}. ` +
        "The token needs the permission Realtime or Realtime Admin.",
    },
    base_url: {
      format: "url",
      description: "URL of the API. Default: https://api.cloudflare.com/client/v4.",
    },
    demo: { type: "boolean", description: "Use a fake API with generated sessions: no token, no network." },
  };
}

/** Makes the client that a command line describes. */
export async function connect(run: Run): Promise<SessionsClient> {
  const { options, progress, context } = run;
  const access = options.demo
    ? { ...fakeApiDefaults, fetch: createFakeApi({ sessions: generateSessions(DEMO_SESSIONS) }) }
    : { ...(await readCredentials(run)), baseUrl: options.base_url, fetch: context.fetch };
  return checkUsage(() =>
    createSessionsClient({
      ...access,
      onRetry: progress.delay.bind(progress),
      onRateLimit: ({ delayMs }) => {
        progress.delay({ delayMs, reason: 429 });
      },
    }),
  );
}

async function readCredentials(
  run: Run,
): Promise<Pick<SessionsClientOptions, "accountId" | "appId" | "apiToken">> {
  const {
    options,
    context: { env },
  } = run;
  const values = {
    account_id: options.account_id ?? env[VARIABLES.account_id],
    app_id: options.app_id ?? env[VARIABLES.app_id],
    token_file:
      options.token_file === undefined ? env[VARIABLES.token_file] : await readToken(options.token_file, run),
  };
  const missing = Object.entries(VARIABLES).filter(([name]) => !values[name as keyof typeof values]);
  if (missing.length) {
    const names = missing.map(([name, variable]) => `${variable} (or ${flagOf(name)})`);
    throw new UsageError(`Not set: ${names.join(", ")}. To try it without, add --demo.`);
  }
  const { account_id: accountId = "", app_id: appId = "", token_file: apiToken = "" } = values;
  return { accountId, appId, apiToken };
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
