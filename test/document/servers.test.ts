import { describe, expect, test } from "vitest";
import type { Json } from "../../scripts/document/json.js";
import { baseUrlOf, documentUrl, firstServer } from "../../scripts/document/servers.js";

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

describe("the base URL of a document", () => {
  const url = "http://host.test/v2/openapi.yaml";

  test.for([
    { given: "../api", url, want: "http://host.test/api" },
    { given: "/api", url, want: "http://host.test/api" },
    { given: "https://api.test/v1", url, want: "https://api.test/v1" },
    { given: "../api", url: undefined, want: "../api" },
  ])("of the server $given in $url is $want", ({ given, url: documents, want }) => {
    expect(baseUrlOf({ servers: [{ url: given }] }, documents)).toBe(want);
  });

  test("is the root of its host without servers, which is the default of OpenAPI", () => {
    expect(baseUrlOf({}, url)).toBe("http://host.test/");
    expect(baseUrlOf({}, undefined)).toBe("");
  });

  test.for([
    { absolute: "/home/api.yaml", self: undefined, want: undefined },
    { absolute: "/home/api.yaml", self: "api.yaml", want: undefined },
    { absolute: "/home/api.yaml", self: "https://a.test/api.yaml", want: "https://a.test/api.yaml" },
    { absolute: url, self: undefined, want: url },
    { absolute: url, self: "/v3/", want: "http://host.test/v3/" },
  ])("is relative to the URL of $absolute with the $self $self", ({ absolute, self, want }) => {
    expect(documentUrl(absolute, self)).toBe(want);
  });
});
