import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Session } from "../generated/index.js";
import { SESSIONS } from "../src/cli/commands.js";
import { createRowTable } from "../src/cli/rows.js";
import type * as Client from "../src/index.js";
import { addSessions, type Group, sortGroups, sumGroups } from "../src/summary.js";
import type * as Testing from "../src/testing.js";
import { importBuilt } from "./import-built.js";
import { root } from "./project-folder.js";
import { serve } from "./serve.js";

/** The environment variables of an app, with the client options that they set. */
const VARIABLES = {
  CLOUDFLARE_API_TOKEN: "apiToken",
  CLOUDFLARE_ACCOUNT_ID: "accountId",
  REALTIMEKIT_APP_ID: "appId",
} as const;
const NAMES = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** The width of the table in columns. */
const TABLE_WIDTH = 100;
/** The number of rows of the table. */
const TABLE_ROWS = 10;
/** The number of generated sessions: a few pages, of which the last is not full. */
const SESSION_COUNT = 345;

/** The built package. */
export interface Package {
  client: Pick<typeof Client, "createSessionsClient">;
  testing: Pick<typeof Testing, "createFakeApi" | "fakeApiDefaults" | "generateSessions">;
}

/** The app whose sessions are listed. */
export type App = Record<(typeof VARIABLES)[keyof typeof VARIABLES], string>;

/**
 * Reads the app from environment variables.
 *
 * @returns The app. Undefined if no variable is set.
 * @throws Error if only some of them are set.
 */
export function readApp(environment: Readonly<Record<string, string | undefined>>): App | undefined {
  const missing = NAMES.filter((name) => !environment[name]);
  if (missing.length === NAMES.length) return undefined;
  if (missing.length) {
    const set = NAMES.filter((name) => !missing.includes(name));
    throw new Error(
      `Not set: ${missing.join(" and ")}, though ${set.join(" and ")} ${set.length > 1 ? "are" : "is"}. ` +
        "Set all three to list the sessions of your app. Set none of them to list those of a fake API.",
    );
  }
  return Object.fromEntries(NAMES.map((name) => [VARIABLES[name], environment[name]])) as App;
}

/**
 * Lists and prints all sessions of an app. Without an app, it serves a fake API and lists its sessions.
 *
 * @param built - The client and the fake API of the package.
 * @param app - The app. Undefined for a fake API.
 * @param print - Prints one line.
 */
export async function listAll(
  { client, testing }: Package,
  app: App | undefined,
  print: (line: string) => void,
): Promise<void> {
  if (app) {
    print(`Listing the sessions of the app ${app.appId} at Cloudflare.`);
    await printSessions(client, app, print);
    return;
  }
  const sessions = testing.generateSessions(SESSION_COUNT);
  const { url, close } = await serve(testing.createFakeApi({ sessions }));
  try {
    print(`Listing ${SESSION_COUNT} generated sessions of a fake API at ${url}.`);
    print(`For those of your app, set ${NAMES.join(", ")}.`);
    await printSessions(client, { ...testing.fakeApiDefaults, baseUrl: url }, print);
  } finally {
    await close();
  }
}

/** Adds up the pages of a listing. */
class Totals {
  pages = 0;
  sessions = 0;
  /** The first sessions, for the table. */
  readonly first: Session[] = [];
  readonly byStatus = new Map<string | null, Group>();

  add(sessions: readonly Session[]): void {
    this.pages++;
    this.sessions += sessions.length;
    this.first.push(...sessions.slice(0, TABLE_ROWS - this.first.length));
    addSessions(this.byStatus, sessions, "status");
  }
}

async function printSessions(
  client: Package["client"],
  options: App & { baseUrl?: string },
  print: (line: string) => void,
): Promise<void> {
  let requests = 0;
  const resource = client.createSessionsClient({
    ...options,
    fetch(request, init) {
      requests++;
      return fetch(request, init);
    },
  });
  const totals = new Totals();
  for await (const { sessions } of resource.pages()) totals.add(sessions);
  for (const line of ["", ...formatTable(totals), "", ...formatMinutes(totals)]) print(line);
  print(`Listed ${totals.sessions} sessions in ${totals.pages} pages (${requests} requests)`);
}

function formatTable({ first, sessions }: Totals): string[] {
  const { head, encode } = createRowTable(SESSIONS, TABLE_WIDTH);
  const rows = (head + first.map(encode).join("")).trimEnd().split("\n");
  return sessions > first.length ? [...rows, `… and ${sessions - first.length} more`] : rows;
}

function formatMinutes({ byStatus }: Totals): string[] {
  const groups = sortGroups(byStatus.values(), "status", "group");
  const unknown = sumGroups(groups).unknown_minutes;
  const lines = groups.map(
    ({ group, minutes, sessions }) =>
      `${(group ?? "unknown").padEnd(5)}  ${String(minutes).padStart(9)} minutes consumed in ${sessions} sessions`,
  );
  return unknown
    ? [...lines, `Sessions with unknown minutes, which are not in the sums: ${unknown}.`]
    : lines;
}

/** Runs a script of package.json with the output of this process. */
function runScript(name: "generate" | "build"): void {
  const { status, error } = spawnSync(`npm run --silent ${name}`, {
    cwd: root,
    shell: true,
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm run ${name} failed. Its output is above.`);
}

async function main(): Promise<void> {
  const app = readApp(process.env);
  runScript("generate");
  const start = performance.now();
  runScript("build");
  console.log(`build    ${Math.round(performance.now() - start)} ms`);
  const client = (await importBuilt("realtimekit-sessions")) as typeof Client;
  const testing = (await importBuilt("realtimekit-sessions/testing")) as typeof Testing;
  await listAll({ client, testing }, app, console.log);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    // The message is enough for a user. A stack would not help.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
