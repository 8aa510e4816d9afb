import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { SessionsClient } from "../sessions.js";
import { createMcpServer } from "./server.js";

/** Serves the Model Context Protocol on two streams, until the input ends or the signal aborts. */
export async function serveMcp(
  client: SessionsClient,
  version: string,
  { stdin, stdout }: { stdin: Readable; stdout: Writable },
  signal: AbortSignal,
): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout);
  const handle = serveStdio(() => createMcpServer(client, version), { transport });
  try {
    await finished(stdin, { signal, writable: false });
  } finally {
    await handle.close();
  }
}
