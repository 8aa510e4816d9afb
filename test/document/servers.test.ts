import { describe, expect, test } from "vitest";
import type { Json } from "../../scripts/document/json.js";
import { firstServer } from "../../scripts/document/servers.js";

describe("the first server", () => {
  test.for<{ what: string; servers: Json | undefined; want: string | undefined }>([
    { what: "of none", servers: undefined, want: undefined },
    { what: "of an empty list", servers: [], want: undefined },
    { what: "of what is no list", servers: { url: "https://a.test" }, want: undefined },
    { what: "without a URL", servers: [{ description: "Rooms" }], want: undefined },
    {
      what: "of two",
      servers: [{ url: "https://a.test" }, { url: "https://b.test" }],
      want: "https://a.test",
    },
    {
      what: "with its variables at their defaults",
      servers: [
        {
          url: "https://{place}.test/{base}/{base}",
          variables: { place: { default: "eu" }, base: { default: "v1" } },
        },
      ],
      want: "https://eu.test/v1/v1",
    },
    {
      what: "with a variable that it does not have",
      servers: [{ url: "https://{place}.test", variables: {} }],
      want: "https://{place}.test",
    },
    {
      what: "with a variable, and no variables",
      servers: [{ url: "https://{place}.test" }],
      want: "https://{place}.test",
    },
    {
      what: "with a default that is no text",
      servers: [{ url: "https://a.test/{base}", variables: { base: { default: 1 } } }],
      want: "https://a.test/{base}",
    },
  ])("is the URL of the first server: $what", ({ servers, want }) => {
    expect(firstServer(servers)).toBe(want);
  });
});
