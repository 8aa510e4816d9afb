/** Yields the sessions of each page, listed with `fetch` alone. */
export async function* listPages({ baseUrl, accountId, appId, apiToken, fetch = globalThis.fetch }) {
  for (let page = 1; ; page++) {
    const url = `${baseUrl}/accounts/${accountId}/realtime/kit/${appId}/sessions?page_no=${page}&per_page=100`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${apiToken}` } });
    if (!response.ok) throw new Error(`${response.status}`);
    const { data } = await response.json();
    yield data.sessions;
    if (data.sessions.length < 100) return;
  }
}
