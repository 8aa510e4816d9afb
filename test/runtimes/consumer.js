import { createSessionsClient } from "realtimekit-sessions";

/** Lists all sessions of an app in any runtime, and returns their ids and the number of pages. */
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
