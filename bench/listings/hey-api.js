import { createClient } from "hey-api-output/client/index.ts";
import { listSessions } from "hey-api-output/sdk.gen.ts";

/** Yields the sessions of each page, listed with the output of @hey-api/openapi-ts. */
export async function* listPages({ baseUrl, accountId, appId, apiToken, fetch }) {
  const client = createClient({ baseUrl, fetch, auth: apiToken });
  for (let page_no = 1; ; page_no++) {
    const { data } = await listSessions({
      client,
      throwOnError: true,
      path: { account_id: accountId, app_id: appId },
      query: { page_no, per_page: 100 },
    });
    yield data.data.sessions;
    if (data.data.sessions.length < 100) return;
  }
}
