import { createSessionsClient } from "realtimekit-sessions";

/** What every runtime runs: lists all sessions of the app, and tells the id of each and how many pages held them. */
export async function listAll({ baseUrl, accountId, appId, apiToken }) {
  const sessions = createSessionsClient({ baseUrl, accountId, appId, apiToken });
  const ids = [];
  let pages = 0;
  for await (const page of sessions.pages()) {
    pages++;
    ids.push(...page.sessions.map(({ id }) => id));
  }
  return { ids, pages };
}
