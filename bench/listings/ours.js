import { createSessionsClient } from "realtimekit-sessions";

export async function* pages({ concurrency, ...options }) {
  for await (const { sessions } of createSessionsClient(options).pages({}, { concurrency })) yield sessions;
}
