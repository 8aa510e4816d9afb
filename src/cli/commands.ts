import type { ReadableStream } from "node:stream/web";
import { Option } from "commander";
import {
  getSessionChatOperation,
  getSessionOperation,
  getSessionTranscriptOperation,
  listSessionParticipantsOperation,
  listSessionsOperation,
} from "../../generated/index.js";
import { formatReport, isHealthy, runDoctor } from "../doctor/doctor.js";
import type { Downloadable } from "../item.js";
import type { Chunks, CommandDefinition, Run } from "./context.js";
import { FILE_OPTIONS } from "./options.js";
import { VERSION } from "./program.js";
import { createRowsCommand, type RowsDefinition } from "./rows.js";
import { createSummaryCommand } from "./summary.js";

/** The sessions of an app. */
export const SESSIONS: RowsDefinition = {
  name: "list",
  operation: listSessionsOperation,
  noun: "sessions",
  columns: "started_at,status,minutes_consumed,max_concurrent_participants,id,meeting_display_name,type",
  examples: ["list --demo", "list --status live --columns id,type", "list --since 30d --output sessions.csv"],
  readPages: ({ client, query }, options) => client.pages(query, options),
};

const SESSION: RowsDefinition = {
  name: "get",
  operation: getSessionOperation,
  noun: "sessions",
  examples: ["get ID --json"],
  async *readPages({ client, id, query }, { signal }) {
    yield { sessions: [await client.get(id, query, { signal })] };
  },
};

const PARTICIPANTS: RowsDefinition = {
  name: "participants",
  operation: listSessionParticipantsOperation,
  noun: "participants",
  columns: "display_name,duration,joined_at,left_at,custom_participant_id,id",
  examples: ["participants ID --columns display_name,duration"],
  readPages: ({ client, id, query }, options) => client.participants(id).pages(query, options),
};

/** Downloads a file of a session. */
async function* download(file: Promise<Downloadable<object>>, { signal }: Run): Chunks {
  const { body } = await (await file).download({ signal });
  yield* (body ?? []) as ReadableStream<Uint8Array>;
}

/** The parameters of a command without an operation of its own. */
const NO_PARAMETERS = { parameters: { path: {} } };

/** The commands, in the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = [
  createRowsCommand(SESSIONS),
  createSummaryCommand(SESSIONS),
  createRowsCommand(SESSION),
  createRowsCommand(PARTICIPANTS),
  {
    name: "chat",
    operation: getSessionChatOperation,
    options: FILE_OPTIONS,
    examples: ["chat ID --output chat.csv"],
    run: (run) => download(run.client.chat(run.id, { signal: run.signal }), run),
  },
  {
    name: "transcript",
    operation: getSessionTranscriptOperation,
    options: FILE_OPTIONS,
    examples: ["transcript ID --format vtt --output talk.vtt"],
    run: (run) => download(run.client.transcript(run.id, run.query, { signal: run.signal }), run),
  },
  {
    name: "doctor",
    operation: {
      summary: "Examine the API with at most ten requests. The report has no ids, names or titles",
      ...NO_PARAMETERS,
    },
    options: [new Option("--json", "Write the report as JSON.")],
    examples: ["doctor --demo", "doctor --json > report.json"],
    async *run({ clientOptions, options, signal }) {
      const report = await runDoctor(clientOptions, signal);
      yield `${options.json ? JSON.stringify(report, null, 2) : formatReport(report)}\n`;
      if (!isHealthy(report))
        throw new Error("A listing of this API can be inexact. The problems in the report say what to do.");
    },
  },
  {
    name: "mcp",
    operation: {
      summary: "Serve the sessions to an AI assistant by the Model Context Protocol",
      ...NO_PARAMETERS,
    },
    options: [],
    examples: ["mcp", "mcp --demo"],
    readsStdin: true,
    async *run(run) {
      // Otherwise the command would seem to hang.
      if (run.stdin.isTTY) run.progress.print("Waiting for an assistant to send messages of the protocol.\n");
      // A separate file, which other commands do not load.
      const { serveMcp } = await import("../mcp/serve.js");
      await serveMcp(run.client, VERSION, run, run.signal);
      yield "";
    },
  },
];
