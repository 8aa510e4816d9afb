import createClient from "openapi-fetch";

/** Yields the sessions of each page, listed with openapi-fetch. */
export async function* listPages({ baseUrl, accountId, appId, apiToken, fetch }) {
  const client = createClient({ baseUrl, fetch, headers: { Authorization: `Bearer ${apiToken}` } });
  for (let page_no = 1; ; page_no++) {
    const { data, error } = await client.GET("/accounts/{account_id}/realtime/kit/{app_id}/sessions", {
      params: { path: { account_id: accountId, app_id: appId }, query: { page_no, per_page: 100 } },
    });
    if (error) throw new Error(JSON.stringify(error));
    yield data.data.sessions;
    if (data.data.sessions.length < 100) return;
  }
}
