// Reports when live sessions begin and end. It runs for the given number of rounds, or until it is interrupted.
//
//   npx tsx examples/watch-live-sessions.ts [rounds] [seconds between rounds]
import { setTimeout as delay } from "node:timers/promises";
import type { Session } from "realtimekit-sessions";
import { sessions } from "./client.js";

const rounds = Number(process.argv[2] ?? Infinity);
const seconds = Number(process.argv[3] ?? 10);

/** Lists the live sessions, and confirms an empty list by a second request some seconds later. */
async function listLive(): Promise<Session[]> {
  const live = await sessions.collect({ status: "LIVE" }, { limit: 10_000 });
  if (live.length > 0) return live;
  // One operator received an empty list with status 200 while calls were live, and therefore ended every call.
  await delay(seconds * 1000);
  return sessions.collect({ status: "LIVE" }, { limit: 10_000 });
}

let previous = new Map<string, Session>();
for (let round = 1; round <= rounds; round++) {
  const live = new Map((await listLive()).map((session) => [session.id, session]));
  for (const [id, session] of live)
    if (!previous.has(id)) console.log(`began  ${id}  ${session.meeting_display_name}`);
  for (const [id, session] of previous)
    if (!live.has(id)) console.log(`ended  ${id}  ${session.meeting_display_name}`);
  previous = live;
  if (round < rounds) await delay(seconds * 1000);
}
