import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { relative, resolve } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { readCompleteDocument, readDocument, readDocumentText } from "../../scripts/document/document.js";
import type { JsonObject, Pointer } from "../../scripts/document/json.js";
import { formatLocation, formatProblem, SpecError } from "../../scripts/problem.js";
import { createTemporaryFolder, writeTexts } from "../generate/document-files.js";

const folder = createTemporaryFolder();

const INFO = 'openapi: 3.1.0\ninfo: { title: Rooms, version: "1" }\n';

/** Returns the location of a value in a document, without the name of the folder. */
async function findLocation(file: string, pointer: Pointer): Promise<string> {
  const { createProblem } = await readDocument(file);
  return formatLocation(createProblem(pointer, "is wrong").location).replace(`${folder}/`, "");
}

describe("a document of one file", () => {
  const text = `${INFO}paths:
  /rooms: { get: { tags: [rooms] } }
  /rooms/50%25: { summary: Half }
  /a~1b: { summary: A tilde }
`;

  test("has the content of its file", async () => {
    const file = writeTexts(folder, { "alone.yaml": text });
    const document = await readDocument(file);
    expect(document.file).toBe(file);
    expect(document.root).toEqual({
      openapi: "3.1.0",
      info: { title: "Rooms", version: "1" },
      paths: {
        "/rooms": { get: { tags: ["rooms"] } },
        "/rooms/50%25": { summary: "Half" },
        "/a~1b": { summary: "A tilde" },
      },
    });
  });

  test("shows the lines around a problem", async () => {
    const { createProblem } = await readDocument(writeTexts(folder, { "alone.yaml": text }));
    expect(formatProblem(createProblem(["info", "title"], "is wrong"), true).split("\n")).toEqual([
      `${folder}/alone.yaml:2:16 is wrong`,
      "  1 | openapi: 3.1.0",
      '  2 | info: { title: Rooms, version: "1" }',
      "    |                ^",
      "  3 | paths:",
    ]);
  });

  test.for<{ what: string; pointer: Pointer; location: string }>([
    { what: "a value", pointer: ["paths", "/rooms", "get", "tags", 0], location: "alone.yaml:4:27" },
    {
      what: "a value below a percent sign",
      pointer: ["paths", "/rooms/50%25", "summary"],
      location: "alone.yaml:5:28",
    },
    { what: "a value below a tilde", pointer: ["paths", "/a~1b", "summary"], location: "alone.yaml:6:21" },
    {
      what: "the object around a missing value",
      pointer: ["info", "license"],
      location: "alone.yaml:2:7",
    },
  ])("locates a problem at $what", async ({ pointer, location }) => {
    expect(await findLocation(writeTexts(folder, { "alone.yaml": text }), pointer)).toBe(location);
  });
});

