import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Session } from "../generated/index.js";
import { SESSIONS } from "../src/cli/commands.js";
import { encodingOf } from "../src/cli/listing.js";
import type * as Client from "../src/index.js";
import type * as Testing from "../src/testing.js";
import { serve } from "./serve.js";

/** The environment variables that name a real app, and what a client calls each. */
const VARIABLES = {
  CLOUDFLARE_API_TOKEN: "apiToken",
  CLOUDFLARE_ACCOUNT_ID: "accountId",
  REALTIMEKIT_APP_ID: "appId",
} as const;
const NAMES = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** How wide the table is. */
const WIDTH = 100;
/** Of how many sessions the table is. */
const SHOWN = 10;
/** Enough for a few pages, the last of them not full. */
const GENERATED = 345;

/** The package, as built. */
export interface Package {
  client: Pick<typeof Client, "createSessionsClient">;
  testing: Pick<typeof Testing, "createFakeApi" | "fakeApiDefaults" | "generateSessions">;
}

/** Whose sessions to list. */
export type App = Record<(typeof VARIABLES)[keyof typeof VARIABLES], string>;

/**
 * The app that the environment names; undefined where it names none.
 *
 * @throws An error that says what is missing where only a part is set: to list something else would mislead.
 */
export function appIn(environment: Readonly<Record<string, string | undefined>>): App | undefined {
  const missing = NAMES.filter((name) => !environment[name]);
  if (missing.length === NAMES.length) return undefined;
  if (missing.length) {
    const set = NAMES.filter((name) => !missing.includes(name));
    throw new Error(
      `Not set: ${missing.join(" and ")}, though ${set.join(" and ")} ${set.length > 1 ? "are" : "is"}. ` +
        "Set all three to list the sessions of your app, or none of them to list those of a fake API.",
    );
  }
  return Object.fromEntries(NAMES.map((name) => [VARIABLES[name], environment[name]])) as App;
}

/** Lists all sessions of an app, or else of a fake API that it serves meanwhile, and prints what it found. */
export async function listAll(
  { client, testing }: Package,
  app: App | undefined,
  print: (line: string) => void,
): Promise<void> {
  if (app) {
    print(`Listing the sessions of the app ${app.appId} at Cloudflare.`);
    await report(client, app, print);
    return;
  }
  const sessions = testing.generateSessions(GENERATED);
  const { url, close } = await serve(testing.createFakeApi({ sessions }));
  try {
    print(`Listing ${GENERATED} generated sessions of a fake API at ${url}.`);
    print(`For those of your app, set ${NAMES.join(", ")}.`);
    await report(client, { ...testing.fakeApiDefaults, baseUrl: url }, print);
  } finally {
    await close();
  }
}

async function report(
  client: Package["client"],
  options: App & { baseUrl?: string },
  print: (line: string) => void,
): Promise<void> {
  let requests = 0;
  let pages = 0;
  let count = 0;
  let unknownMinutes = 0;
  const first: Session[] = [];
  const statuses = new Map<string, { sessions: number; minutes: number }>();
  const listing = client.createSessionsClient({
    ...options,
    fetch(request, init) {
      requests++;
      return fetch(request, init);
    },
  });
  for await (const { sessions } of listing.pages()) {
    pages++;
    count += sessions.length;
    first.push(...sessions.slice(0, SHOWN - first.length));
    for (const { status, minutes_consumed } of sessions) {
      const sum = statuses.get(status) ?? { sessions: 0, minutes: 0 };
      // A response may lack the minutes or have null.
      const minutes = minutes_consumed ?? 0;
      if (typeof minutes_consumed !== "number") unknownMinutes++;
      statuses.set(status, { sessions: sum.sessions + 1, minutes: sum.minutes + minutes });
    }
  }
  print("");
  const output = { format: "table", width: WIDTH, hasColors: false, isTerminal: false, bom: false } as const;
  const { head, encode } = encodingOf(SESSIONS, undefined, output);
  for (const line of (head + encode(first, 0)).trimEnd().split("\n")) print(line);
  if (count > first.length) print(`… and ${count - first.length} more`);
  print("");
  for (const [status, sum] of [...statuses].sort())
    print(
      `${status.padEnd(5)}  ${String(sum.minutes).padStart(9)} minutes consumed in ${sum.sessions} sessions`,
    );
  if (unknownMinutes) print(`The minutes of ${unknownMinutes} sessions are unknown and not in the sums.`);
  print(`Listed ${count} sessions in ${pages} pages (${requests} requests)`);
}

/** Runs a script of package.json, whose report goes where ours goes. */
function runScript(name: "generate" | "build"): void {
  const { status, error } = spawnSync(`npm run --silent ${name}`, {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    shell: true,
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm run ${name} failed; its report is above.`);
}

/** Imports an entry of the package by its name: what `npm run build` made, which is not there to be type-checked. */
async function importBuilt(entry: string): Promise<unknown> {
  return import(entry);
}

async function main(): Promise<void> {
  const app = appIn(process.env);
  runScript("generate");
  const begun = performance.now();
  runScript("build");
  console.log(`build    ${Math.round(performance.now() - begun)} ms`);
  const client = (await importBuilt("realtimekit-sessions")) as typeof Client;
  const testing = (await importBuilt("realtimekit-sessions/testing")) as typeof Testing;
  await listAll({ client, testing }, app, console.log);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    // A person reads this: what went wrong is in the message, and where in our code it did helps nobody.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
