// Serves a list over loopback, in a process of its own, so that its work is not the client's:
// node server.js PAGES. The first segment of a request's path is how long the answer is held back, in ms.
import { createServer } from "node:http";
import { answerOf, pageOf } from "./answers.js";

const pages = Number(process.argv[2]);
const texts = Array.from({ length: pages + 1 }, (_, index) => Buffer.from(answerOf(index + 1, pages)));

createServer((request, response) => {
  const body = texts[Math.min(pageOf(request.url), pages + 1) - 1];
  const headers = { "content-type": "application/json", "content-length": body.length };
  const answer = () => response.writeHead(200, headers).end(body);
  const delay = Number(request.url.split("/")[1]);
  if (delay) setTimeout(answer, delay);
  else answer();
}).listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
});
