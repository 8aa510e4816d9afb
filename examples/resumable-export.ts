// Exports all sessions to a file, one JSON object per line. To resume an interrupted export, run it again.
//
//   npx tsx examples/resumable-export.ts sessions.ndjson
import { existsSync } from "node:fs";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { sessions } from "./client.js";

const file = process.argv[2] ?? "sessions.ndjson";
const partFile = `${file}.part`;
const stateFile = `${file}.state`;

interface State {
  count: number;
  bytes: number;
  ids: string[];
  nextPageNo?: number | null;
}

if (existsSync(file)) throw new Error(`${file} exists already. Move it, or pass another file name.`);
const state: State = existsSync(stateFile)
  ? (JSON.parse(await readFile(stateFile, "utf8")) as State)
  : { count: 0, bytes: 0, ids: [] };

const part = await open(partFile, "a");
// The next page replaces the lines after the last saved state.
await part.truncate(state.bytes);

// In this order, sessions do not move to pages that were already read.
const query = { sort_by: "createdAt", sort_order: "ASC" } as const;
try {
  if (state.nextPageNo !== null) {
    for await (const page of sessions.pages({ ...query, page_no: state.nextPageNo })) {
      // The first page after a restart may repeat sessions of the last written one.
      const newSessions = page.sessions.filter(({ id }) => !state.ids.includes(id));
      const lines = newSessions.map((session) => `${JSON.stringify(session)}\n`).join("");
      await part.appendFile(lines);
      state.count += newSessions.length;
      state.bytes += Buffer.byteLength(lines);
      state.ids = page.sessions.map(({ id }) => id);
      state.nextPageNo = page.nextPageNo;
      await writeFile(`${stateFile}.new`, JSON.stringify(state));
      await rename(`${stateFile}.new`, stateFile);
    }
  }
} finally {
  await part.close();
}

await rename(partFile, file);
await rm(stateFile, { force: true });
console.log(`${state.count} sessions written to ${file}`);
