// Prints as JSON how each client handles responses without a list:
// node invalid-responses.js '{"timeoutMs":500,"deadlineMs":3000}'
import Cloudflare from "cloudflare";
import { createSessionsClient } from "../dist/src/index.js";

const { timeoutMs: timeout, deadlineMs } = JSON.parse(process.argv[2]);

const respondWithJson = (value, status = 200) => Response.json(value, { status });
const respondAndStall = () =>
  new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("{")) }), {
    headers: { "content-type": "application/json" },
  });

const CASES = [
  {
    name: "status 200 with `success: false`",
    respond: () =>
      respondWithJson({ success: false, errors: [{ code: 10000, message: "Authentication error" }] }),
  },
  {
    name: "status 200 with HTML",
    respond: () =>
      new Response("<h1>Maintenance</h1>", { headers: { "content-type": "text/html; charset=utf-8" } }),
  },
  {
    name: "status 404 with `error: { code, message }`",
    respond: () => respondWithJson({ success: false, error: { code: 404, message: "App not found" } }, 404),
  },
  { name: "a body that stalls after its headers", respond: respondAndStall },
  {
    name: "an empty app id",
    appId: "",
    respond: () => respondWithJson({ success: true, data: { sessions: [] } }),
  },
];

const CLIENTS = {
  "realtimekit-sessions": ({ appId, fetch }) =>
    createSessionsClient({ accountId: "account", appId, apiToken: "token", fetch, timeout, maxRetries: 0 })
      .list()
      .then(({ sessions }) => sessions),
  cloudflare: ({ appId, fetch }) =>
    new Cloudflare({ apiToken: "token", fetch, timeout, maxRetries: 0 }).realtimeKit.sessions.getSessions(
      appId,
      { account_id: "account" },
    ),
};

async function describeOutcome(call, { respond, appId = "app" }) {
  let sent = "no request is sent";
  const fetch = async (input) => {
    sent = new URL(typeof input === "string" ? input : input.url).pathname;
    return respond();
  };
  const deadline = new Promise((resolve) => {
    setTimeout(resolve, deadlineMs, `still pending after ${deadlineMs / 1000} s`);
  });
  const settled = (async () => {
    try {
      return `resolves with ${JSON.stringify(await call({ appId, fetch }))}`;
    } catch (error) {
      return `${error.constructor.name}: ${error.message}`;
    }
  })();
  const outcome = await Promise.race([settled, deadline]);
  return appId ? outcome : `${outcome} (${sent})`;
}

const results = [];
for (const each of CASES) {
  const outcomes = {};
  for (const [client, call] of Object.entries(CLIENTS)) outcomes[client] = await describeOutcome(call, each);
  results.push({ name: each.name, outcomes });
}
console.log(JSON.stringify(results));
process.exit();
