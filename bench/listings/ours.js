import { createSessionsClient } from "realtimekit-sessions";

/** Yields the sessions of each page, listed with this package. */
export async function* listPages({ concurrency, ...options }) {
  for await (const { sessions } of createSessionsClient(options).pages({}, { concurrency })) yield sessions;
}
