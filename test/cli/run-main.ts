import { Readable, Writable } from "node:stream";
import { WriteStream } from "node:tty";
import { vi } from "vitest";
import type { CliContext } from "../../src/cli/context.js";
import { main } from "../../src/cli/main.js";
import { createFakeApi, type FakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

/** The environment variables of the fake API's app. */
export const ENV = {
  CLOUDFLARE_ACCOUNT_ID: fakeApiDefaults.accountId,
  REALTIMEKIT_APP_ID: fakeApiDefaults.appId,
  CLOUDFLARE_API_TOKEN: fakeApiDefaults.apiToken,
};

/** The sessions of the fake API. */
export const SESSIONS = generateSessions(250);

/** The time at which commands run. */
export const NOW = new Date("2026-06-30T12:00:00Z");

interface Tty {
  isTTY?: boolean;
  columns?: number;
}

/** Creates a stream that records its input. */
export function createRecorder(tty: Tty = {}) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  // The color depth of a terminal depends on the environment.
  const getColorDepth = (): number => WriteStream.prototype.getColorDepth();
  return {
    stream: Object.assign(stream, { getColorDepth, ...tty }),
    text: () => Buffer.concat(chunks).toString(),
  };
}

/** Creates a stream of which every write fails. */
export function createFailingStream(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(`write ${code}`), { code }));
    },
  });
}

/** The variables that commands read. */
const VARIABLES = [
  ...["CLOUDFLARE_ACCOUNT_ID", "REALTIMEKIT_APP_ID", "CLOUDFLARE_API_TOKEN", "COMP_LINE", "COMP_POINT"],
  // Colors depend on these.
  ...["CI", "COLORTERM", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "NODE_DISABLE_COLORS", "TERM"],
];

/** Sets the environment variables that commands read. Others are not set. */
export function stubEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of VARIABLES) vi.stubEnv(name, { TERM: "xterm", ...env }[name]);
}

/** Runs a command line against a fake API, and returns its exit code, output and requests. */
export async function runMain(
  args: readonly string[],
  {
    api = createFakeApi({ sessions: SESSIONS }),
    tty = {},
    env = ENV,
    ...context
  }: Partial<CliContext> & { api?: FakeApi; tty?: Tty; env?: Record<string, string | undefined> } = {},
) {
  const queries: URLSearchParams[] = [];
  const stdout = createRecorder(tty);
  const stderr = createRecorder();
  stubEnvironment(env);
  const code = await main(args, {
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    interrupted: new AbortController().signal,
    fetch: (request, init) => {
      queries.push(new URL(request.url).searchParams);
      return api(request, init);
    },
    ...context,
  }).finally(() => vi.unstubAllEnvs());
  return { code, queries, stdout: stdout.text(), stderr: stderr.text() };
}

/** Creates a fake API that always rejects one page. */
export function createRefusingApi(
  pageNo: string,
  status: number,
  headers: Record<string, string> = {},
): FakeApi {
  const api = createFakeApi({ sessions: SESSIONS });
  return (input, init) =>
    new URL(new Request(input).url).searchParams.get("page_no") === pageNo
      ? Promise.resolve(new Response(null, { status, headers: { "cf-ray": "ray-1", ...headers } }))
      : api(input, init);
}
