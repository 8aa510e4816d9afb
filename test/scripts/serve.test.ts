import { afterEach, describe, expect, test } from "vitest";
import { type RunningServer, serve } from "../../scripts/serve.js";

let served: RunningServer | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

describe("serve", () => {
  test("passes the request to the function, and returns the response unchanged", async () => {
    let received: unknown;
    served = await serve(async (request) => {
      const { method, url, headers } = request;
      received = [
        method,
        new URL(url).pathname,
        new URL(url).search,
        headers.get("x-one"),
        await request.text(),
      ];
      return new Response("é\n", { status: 418, headers: { "cf-ray": "abc", "content-type": "text/x" } });
    });
    const response = await fetch(`${served.url}/a%20b?c=d`, {
      method: "PUT",
      headers: { "x-one": "1" },
      body: "body",
    });
    expect(received).toEqual(["PUT", "/a%20b", "?c=d", "1", "body"]);
    expect(response.status).toBe(418);
    expect(response.headers.get("cf-ray")).toBe("abc");
    expect(response.headers.get("content-type")).toBe("text/x");
    expect(await response.text()).toBe("é\n");
  });

  // Only Linux has further loopback addresses.
  test.skipIf(process.platform !== "linux")("listens on 127.0.0.1 only", async () => {
    served = await serve(() => Promise.resolve(new Response()));
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect(fetch(served.url.replace("127.0.0.1", "127.0.0.2"))).rejects.toThrow("fetch failed");
  });

  test("ends pending requests when it is closed", async () => {
    let arrived: (() => void) | undefined;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    const { url, close } = await serve(() => {
      arrived?.();
      return new Promise(() => undefined);
    });
    const rejected = expect(fetch(url)).rejects.toThrow("fetch failed");
    await arrival;
    await close();
    await rejected;
  });

  test("returns a response without a body", async () => {
    served = await serve(() => Promise.resolve(new Response(null, { status: 204 })));
    expect((await fetch(served.url)).status).toBe(204);
  });

  test("closes the connection if the function throws", async () => {
    served = await serve(() => Promise.reject(new Error("no response")));
    await expect(fetch(served.url)).rejects.toThrow("fetch failed");
  });

  test("aborts the request's signal when the caller disconnects", async () => {
    const caller = new AbortController();
    const aborted = new Promise<boolean>((resolve) => {
      void serve(
        ({ signal }) =>
          new Promise(() => {
            signal.addEventListener("abort", () => {
              resolve(signal.aborted);
            });
            caller.abort();
          }),
      ).then((server) => {
        served = server;
        fetch(server.url, { signal: caller.signal }).catch((error: unknown) => error);
      });
    });
    expect(await aborted).toBe(true);
  });

  test("rejects connections after it is closed", async () => {
    const { url, close } = await serve(() => Promise.resolve(new Response("x")));
    await (await fetch(url)).text();
    await close();
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });
});
