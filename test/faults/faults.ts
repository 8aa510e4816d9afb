import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Fault } from "./faulty-server.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** The head of an answer, for those who write to the socket themselves. */
function head(length: number | "chunked"): string {
  const framing = length === "chunked" ? "transfer-encoding: chunked" : `content-length: ${length}`;
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${framing}\r\n\r\n`;
}

const half = (body: string): string => body.slice(0, body.length / 2);

/** The connection is reset before a byte came. */
export const resetBeforeHeaders: Fault = ({ socket }) => {
  socket.resetAndDestroy();
};

/** The connection is closed, politely, before a byte came. */
export const closedBeforeHeaders: Fault = ({ socket }) => {
  socket.end();
};

/** The connection is reset in the middle of the body, once its first half has arrived. */
export const resetInBody: Fault = async ({ socket, body }) => {
  socket.write(head(body.length) + half(body));
  await delay(20);
  socket.resetAndDestroy();
};

/** The server's side is closed in the middle of a body whose length was told; the other side stays open. */
export const halfClosed: Fault = ({ socket, body }) => {
  socket.end(head(body.length) + half(body));
};

/** The body ends in the middle of a chunk. */
export const cutChunk: Fault = ({ socket, body }) => {
  socket.end(`${head("chunked")}${body.length.toString(16)}\r\n${half(body)}`);
};

/** More is announced than comes. */
export const contentLengthTooLong: Fault = ({ socket, body }) => {
  socket.end(head(Buffer.byteLength(body) + 10) + body);
};

/** Less is announced than comes. */
export const contentLengthTooShort: Fault = ({ socket, body }) => {
  socket.end(head(Buffer.byteLength(body) - 10) + body);
};

/** Bytes that are no HTTP. */
export const noHttp: Fault = ({ socket }) => {
  socket.end("220 mail.example.com ESMTP\r\n");
};

/** Nothing comes, and the connection stays open. */
export const silence: Fault = () => undefined;

/** The headers come, and then nothing. */
export const stallAfterHeaders: Fault = ({ socket, body }) => {
  socket.write(head(body.length));
};

/** Half of the body comes, and then nothing. */
export const stallInBody: Fault = ({ socket, body }) => {
  socket.write(head(body.length) + half(body));
};

/** The whole answer comes, a few bytes at a time. */
export const slowDrip: Fault = async ({ response, body }) => {
  response.writeHead(200, JSON_TYPE);
  const bytes = Buffer.from(body);
  const size = Math.ceil(bytes.length / 8);
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    await delay(3);
  }
  response.end();
};

/** A status of one's choice. */
export function status(code: number, headers: Record<string, string> = {}, body = ""): Fault {
  return ({ response }) => {
    response.writeHead(code, headers).end(body);
  };
}

/** A status of 200, with a body of one's choice. */
export function body(text: string, type = "application/json"): Fault {
  return status(200, { "content-type": type, "cf-ray": "8f2d-FRA" }, text);
}

/** The first half of the page, as if that were all. */
export const truncatedJson: Fault = ({ response, body }) => {
  response.writeHead(200, JSON_TYPE).end(half(body));
};

/** The page, made ten million bytes long by white space in its middle. */
export const tenMegabytes: Fault = ({ response, body }) => {
  response.writeHead(200, JSON_TYPE).end(body.replace(":", `:${" ".repeat(10_000_000)}`));
};

/** A body without an end. */
export const endless: Fault = ({ response }) => {
  response.writeHead(200, JSON_TYPE);
  const spaces = " ".repeat(1_000_000);
  const more = (): void => {
    while (!response.destroyed && response.write(spaces));
  };
  response.on("drain", more);
  more();
};

const packed = gzipSync(Buffer.alloc(40_000_000, " "));

/** A small body that unpacks to 40 MB. */
export const bomb: Fault = ({ response }) => {
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(packed);
};

/** The page as it is, packed. */
export const gzipped: Fault = ({ response, body }) => {
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(gzipSync(body));
};

/** A body that says it is packed, and is not. */
export const falselyGzipped: Fault = ({ response, body }) => {
  response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(body);
};
