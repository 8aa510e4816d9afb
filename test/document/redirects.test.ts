import { afterEach, describe, expect, test, vi } from "vitest";
import { readDocument } from "../../scripts/document/document.js";

/** Serves texts by URL, with redirects, to the global fetch. */
function serve(texts: Readonly<Record<string, string>>, redirects: Readonly<Record<string, string>>): void {
  vi.spyOn(globalThis, "fetch").mockImplementation((input) => {
    const requested = input instanceof Request ? input.url : input.toString();
    const url = redirects[requested] ?? requested;
    const text = texts[url];
    const response = new Response(text ?? "", { status: text === undefined ? 404 : 200 });
    return Promise.resolve(Object.defineProperty(response, "url", { value: url }));
  });
}

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

describe("a document behind a redirect", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("has references and servers that are relative to its final URL", async () => {
    serve(
      {
        "https://b.test/v2/api.yaml": `${HEAD}paths: { /a: { $ref: a.yaml } }\n`,
        "https://b.test/v2/a.yaml": "get: { operationId: a }\n",
      },
      { "https://a.test/latest": "https://b.test/v2/api.yaml" },
    );
    const { root, warnings, url } = await readDocument("https://a.test/latest");
    expect(warnings).toEqual([]);
    expect(root.paths).toEqual({ "/a": { get: { operationId: "a" } } });
    expect(url).toBe("https://b.test/v2/api.yaml");
  });

  test("may refer to files behind redirects, whose references are relative to their final URLs", async () => {
    serve(
      {
        "https://a.test/api.yaml": `${HEAD}paths: { /a: { $ref: items/a }, /b: { $ref: items/b } }\n`,
        "https://b.test/v2/a.yaml":
          "get: { $ref: '#/one' }\none: { operationId: a }\nput: { $ref: b.yaml#/get }\n",
        "https://b.test/v2/b.yaml": "get: { operationId: b }\n",
      },
      {
        "https://a.test/items/a": "https://b.test/v2/a.yaml",
        "https://a.test/items/b": "https://b.test/v2/b.yaml",
      },
    );
    const { root, warnings } = await readDocument("https://a.test/api.yaml");
    expect(warnings).toEqual([]);
    const [a, b] = [{ operationId: "a" }, { operationId: "b" }];
    expect(root.paths).toEqual({ "/a": { get: a, one: a, put: b }, "/b": { get: b } });
  });
});
