import type { ReadableStream } from "node:stream/web";
import { getSessionChatOperation, getSessionTranscriptOperation } from "../../generated/index.js";
import { formatReport, isHealthy, runDoctor } from "../doctor/doctor.js";
import type { Downloadable } from "../item.js";
import type { Operation } from "../operation.js";
import type { SessionsClient } from "../sessions.js";
import { completionCommand } from "./completion.js";
import { connect, readClientOptions } from "./connect.js";
import { type CommandDefinition, readVersion } from "./context.js";
import { createOperationCommand, queryOf } from "./operation-command.js";
import { CALL_OPTIONS, CREDENTIALS, FILE_OPTIONS } from "./options.js";
import { createRowsCommand } from "./rows.js";
import { PARTICIPANTS, SESSION, SESSIONS } from "./sources.js";
import { summaryCommand } from "./summary.js";
import { withoutControls } from "./terminal-text.js";
import { UsageError } from "./usage-error.js";

/** Creates a command that downloads a file of a session. */
function createFileCommand(
  name: string,
  operation: Operation,
  example: string,
  read: (client: SessionsClient, id: string, query: object, call: object) => Promise<Downloadable<object>>,
): CommandDefinition {
  return createOperationCommand(
    name,
    operation,
    FILE_OPTIONS,
    [example],
    async function* (run, { isTerminal }) {
      const { signal, ids } = run;
      const file = await read(await connect(run), ids[0] ?? "", queryOf(run, operation), { signal });
      const { body } = await file.download({ signal });
      const decoder = new TextDecoder();
      for await (const chunk of (body ?? []) as ReadableStream<Uint8Array>)
        yield isTerminal ? withoutControls(decoder.decode(chunk, { stream: true })) : chunk;
    },
  );
}

const doctorCommand: CommandDefinition = {
  name: "doctor",
  description:
    "Examine with at most ten read-only requests how the API behaves. The report has no ids, names or titles.",
  examples: ["doctor --demo", "doctor --json > report.json"],
  options: {
    Credentials: CREDENTIALS,
    Options: { json: { type: "boolean", description: "Write the report as JSON." } },
  },
  async *run(run) {
    const report = await runDoctor(await readClientOptions(run), run.signal);
    yield `${run.options.json ? JSON.stringify(report, null, 2) : formatReport(report)}\n`;
    if (!isHealthy(report))
      throw new Error("A listing of this API can be inexact. The problems in the report say what to do.");
  },
};

const mcpCommand: CommandDefinition = {
  name: "mcp",
  description:
    "Serve the sessions to an AI assistant by the Model Context Protocol, on standard input and output.",
  examples: ["mcp", "mcp --demo"],
  options: { Credentials: CREDENTIALS, Options: CALL_OPTIONS },
  async *run(run) {
    if (run.options.token_file === "-") throw new UsageError("--token-file - is not possible with mcp.");
    const client = await connect(run);
    // Otherwise the command would seem to hang.
    if (run.stdin.isTTY)
      run.stderr.write(
        "Waiting for messages of the Model Context Protocol. An assistant starts this command.\n",
      );
    // A separate file, which other commands do not load.
    const { serveMcp } = await import("../mcp/serve.js");
    await serveMcp(client, readVersion(), run, run.signal);
    yield "";
  },
};

/** The commands, in the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = [
  createRowsCommand("list", SESSIONS, [
    "list --demo",
    "list --status live --columns id,started_at",
    "list --since 30d --output sessions.csv",
  ]),
  summaryCommand,
  createRowsCommand("get", SESSION, ["get ID --json"]),
  createRowsCommand("participants", PARTICIPANTS, ["participants ID --columns display_name,duration"]),
  createFileCommand(
    "chat",
    getSessionChatOperation,
    "chat ID --output chat.csv",
    (client, id, _query, call) => client.chat(id, call),
  ),
  createFileCommand(
    "transcript",
    getSessionTranscriptOperation,
    "transcript ID --format vtt --output talk.vtt",
    (client, id, query, call) => client.transcript(id, query, call),
  ),
  doctorCommand,
  mcpCommand,
  completionCommand,
];
