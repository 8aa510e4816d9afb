import { expect, test } from "vitest";
import type { Json } from "../../scripts/document/json.js";
import { firstServer } from "../../scripts/document/servers.js";

test.each<{ given: string; servers: Json | undefined; want: string | undefined }>([
  { given: "no servers", servers: undefined, want: undefined },
  { given: "an empty list", servers: [], want: undefined },
  { given: "servers that are no list", servers: { url: "https://a.test" }, want: undefined },
  { given: "a server without a URL", servers: [{ description: "ours" }], want: undefined },
  { given: "a URL that is no text", servers: [{ url: 1 }], want: undefined },
  { given: "one server", servers: [{ url: "https://a.test/v1" }], want: "https://a.test/v1" },
  {
    given: "two servers, of which the first counts",
    servers: [{ url: "https://a.test" }, { url: "https://b.test" }],
    want: "https://a.test",
  },
  {
    given: "variables with defaults",
    servers: [
      {
        url: "https://{region}.a.test/{v}",
        variables: { region: { default: "eu" }, v: { default: "v1" } },
      },
    ],
    want: "https://eu.a.test/v1",
  },
  {
    given: "a variable that is not there",
    servers: [{ url: "https://a.test/{v}", variables: { region: { default: "eu" } } }],
    want: "https://a.test/{v}",
  },
  {
    given: "a variable, and no variables at all",
    servers: [{ url: "https://a.test/{v}" }],
    want: "https://a.test/{v}",
  },
  {
    given: "a default that is no text",
    servers: [{ url: "https://a.test/{v}", variables: { v: { default: 1 } } }],
    want: "https://a.test/{v}",
  },
  {
    given: "braces without a name",
    servers: [{ url: "https://a.test/{}{{v}}", variables: { v: { default: "1" }, "{v": { default: "2" } } }],
    want: "https://a.test/{}{1}",
  },
])("the first server's URL, of $given", ({ servers, want }) => {
  expect(firstServer(servers)).toBe(want);
});
