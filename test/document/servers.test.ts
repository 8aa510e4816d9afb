import { describe, expect, test } from "vitest";
import type { Json } from "../../scripts/document/json.js";
import { resolveBaseUrl, resolveDocumentUrl, resolveFirstServer } from "../../scripts/document/servers.js";

describe("the first server", () => {
  test.for<{ what: string; servers: Json | undefined; expected: string | undefined }>([
    { what: "without servers", servers: undefined, expected: undefined },
    { what: "in an empty list", servers: [], expected: undefined },
    { what: "in servers that are not a list", servers: { url: "https://a.test" }, expected: undefined },
    { what: "without a URL", servers: [{ description: "Rooms" }], expected: undefined },
    {
      what: "in a list of two",
      servers: [{ url: "https://a.test" }, { url: "https://b.test" }],
      expected: "https://a.test",
    },
    {
      what: "with its variables at their defaults",
      servers: [
        {
          url: "https://{place}.test/{base}/{base}",
          variables: { place: { default: "eu" }, base: { default: "v1" } },
        },
      ],
      expected: "https://eu.test/v1/v1",
    },
    {
      what: "with an undefined variable",
      servers: [{ url: "https://{place}.test", variables: {} }],
      expected: "https://{place}.test",
    },
    {
      what: "with a variable, but without variables",
      servers: [{ url: "https://{place}.test" }],
      expected: "https://{place}.test",
    },
    {
      what: "with a number as a default",
      servers: [{ url: "https://a.test:{port}", variables: { port: { default: 8443 } } }],
      expected: "https://a.test:8443",
    },
    {
      what: "with a default that is neither a string nor a number",
      servers: [{ url: "https://a.test/{base}", variables: { base: { default: [] } } }],
      expected: "https://a.test/{base}",
    },
  ])("has the URL $expected $what", ({ servers, expected }) => {
    expect(resolveFirstServer(servers)).toBe(expected);
  });
});

describe("the base URL of a document", () => {
  const url = "http://host.test/v2/openapi.yaml";

  test.for([
    { given: "../api", url, expected: "http://host.test/api" },
    { given: "/api", url, expected: "http://host.test/api" },
    { given: "https://api.test/v1", url, expected: "https://api.test/v1" },
    { given: "../api", url: undefined, expected: "../api" },
    { given: "", url, expected: "http://host.test/" },
  ])("of the server $given in $url is $expected", ({ given, url: documentAddress, expected }) => {
    expect(resolveBaseUrl({ servers: [{ url: given }] }, documentAddress)).toBe(expected);
  });

  test("is the root of its host without servers, which is the default of OpenAPI", () => {
    expect(resolveBaseUrl({}, url)).toBe("http://host.test/");
    expect(resolveBaseUrl({}, undefined)).toBe("");
  });

  test.for([
    { absolute: "/home/api.yaml", self: undefined, expected: undefined },
    { absolute: "/home/api.yaml", self: "api.yaml", expected: undefined },
    { absolute: "/home/api.yaml", self: "https://a.test/api.yaml", expected: "https://a.test/api.yaml" },
    { absolute: url, self: undefined, expected: url },
    { absolute: url, self: "/v3/", expected: "http://host.test/v3/" },
  ])("is $expected for the file $absolute that names itself $self", ({ absolute, self, expected }) => {
    expect(resolveDocumentUrl(absolute, self)).toBe(expected);
  });
});