describe("a problem in a document of several files", () => {
  const texts = {
    "rooms.yaml": `${INFO}paths:
  /rooms: { $ref: parts/rooms.yaml }
components:
  parameters:
    Place: { name: place, in: query }
`,
    "parts/rooms.yaml": `get:
  deprecated: ~
  parameters:
    - $ref: ../rooms.yaml#/components/parameters/Place
    - $ref: common.yaml#/Floor
  callbacks:
    left:
      "{$request.body#/url}":
        $ref: left.yaml
  responses:
    "200": { content: { text/plain: { examples: { one: { externalValue: one.txt } } } } }
`,
    "parts/one.txt": "{ no YAML",
    "parts/common.yaml": `Floor:
  name: floor
  in: query
`,
    "parts/left.yaml": `# Sent when somebody leaves.
post:
  tags: [left]
`,
  };
  const callback = ["paths", "/rooms", "get", "callbacks", "left", "{$request.body#/url}"];

  test.for<{ what: string; pointer: Pointer; location: string }>([
    { what: "in the main file", pointer: ["info", "title"], location: "rooms.yaml:2:16" },
    {
      what: "in the main file, if another file refers to the value",
      pointer: ["components", "parameters", "Place", "in"],
      location: "rooms.yaml:7:31",
    },
    {
      what: "in a file that the main file refers to",
      pointer: ["paths", "/rooms", "get", "deprecated"],
      location: "parts/rooms.yaml:2:15",
    },
    {
      what: "in a file that the second file refers to",
      pointer: ["components", "parameters", "Floor", "in"],
      location: "parts/common.yaml:3:7",
    },
    {
      what: "in a file whose content replaces a reference of the second file",
      pointer: [...callback, "post", "tags", 0],
      location: "parts/left.yaml:3:10",
    },
    { what: "at the replaced reference", pointer: callback, location: "parts/rooms.yaml:9:9" },
    {
      what: "at the object around a missing value",
      pointer: ["components", "parameters", "Floor", "schema", "type"],
      location: "parts/common.yaml:2:3",
    },
  ])("is located $what", async ({ pointer, location }) => {
    expect(await findLocation(writeTexts(folder, texts), pointer)).toBe(location);
  });

  test("is located in files with paths relative to the user's folder", async () => {
    const file = relative(".", writeTexts(folder, texts));
    const { createProblem } = await readDocument(file);
    const pointer = ["paths", "/rooms", "get", "deprecated"];
    expect(createProblem(pointer, "is wrong").location.file).toBe(
      relative(".", `${folder}/parts/rooms.yaml`),
    );
    expect(createProblem(["info"], "is wrong").location.file).toBe(file);
  });

  test("is located in the document with the path that the user passed", async () => {
    writeTexts(folder, texts);
    const file = `${folder}/./rooms.yaml`;
    expect(resolve(file)).not.toBe(file);
    expect((await readDocument(file)).createProblem(["info"], "is wrong").location.file).toBe(file);
  });

  describe("in a file from the network", () => {
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    test("is located at the URL", async () => {
      const requested: unknown[] = [];
      vi.stubGlobal("fetch", (url: unknown) => {
        requested.push(url);
        return Promise.resolve(new Response("get:\n  tags: [rooms]\n"));
      });
      const url = "https://rooms.test/rooms.yaml";
      const file = writeTexts(folder, { "remote.yaml": `${INFO}paths:\n  /rooms: { $ref: "${url}" }\n` });
      expect(await findLocation(file, ["paths", "/rooms", "get", "tags", 0])).toBe(`${url}:2:10`);
      expect(requested).toEqual([url]);
    });
  });
});

