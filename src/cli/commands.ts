import type { ReadableStream } from "node:stream/web";
import {
  getSessionChatOperation,
  getSessionTranscriptOperation,
  listSessionsOperation,
} from "../../generated/index.js";
import { formatReport, isHealthy, runDoctor } from "../doctor/doctor.js";
import type { Operation } from "../operation.js";
import type { Downloadable } from "../item.js";
import type { SessionsClient } from "../sessions.js";
import { completionCommand } from "./completion.js";
import { clientOptions, connect } from "./connect.js";
import { readVersion } from "./context.js";
import { withoutControls } from "./formats.js";
import { throwUsageError, UsageError } from "./options.js";
import { FILE_OPTIONS, withOutput, writeText } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { describe, queryOf, rowsCommand } from "./rows.js";
import { PARTICIPANTS, SESSION, SESSIONS } from "./sources.js";
import { summaryCommand } from "./summary.js";

/** Creates a command that downloads a file of a session. */
function fileCommand(
  name: string,
  operation: Operation,
  read: (client: SessionsClient, id: string, query: object, call: object) => Promise<Downloadable<object>>,
  examples: readonly string[],
): CommandDefinition {
  return {
    name,
    ...describe(operation, examples, FILE_OPTIONS),
    run: (run) =>
      withOutput(run, async ({ stream, isTerminal }) => {
        const { signal, ids } = run;
        const [id = ""] = ids;
        const client = await connect(run);
        const file = await read(client, id, queryOf(run, operation), { signal }).catch(throwUsageError);
        const { body } = await file.download({ signal });
        const decoder = new TextDecoder();
        const safe = (chunk: Uint8Array): Uint8Array | string =>
          isTerminal ? withoutControls(decoder.decode(chunk, { stream: true })) : chunk;
        for await (const chunk of (body ?? []) as ReadableStream<Uint8Array>)
          await writeText(stream, safe(chunk), run);
      }),
  };
}

/** Describes a command that sends its own requests. */
const app = (summary: string): Operation => ({
  summary,
  parameters: { path: listSessionsOperation.parameters.path },
});

const doctorCommand: CommandDefinition = {
  name: "doctor",
  ...describe(
    app(
      "Examine with at most ten read-only requests how the API behaves. The report has no ids, names or titles",
    ),
    ["doctor --demo", "doctor --json > report.json"],
    { json: { type: "boolean", description: "Write the report as JSON." } },
  ),
  async run(run) {
    const { context, options, signal } = run;
    const report = await runDoctor(await clientOptions(run), signal);
    const text = options.json ? JSON.stringify(report, null, 2) : formatReport(report);
    await writeText(context.stdout, `${text}\n`, run);
    if (!isHealthy(report))
      throw new Error("A listing of this API can be inexact. The problems in the report say what to do.");
  },
};

const mcpCommand: CommandDefinition = {
  name: "mcp",
  ...describe(
    app("Serve the sessions to an AI assistant by the Model Context Protocol, on standard input and output"),
    ["mcp", "mcp --demo"],
    {},
  ),
  async run(run) {
    const { options, context, signal } = run;
    if (options.token_file === "-") throw new UsageError("--token-file - is not possible with mcp.");
    const client = await connect(run);
    // A separate file, which other commands do not load.
    const { serveMcp } = await import("../mcp/serve.js");
    await serveMcp(client, readVersion(), context, signal);
  },
};

const READERS: readonly CommandDefinition[] = [
  rowsCommand("list", SESSIONS, [
    "list --demo",
    "list --status live --columns id,started_at",
    "list --since 30d --output sessions.csv",
  ]),
  summaryCommand(SESSIONS),
  rowsCommand("get", SESSION, ["get ID --json"]),
  rowsCommand("participants", PARTICIPANTS, [
    "participants ID",
    "participants ID --columns display_name,duration",
  ]),
  fileCommand("chat", getSessionChatOperation, (client, id, _query, call) => client.chat(id, call), [
    "chat ID --output chat.csv",
  ]),
  fileCommand(
    "transcript",
    getSessionTranscriptOperation,
    (client, id, query, call) => client.transcript(id, query, call),
    ["transcript ID --format vtt --output talk.vtt"],
  ),
  doctorCommand,
  mcpCommand,
];

/** All commands. */
export const COMMANDS: readonly CommandDefinition[] = [...READERS, completionCommand(READERS)];
