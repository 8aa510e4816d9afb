// Sends the requests through an HTTP proxy. With NODE_USE_ENV_PROXY=1, Node.js 24 does so for every fetch.
//
//   HTTPS_PROXY=http://proxy.example:3128 npx tsx examples/proxy.ts
import { createSessionsClient } from "realtimekit-sessions";
import { fetch, ProxyAgent, type RequestInit } from "undici";

const { CLOUDFLARE_ACCOUNT_ID, REALTIMEKIT_APP_ID, CLOUDFLARE_API_TOKEN, REALTIMEKIT_BASE_URL, HTTPS_PROXY } =
  process.env;

const dispatcher = new ProxyAgent(HTTPS_PROXY ?? "http://127.0.0.1:3128");

const sessions = createSessionsClient({
  accountId: CLOUDFLARE_ACCOUNT_ID ?? "",
  appId: REALTIMEKIT_APP_ID ?? "",
  apiToken: CLOUDFLARE_API_TOKEN ?? "",
  baseUrl: REALTIMEKIT_BASE_URL,
  // The fetch function and its ProxyAgent must come from the same undici.
  fetch: async (url, init) => {
    const response = await fetch(url, { ...(init as RequestInit), dispatcher });
    return response as unknown as Response;
  },
});

const page = await sessions.list({ per_page: 1 });
console.log(`${page.total ?? "An unknown number of"} sessions, through ${HTTPS_PROXY ?? "the proxy"}`);
await dispatcher.close();
