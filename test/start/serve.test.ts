import { afterEach, expect, test } from "vitest";
import { serve, type Served } from "../../scripts/serve.js";

let served: Served | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

test("a request arrives as it was sent, and its answer goes back as it was given", async () => {
  let seen: unknown;
  served = await serve(async (request) => {
    const { method, url, headers } = request;
    seen = [method, new URL(url).pathname, new URL(url).search, headers.get("x-one"), await request.text()];
    return new Response("é\n", { status: 418, headers: { "cf-ray": "abc", "content-type": "text/x" } });
  });
  const answer = await fetch(`${served.url}/a%20b?c=d`, {
    method: "PUT",
    headers: { "x-one": "1" },
    body: "body",
  });
  expect(seen).toEqual(["PUT", "/a%20b", "?c=d", "1", "body"]);
  expect(answer.status).toBe(418);
  expect(answer.headers.get("cf-ray")).toBe("abc");
  expect(answer.headers.get("content-type")).toBe("text/x");
  expect(await answer.text()).toBe("é\n");
});

// Elsewhere the other loopback addresses are not there to try.
test.skipIf(process.platform !== "linux")("it listens on 127.0.0.1 alone", async () => {
  served = await serve(() => Promise.resolve(new Response()));
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await expect(fetch(served.url.replace("127.0.0.1", "127.0.0.2"))).rejects.toThrow("fetch failed");
});

test("closing ends the requests that wait for an answer", async () => {
  let arrived: (() => void) | undefined;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const { url, close } = await serve(() => {
    arrived?.();
    return new Promise(() => undefined);
  });
  const waiting = expect(fetch(url)).rejects.toThrow("fetch failed");
  await arrival;
  await close();
  await waiting;
});

test("an answer without a body ends", async () => {
  served = await serve(() => Promise.resolve(new Response(null, { status: 204 })));
  expect((await fetch(served.url)).status).toBe(204);
});

test("where the function throws, the connection breaks", async () => {
  served = await serve(() => Promise.reject(new Error("no answer")));
  await expect(fetch(served.url)).rejects.toThrow("fetch failed");
});

test("a caller who hangs up aborts the request", async () => {
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

test("a closed server can no more be reached", async () => {
  const { url, close } = await serve(() => Promise.resolve(new Response("x")));
  await (await fetch(url)).text();
  await close();
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});
