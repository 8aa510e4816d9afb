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
import type { CommandDefinition, Run } from "./context.js";
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
  examples: ["list --demo", "list --status live --columns id,type", "list --since 30d --output june.csv"],
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

type FileDefinition = Omit<CommandDefinition, "options" | "run"> & {
  readFile: (run: Run) => Promise<Downloadable<object>>;
};

/** Creates a command that downloads a file of a session. */
function createFileCommand({ readFile, ...definition }: FileDefinition): CommandDefinition {
  return {
    ...definition,
    options: FILE_OPTIONS,
    async *run(run) {
      const file = await readFile(run);
      const { body } = await file.download({ signal: run.signal });
      yield* (body ?? []) as ReadableStream<Uint8Array>;
    },
  };
}

/** The parameters of a command without an operation of its own. */
const NO_PARAMETERS = { parameters: { path: {} } };

/** The commands, in the order of the help. */
export const COMMANDS: readonly CommandDefinition[] = [
  createRowsCommand(SESSIONS),
  createSummaryCommand(SESSIONS),
  createRowsCommand(SESSION),
  createRowsCommand(PARTICIPANTS),
  createFileCommand({
    name: "chat",
    operation: getSessionChatOperation,
    examples: ["chat ID --output chat.csv"],
    readFile: ({ client, id, signal }) => client.chat(id, { signal }),
  }),
  createFileCommand({
    name: "transcript",
    operation: getSessionTranscriptOperation,
    examples: ["transcript ID --format vtt --output talk.vtt"],
    readFile: ({ client, id, query, signal }) => client.transcript(id, query, { signal }),
  }),
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
