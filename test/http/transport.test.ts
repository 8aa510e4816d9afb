import { expect, onTestFinished, test, vi } from "vitest";
import { createTransport } from "../../src/http/transport.js";
import { createScriptedTransport, getOutcome, TOKEN, useFakeTimers } from "./scripted-transport.js";

useFakeTimers();

test("the token is sent as a bearer token, and JSON is requested", async () => {
  const { send, requests } = createScriptedTransport([]);
  await getOutcome(send(2));
  const [{ url, init } = {}] = requests;
  expect(url?.href).toBe("https://api.example.com/v4/things?page_no=2");
  expect(init).toEqual({
    method: "GET",
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
    redirect: "manual",
    signal: expect.any(AbortSignal) as unknown,
    cache: "no-store",
  });
});

test.each([
  { query: { a: undefined }, search: "" },
  { query: { a: "x y+z&w", b: 0, c: false }, search: "?a=x%20y%2Bz%26w&b=0&c=false" },
])("the query $query is encoded as $search", async ({ query, search }) => {
  const { transport, requests } = createScriptedTransport([]);
  await getOutcome(transport.request({ method: "GET", path: "/things", query }));
  expect(requests[0]?.url.href).toBe(`https://api.example.com/v4/things${search}`);
});

test("a base URL may end in a slash", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response("{}")));
  const transport = createTransport({ baseUrl: "https://api.example.com/v4/", apiToken: TOKEN, fetch });
  await transport.request({ method: "GET", path: "/things" });
  expect(String((fetch.mock.calls as unknown[][])[0]?.[0])).toBe("https://api.example.com/v4/things");
});

test("the global fetch is read at each request", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response("{}")));
  const transport = createTransport({ baseUrl: "https://api.example.com", apiToken: TOKEN });
  vi.stubGlobal("fetch", fetch);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  await transport.request({ method: "GET", path: "/things" });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("the redact function of a transport replaces the token in a string", () => {
  const { redact } = createTransport({ baseUrl: "https://api.example.com", apiToken: TOKEN });
  expect(redact(`baseUrl ${TOKEN} is not a URL`)).toBe("baseUrl *** is not a URL");
});
