import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { findOperations } from "../../scripts/gate/find-operation.js";

/** A document with an operation at each of some paths. */
const documentWith = (paths: readonly string[], server?: string): JsonObject => ({
  ...(server !== undefined && { servers: [{ url: server }] }),
  paths: Object.fromEntries(paths.map((path) => [path, { get: { summary: path } }])),
});

interface Search {
  given: string;
  path: string;
  base?: string;
  theirs: string[];
  server?: string;
  want: string[];
}

describe("An operation is found in another document", () => {
  test.each<Search>([
    {
      given: "the same path, whatever else ends like it",
      path: "/apps/{app}/sessions",
      theirs: ["/v1/apps/{app}/sessions", "/apps/{app}/sessions", "/apps/{app}"],
      want: ["/apps/{app}/sessions"],
    },
    {
      given: "the same path, before one that begins with our server's",
      path: "/sessions",
      base: "https://api.example.com/v4",
      theirs: ["/v4/sessions", "/sessions"],
      server: "https://gateway.example.com/video",
      want: ["/sessions"],
    },
    {
      given: "other names of the parameters",
      path: "/apps/{app}/sessions/{id}",
      theirs: ["/apps/{app_id}/sessions/{session_id}", "/apps/{app_id}/sessions"],
      want: ["/apps/{app_id}/sessions/{session_id}"],
    },
    {
      given: "a word where ours has a parameter",
      path: "/apps/{app}",
      theirs: ["/apps/all", "/apps/app"],
      want: [],
    },
    {
      given: "a slash at the end of theirs",
      path: "/apps/{app}/sessions",
      theirs: ["/apps/{app}/sessions/"],
      want: ["/apps/{app}/sessions/"],
    },
    {
      given: "a slash at the end of ours",
      path: "/sessions/",
      theirs: ["/sessions"],
      want: ["/sessions"],
    },
    {
      given: "a part of our path in their server's address, before one that has it twice",
      path: "/v4/sessions",
      theirs: ["/v4/v4/sessions", "/sessions"],
      server: "https://api.example.com/v4",
      want: ["/sessions"],
    },
    {
      given: "a slash at the end of their server's address",
      path: "/v4/beta/sessions",
      theirs: ["/sessions"],
      server: "https://api.example.com/v4/beta/",
      want: ["/sessions"],
    },
    {
      given: "a server's address without a host",
      path: "/v4/sessions",
      theirs: ["/sessions"],
      server: "/v4",
      want: ["/sessions"],
    },
    {
      given: "a server's address with another one in its path",
      path: "/to/http://one/sessions",
      theirs: ["/sessions"],
      server: "HTTPS://api.example.com/to/http://one",
      want: ["/sessions"],
    },
    {
      given: "an address without a host and another one in its path",
      path: "/to/http://one/sessions",
      theirs: ["/sessions"],
      server: "/to/http://one",
      want: ["/sessions"],
    },
    {
      given: "a part of our server's address in their path, and another server",
      path: "/sessions",
      base: "https://api.example.com/v4",
      theirs: ["/beta/sessions", "/v4/sessions"],
      server: "https://gateway.example.com/video",
      want: ["/v4/sessions"],
    },
    {
      given: "the whole address by theirs before their path alone",
      path: "/sessions",
      base: "https://api.example.com/v4/beta",
      theirs: ["/v4/beta/sessions", "/beta/sessions"],
      server: "https://api.example.com/v4",
      want: ["/beta/sessions"],
    },
    {
      given: "no servers at all",
      path: "/sessions",
      base: "https://api.example.com/v4",
      theirs: ["/v4/sessions", "/v3/sessions"],
      want: ["/v4/sessions"],
    },
    {
      given: "more before our path",
      path: "/apps/{app}/sessions",
      theirs: ["/meetings", "/client/apps/{app}/sessions"],
      want: ["/client/apps/{app}/sessions"],
    },
    {
      given: "less before our path, where a parameter tells it",
      path: "/accounts/{account}/apps/{app}/sessions",
      theirs: ["/apps/{app}/sessions", "/accounts/{account}", "/meetings"],
      want: ["/apps/{app}/sessions"],
    },
    {
      given: "more before our path rather than less",
      path: "/apps/{app}/sessions",
      theirs: ["/{app}/sessions", "/client/apps/{app}/sessions"],
      want: ["/client/apps/{app}/sessions"],
    },
    {
      given: "less before our path, without a parameter to tell it",
      path: "/accounts/{account}/sessions",
      theirs: ["/sessions"],
      want: [],
    },
    {
      given: "several that fit equally well",
      path: "/apps/{app}/sessions",
      theirs: ["/a/apps/{app}/sessions", "/b/apps/{app}/sessions", "/apps"],
      want: ["/a/apps/{app}/sessions", "/b/apps/{app}/sessions"],
    },
  ])("with $given", ({ path, base = "https://api.example.com", theirs, server, want }) => {
    const found = findOperations(documentWith(theirs, server), "GET", path, base);
    expect(found.map((each) => each.path)).toEqual(want);
  });

  test("with its path item, the operation, and the names of the path's parameters in their order", () => {
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

  test("by way of references", () => {
    const root: JsonObject = {
      paths: { "/sessions": { $ref: "#/components/pathItems/sessions" } },
      components: {
        pathItems: { sessions: { get: { summary: "Sessions." } } },
      },
    };
    const [found] = findOperations(root, "GET", "/sessions", "");
    expect(found).toEqual({
      method: "GET",
      path: "/sessions",
      pathNames: [],
      item: { get: { summary: "Sessions." } },
      operation: { summary: "Sessions." },
    });
  });

  test("and not where a path fits that has only other methods, or nothing", () => {
    const root: JsonObject = {
      paths: {
        "/sessions": { post: {} },
        "/v1/sessions": { get: {} },
        "/v2/sessions": null,
        "/v3/sessions": "",
      },
    };
    const found = findOperations(root, "GET", "/sessions", "");
    expect(found.map(({ path }) => path)).toEqual(["/v1/sessions"]);
  });

  test.each<JsonObject>([{}, { paths: {} }, { paths: [] }])(
    "and nothing in a document without paths: %j",
    (root) => {
      expect(findOperations(root, "GET", "/sessions", "")).toEqual([]);
    },
  );
});
