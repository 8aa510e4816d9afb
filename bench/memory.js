// Lists all pages of a server once. Prints the peak memory of the process in bytes, and its CPU time in ms per page:
// node memory.js '{ "bundle": URL, "baseUrl": URL, "pages": 500 }'
const { bundle, baseUrl, pages } = JSON.parse(process.argv[2]);
const { listPages } = await import(bundle);
const before = process.cpuUsage();
let sessions = 0;
for await (const page of listPages({ accountId: "account", appId: "app", apiToken: "bench-token", baseUrl }))
  sessions += page.length;
const { user, system } = process.cpuUsage(before);
if (sessions !== pages * 100) throw new Error(`${bundle} listed ${sessions} sessions`);
console.log(
  JSON.stringify({
    peakBytes: process.resourceUsage().maxRSS * 1024,
    cpuMsPerPage: (user + system) / 1000 / pages,
  }),
);
