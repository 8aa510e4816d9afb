import { relative, resolve } from "node:path";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import type { Pointer } from "../../scripts/document/json.js";
import { describePlace, formatProblem, formatProblems, SpecError } from "../../scripts/problem.js";
import { temporaryFolder, writeTexts } from "../generators/document-files.js";

const folder = temporaryFolder();

const INFO = 'openapi: 3.1.0\ninfo: { title: Rooms, version: "1" }\n';

/** The place of a value of a document, the name of the folder left out. */
async function placeOf(file: string, pointer: Pointer): Promise<string> {
  const { problemAt } = await readDocument(file);
  return describePlace(problemAt(pointer, "is wrong").place).replace(`${folder}/`, "");
}

describe("a document that stands alone", () => {
  const text = `${INFO}paths:
  /rooms: { get: { tags: [rooms] } }
  /rooms/50%25: { summary: Half }
  /a~1b: { summary: A tilde }
`;

  it("is what its file says", async () => {
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

  it("shows the lines around a problem", async () => {
    const { problemAt } = await readDocument(writeTexts(folder, { "alone.yaml": text }));
    expect(formatProblem(problemAt(["info", "title"], "is wrong"), true).split("\n")).toEqual([
      `${folder}/alone.yaml:2:16 is wrong`,
      "  1 | openapi: 3.1.0",
      '  2 | info: { title: Rooms, version: "1" }',
      "    |                ^",
      "  3 | paths:",
    ]);
  });

  test.for<{ what: string; pointer: Pointer; place: string }>([
    { what: "a value", pointer: ["paths", "/rooms", "get", "tags", 0], place: "alone.yaml:4:27" },
    {
      what: "a value below a percent sign",
      pointer: ["paths", "/rooms/50%25", "summary"],
      place: "alone.yaml:5:28",
    },
    { what: "a value below a tilde", pointer: ["paths", "/a~1b", "summary"], place: "alone.yaml:6:21" },
    {
      what: "what is around a value that is not there",
      pointer: ["info", "license"],
      place: "alone.yaml:2:7",
    },
  ])("places a problem at $what", async ({ pointer, place }) => {
    expect(await placeOf(writeTexts(folder, { "alone.yaml": text }), pointer)).toBe(place);
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
    "parts/left.yaml": `# When somebody left.
post:
  tags: [left]
`,
  };
  const callback = ["paths", "/rooms", "get", "callbacks", "left", "{$request.body#/url}"];

  test.for<{ what: string; pointer: Pointer; place: string }>([
    { what: "in that of the document itself", pointer: ["info", "title"], place: "rooms.yaml:2:16" },
    {
      what: "in that of the document itself, though another refers to it",
      pointer: ["components", "parameters", "Place", "in"],
      place: "rooms.yaml:7:31",
    },
    {
      what: "in another that it refers to",
      pointer: ["paths", "/rooms", "get", "deprecated"],
      place: "parts/rooms.yaml:2:15",
    },
    {
      what: "in one that the other refers to",
      pointer: ["components", "parameters", "Floor", "in"],
      place: "parts/common.yaml:3:7",
    },
    {
      what: "in one that was put into the other",
      pointer: [...callback, "post", "tags", 0],
      place: "parts/left.yaml:3:10",
    },
    { what: "in the other where it refers to that one", pointer: callback, place: "parts/rooms.yaml:9:9" },
    {
      what: "around a value that is not there",
      pointer: ["components", "parameters", "Floor", "schema", "type"],
      place: "parts/common.yaml:2:3",
    },
  ])("is placed $what", async ({ pointer, place }) => {
    expect(await placeOf(writeTexts(folder, texts), pointer)).toBe(place);
  });

  it("is placed in files as the user would name them", async () => {
    const file = relative(".", writeTexts(folder, texts));
    const { problemAt } = await readDocument(file);
    const pointer = ["paths", "/rooms", "get", "deprecated"];
    expect(problemAt(pointer, "is wrong").place.file).toBe(relative(".", `${folder}/parts/rooms.yaml`));
    expect(problemAt(["info"], "is wrong").place.file).toBe(file);
  });

  it("is placed in the document as the user named it", async () => {
    writeTexts(folder, texts);
    const file = `${folder}/./rooms.yaml`;
    expect(resolve(file)).not.toBe(file);
    expect((await readDocument(file)).problemAt(["info"], "is wrong").place.file).toBe(file);
  });

  describe("of the network", () => {
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    it("is placed at the URL", async () => {
      const asked: unknown[] = [];
      vi.stubGlobal("fetch", (url: unknown) => {
        asked.push(url);
        return Promise.resolve(new Response("get:\n  tags: [rooms]\n"));
      });
      const url = "https://rooms.test/rooms.yaml";
      const file = writeTexts(folder, { "remote.yaml": `${INFO}paths:\n  /rooms: { $ref: "${url}" }\n` });
      expect(await placeOf(file, ["paths", "/rooms", "get", "tags", 0])).toBe(`${url}:2:10`);
      expect(asked).toEqual([url]);
    });
  });
});

describe("a document that cannot be put together is refused", () => {
  /** What is said of it, the name of the folder left out. */
  async function refusalOf(texts: Record<string, string>): Promise<string[]> {
    const error: unknown = await readDocument(writeTexts(folder, texts)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SpecError);
    return formatProblems((error as SpecError).problems)
      .replaceAll(`${folder}/`, "")
      .split("\n");
  }

  it("at a reference to a file that is not there", async () => {
    expect(await refusalOf({ "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: none.yaml }\n` })).toEqual([
      "bad.yaml:4:11 Can't resolve $ref: ENOENT: no such file or directory 'none.yaml'",
      '  2 | info: { title: Rooms, version: "1" }',
      "  3 | paths:",
      "  4 |   /rooms: { $ref: none.yaml }",
      "    |           ^",
      "  5 | ",
    ]);
  });

  it("at a reference of another file", async () => {
    const texts = {
      "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: parts/bad.yaml }\n`,
      "parts/bad.yaml": "get:\n  parameters: [{ $ref: '#/none' }]\n",
    };
    expect(await refusalOf(texts)).toEqual([
      "parts/bad.yaml:2:16 Can't resolve $ref",
      "  1 | get:",
      "  2 |   parameters: [{ $ref: '#/none' }]",
      "    |                ^",
      "  3 | ",
    ]);
  });

  it("as a whole, where references of another file lead in a circle", async () => {
    const texts = {
      "bad.yaml": `${INFO}paths:\n  /rooms: { $ref: parts/circle.yaml }\n`,
      "parts/circle.yaml": "$ref: circle.yaml\n",
    };
    expect(await refusalOf(texts)).toEqual([
      "bad.yaml cannot be put together with the files that it refers to: Error: Self-referencing circular pointer",
    ]);
  });

  it("at its own broken references, before any file is looked for", async () => {
    const text = `${INFO}paths:\n  /rooms: { $ref: none.yaml }\n  /beds: { $ref: "#/none" }\n`;
    expect(await refusalOf({ "bad.yaml": text })).toEqual([
      "bad.yaml:5:18 $ref #/none leads nowhere",
      "  3 | paths:",
      "  4 |   /rooms: { $ref: none.yaml }",
      '  5 |   /beds: { $ref: "#/none" }',
      "    |                  ^",
      "  6 | ",
    ]);
  });
});
