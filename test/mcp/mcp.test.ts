import { PassThrough } from "node:stream";
import { InMemoryTransport, type JSONRPCMessage } from "@modelcontextprotocol/server";
import { describe, expect, test, vi } from "vitest";
import { listSessionsEndpoint } from "../../generated/index.js";
import { createSessionsClient } from "../../src/index.js";
import { createMcpServer } from "../../src/mcp/server.js";
import { createFakeApi, type FakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { createRecorder, runMain } from "../cli/run-main.js";

const SESSIONS = generateSessions(250);
const INITIALIZE = {
  method: "initialize",
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
};

interface ToolResult {
  content: { text: string }[];
  isError?: boolean;
}

/** Connects to a server whose client uses a fake API, and returns functions that send requests. */
async function connect(fetch: FakeApi = createFakeApi({ sessions: SESSIONS })) {
  const client = createSessionsClient({ ...fakeApiDefaults, fetch, maxRetries: 0 });
  const [clientTransport, serverTransport] = InMemoryTransport.createLinkedPair();
  await createMcpServer(client, "1.2.3").connect(serverTransport);
  const pending = new Map<unknown, (result: unknown) => void>();
  clientTransport.onmessage = (message: JSONRPCMessage): void => {
    if ("result" in message) pending.get(message.id)?.(message.result);
  };
  await clientTransport.start();
  let id = 0;
  const request = async (method: string, params: Record<string, unknown> = {}): Promise<unknown> => {
    id++;
    const result = new Promise((resolve) => pending.set(id, resolve));
    await clientTransport.send({ jsonrpc: "2.0", id, method, params });
    return result;
  };
  const initialized = await request(INITIALIZE.method, INITIALIZE.params);
  const call = async (name: string, args: object = {}): Promise<{ text: string; isError: boolean }> => {
    const result = (await request("tools/call", { name, arguments: args })) as ToolResult;
    return { text: result.content[0]?.text ?? "", isError: result.isError ?? false };
  };
  const cancel = (): Promise<void> =>
    clientTransport.send({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: id } });
  return { initialized, request, call, cancel };
}

interface ToolDescription {
  name: string;
  inputSchema: { properties: Record<string, object>; required: string[]; additionalProperties: boolean };
  annotations: { readOnlyHint?: boolean; openWorldHint?: boolean };
}

test("the server states its name and version", async () => {
  expect((await connect()).initialized).toMatchObject({
    serverInfo: { name: "realtimekit-sessions", version: "1.2.3" },
  });
});

