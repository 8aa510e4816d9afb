// Finds sessions that have been LIVE for too long, or that are LIVE without participants.
//
//   npx tsx examples/stuck-sessions.ts [hours]
import { sessions } from "./client.js";

const hours = Number(process.argv[2] ?? 24);
const latestStart = Date.now() - hours * 3_600_000;

for await (const session of sessions.iterate({ status: "LIVE", sort_by: "createdAt", sort_order: "ASC" })) {
  const isOld = Date.parse(session.started_at) < latestStart;
  if (isOld || session.live_participants === 0)
    console.log(
      `${session.id}  since ${session.started_at}  ${session.live_participants} participants  ${session.meeting_display_name}`,
    );
}
