import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../src/errors.js";
import { createScriptedTransport, getOutcome, resetConnection, useFakeTimers } from "./scripted-transport.js";

useFakeTimers();

describe("hooks", () => {
  test("are called in the order of their events", async () => {
    const events: unknown[] = [];
    const { send } = createScriptedTransport([[503, { "cf-ray": "8f2d-FRA" }], resetConnection], {
      onRequest: (event) => events.push(["request", event]),
      onResponse: ({ headers, ...event }) => events.push(["response", event, headers.get("cf-ray")]),
      onRetry: (event) => events.push(["retry", event]),
    });
    await getOutcome(send(2));
    const event = { method: "GET", url: "https://api.example.com/v4/things?page_no=2" };
    expect(events).toEqual([
      ["request", { ...event, attempt: 1 }],
      ["response", { ...event, attempt: 1, status: 503 }, "8f2d-FRA"],
      ["retry", { ...event, attempt: 1, delayMs: 100, reason: 503 }],
      ["request", { ...event, attempt: 2 }],
      ["retry", { ...event, attempt: 2, delayMs: 100, reason: expect.any(ConnectionError) as unknown }],
      ["request", { ...event, attempt: 3 }],
      ["response", { ...event, attempt: 3, status: 200 }, null],
    ]);
  });

  const failures = {
    throws: () => {
      throw new Error("the disk is full");
    },
    rejects: async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      throw new Error("the disk is full");
    },
  };

  test.each([
    { hook: "onRequest", failure: "throws", requested: 0 },
    { hook: "onRequest", failure: "rejects", requested: 0 },
    { hook: "onResponse", failure: "throws", requested: 1 },
    { hook: "onResponse", failure: "rejects", requested: 1 },
    { hook: "onRetry", failure: "throws", requested: 1 },
    { hook: "onRetry", failure: "rejects", requested: 1 },
    { hook: "onRateLimit", failure: "throws", requested: 1 },
    { hook: "onRateLimit", failure: "rejects", requested: 1 },
  ] as const)("end the call if $hook $failure", async ({ hook, failure, requested }) => {
    const { send, requests } = createScriptedTransport([429], { [hook]: failures[failure] });
    expect(await getOutcome(send())).toEqual(new Error("the disk is full"));
    expect(requests).toHaveLength(requested);
  });

  test("do not block the next call after they end one", async () => {
    let calls = 0;
    const { send } = createScriptedTransport([], {
      onRequest: () => {
        if (!calls++) throw new Error("the disk is full");
      },
    });
    expect(await getOutcome(send())).toEqual(new Error("the disk is full"));
    expect(await getOutcome(send())).toMatchObject({ body: {} });
  });
});
