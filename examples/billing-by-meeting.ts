// Adds up the minutes of each meeting in one month, for billing.
//
//   npx tsx examples/billing-by-meeting.ts 2026-06
import { sessions } from "./client.js";

const month = process.argv[2] ?? "2026-06";
const start = new Date(`${month}-01T00:00:00Z`);
const end = new Date(start);
end.setUTCMonth(end.getUTCMonth() + 1);

const minutesByMeeting = new Map<string, number>();
let withoutMinutes = 0;

// In this order no session moves to a page that was already read. New sessions appear at the end.
const query = { start_time: start, end_time: end, sort_by: "createdAt", sort_order: "ASC" } as const;
for await (const session of sessions.iterate(query)) {
  // Cloudflare does not publish which timestamp the range applies to, so the month is checked here.
  const startedAt = new Date(session.started_at);
  if (startedAt < start || startedAt >= end) continue;
  // The API may leave the minutes out, for example while a session is live.
  if (session.minutes_consumed == null) withoutMinutes++;
  const minutes = minutesByMeeting.get(session.associated_id) ?? 0;
  minutesByMeeting.set(session.associated_id, minutes + (session.minutes_consumed ?? 0));
}

const sortedMeetings = [...minutesByMeeting].sort(([, a], [, b]) => b - a);
for (const [meeting, minutes] of sortedMeetings)
  console.log(`${meeting}  ${minutes.toFixed(0).padStart(8)} min`);
if (withoutMinutes) console.error(`${withoutMinutes} sessions have no minutes yet.`);
