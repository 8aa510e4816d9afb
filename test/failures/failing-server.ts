import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { FakeApi } from "../../src/testing.js";

/** A request that the server has received, and the response that a working server would send. */
interface Exchange {
  /** The request as `node:http` parsed it. */
  request: IncomingMessage;
  /** For failures at the level of HTTP, such as another status or body. */
  response: ServerResponse;
  /** For failures below HTTP: resets, timeouts, bytes that are not HTTP. */
  socket: Socket;
  /** The body of the working server. */
  body: string;
}

/** Sends a failure instead of the response of a working server. */
export type Failure = (exchange: Exchange) => void | Promise<void>;

/** An attempt, for which a schedule returns the failure. */
interface Attempt {
  /** The `page_no` of the request. */
  pageNo: string | null;
  /** The number of requests for this page, including this one. */
  attempt: number;
  /** The number of all requests, including this one. */
  request: number;
}

/** Returns the failure of a request; undefined for a successful response. */
export type Schedule = (attempt: Attempt) => Failure | undefined;

/** A server of the fake API whose requests fail by a schedule. */
interface FailingServer {
  /** The base URL for a client. */
  baseUrl: string;
  /** The `page_no` and the headers of all requests so far. */
  requests: { pageNo: string | null; headers: IncomingMessage["headers"] }[];
  /** Closes the server and its connections. */
  close: () => Promise<void>;
}

/** Closes a server and its connections. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Serves a fake API on a loopback socket, with the failures of a schedule. */
export async function startFailingServer(
  api: FakeApi,
  schedule: Schedule = () => undefined,
): Promise<FailingServer> {
  const requests: FailingServer["requests"] = [];

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const pageNo = url.searchParams.get("page_no");
    requests.push({ pageNo, headers: request.headers });
    const attempt = requests.filter((sent) => sent.pageNo === pageNo).length;
    const failure = schedule({ pageNo, attempt, request: requests.length });
    const workingResponse = await api(url, {
      headers: { authorization: request.headers.authorization ?? "" },
    });
    const body = await workingResponse.text();
    if (failure) return failure({ request, response, socket: request.socket, body });
    response.writeHead(workingResponse.status, Object.fromEntries(workingResponse.headers)).end(body);
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      // A bug of this server must not look like an intended failure.
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
    close: () => closeServer(server),
  };
}
