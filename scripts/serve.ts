import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

/** A server that runs. */
export interface Served {
  /** Where it is, without a slash at the end. */
  url: string;
  /** Ends it, and the connections that are still open. */
  close: () => Promise<void>;
}

/**
 * Serves a fetch-like function over HTTP, on a free port of the loopback interface.
 *
 * Its request's signal is aborted when the caller hangs up. Where it throws, the connection is cut, as a broken
 * network would.
 */
export async function serve(answer: (request: Request) => Promise<Response>): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    respond(answer, incoming, outgoing).catch(() => {
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
  answer: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const hungUp = new AbortController();
  outgoing.once("close", () => {
    hungUp.abort();
  });
  const { method = "GET", url = "/", headers } = incoming;
  const bodiless = method === "GET" || method === "HEAD";
  const response = await answer(
    new Request(`http://${headers.host ?? "127.0.0.1"}${url}`, {
      method,
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      signal: hungUp.signal,
      ...(!bodiless && { body: Readable.toWeb(incoming) as globalThis.ReadableStream, duplex: "half" }),
    }),
  );
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
  else outgoing.end();
}
