import { readFile } from "node:fs/promises";
import { addAbortSignal, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { listSessionsEndpoint, type Session } from "../../generated/index.js";
import type { SessionsClientOptions } from "../arguments.js";
import type { Hooks } from "../http/hooks.js";
import { createSessionsClient, type SessionsPage } from "../sessions-client.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../testing.js";
import { type Options, VARIABLES } from "./commands.js";
import { flagName, Misuse, type Values } from "./flags.js";
import type { Progress } from "./progress.js";

/** Where credentials and answers come from. */
export interface Sources {
  stdin: Readable;
  env: Readonly<Record<string, string | undefined>>;
  /** Default: the global `fetch`. */
  fetch?: SessionsClientOptions["fetch"];
}

/** How far a listing is. */
export interface Position {
  written: number;
  /** The page to go on with; undefined before the first page was written and after the last. */
  nextPageNo: number | undefined;
}

/** Enough for a few pages, the last of them not full. */
const DEMO_SESSIONS = 345;

/**
 * The pages that a command asks for.
 *
 * @throws {@link Misuse} where they cannot be asked for.
 */
export async function pagesFor(
  values: Values & Options,
  sources: Sources,
  { signal, ...hooks }: Hooks & { signal: AbortSignal },
): Promise<AsyncIterable<SessionsPage>> {
  const access = values.demo
    ? { ...fakeApiDefaults, fetch: createFakeApi({ sessions: generateSessions(DEMO_SESSIONS) }) }
    : await accessOf(values, sources, signal);
  const query = Object.fromEntries(
    Object.keys(listSessionsEndpoint.query).map((name) => [name, values[flagName(name)]]),
  );
  try {
    return createSessionsClient({ ...access, ...hooks }).pages(query, {
      signal,
      concurrency: values.concurrency,
    });
  } catch (error) {
    // Both check their arguments before they send anything.
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** Hands on the sessions of pages, and keeps track of how far it is. */
export async function* sessionsOf(
  pages: AsyncIterable<SessionsPage>,
  limit: number | undefined,
  position: Position,
  progress: Progress,
): AsyncGenerator<Session[], void, undefined> {
  for await (const { sessions, paging, nextPageNo } of pages) {
    const wanted = sessions.slice(0, (limit ?? Infinity) - position.written);
    progress.page(wanted.length, paging?.total_count);
    yield wanted;
    // Asked for the next: these are written.
    position.written += wanted.length;
    position.nextPageNo = nextPageNo;
    if (position.written === limit) return;
    progress.draw();
  }
}

async function accessOf(
  values: Values & Options,
  { stdin, env, fetch }: Sources,
  signal: AbortSignal,
): Promise<SessionsClientOptions> {
  const file = values["token-file"];
  const given = {
    "account-id": values["account-id"] ?? env[VARIABLES["account-id"]],
    "app-id": values["app-id"] ?? env[VARIABLES["app-id"]],
    "token-file": file === undefined ? env[VARIABLES["token-file"]] : await tokenIn(file, stdin, signal),
  };
  const missing = Object.entries(given).flatMap(([flag, value]) => (value ? [] : [flag]));
  if (missing.length) {
    const names = missing.map((flag) => `${VARIABLES[flag as keyof typeof VARIABLES]} (or --${flag})`);
    throw new Misuse(`not set: ${names.join(", ")}. To try it without, add --demo`);
  }
  return {
    accountId: given["account-id"] ?? "",
    appId: given["app-id"] ?? "",
    apiToken: given["token-file"] ?? "",
    fetch,
  };
}

async function tokenIn(file: string, stdin: Readable, signal: AbortSignal): Promise<string> {
  try {
    const content =
      file === "-" ? text(addAbortSignal(signal, stdin)) : readFile(file, { encoding: "utf8", signal });
    return (await content).trim();
  } catch (error) {
    throw new Misuse(
      `--token-file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
