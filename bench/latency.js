// Prints the wall time of one listing in ms: node latency.js '{ "bundle": URL, "baseUrl": URL, "concurrency": 1 }'
const { bundle, baseUrl, concurrency } = JSON.parse(process.argv[2]);
const { listPages } = await import(bundle);
const start = performance.now();
let sessions = 0;
const options = { accountId: "account", appId: "app", apiToken: "token", baseUrl, concurrency };
for await (const page of listPages(options)) sessions += page.length;
console.log(JSON.stringify({ sessions, timeMs: performance.now() - start }));
