import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** A running server. */
export interface RunningServer {
  /** Its URL, without a slash at the end. */
  url: string;
  /** Closes it and its open connections. */
  close: () => Promise<void>;
}

/**
 * Serves a fetch-like function over HTTP, on a free port of the loopback interface.
 *
 * @param handle - Returns the response to a request. The signal of the request is aborted when the caller disconnects.
 * If the function throws, the connection is closed.
 * @returns The running server.
 */
export async function serve(handle: (request: Request) => Promise<Response>): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => {
    respond(handle, incoming, outgoing).catch(() => {
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function respond(
  handle: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const disconnected = new AbortController();
  outgoing.once("close", () => {
    disconnected.abort();
  });
  const { method = "GET", url = "/", headers } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const response = await handle(
    new Request(`http://${headers.host ?? "127.0.0.1"}${url}`, {
      method,
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      signal: disconnected.signal,
      ...(hasBody && { body: Readable.toWeb(incoming) as globalThis.ReadableStream, duplex: "half" }),
    }),
  );
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
  else outgoing.end();
}
