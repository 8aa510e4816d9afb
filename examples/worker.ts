// A Cloudflare Worker that returns the numbers of live sessions and of their participants. Keep the token in a secret:
//
//   npx wrangler secret put CLOUDFLARE_API_TOKEN
import { createSessionsClient } from "realtimekit-sessions";

interface Env {
  CLOUDFLARE_ACCOUNT_ID: string;
  REALTIMEKIT_APP_ID: string;
  CLOUDFLARE_API_TOKEN: string;
  REALTIMEKIT_BASE_URL?: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const sessions = createSessionsClient({
      accountId: env.CLOUDFLARE_ACCOUNT_ID,
      appId: env.REALTIMEKIT_APP_ID,
      apiToken: env.CLOUDFLARE_API_TOKEN,
      baseUrl: env.REALTIMEKIT_BASE_URL,
    });
    let live = 0;
    let participants = 0;
    // The request's signal stops the listing when the visitor leaves.
    for await (const session of sessions.iterate({ status: "LIVE" }, { signal: request.signal })) {
      live++;
      participants += session.live_participants;
    }
    return Response.json({ live, participants });
  },
};
