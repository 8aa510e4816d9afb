// Serves a list over loopback: node server.js PAGES
// It is a separate process, so that its CPU time is not the client's.
// The first segment of a request's path is the delay of the response, in ms.
import { createServer } from "node:http";
import { parsePageNo, renderPage } from "./pages.js";

const pages = Number(process.argv[2]);
/** Cached pages. A long list is not cached, because it would fill the memory. */
const texts = new Map();

function readText(pageNo) {
  const text = texts.get(pageNo) ?? Buffer.from(renderPage(pageNo, pages));
  if (pages <= 1000) texts.set(pageNo, text);
  return text;
}

createServer((request, response) => {
  const body = readText(Math.min(parsePageNo(request.url), pages + 1));
  const headers = { "content-type": "application/json", "content-length": body.length };
  const respond = () => response.writeHead(200, headers).end(body);
  const delayMs = Number(request.url.split("/")[1]);
  if (delayMs) setTimeout(respond, delayMs);
  else respond();
}).listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
});
