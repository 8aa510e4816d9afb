import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { findOperations } from "../../scripts/gate/find-operation.js";

/** Creates a document with an operation at each path. */
const createDocument = (paths: readonly string[], server?: string): JsonObject => ({
  ...(server !== undefined && { servers: [{ url: server }] }),
  paths: Object.fromEntries(paths.map((path) => [path, { get: { summary: path } }])),
});

interface Search {
  given: string;
  path: string;
  base?: string;
  theirs: string[];
  server?: string;
  expected: string[];
}

describe("findOperations", () => {
  test.each<Search>([
    {
      given: "the same path, and others with the same end",
      path: "/apps/{app}/sessions",
      theirs: ["/v1/apps/{app}/sessions", "/apps/{app}/sessions", "/apps/{app}"],
      expected: ["/apps/{app}/sessions"],
    },
    {
      given: "the same path, and one that begins with our server's",
      path: "/sessions",
      base: "https://api.example.com/v4",
      theirs: ["/v4/sessions", "/sessions"],
      server: "https://gateway.example.com/video",
      expected: ["/sessions"],
    },
    {
      given: "other names of the parameters",
      path: "/apps/{app}/sessions/{id}",
      theirs: ["/apps/{app_id}/sessions/{session_id}", "/apps/{app_id}/sessions"],
      expected: ["/apps/{app_id}/sessions/{session_id}"],
    },
    {
      given: "a literal instead of our parameter",
      path: "/apps/{app}",
      theirs: ["/apps/all", "/apps/app"],
      expected: [],
    },
    {
      given: "a trailing slash in their path",
      path: "/apps/{app}/sessions",
      theirs: ["/apps/{app}/sessions/"],
      expected: ["/apps/{app}/sessions/"],
    },
    {
      given: "a trailing slash in our path",
      path: "/sessions/",
      theirs: ["/sessions"],
      expected: ["/sessions"],
    },
    {
      given: "a part of our path in their server's URL, and a path that repeats it",
      path: "/v4/sessions",
      theirs: ["/v4/v4/sessions", "/sessions"],
      server: "https://api.example.com/v4",
      expected: ["/sessions"],
    },
    {
      given: "a trailing slash in their server's URL",
      path: "/v4/beta/sessions",
      theirs: ["/sessions"],
      server: "https://api.example.com/v4/beta/",
      expected: ["/sessions"],
    },
    {
      given: "a server's URL without a host",
      path: "/v4/sessions",
      theirs: ["/sessions"],
      server: "/v4",
      expected: ["/sessions"],
    },
    {
      given: "a server's URL with another URL in its path",
      path: "/to/http://one/sessions",
      theirs: ["/sessions"],
      server: "HTTPS://api.example.com/to/http://one",
      expected: ["/sessions"],
    },
    {
      given: "a URL without a host and another URL in its path",
      path: "/to/http://one/sessions",
      theirs: ["/sessions"],
      server: "/to/http://one",
      expected: ["/sessions"],
    },
    {
      given: "a part of our server's URL in their path, and another server",
      path: "/sessions",
      base: "https://api.example.com/v4",
      theirs: ["/beta/sessions", "/v4/sessions"],
      server: "https://gateway.example.com/video",
      expected: ["/v4/sessions"],
    },
    {
      given: "a match of the whole URL, and one of only the path",
      path: "/sessions",
      base: "https://api.example.com/v4/beta",
      theirs: ["/v4/beta/sessions", "/beta/sessions"],
      server: "https://api.example.com/v4",
      expected: ["/beta/sessions"],
    },
    {
      given: "no servers",
      path: "/sessions",
      base: "https://api.example.com/v4",
      theirs: ["/v4/sessions", "/v3/sessions"],
      expected: ["/v4/sessions"],
    },
    {
      given: "a longer path with the same end",
      path: "/apps/{app}/sessions",
      theirs: ["/meetings", "/client/apps/{app}/sessions"],
      expected: ["/client/apps/{app}/sessions"],
    },
    {
      given: "a shorter path with the same parameter",
      path: "/accounts/{account}/apps/{app}/sessions",
      theirs: ["/apps/{app}/sessions", "/accounts/{account}", "/meetings"],
      expected: ["/apps/{app}/sessions"],
    },
    {
      given: "both a longer and a shorter path",
      path: "/apps/{app}/sessions",
      theirs: ["/{app}/sessions", "/client/apps/{app}/sessions"],
      expected: ["/client/apps/{app}/sessions"],
    },
    {
      given: "a shorter path without a parameter",
      path: "/accounts/{account}/sessions",
      theirs: ["/sessions"],
      expected: [],
    },
    {
      given: "several equally good matches",
      path: "/apps/{app}/sessions",
      theirs: ["/a/apps/{app}/sessions", "/b/apps/{app}/sessions", "/apps"],
      expected: ["/a/apps/{app}/sessions", "/b/apps/{app}/sessions"],
    },
  ])(
    "finds the best matches for $given",
    ({ path, base = "https://api.example.com", theirs, server, expected }) => {
      const matches = findOperations(createDocument(theirs, server), "GET", path, base);
      expect(matches.map((match) => match.path)).toEqual(expected);
    },
  );

  test("returns the path item, the operation, and the names of the path's parameters in order", () => {
    const operation = { summary: "A session." };
    const item = { parameters: [], get: operation };
    const root: JsonObject = { paths: { "/apps/{app_id}/sessions/{id}": item } };
    expect(findOperations(root, "GET", "/apps/{app}/sessions/{session}", "https://api.example.com")).toEqual([
      {
        method: "GET",
        path: "/apps/{app_id}/sessions/{id}",
        pathNames: ["app_id", "id"],
        item,
        operation,
      },
    ]);
  });

  test("follows references", () => {
    const root: JsonObject = {
      paths: { "/sessions": { $ref: "#/components/pathItems/sessions" } },
      components: {
        pathItems: { sessions: { get: { summary: "Sessions." } } },
      },
    };
    const [matches] = findOperations(root, "GET", "/sessions", "");
    expect(matches).toEqual({
      method: "GET",
      path: "/sessions",
      pathNames: [],
      item: { get: { summary: "Sessions." } },
      operation: { summary: "Sessions." },
    });
  });

  test("skips paths without the method", () => {
    const root: JsonObject = {
      paths: {
        "/sessions": { post: {} },
        "/v1/sessions": { get: {} },
        "/v2/sessions": null,
        "/v3/sessions": "",
      },
    };
    const matches = findOperations(root, "GET", "/sessions", "");
    expect(matches.map(({ path }) => path)).toEqual(["/v1/sessions"]);
  });

  test.each<JsonObject>([{}, { paths: {} }, { paths: [] }])(
    "finds no operation in the document %j, which has no paths",
    (root) => {
      expect(findOperations(root, "GET", "/sessions", "")).toEqual([]);
    },
  );
});
