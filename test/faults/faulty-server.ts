import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { FakeApi } from "../../src/testing.js";

/** A request that the server has received, and the answer that a sound server would give. */
export interface Exchange {
  /** What `http` has parsed of the request. */
  request: IncomingMessage;
  /** For faults above HTTP: a wrong status, a wrong body. */
  response: ServerResponse;
  /** For faults below HTTP: resets, silence, bytes that no HTTP library would send. */
  socket: Socket;
  /** The sound answer, as text. */
  body: string;
}

/** Answers a request in its own way instead of soundly. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

/** What a schedule decides by. */
export interface Attempt {
  /** The `page_no` that is asked for. */
  pageNo: string | null;
  /** How often this page was asked for, this time included. */
  attempt: number;
  /** How many requests there were, this one included. */
  request: number;
}

/** Says which fault a request meets, if any. */
export type Schedule = (attempt: Attempt) => Fault | undefined;

export interface FaultyServer {
  /** The base URL for a client. */
  baseUrl: string;
  /** The `page_no` and the headers of every request so far. */
  requests: { pageNo: string | null; headers: IncomingMessage["headers"] }[];
  /** Ends the server and all that is connected to it. */
  close: () => Promise<void>;
}

/** Serves a fake API on a socket of this machine, with a fault wherever the schedule has one. */
export async function startFaultyServer(
  api: FakeApi,
  schedule: Schedule = () => undefined,
): Promise<FaultyServer> {
  const requests: FaultyServer["requests"] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const pageNo = url.searchParams.get("page_no");
    requests.push({ pageNo, headers: request.headers });
    const attempt = requests.filter((each) => each.pageNo === pageNo).length;
    const fault = schedule({ pageNo, attempt, request: requests.length });
    const sound = await api(url, { headers: { authorization: request.headers.authorization ?? "" } });
    const body = await sound.text();
    if (fault) return fault({ request, response, socket: request.socket, body });
    response.writeHead(sound.status, Object.fromEntries(sound.headers)).end(body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A server that fails by itself would pass for one of its faults.
      process.nextTick(() => {
        throw error;
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
