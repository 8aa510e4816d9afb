import type { ReadableStream } from "node:stream/web";
import {
  getSessionChatOperation,
  getSessionTranscriptOperation,
  listSessionsOperation,
} from "../../generated/index.js";
import { formatReport, isHealthy, runDoctor } from "../doctor/doctor.js";
import type { Downloadable } from "../reader.js";
import type { SessionsClient } from "../sessions.js";
import { completionCommand } from "./completion.js";
import { clientOptions, connect } from "./connect.js";
import { withoutControls } from "./formats.js";
import { readVersion } from "./context.js";
import { throwUsageError, UsageError } from "./options.js";
import { FILE_OPTIONS, withOutput, writeText } from "./output.js";
import type { CommandDefinition, CommandTexts } from "./program.js";
import { type Operation, optionsOf, queryOf, rowsCommand } from "./rows.js";
import { PARTICIPANTS, SESSION, SESSIONS } from "./sources.js";
import { summaryCommand } from "./summary.js";

/** Makes a command that downloads a file of a session. */
function fileCommand(
  texts: CommandTexts,
  operation: Operation,
  read: (client: SessionsClient, id: string, query: object, call: object) => Promise<Downloadable<object>>,
): CommandDefinition {
  return {
    ...texts,
    ...optionsOf(operation, FILE_OPTIONS),
    run: (run) =>
      withOutput(run, async ({ stream, isTerminal }) => {
        const { signal, ids } = run;
        const [id = ""] = ids;
        const client = await connect(run);
        const file = await read(client, id, queryOf(run, operation), { signal }).catch(throwUsageError);
        const { body } = await file.download({ signal });
        const text = new TextDecoder();
        for await (const chunk of (body ?? []) as ReadableStream<Uint8Array>)
          await writeText(
            stream,
            isTerminal ? withoutControls(text.decode(chunk, { stream: true })) : chunk,
            signal,
          );
      }),
  };
}

const doctorCommand: CommandDefinition = {
  name: "doctor",
  description:
    "Examines how the API behaves, with at most ten read-only requests. The report has no ids, names or titles.",
  examples: ["doctor --demo", "doctor --json > report.json"],
  ...optionsOf(
    { parameters: { path: listSessionsOperation.parameters.path } },
    { json: { type: "boolean", description: "Write the report as JSON." } },
  ),
  async run(run) {
    const { context, options, signal } = run;
    const report = await runDoctor(await clientOptions(run), signal);
    const text = options.json ? JSON.stringify(report, null, 2) : formatReport(report);
    await writeText(context.stdout, `${text}\n`, signal);
    if (!isHealthy(report))
      throw new Error("A listing of this API can be inexact. The problems in the report say what to do.");
  },
};

const mcpCommand: CommandDefinition = {
  name: "mcp",
  description:
    "Serves the sessions of an app to an AI assistant, by the Model Context Protocol on standard input.",
  examples: ["mcp", "mcp --demo"],
  ...optionsOf({ parameters: { path: listSessionsOperation.parameters.path } }, {}),
  async run(run) {
    const { options, context, signal } = run;
    if (options.token_file === "-") throw new UsageError("--token-file - is not possible with mcp.");
    const client = await connect(run);
    // A file of its own, which other commands do not load.
    const { serveMcp } = await import("../mcp/serve.js");
    await serveMcp(client, readVersion(), context, signal);
  },
};

const READERS: readonly CommandDefinition[] = [
  rowsCommand(
    {
      name: "list",
      description: "Writes the sessions of an app.",
      examples: [
        "list --demo",
        "list --status live --columns id,started_at",
        "list --since 30d --output sessions.csv",
      ],
    },
    SESSIONS,
  ),
  summaryCommand(SESSIONS),
  rowsCommand({ name: "get", description: "Writes one session.", examples: ["get ID --json"] }, SESSION),
  rowsCommand(
    {
      name: "participants",
      description: "Writes the participants of a session.",
      examples: ["participants ID", "participants ID --columns display_name,duration"],
    },
    PARTICIPANTS,
  ),
  fileCommand(
    {
      name: "chat",
      description: "Writes the chat of a session, as CSV.",
      examples: ["chat ID --output chat.csv"],
    },
    getSessionChatOperation,
    (client, id, _query, call) => client.chat(id, call),
  ),
  fileCommand(
    {
      name: "transcript",
      description: "Writes the transcript of a session.",
      examples: ["transcript ID --format vtt --output talk.vtt"],
    },
    getSessionTranscriptOperation,
    (client, id, query, call) => client.transcript(id, query, call),
  ),
  doctorCommand,
  mcpCommand,
];

/** All commands. */
export const COMMANDS: readonly CommandDefinition[] = [...READERS, completionCommand(READERS)];
