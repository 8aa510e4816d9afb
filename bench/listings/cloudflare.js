import Cloudflare from "cloudflare";

/** Yields the sessions of each page, listed with the SDK of Cloudflare. */
export async function* listPages({ baseUrl, accountId, appId, apiToken, fetch }) {
  const client = new Cloudflare({ baseURL: baseUrl, apiToken, fetch });
  for (let page_no = 1; ; page_no++) {
    const query = { account_id: accountId, page_no, per_page: 100 };
    const { data } = await client.realtimeKit.sessions.getSessions(appId, query);
    yield data.sessions;
    if (data.sessions.length < 100) return;
  }
}