describe("the tools", () => {
  test("only read, and have the parameters of the document", async () => {
    const { request } = await connect();
    const { tools } = (await request("tools/list")) as { tools: ToolDescription[] };
    expect(tools.map(({ name }) => name)).toEqual([
      "list_sessions",
      "summarize_sessions",
      "get_session",
      "list_participants",
    ]);
    expect(new Set(tools.map(({ annotations }) => JSON.stringify(annotations)))).toEqual(
      new Set([JSON.stringify({ readOnlyHint: true, openWorldHint: true })]),
    );
    const [list, summarize, get] = tools.map(({ inputSchema }) => inputSchema);
    const filters = Object.keys(listSessionsEndpoint.query).filter(
      (name) => !/^(page_no|per_page)$/.test(name),
    );
    expect(Object.keys(list?.properties ?? {})).toEqual([...filters, "limit"]);
    expect(Object.keys(summarize?.properties ?? {})).toEqual([
      ...filters.filter((name) => !name.startsWith("sort_")),
      ...["by", "sort", "top"],
    ]);
    expect(list?.properties.status).toEqual({
      type: "string",
      enum: ["LIVE", "ENDED"],
      description: "Returns only the sessions with this status.",
    });
    expect(get).toMatchObject({ required: ["session_id"], additionalProperties: false });
  });

  test("list the first sessions, and state whether there are more", async () => {
    const { call } = await connect();
    const { text } = await call("list_sessions", { limit: 120 });
    expect(JSON.parse(text)).toEqual({ sessions: SESSIONS.slice(0, 120), total: 250, hasMore: true });
    const ended = SESSIONS.filter(({ status }) => status === "ENDED");
    const allEnded = await call("list_sessions", { limit: 1000, status: "ENDED" });
    expect(JSON.parse(allEnded.text)).toEqual({ sessions: ended, total: ended.length, hasMore: false });
  });

  test.each([
    { total: 250, limit: 249, hasMore: true },
    { total: 250, limit: 250, hasMore: false },
    { total: 250, limit: 251, hasMore: false },
    { total: 200, limit: 200, hasMore: false },
    { total: 201, limit: 200, hasMore: true },
  ])("state hasMore: $hasMore for a list of $total sessions with limit $limit", async (given) => {
    const { total, limit, hasMore } = given;
    const { call } = await connect(createFakeApi({ sessions: SESSIONS.slice(0, total) }));
    expect(JSON.parse((await call("list_sessions", { limit })).text)).toMatchObject({ hasMore });
  });

  test("request no more pages than the limit needs", async () => {
    const api = createFakeApi({ sessions: SESSIONS });
    const fetch = vi.fn(api);
    const { call } = await connect(fetch);
    await call("list_sessions", { limit: 20 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test("list and summarize 50 sessions or all days by default", async () => {
    const { call } = await connect();
    const list = JSON.parse((await call("list_sessions")).text) as { sessions: object[] };
    expect(list.sessions).toEqual(SESSIONS.slice(0, 50));
    const summary = JSON.parse((await call("summarize_sessions")).text) as { groups: { group: string }[] };
    const days = new Set(SESSIONS.map(({ created_at: created }) => created.slice(0, 10)));
    expect(summary.groups.map(({ group }) => group)).toEqual([...days].sort());
  });

  test.each([
    { tool: "list_sessions", args: {} },
    { tool: "summarize_sessions", args: {} },
    { tool: "get_session", args: { session_id: "a" } },
    { tool: "list_participants", args: { session_id: "a" } },
  ])("abort the request when the assistant cancels $tool", async ({ tool, args }) => {
    const signals: (AbortSignal | null | undefined)[] = [];
    const { call, cancel } = await connect((_input, init) => {
      signals.push(init?.signal);
      return new Promise(() => undefined);
    });
    void call(tool, args);
    await expect.poll(() => signals.length).toBe(1);
    await cancel();
    await expect.poll(() => signals[0]?.aborted).toBe(true);
  });

  test("summarize sessions by group", async () => {
    const { call } = await connect();
    const { text } = await call("summarize_sessions", { by: "type", top: 1, sort: "sessions" });
    const { groups, count } = JSON.parse(text) as { groups: { group: string }[]; count: number };
    expect(groups).toHaveLength(1);
    expect(count).toBe(new Set(SESSIONS.map(({ type }) => type)).size);
  });

  test("get one session and its participants", async () => {
    const { call } = await connect();
    const session = SESSIONS[4];
    const result = await call("get_session", { session_id: session?.id });
    expect(JSON.parse(result.text)).toEqual(session);
    const { text } = await call("list_participants", { session_id: session?.id, limit: 1 });
    expect(JSON.parse(text)).toMatchObject({
      total: session?.max_concurrent_participants,
      hasMore: true,
      participants: [{ display_name: expect.any(String) as string }],
    });
  });
});

describe("an error", () => {
  test.each([
    { tool: "get_session", args: { session_id: "unknown" }, message: "Session not found" },
    { tool: "get_session", args: {}, message: "session_id is required." },
    { tool: "get_session", args: { session_id: "../x" }, message: "session_id must be an id" },
    { tool: "list_sessions", args: { status: "DONE" }, message: "status must be one of LIVE, ENDED" },
    { tool: "list_sessions", args: { limit: 0 }, message: "limit must be an integer from 1 to 1000, got 0." },
    {
      tool: "list_sessions",
      args: { stauts: "LIVE" },
      message: "Unknown argument stauts. Did you mean status?",
    },
  ])("of $tool with $args is a result with a message", async ({ tool, args, message }) => {
    const { call } = await connect();
    const { text, isError } = await call(tool, args);
    expect(text).toContain(message);
    expect(isError).toBe(true);
  });

  test("never contains the token, even if the API repeats it", async () => {
    const repeatToken: FakeApi = (_input, init) => {
      const token = new Headers(init?.headers).get("authorization") ?? fakeApiDefaults.apiToken;
      const error = { code: 1, message: `No permission for ${token} ${fakeApiDefaults.apiToken}` };
      return Promise.resolve(Response.json({ success: false, error }, { status: 403 }));
    };
    const { call } = await connect(repeatToken);
    for (const tool of ["list_sessions", "summarize_sessions"]) {
      const { text, isError } = await call(tool);
      expect(text).toContain("No permission for");
      expect(text).not.toContain(fakeApiDefaults.apiToken);
      expect(isError).toBe(true);
    }
  });
});

describe("the command mcp", () => {
  test("responds on standard output until standard input ends", async () => {
    const stdin = new PassThrough();
    const { stream, text } = createRecorder();
    const result = runMain(["mcp", "--demo"], { stdin, stdout: stream, env: {} });
    stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, ...INITIALIZE })}\n`);
    await expect.poll(text).toContain("serverInfo");
    // A terminal ends its input, but can still be written to.
    stdin.push(null);
    expect((await result).code).toBe(0);
    expect(JSON.parse(text())).toMatchObject({ id: 1, result: { capabilities: { tools: {} } } });
  });

  test("states in a terminal what it waits for", async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    stdin.end();
    expect((await runMain(["mcp", "--demo"], { stdin })).stderr).toContain("Waiting for an assistant");
  });

  test("ends at Ctrl-C", async () => {
    const interrupt = new AbortController();
    const stdin = new PassThrough();
    const result = runMain(["mcp", "--demo"], { stdin, interrupted: interrupt.signal });
    setImmediate(() => {
      interrupt.abort();
    });
    expect(await result).toMatchObject({ code: 130, stdout: "" });
    expect(stdin.listenerCount("data")).toBe(0);
  });

  test.each([
    { args: ["mcp"], env: {}, message: "Not set: CLOUDFLARE_ACCOUNT_ID" },
    {
      args: ["mcp", "--token-file", "-"],
      message: "--token-file - is not possible with mcp, which reads the standard input itself. Set a file.",
    },
  ])("$args is rejected: $message", async ({ args, message, ...context }) => {
    const { code, stdout, stderr } = await runMain(args, context);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});
