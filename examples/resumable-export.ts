// Exports all sessions to a file, one JSON object per line. An interrupted export can be resumed.
//
//   npx tsx examples/resumable-export.ts sessions.ndjson
import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { sessions } from "./client.js";

const file = process.argv[2] ?? "sessions.ndjson";
const stateFile = `${file}.state`;

interface State {
  nextPageNo?: number;
  ids: string[];
}

const state = JSON.parse(await readFile(stateFile, "utf8").catch(() => '{ "ids": [] }')) as State;
// The first page after a restart may repeat sessions: the ids of the last written page show which.
let lastIds = new Set(state.ids);
let written = 0;

// The order in which pages that were read do not change.
const query = { sort_by: "createdAt", sort_order: "ASC", page_no: state.nextPageNo } as const;
for await (const page of sessions.pages(query)) {
  const fresh = page.sessions.filter(({ id }) => !lastIds.has(id));
  await appendFile(file, fresh.map((session) => `${JSON.stringify(session)}\n`).join(""));
  written += fresh.length;
  lastIds = new Set(page.sessions.map(({ id }) => id));
  await writeFile(stateFile, JSON.stringify({ nextPageNo: page.nextPageNo, ids: [...lastIds] }));
}

await rm(stateFile, { force: true });
console.log(`${written} sessions written to ${file}`);
