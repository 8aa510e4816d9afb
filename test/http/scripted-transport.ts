import { afterEach, beforeEach, expect, vi } from "vitest";
import type { FetchInit, RequestUrl } from "../../src/http/fetch.js";
import type { CallOptions } from "../../src/http/hooks.js";
import {
  type ApiRequest,
  createTransport,
  type JsonResponse,
  type Transport,
  type TransportOptions,
} from "../../src/http/transport.js";

/** The API token of the requests. */
export const TOKEN = "s3cret-t0ken-v4lue";

/** One response of a script: a status with headers, or what `fetch` does. */
export type ScriptedResponse =
  | number
  | [status: number, headers: Record<string, string>]
  | ((init: FetchInit, url: RequestUrl) => unknown);

/** Replaces the timers in each test of a file or suite, and removes the randomness of delays. */
export function useFakeTimers(now?: Date): void {
  beforeEach(() => {
    vi.useFakeTimers({ now });
    vi.spyOn(Math, "random").mockReturnValue(0);
  });

  afterEach(() => {
    // No test leaves a timer that would keep a process alive.
    expect(vi.getTimerCount()).toBe(0);
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** A transport whose `fetch` returns scripted responses. */
interface ScriptedTransport {
  transport: Transport;
  /** Sends a request for a page. */
  send: (pageNo?: number, options?: CallOptions) => Promise<JsonResponse>;
  /** The times of the requests, in milliseconds since the script began. */
  sentAt: number[];
  requests: { url: RequestUrl; init: FetchInit }[];
}

/** Returns a request for a page. */
export function createRequest(pageNo?: number): ApiRequest {
  return {
    method: "GET",
    path: "/things",
    query: { page_no: pageNo },
    page: { name: "page_no", number: pageNo },
  };
}

/** Creates a transport whose requests receive the scripted responses in turn, and then empty objects. */
export function createScriptedTransport(
  responses: readonly ScriptedResponse[],
  options: Partial<TransportOptions> = {},
): ScriptedTransport {
  const begin = Date.now();
  const sentAt: number[] = [];
  const requests: ScriptedTransport["requests"] = [];
  const transport = createTransport({
    baseUrl: "https://api.example.com/v4",
    apiToken: TOKEN,
    fetch: async (url, init) => {
      const response = responses[requests.length] ?? 200;
      requests.push({ url, init });
      sentAt.push(Date.now() - begin);
      if (typeof response === "function") return (await response(init, url)) as Response;
      const [status, headers] = typeof response === "number" ? [response, {}] : response;
      return new Response(status === 200 ? "{}" : null, { status, headers });
    },
    ...options,
  });
  const send: ScriptedTransport["send"] = (pageNo, callOptions) =>
    transport.request(createRequest(pageNo), callOptions);
  return { transport, send, sentAt, requests };
}

/** Returns a promise that never settles, as a stalled `fetch` does. */
export const stall = (): Promise<never> => new Promise(() => undefined);

/** Rejects, as `fetch` does for a connection that is reset. */
export const resetConnection = (): never => {
  throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
};

/** Returns the result of a promise, or its error, after all fake timers have fired. */
export async function getOutcome(promise: Promise<unknown>): Promise<unknown> {
  const settled = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

/** Returns the current result of a promise, or its error. */
export async function getState(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([
    promise.catch((error: unknown) => error),
    vi.advanceTimersByTimeAsync(0).then(() => "pending"),
  ]);
}
