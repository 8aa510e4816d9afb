import createClient from "openapi-fetch";
import { beforeAll, describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "./document-files.js";
import { type GeneratedClient, loadClient, Recorder } from "./load-client.js";
import { STYLE_EXAMPLES, VALUES } from "./runtime/style-table.js";

const folder = createTemporaryFolder();

const DONE = 'responses: { "204": { description: done } }';

const ITEM = "{ type: array, items: { type: string } }";

/** An operation for each row of the specification's table of styles, in each of its locations. */
const examples = STYLE_EXAMPLES.flatMap(({ style, explode, locations, serialized }, index) =>
  locations.flatMap((location) =>
    Object.entries(serialized).map(([kind, expected]) => ({
      style,
      explode,
      location,
      kind: kind as keyof typeof VALUES,
      expected,
      name: `${location}${kind}${index}`,
    })),
  ),
);
const TYPES = { empty: "string", string: "string", array: "array", object: "object" };
const EXAMPLES_SPEC = `${HEAD}paths:
${examples
  .map(
    ({ style, explode, location, kind, name }) => `  /${name}/${location === "path" ? "{color}" : ""}:
    get:
      operationId: ${name}
      parameters: [{ name: color, in: ${location}, required: ${location === "path"}, style: ${style}, explode: ${explode}, schema: { type: ${TYPES[kind]} } }]
      ${DONE}`,
  )
  .join("\n")}
`;

describe("the specification's table of styles", () => {
  let api: Recorder;
  beforeAll(async () => {
    api = new Recorder(await loadClient(await renderFile(writeTexts(folder, { "api.yaml": EXAMPLES_SPEC }))));
  });

  test.each(examples)(
    "holds for $kind in the $location by $style, explode: $explode",
    async ({ location, kind, expected, name }) => {
      const { target, headers } = await api.send(name, { [location]: { color: VALUES[kind] } });
      const sent = {
        path: target.replace(`/v1/${name}/`, ""),
        query: target.replace(`/v1/${name}/?`, ""),
        header: headers.get("color"),
        cookie: headers.get("cookie"),
      };
      expect(sent[location]).toBe(expected);
    },
  );
});

const PARAMETERS_SPEC = `${HEAD}paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: find
      parameters:
        - { name: tags, in: query, explode: false, schema: ${ITEM} }
        - { name: piped, in: query, style: pipeDelimited, schema: ${ITEM} }
        - { name: expand, in: query, style: deepObject, explode: true, schema: ${ITEM} }
        - { name: filter, in: query, content: { application/json: { schema: { type: object } } } }
        - { name: untyped, in: query, schema: {} }
        - { name: raw, in: query, allowReserved: true, schema: { type: string } }
        - { name: "q&x", in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: X-Ids, in: header, schema: { type: array, items: { type: integer } } }
        - { name: X-Json, in: header, content: { application/json: {} } }
        - { name: session, in: cookie, schema: { type: string } }
      ${DONE}
  /plain/{id}:
    get:
      operationId: plain
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: "h#", in: query, schema: { type: string } }
      ${DONE}
  "/files/{path*}{.ext}":
    get:
      operationId: file
      parameters:
        - { name: "path*", in: path, required: true, schema: { type: string } }
        - { name: ".ext", in: path, required: true, schema: { type: string } }
      ${DONE}
  "/files/{id}#remove":
    put:
      operationId: remove
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: fields, in: query, schema: { type: string } }
      requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
      ${DONE}
  "/fixed?x=1#part":
    get:
      operationId: fixed
      parameters: [{ name: y, in: query, schema: { type: string } }]
      ${DONE}
  "/templated/{a?b}?x={x}&list":
    get:
      operationId: templated
      parameters:
        - { name: "a?b", in: path, required: true, schema: { type: string } }
        - { name: x, in: path, required: true, schema: { type: string } }
        - { name: y, in: query, schema: { type: string } }
      ${DONE}
  slashless/{id}:
    get:
      operationId: slashless
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      ${DONE}
  "/50%25/{cpu%}":
    get:
      operationId: percent
      parameters:
        - { name: "cpu%", in: path, required: true, schema: { type: string } }
        - { name: "load%", in: query, schema: { type: string } }
      ${DONE}
  /up:
    put: { operationId: up, servers: [{ url: "https://up.test/base/" }], ${DONE} }
`;

describe("the parameters of a generated function", () => {
  let api: Recorder;
  beforeAll(async () => {
    api = new Recorder(
      await loadClient(await renderFile(writeTexts(folder, { "api.yaml": PARAMETERS_SPEC }))),
    );
  });

  test("are sent below the server by a path without a slash", async () => {
    expect((await api.send("slashless", { path: { id: "1" } })).url).toBe("https://api.test/v1/slashless/1");
  });

  test("are sent by names with percent signs", async () => {
    const { target } = await api.send("percent", { path: { "cpu%": "1" }, query: { "load%": "2" } });
    expect(target).toBe("/v1/50%25/1?load%25=2");
  });

  test("are each sent in their own style", async () => {
    const query = {
      tags: ["x", "y"],
      piped: ["x", "y"],
      expand: ["a", "b"],
      filter: { a: 1 },
      untyped: { b: [1, 2] },
      raw: "/a?b",
      "q&x": "v",
    };
    const { target } = await api.send("find", { path: { id: "a/b" }, query });
    expect(target).toBe(
      "/v1/things/a%2Fb?tags=x,y&piped=x%7Cy&expand%5B%5D=a&expand%5B%5D=b&filter=%7B%22a%22%3A1%7D&b=1&b=2&raw=/a?b&q%26x=v",
    );
  });

  test("are sent in headers and cookies beside the caller's headers", async () => {
    const header = { "X-Trace": "1", "X-Ids": [1, 2], "X-Json": { a: "ä" } };
    const { headers } = await api.send(
      "find",
      { path: { id: "1" }, header, cookie: { session: "a b;" } },
      { headers: new Headers({ "X-More": "2" }) },
    );
    expect(Object.fromEntries(headers)).toEqual({
      cookie: "session=a%20b%3B",
      "x-ids": "1,2",
      "x-json": '{"a":"\\u00e4"}',
      "x-more": "2",
      "x-trace": "1",
    });
  });

  test("have encoded names, even if all have the default style", async () => {
    expect((await api.send("plain", { path: { id: "1" }, query: { "h#": "v" } })).target).toBe(
      "/v1/plain/1?h%23=v",
    );
  });

  test.each(["..", ".", "", undefined, null])("are rejected in the path if they are %o", async (id) => {
    await expect(api.send("plain", { path: { id } })).rejects.toThrow(TypeError);
  });

  test("are rejected if those of the path are missing", async () => {
    await expect(api.send("plain")).rejects.toThrow("Path parameter id must not be missing or empty.");
  });

  test("replace names with any characters", async () => {
    expect((await api.send("file", { path: { "path*": "a", ".ext": "json" } })).target).toBe(
      "/v1/files/ajson",
    );
  });

  test("precede the fragment of a path, which is not sent", async () => {
    const { url } = await api.send("remove", { path: { id: "1" }, query: { fields: "a" } }, {});
    expect(url).toBe("https://api.test/v1/files/1?fields=a");
  });

  test("are joined to the query of a path", async () => {
    expect((await api.send("fixed", { query: { y: "1" } })).url).toBe("https://api.test/v1/fixed?x=1&y=1");
    expect((await api.send("fixed")).url).toBe("https://api.test/v1/fixed?x=1");
    const { target } = await api.send("templated", { path: { "a?b": "c", x: "d&e" }, query: { y: "1" } });
    expect(target).toBe("/v1/templated/c?x=d%26e&list&y=1");
  });

  test("may be serialized by the caller instead", async () => {
    const { target } = await api.send(
      "plain",
      { path: { id: "1" }, query: { a: "b" } },
      { querySerializer: () => "own", pathSerializer: () => "https://api.test/own" },
    );
    expect(target).toBe("/own?own");
  });

  test("are sent to the server of the operation, or to the caller's", async () => {
    expect((await api.send("up")).url).toBe("https://up.test/base/up");
    expect((await api.send("up", { baseUrl: undefined })).url).toBe("https://up.test/base/up");
    expect((await api.send("up", { baseUrl: "http://127.0.0.1:1/" })).url).toBe("http://127.0.0.1:1/up");
  });
});

const renderBodyOperation = (
  name: string,
  content: string,
  required = true,
  method = "post",
): string => `  /${name}:
    ${method}:
      operationId: ${name}
      requestBody: { required: ${required}, content: ${content} }
      ${DONE}
`;
const OBJECT = "{ schema: { type: object } }";

const BODIES_SPEC = `${HEAD}paths:
${[
  renderBodyOperation("json", `{ application/json: ${OBJECT} }`),
  renderBodyOperation("charset", `{ "application/json; charset=utf-8": ${OBJECT} }`),
  renderBodyOperation("range", `{ "*/*": ${OBJECT} }`),
  renderBodyOperation(
    "synonyms",
    `{ text/json: ${OBJECT}, application/json: ${OBJECT}, application/*+json: ${OBJECT} }`,
  ),
  renderBodyOperation(
    "patch",
    "{ application/json-patch+json: { schema: { type: array, items: { type: object } } } }",
    false,
    "patch",
  ),
  renderBodyOperation("sequence", "{ application/json-seq: { schema: { type: string } } }"),
  renderBodyOperation("text", "{ text/plain: { schema: { type: string } } }", false),
  renderBodyOperation("bytes", "{ application/octet-stream: {} }"),
  renderBodyOperation("image", "{ image/*: {} }"),
  renderBodyOperation(
    "webForm",
    `{ application/x-www-form-urlencoded: { schema: { type: object }, encoding: { scope: { style: form, explode: false }, expand: { style: deepObject, explode: true }, meta: { contentType: application/json } } } }`,
    false,
  ),
  renderBodyOperation(
    "multipart",
    `{ multipart/form-data: { schema: { type: object }, encoding: { meta: { contentType: application/json }, image: { contentType: "image/png, image/jpeg" } } } }`,
  ),
  renderBodyOperation(
    "several",
    `{ application/json: ${OBJECT}, multipart/form-data: ${OBJECT}, application/x-www-form-urlencoded: ${OBJECT}, image/*: {} }`,
    false,
  ),
].join("")}`;

describe("the body of a generated function", () => {
  let api: Recorder;
  beforeAll(async () => {
    api = new Recorder(await loadClient(await renderFile(writeTexts(folder, { "api.yaml": BODIES_SPEC }))));
  });

  test.each([
    ["json", { a: null }, "application/json", '{"a":null}'],
    ["charset", { a: 1 }, "application/json; charset=utf-8", '{"a":1}'],
    ["range", { a: 1 }, "application/json", '{"a":1}'],
    ["synonyms", { a: 1 }, "application/json", '{"a":1}'],
    ["patch", [{ op: "remove" }], "application/json-patch+json", '[{"op":"remove"}]'],
    ["sequence", '\x1e{"a":1}\n', "application/json-seq", '\x1e{"a":1}\n'],
    ["text", "a b", "text/plain", "a b"],
    ["bytes", new Uint8Array([97, 98]), "application/octet-stream", "ab"],
    ["image", new Blob(["x"], { type: "image/png" }), "image/png", "x"],
    ["image", new Uint8Array([97]), "application/octet-stream", "a"],
    [
      "webForm",
      {
        code: "a b",
        scope: ["x", "y"],
        expand: ["c"],
        list: ["d", "e"],
        nested: { a: { b: 1 } },
        meta: { c: 2 },
      },
      "application/x-www-form-urlencoded",
      "code=a%20b&scope=x,y&expand%5B%5D=c&list=d&list=e&nested%5Ba%5D%5Bb%5D=1&meta=%7B%22c%22%3A2%7D",
    ],
    ["several", { contentType: "application/json", body: { a: 1 } }, "application/json", '{"a":1}'],
    [
      "several",
      { contentType: "application/x-www-form-urlencoded", body: { a: 1 } },
      "application/x-www-form-urlencoded",
      "a=1",
    ],
    ["several", { contentType: "image/*", body: new Blob(["x"], { type: "image/gif" }) }, "image/gif", "x"],
  ])("of %s is sent with its media type", async (name, given, contentType, expected) => {
    const sent = await api.send(name, given);
    expect([sent.headers.get("content-type"), sent.body]).toEqual([contentType, expected]);
  });

  test.each(["patch", "text", "webForm", "several"])(
    "of %s, if left out, sends no Content-Type",
    async (name) => {
      const { headers, body: sent } = await api.send(name);
      expect([headers.get("content-type"), sent]).toEqual([null, ""]);
    },
  );

  const FORM = { image: new File(["x"], "a.png", { type: "image/png" }), tags: ["a", "b"], meta: { c: 1 } };

  test.each([
    ["multipart", FORM],
    ["several", { contentType: "multipart/form-data", body: FORM }],
  ])("of %s may be a form of parts, whose boundary fetch writes", async (name, given) => {
    const { headers, request } = await api.send(name, given);
    expect(headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
    const parts = await request.formData();
    expect(parts.getAll("tags")).toEqual(["a", "b"]);
    expect((parts.get("image") as File).name).toBe("a.png");
    expect(parts.has("meta")).toBe(true);
  });

  test("may be a stream", async () => {
    const { body: sent } = await api.send("bytes", new Blob(["streamed"]).stream());
    expect(sent).toBe("streamed");
  });

  test("has the Content-Type of the caller", async () => {
    const { headers } = await api.send("image", "x", { headers: { "Content-Type": "image/svg+xml" } });
    expect(headers.get("content-type")).toBe("image/svg+xml");
  });
});

describe("an operation with a relative server", () => {
  const text = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: /api/v2 }]
paths:
  /ping: { get: { operationId: ping, servers: [{ url: "" }], ${DONE} } }
  /keys: { servers: [{ url: ../private/ }], get: { operationId: keys, ${DONE} } }
`;
  let client: GeneratedClient;
  beforeAll(async () => {
    client = await loadClient(await renderFile(writeTexts(folder, { "relative.yaml": text })));
  });

  test.each([
    ["ping", "https://host.test/api/v2", "https://host.test/ping"],
    ["keys", "https://host.test/api/v2/", "https://host.test/api/private/keys"],
    ["ping", "https://host.test", "https://host.test/ping"],
  ])("requests %s relative to the base URL %s of the client", async (name, baseUrl, expected) => {
    const sent: string[] = [];
    const fetch = (request: Request): Promise<Response> => {
      sent.push(request.url);
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await client.operations[name]?.(client.createApiClient({ baseUrl, fetch }));
    expect(sent).toEqual([expected]);
  });

  test("rejects a client whose base URL is unknown", async () => {
    const other = createClient({ baseUrl: "https://host.test" });
    await expect((async () => client.operations.ping?.(other))()).rejects.toThrow(
      "The server / of the operation is relative: create the client with createApiClient.",
    );
  });
});
