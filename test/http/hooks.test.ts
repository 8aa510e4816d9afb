import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ConnectionError } from "../../src/errors.js";
import { outcomeOf, reset, scripted } from "./scripted.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("hooks", () => {
  test("are called in the order of the events", async () => {
    const events: unknown[] = [];
    const { send } = scripted([[503, { "cf-ray": "8f2d-FRA" }], reset], {
      onRequest: (event) => events.push(["request", event]),
      onResponse: ({ headers, ...event }) => events.push(["response", event, headers.get("cf-ray")]),
      onRetry: (event) => events.push(["retry", event]),
    });
    await outcomeOf(send(2));
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

  test.each(["onRequest", "onResponse", "onRetry", "onRateLimit"] as const)(
    "end the call if %s throws, also in a promise",
    async (hook) => {
      for (const fail of [
        () => {
          throw new Error("no room in the log");
        },
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 10));
          throw new Error("no room in the log");
        },
      ]) {
        const { send, requests } = scripted([429], { [hook]: fail });
        expect(await outcomeOf(send())).toEqual(new Error("no room in the log"));
        expect(requests.length).toBe(hook === "onRequest" ? 0 : 1);
      }
    },
  );

  test("leave the place of a call that they end to the next one", async () => {
    let calls = 0;
    const { send } = scripted([], {
      onRequest: () => {
        if (!calls++) throw new Error("no room in the log");
      },
    });
    expect(await outcomeOf(send())).toEqual(new Error("no room in the log"));
    expect(await outcomeOf(send())).toMatchObject({ body: {} });
  });
});
