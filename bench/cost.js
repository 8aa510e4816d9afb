// Lists with each bundle in alternation. Prints the CPU time of each run, in ms per page.
// node cost.js '{ "bundles": { NAME: URL }, "pages": 100, "rounds": 9, "baseUrl": URL or null for memory }'
import { createMemoryFetch, renderPage } from "./pages.js";

const { bundles, pages, rounds, baseUrl } = JSON.parse(process.argv[2]);
const names = Object.keys(bundles);
const modules = new Map();
for (const name of names) modules.set(name, await import(bundles[name]));

const texts = baseUrl ? [] : Array.from({ length: pages + 1 }, (_, index) => renderPage(index + 1, pages));
const access = { accountId: "account", appId: "app", apiToken: "token" };
const options = baseUrl
  ? { ...access, baseUrl }
  : {
      ...access,
      baseUrl: "https://api.example/client/v4",
      fetch: createMemoryFetch((page) => texts[Math.min(page, pages + 1) - 1]),
    };

async function run(name) {
  const before = process.cpuUsage();
  let sessions = 0;
  for await (const page of modules.get(name).listPages(options)) sessions += page.length;
  const { user, system } = process.cpuUsage(before);
  if (sessions !== pages * 100) throw new Error(`${name} listed ${sessions} sessions`);
  return (user + system) / 1000 / pages;
}

// Warm-up for the compiler of the engine.
for (let round = 0; round < 5; round++) for (const name of names) await run(name);
const costs = Object.fromEntries(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  // Each round begins with another client, because a run leaves its garbage to the next one.
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(round + turn) % names.length];
    costs[name].push(await run(name));
  }
console.log(JSON.stringify(costs));