describe("a document of several files", () => {
  test("contains the values of its files, which any kind of reference can include", async () => {
    const texts = {
      "main/rooms.yaml": `${INFO}paths:
  /rooms: { $ref: ../parts/rooms.yaml }
  /beds: { $ref: "../parts/all.json#/paths/~1beds" }
  /again: { $ref: "#/components/pathItems/Again" }
webhooks:
  left: { $ref: "#/components/pathItems/Again" }
components:
  pathItems: { Again: { $ref: ../parts/rooms.yaml } }
`,
      "parts/rooms.yaml": `get:
  parameters: [{ $ref: "../main/rooms.yaml#/paths/~1beds/get/parameters/0" }]
  responses: { default: { $ref: "all.json#/Response" } }
`,
      "parts/all.json": JSON.stringify({
        paths: {
          "/beds": { get: { parameters: [{ name: "q", in: "query", schema: { $ref: "deep/a.yaml#q" } }] } },
        },
        Response: { content: { "application/json": { schema: { $ref: "deep/a.yaml#/$defs/Tree" } } } },
      }),
      "parts/deep/a.yaml": `$defs:
  Q: { $anchor: q, type: string }
  Tree: { type: array, items: { $ref: "#/$defs/Tree" } }
`,
    };
    const { root, warnings } = await readDocument(writeTexts(`${folder}/several`, texts));
    expect(warnings).toEqual([]);
    const query = { name: "q", in: "query", schema: { $ref: "#/components/schemas/Q" } };
    const paths = root.paths as Record<string, JsonObject>;
    expect(paths["/beds"]).toEqual({ get: { parameters: [query] } });
    expect(paths["/rooms"]).toEqual({
      get: {
        parameters: [{ $ref: expect.stringMatching(/^#\/components\/parameters\//) as string }],
        responses: { default: { $ref: "#/components/responses/Response" } },
      },
    });
    expect(root.components).toMatchObject({
      responses: {
        Response: { content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } } },
      },
      schemas: {
        Q: { type: "string" },
        Tree: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
      },
    });
    expect(JSON.stringify(root)).not.toContain(".yaml");
  });

  test.each([
    ["components: text", "components", "3:13"],
    ["components: { responses: './responses.yaml', x-any: text }", "components.responses", "3:26"],
  ])("ignores the malformed %s with a warning", async (components, name, position) => {
    const file = writeTexts(folder, {
      "malformed.yaml": `${INFO}${components}\npaths: { /a: { get: { responses: { "200": { $ref: "done.yaml#/done" } } } } }\n`,
      "done.yaml": "done: { description: done }\n",
    });
    const { root, warnings } = await readDocument(file);
    expect(root).toMatchObject({ components: { responses: { done: { description: "done" } } } });
    expect(warnings.map((warning) => formatProblem(warning))).toEqual([
      `${file}:${position} ${name} is not an object: it is ignored`,
    ]);
  });

  test("renames a second schema of the same name, with a warning", async () => {
    const texts = {
      "rooms.yaml": `${INFO}paths: {}
components: { schemas: { A: { $ref: "a/s.yaml#/S" }, B: { $ref: "b/s.yaml#/S" }, C: { $ref: "c/s.yaml#/S" } } }
`,
      "a/s.yaml": "S: { type: string }\n",
      "b/s.yaml": "S: { type: number }\n",
      "c/s.yaml": "S: { type: boolean }\n",
    };
    const { root, warnings } = await readDocument(writeTexts(`${folder}/same-name`, texts));
    expect(warnings.map(({ rule, message }) => [rule, message])).toEqual([
      [
        "bundler",
        "Two schemas are referenced with the same name but different content. Renamed s_S to s_S-2.",
      ],
    ]);
    expect(root.components).toMatchObject({
      schemas: { S: { type: "string" }, s_S: { type: "number" }, "s_S-2": { type: "boolean" } },
    });
  });
});

describe("a reference that cannot be resolved", () => {
  /** Returns the warnings of a document, without the name of the folder. */
  async function findWarnings(texts: Record<string, string>): Promise<string[]> {
    const { warnings, hasUnresolved } = await readDocument(writeTexts(folder, texts));
    expect(hasUnresolved).toBe(true);
    return warnings.map((warning) => formatProblem(warning).replaceAll(`${folder}/`, ""));
  }

  test("is a warning at its location", async () => {
    expect(await findWarnings({ "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: missing.yaml }\n` })).toEqual([
      "bad.yaml:4:19 $ref missing.yaml cannot be resolved: missing.yaml cannot be read: ENOENT: no such file or directory",
    ]);
  });

  test("is a warning at its location in another file", async () => {
    const texts = {
      "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: parts/bad.yaml }\n`,
      "parts/bad.yaml": "get:\n  parameters: [{ $ref: '#/missing' }]\n",
    };
    expect(await findWarnings(texts)).toEqual(["parts/bad.yaml:2:24 $ref #/missing cannot be resolved"]);
  });

  test("is a warning if it is circular through another file", async () => {
    const texts = {
      "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: parts/circular.yaml }\n`,
      "parts/circular.yaml": "$ref: circular.yaml\n",
    };
    expect(await findWarnings(texts)).toEqual([
      "bad.yaml:4:19 $ref parts/circular.yaml is circular",
      "parts/circular.yaml:1:7 $ref circular.yaml is circular",
    ]);
  });

  test("is a warning in a file that cannot be parsed", async () => {
    const texts = {
      "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: parts/bad.json }\n`,
      "parts/bad.json": '{ "a": }',
    };
    expect(await findWarnings(texts)).toEqual([
      expect.stringMatching(
        /^bad\.yaml:4:19 \$ref parts\/bad\.json cannot be resolved: parts\/bad\.json:1:\d+ /,
      ),
    ]);
  });

  test.for(["paths: { $ref: missing.yaml }", "components: { schemas: { $ref: '#/missing' } }"])(
    "is an error in %s, because the document is unusable without it",
    async (text) => {
      const file = writeTexts(folder, { "bad.yaml": `${INFO}${text}\n` });
      await expect(readDocument(file)).rejects.toThrow("cannot be resolved");
    },
  );

  test("is an error for a document that must be complete", async () => {
    const file = writeTexts(folder, { "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: missing.yaml }\n` });
    await expect(readCompleteDocument(file)).rejects.toThrow(SpecError);
  });
});

test.for([
  { what: "percent-encoded", reference: "my%20parts/bed%20room.yaml", file: "my parts/bed room.yaml" },
  { what: "not encoded", reference: "my parts/bed room.yaml", file: "my parts/bed room.yaml" },
  { what: "with a percent sign in the file's name", reference: "50%25/a%20b.yaml", file: "50%25/a%20b.yaml" },
  { what: "with a percent sign that encodes nothing", reference: "50%/room.yaml", file: "50%/room.yaml" },
])("a reference finds its file by a path $what", async ({ reference, file }) => {
  const text = `${INFO}paths: {}\ncomponents: { schemas: { A: { $ref: ${JSON.stringify(`${reference}#/Bed`)} } } }\n`;
  const main = writeTexts(folder, { "encoded.yaml": text, [file]: "Bed: { type: string }\n" });
  const { root, warnings } = await readDocument(main);
  expect(warnings).toEqual([]);
  expect(root.components).toMatchObject({ schemas: { Bed: { type: "string" } } });
});

test("a reference in an unexpected place is rejected if its value contains it", async () => {
  const text = `openapi: 3.1.0
info: { title: { $ref: "#" }, version: "1" }
paths: {}
components: { schemas: { A: { $ref: circular-a.yaml } } }
`;
  const file = writeTexts(folder, { "circular.yaml": text, "circular-a.yaml": "type: string\n" });
  await expect(readDocument(file)).rejects.toThrow(
    "circular.yaml:2:16 the value of the $ref contains itself",
  );
});

test("a reference to the $id of a schema needs no file", async () => {
  const text = `${INFO.replace("3.0.3", "3.1.0")}paths: {}
components: { schemas: { A: { type: array, items: { $ref: room } }, B: { $id: room, type: string } } }
`;
  const file = writeTexts(folder, { "ids.yaml": text });
  const { root, warnings, files } = await readDocument(file);
  expect({ warnings, files }).toEqual({ warnings: [], files: [file] });
  expect(root.components).toMatchObject({ schemas: { A: { items: { $ref: "#/components/schemas/B" } } } });
});

test.each([
  ["schemas.yaml#/Other", "#/components/schemas/Other"],
  ["./bird.yaml", "#/components/schemas/bird"],
  ["com.example.Cat", "com.example.Cat"],
])("%s as the target of a discriminator in one of several files becomes %s", async (target, expected) => {
  const text = `${INFO.replace("3.1.0", "3.2.0")}paths: {}
components: { schemas: { com.example.Cat: { type: object }, Pet: { oneOf: [{ $ref: "schemas.yaml#/Cat" }, { $ref: "schemas.yaml#/Other" }, { $ref: bird.yaml }],
  discriminator: { propertyName: kind, mapping: { pet: ${target}, cat: "schemas.yaml#/Cat" }, defaultMapping: ${target} } } } }
`;
  const file = writeTexts(folder, {
    "default.yaml": text,
    "schemas.yaml": "Cat: { type: object }\nOther: { type: object }\n",
    "bird.yaml": "type: object\n",
  });
  const { root, warnings } = await readDocument(file);
  expect(warnings.map(({ rule }) => rule)).toEqual(["openapi-3.2"]);
  const schemas = (root.components as JsonObject).schemas as Record<string, JsonObject>;
  expect(schemas.Pet?.discriminator).toEqual({
    propertyName: "kind",
    mapping: { pet: expected, cat: "#/components/schemas/Cat" },
    defaultMapping: expected,
  });
});

test("files that only a discriminator refers to are a part of the document", async () => {
  const text = `${INFO.replace("3.1.0", "3.2.0")}paths: {}
components: { schemas: { pet: { $ref: pet.yaml } } }
`;
  const file = writeTexts(folder, {
    "only-mapped.yaml": text,
    "pet.yaml": `type: object
discriminator: { propertyName: kind, mapping: { cat: cats.yaml#/Cat, dog: dog.yaml }, defaultMapping: wild.yaml }
`,
    "cats.yaml": "Cat: { allOf: [{ $ref: pet.yaml }] }\n",
    "dog.yaml": "allOf: [{ $ref: pet.yaml }]\n",
    "wild.yaml": "allOf: [{ $ref: pet.yaml }]\n",
  });
  const { root, warnings } = await readDocument(file);
  expect(warnings.map(({ rule }) => rule)).toEqual(["openapi-3.2"]);
  const allOf = [{ $ref: "#/components/schemas/pet" }];
  expect((root.components as JsonObject).schemas).toEqual({
    pet: {
      type: "object",
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/dog" },
        defaultMapping: "#/components/schemas/wild",
      },
    },
    Cat: { allOf },
    dog: { allOf },
    wild: { allOf },
  });
});

test("schemas of a YAML alias can share the alternatives of a discriminator", async () => {
  const text = `${INFO}paths: {}
components:
  schemas:
    Pet: { anyOf: &pets [{ $ref: cat.yaml }], discriminator: { propertyName: kind, mapping: { c: cat.yaml } } }
    Animal: { anyOf: *pets, discriminator: { propertyName: kind, mapping: { cat: cat.yaml } } }
`;
  const file = writeTexts(folder, { "pets.yaml": text, "cat.yaml": "type: object\n" });
  const { root } = await readDocument(file);
  const reference = "#/components/schemas/cat";
  expect(root.components).toMatchObject({
    schemas: {
      Pet: { anyOf: [{ $ref: reference }], discriminator: { mapping: { c: reference } } },
      Animal: { anyOf: [{ $ref: reference }], discriminator: { mapping: { cat: reference } } },
    },
  });
});

test.each([
  ["Cats", ". Did you mean #/components/schemas/Cat?"],
  ["#/components/schemas/Cats", ". Did you mean #/components/schemas/Cat?"],
  ["missing.yaml", ""],
  ["dog.yaml#/Dog", ""],
])("a warning has the location of %s, the missing target of a discriminator", async (target, question) => {
  const text = `${INFO}paths: {}
components:
  schemas:
    Pet: { discriminator: { propertyName: kind, mapping: { cat: "${target}", dog: dog.yaml } } }
    Cat: { type: object }
`;
  const file = writeTexts(folder, { "one.yaml": text, "dog.yaml": "type: object\n" });
  const { warnings } = await readDocument(file);
  expect(warnings).toMatchObject([
    {
      rule: "unresolved-reference",
      message: `the target ${target} of the discriminator cannot be resolved${question}`,
    },
  ]);
  expect(warnings.map((warning) => formatLocation(warning.location))).toEqual([
    resolve(folder, "one.yaml:6:65"),
  ]);
});

test("the bundler does not download examples", async () => {
  const example = "{ externalValue: 'http://127.0.0.1:9/room.json' }";
  const text = `${INFO}paths: {}
components:
  schemas: { Room: { $ref: room.yaml } }
  responses: { A: { content: { application/json: { examples: { one: ${example} } } } } }
  examples: { two: ${example} }
`;
  const { warnings } = await readDocument(
    writeTexts(folder, { "examples.yaml": text, "room.yaml": "type: string\n" }),
  );
  expect(warnings).toEqual([]);
});

describe("a document that is not a file", () => {
  const text = `${INFO}paths: { /rooms: { $ref: parts/rooms.yaml } }\n`;

  test("is read from a URL, to which its files are relative", async () => {
    const requested: string[] = [];
    const server = createServer((request, response) => {
      requested.push(request.url ?? "");
      response.end(request.url === "/api/openapi.yaml" ? text : "get:\n  tags: 1\n");
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => {
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/openapi.yaml`;
    const { file, root, createProblem } = await readDocument(url);
    expect(file).toBe(url);
    expect(root.paths).toEqual({ "/rooms": { get: { tags: 1 } } });
    expect(createProblem(["paths", "/rooms", "get", "tags"], "").location).toMatchObject({
      file: url.replace("openapi.yaml", "parts/rooms.yaml"),
      line: 2,
    });
    expect(requested).toEqual(["/api/openapi.yaml", "/api/parts/rooms.yaml"]);
  });

  test("is read from standard input, with the name stdin", async () => {
    const document = await readDocumentText("-", `${INFO}paths: {}\n`);
    expect(document.file).toBe("stdin");
    expect(formatLocation(document.createProblem(["info"], "").location)).toBe("stdin:2:7");
  });
});

describe("a version", () => {
  test.for([
    ["3.0", "3.0.0"],
    ["3.1", "3.1.0"],
    ['"3.1"', "3.1.0"],
    ["3.0.4", "3.0.4"],
    ["3.2.0", "3.1.1"],
  ])("is read from %s as %s", async ([given = "", expected]) => {
    const { root } = await readDocumentText("api.yaml", `openapi: ${given}\ninfo: {}\npaths: {}\n`);
    expect(root.openapi).toBe(expected);
  });

  test("of 3.2 is read with a warning, and with one for each operation that only 3.2 supports", async () => {
    const item = "{ get: {}, query: {}, additionalOperations: { LINK: {} } }";
    const { warnings } = await readDocumentText("api.yaml", `openapi: 3.2.0\npaths: { /a: ${item} }\n`);
    expect(warnings.map((warning) => formatProblem(warning))).toEqual([
      "api.yaml:1:10 OpenAPI 3.2 is read as 3.1. Some of its features are ignored",
      "api.yaml:2:32 QUERY /a is left out: only OpenAPI 3.2 has it",
      "api.yaml:2:66 LINK /a is left out: only OpenAPI 3.2 has it",
    ]);
  });
});
