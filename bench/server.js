// Serves a list over loopback, in a process of its own, so that its work is not the client's:
// node server.js PAGES. The first segment of a request's path is how long the answer is held back, in ms.
import { createServer } from "node:http";
import { answerOf, pageOf } from "./answers.js";

const pages = Number(process.argv[2]);
/** The responses so far. Those of a long list would fill the memory. */
const texts = new Map();

function textOf(page) {
  const text = texts.get(page) ?? Buffer.from(answerOf(page, pages));
  if (pages <= 1000) texts.set(page, text);
  return text;
}

createServer((request, response) => {
  const body = textOf(Math.min(pageOf(request.url), pages + 1));
  const headers = { "content-type": "application/json", "content-length": body.length };
  const answer = () => response.writeHead(200, headers).end(body);
  const delay = Number(request.url.split("/")[1]);
  if (delay) setTimeout(answer, delay);
  else answer();
}).listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
});
