// The client that the other examples share. It reads the same environment variables as the command line.
import { createSessionsClient } from "realtimekit-sessions";

const { CLOUDFLARE_ACCOUNT_ID, REALTIMEKIT_APP_ID, CLOUDFLARE_API_TOKEN, REALTIMEKIT_BASE_URL } = process.env;

/** The client of the app that the environment variables name. */
export const sessions = createSessionsClient({
  accountId: CLOUDFLARE_ACCOUNT_ID ?? "",
  appId: REALTIMEKIT_APP_ID ?? "",
  apiToken: CLOUDFLARE_API_TOKEN ?? "",
  // Only needed to try an example against a local server.
  baseUrl: REALTIMEKIT_BASE_URL,
});
