// Prints what each client makes of answers that hold no list, as JSON: node faults.js '{"timeout":500,"patience":3000}'
import Cloudflare from "cloudflare";
import { createSessionsClient } from "../dist/src/index.js";

const { timeout, patience } = JSON.parse(process.argv[2]);

const json = (value, status = 200) => Response.json(value, { status });
const stalled = () =>
  new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("{")) }), {
    headers: { "content-type": "application/json" },
  });

const FAULTS = [
  {
    name: "status 200 with `success: false`",
    answer: () => json({ success: false, errors: [{ code: 10000, message: "Authentication error" }] }),
  },
  {
    name: "status 200 with HTML",
    answer: () =>
      new Response("<h1>Maintenance</h1>", { headers: { "content-type": "text/html; charset=utf-8" } }),
  },
  {
    name: "status 404 with `error: { code, message }`",
    answer: () => json({ success: false, error: { code: 404, message: "App not found" } }, 404),
  },
  { name: "a body that stalls after its headers", answer: stalled },
  { name: "an empty app id", appId: "", answer: () => json({ success: true, data: { sessions: [] } }) },
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

async function outcome(call, { answer, appId = "app" }) {
  let sent = "nothing is sent";
  const fetch = async (input) => {
    sent = new URL(typeof input === "string" ? input : input.url).pathname;
    return answer();
  };
  const waited = new Promise((resolve) => {
    setTimeout(resolve, patience, `still waiting after ${patience / 1000} s`);
  });
  const ended = (async () => {
    try {
      return `resolves with ${JSON.stringify(await call({ appId, fetch }))}`;
    } catch (error) {
      return `${error.constructor.name}: ${error.message}`;
    }
  })();
  const what = await Promise.race([ended, waited]);
  return appId ? what : `${what} (${sent})`;
}

const found = [];
for (const fault of FAULTS) {
  const outcomes = {};
  for (const [client, call] of Object.entries(CLIENTS)) outcomes[client] = await outcome(call, fault);
  found.push({ name: fault.name, outcomes });
}
console.log(JSON.stringify(found));
process.exit();
