// Lists who joined the sessions of one month, with the minutes of each person, as CSV.
//
//   npx tsx examples/attendance-report.ts 2026-06 > attendance.csv
//
// It sends one request for each page of sessions, and one for each page of participants of each session. The client
// respects the rate limit that the response headers state.
import { sessions } from "./client.js";

const month = process.argv[2] ?? "2026-06";
const start = new Date(`${month}-01T00:00:00Z`);
const end = new Date(start);
end.setUTCMonth(end.getUTCMonth() + 1);

interface Attendance {
  name: string;
  sessions: number;
  minutes: number;
}

const attendanceByPerson = new Map<string, Attendance>();
const query = { start_time: start, end_time: end, sort_by: "createdAt", sort_order: "ASC" } as const;
for await (const session of sessions.iterate(query)) {
  for await (const participant of sessions.participants(session.id).iterate({ view: "consolidated" })) {
    const person = participant.custom_participant_id ?? participant.id ?? "unknown";
    const attendance = attendanceByPerson.get(person) ?? { name: "", sessions: 0, minutes: 0 };
    attendance.name = participant.display_name ?? attendance.name;
    attendance.sessions++;
    attendance.minutes += participant.duration ?? 0;
    attendanceByPerson.set(person, attendance);
  }
}

/** Formats a value as a cell that a spreadsheet does not read as a formula. */
function formatCsvCell(value: string | number): string {
  const text = String(value);
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

console.log("person,name,sessions,minutes");
for (const [person, { name, sessions, minutes }] of attendanceByPerson)
  console.log([person, name, sessions, minutes.toFixed(1)].map(formatCsvCell).join(","));
