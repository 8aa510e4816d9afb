// Prints the live heap at some pages of a long listing, in bytes, and the peak of the whole process's memory:
// node --expose-gc heap.js '{ "bundle": URL, "at": [200, 2000] }'
import { createMemoryFetch, renderPage } from "./pages.js";

const { bundle, at } = JSON.parse(process.argv[2]);
const { listPages } = await import(bundle);
const length = Math.max(...at) + 1;
const fetch = createMemoryFetch((pageNo) => renderPage(pageNo, length));
const options = {
  accountId: "account",
  appId: "app",
  apiToken: "token",
  baseUrl: "https://api.example",
  fetch,
};
const heapBytes = [];
let count = 0;
for await (const page of listPages(options)) {
  if (page.length && at.includes(++count)) {
    // The second collection frees what finalizers released.
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc();
    heapBytes.push(process.memoryUsage().heapUsed);
  }
}
console.log(JSON.stringify({ heapBytes, peakBytes: process.resourceUsage().maxRSS * 1024 }));
