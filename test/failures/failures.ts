import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Failure } from "./failing-server.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** Returns the head of a response as bytes for the socket. */
function formatResponseHead(length: number | "chunked"): string {
  const framing = length === "chunked" ? "transfer-encoding: chunked" : `content-length: ${length}`;
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${framing}\r\n\r\n`;
}

const getFirstHalf = (body: string): string => body.slice(0, body.length / 2);

/** Resets the connection before the first byte. */
export const resetBeforeHeaders: Failure = ({ socket }) => {
  socket.resetAndDestroy();
};

/** Closes the connection before the first byte. */
export const closeBeforeHeaders: Failure = ({ socket }) => {
  socket.end();
};

/** Resets the connection after the first half of the body. The client may read that half or not. */
export const resetInBody: Failure = async ({ socket, body }) => {
  socket.write(formatResponseHead(body.length) + getFirstHalf(body));
  await delay(20);
  socket.resetAndDestroy();
};

/** Closes the server's side in the middle of a body with a `Content-Length`. The client's side stays open. */
export const halfClose: Failure = ({ socket, body }) => {
  socket.end(formatResponseHead(body.length) + getFirstHalf(body));
};

/** Ends the body in the middle of a chunk. */
export const cutChunk: Failure = ({ socket, body }) => {
  socket.end(`${formatResponseHead("chunked")}${body.length.toString(16)}\r\n${getFirstHalf(body)}`);
};

/** Sends fewer bytes than the `Content-Length`. */
export const overstateContentLength: Failure = ({ socket, body }) => {
  socket.end(formatResponseHead(Buffer.byteLength(body) + 10) + body);
};

/** Sends more bytes than the `Content-Length`. */
export const understateContentLength: Failure = ({ socket, body }) => {
  socket.end(formatResponseHead(Buffer.byteLength(body) - 10) + body);
};

/** Sends bytes that are not HTTP. */
export const sendNonHttp: Failure = ({ socket }) => {
  socket.end("220 mail.example.com ESMTP\r\n");
};

/** Sends nothing, and keeps the connection open. */
export const sendNothing: Failure = () => undefined;

/** Sends the headers only. */
export const stallAfterHeaders: Failure = ({ socket, body }) => {
  socket.write(formatResponseHead(body.length));
};

/** Sends half of the body only. */
export const stallInBody: Failure = ({ socket, body }) => {
  socket.write(formatResponseHead(body.length) + getFirstHalf(body));
};

/** Sends the whole response in small parts. */
export const sendSlowChunks: Failure = async ({ response, body }) => {
  response.writeHead(200, JSON_TYPE);
  const bytes = Buffer.from(body);
  const partBytes = Math.ceil(bytes.length / 8);
  for (let start = 0; start < bytes.length; start += partBytes) {
    response.write(bytes.subarray(start, start + partBytes));
    await delay(3);
  }
  response.end();
};

/** Sends a given status. */
export function sendStatus(code: number, headers: Record<string, string> = {}, body = ""): Failure {
  return ({ response }) => {
    response.writeHead(code, headers).end(body);
  };
}

/** Sends the status 200 with a given body. */
export function sendBody(text: string, type = "application/json"): Failure {
  return sendStatus(200, { "content-type": type, "cf-ray": "8f2d-FRA" }, text);
}

/** Sends the first half of the page as a complete response. */
export const truncateJson: Failure = ({ response, body }) => {
  response.writeHead(200, JSON_TYPE).end(getFirstHalf(body));
};

/** Sends the page with ten million bytes of white space in its middle. */
export const sendTenMegabytes: Failure = ({ response, body }) => {
  response.writeHead(200, JSON_TYPE).end(body.replace(":", `:${" ".repeat(10_000_000)}`));
};

/** Sends a body that never ends. */
export const sendEndlessly: Failure = ({ response }) => {
  response.writeHead(200, JSON_TYPE);
  const spaces = " ".repeat(1_000_000);
  const writeMore = (): void => {
    while (!response.destroyed && response.write(spaces));
  };
  response.on("drain", writeMore);
  writeMore();
};

const compressed = gzipSync(Buffer.alloc(40_000_000, " "));

/** Sends a small body that decompresses to 40 MB. */
export const sendDecompressionBomb: Failure = ({ response }) => {
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(compressed);
};

/** Sends the page compressed. */
export const sendGzipped: Failure = ({ response, body }) => {
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(gzipSync(body));
};

/** Sends an uncompressed body with `Content-Encoding: gzip`. */
export const sendFalselyGzipped: Failure = ({ response, body }) => {
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(body);
};
