import { relative } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import type { Pointer } from "../../scripts/document/json.js";
import { parseDocument } from "../../scripts/document/parse-document.js";
import { SpecError } from "../../scripts/problem.js";
import { temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();
let count = 0;

/** Writes some files into a folder of their own, and returns the path of the first. */
const write = (texts: Record<string, string>): string => writeTexts(`${folder}/${++count}`, texts);

/** What a document is refused for, the folder of the document left out. */
async function refusalOf(file: string): Promise<string> {
  try {
    await readDocument(file);
  } catch (error) {
    expect(error).toBeInstanceOf(SpecError);
    return (error as SpecError).message.replaceAll(`${folder}/${count}/`, "");
  }
  return "nothing";
}

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

describe("a file that cannot be read is refused with the reason, and without the system call", () => {
  test.each([
    ["one that is not there", "none.yaml", "ENOENT: no such file or directory"],
    ["a folder", ".", "EISDIR: illegal operation on a directory"],
    [
      "a name that cannot be",
      "a\0b.yaml",
      "The argument 'path' must be a string, Uint8Array, or URL without null bytes. Received 'a\\x00b.yaml'",
    ],
  ])("%s", async (_, file, want) => {
    expect(await refusalOf(file)).toBe(`${file} cannot be read: ${want}`);
  });
});

describe("what is no OpenAPI document is refused, with the lines of the fault", () => {
  test.each<[string, Record<string, string>, string]>([
    ["white space", { "api.yaml": " \n" }, "api.yaml is empty: an OpenAPI document is expected"],
    [
      "null",
      { "api.yaml": "null" },
      "api.yaml:1:1 must be an object, as an OpenAPI document is\n  1 | null\n    | ^",
    ],
    [
      "a text",
      { "api.json": '"openapi"' },
      'api.json:1:1 must be an object, as an OpenAPI document is\n  1 | "openapi"\n    | ^',
    ],
    [
      "a version in a list",
      { "api.yaml": "openapi: [3.1.0]" },
      'api.yaml:1:10 openapi must be 3.0.x or 3.1.x, not ["3.1.0"]\n  1 | openapi: [3.1.0]\n    |          ^',
    ],
    [
      "a version that is only part of one",
      { "api.yaml": "openapi: 3.1" },
      "api.yaml:1:10 openapi must be 3.0.x or 3.1.x, not 3.1\n  1 | openapi: 3.1\n    |          ^",
    ],
    [
      "a version far off",
      { "api.yaml": "openapi: 13.1.0" },
      'api.yaml:1:10 openapi must be 3.0.x or 3.1.x, not "13.1.0"\n  1 | openapi: 13.1.0\n    |          ^',
    ],
    [
      "YAML with a fault far into it",
      { "api.yaml": `${"\n".repeat(11)}paths: {a: b, c d: *e}` },
      'api.yaml:12:22 unidentified alias "e"\n  10 | \n  11 | \n  12 | paths: {a: b, c d: *e}\n     |                      ^',
    ],
  ])("%s", async (_, texts, want) => {
    expect(await refusalOf(write(texts))).toBe(want);
  });

  test.each([
    [
      "a value without a comma after it",
      '{\n"a": "b"\n"c": 1}',
      '3:1 is no JSON\n  1 | {\n  2 | "a": "b"\n  3 | "c": 1}\n    | ^',
    ],
    [
      "a text after the end",
      '{"a": [1, 2]} x',
      '1:15 is no JSON\n  1 | {"a": [1, 2]} x\n    |               ^',
    ],
    [
      "a list left open",
      '{"a": [',
      '2:1 unexpected end of the stream within a flow collection\n  1 | {"a": [',
    ],
    ["what YAML takes, at no known place", '{"a":}', '1:1 is no JSON\n  1 | {"a":}\n    | ^'],
  ])("JSON with %s", async (_, text, want) => {
    expect(await refusalOf(write({ "api.json": text }))).toBe(`api.json:${want}`);
  });
});

describe("a document is read", () => {
  test.each([
    ["as JSON by its name alone", "API.JSON", '{ "openapi": "3.0.3", "x-a": "\\ud83d\\ude00" }', "\u{1F600}"],
    ["as YAML, whatever else its name says", "api.json.yaml", "openapi: 3.1.1\nx-a: b\n", "b"],
    ["as YAML by any other name", "api", "openapi: 3.1.0\nx-a: [b]\n", ["b"]],
    ["with a byte order mark in the middle", "api.yaml", "openapi: 3.1.0\nx-a: b\uFEFFc\n", "b\uFEFFc"],
    ["with one before it", "api.yaml", "\uFEFFopenapi: 3.1.0\nx-a: b\n", "b"],
  ])("%s", (_, name, text, want) => {
    expect(parseDocument(write({ [name]: text })).parsed).toMatchObject({ "x-a": want });
  });
});

describe("files that a document refers to", () => {
  const parts = `components:\n  schemas:\n    A: { $ref: "parts/other.yaml#/B" }\n`;

  test.each([
    [
      "with references in a circle",
      "B: { $ref: '#/C' }\nC: { $ref: '#/B' }\n",
      "api.yaml cannot be put together with the files that it refers to: Error: Self-referencing circular pointer",
    ],
    [
      "without what is referred to",
      "C: {}\n",
      `api.yaml:5:8 Can't resolve $ref\n  3 | components:\n  4 |   schemas:\n  5 |     A: { $ref: "parts/other.yaml#/B" }\n    |        ^\n  6 | `,
    ],
  ])("are refused %s", async (_, other, want) => {
    expect(await refusalOf(write({ "api.yaml": HEAD + parts, "parts/other.yaml": other }))).toBe(want);
  });

  test("are brought in", async () => {
    const file = write({ "api.yaml": HEAD + parts, "parts/other.yaml": "B: { type: string }\n" });
    expect((await readDocument(file)).root).toEqual({
      ...{ openapi: "3.1.0", info: { title: "T", version: "1" } },
      components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { type: "string" } } },
    });
  });
});

describe("a problem is told at its place", () => {
  /** The places of some problems, the folder of the document left out. */
  async function placesOf(file: string, pointers: readonly Pointer[]): Promise<string[]> {
    const document = await readDocument(file);
    return pointers.map((pointer) => {
      const { message, place, frame } = document.problemAt(pointer, "is wrong");
      expect(message).toBe("is wrong");
      expect(frame).toMatch(
        new RegExp(`^ +${String(place.line)} \\| .*\\n +\\| {${String(place.column)}}\\^`, "m"),
      );
      return `${place.file.replace(`${folder}/${count}/`, "")}:${String(place.line)}:${String(place.column)}`;
    });
  }

  test("whatever characters its pointer is made of", async () => {
    const text = `${HEAD}x-keys:\n  a%41: { x: 1 }\n  b~1c: { x: 1 }\n  /d/{e}: { x: 1 }\n  "%": [0, 1]\n`;
    expect(
      await placesOf(write({ "api.yaml": text }), [
        ["x-keys", "a%41", "x"],
        ["x-keys", "b~1c", "x"],
        ["x-keys", "/d/{e}", "x"],
        ["x-keys", "%", 1],
      ]),
    ).toEqual(["api.yaml:4:14", "api.yaml:5:14", "api.yaml:6:16", "api.yaml:7:12"]);
  });

  const texts = {
    "api.yaml": `${HEAD}components:
  schemas:
    A: { $ref: "parts/other.yaml#/B" }
x-parts:
  P: { type: string }
`,
    "parts/other.yaml": `B:
  properties:
    p: { $ref: "../api.yaml#/x-parts/P" }
    none: null
    text: text
    one: &one { type: number }
    same: *one
`,
  };

  test("in the file that it comes from", async () => {
    expect(
      await placesOf(write(texts), [
        ["info", "title"],
        ["components", "schemas", "A"],
        ["components", "schemas", "B", "properties", "text"],
        ["components", "schemas", "B", "properties", "same", "type"],
      ]),
    ).toEqual(["api.yaml:2:16", "api.yaml:5:8", "parts/other.yaml:5:11", "parts/other.yaml:6:23"]);
  });

  test("or at the nearest value around it that is there", async () => {
    expect(
      await placesOf(write(texts), [
        ["info", "contact", "name", "first"],
        ["components", "schemas", "B", "properties", "none", "a", "b"],
        ["components", "schemas", "B", "properties", "text", "a", "b"],
      ]),
    ).toEqual(["api.yaml:2:7", "parts/other.yaml:4:11", "parts/other.yaml:5:11"]);
  });

  test("and where another file refers back to the document, at what it refers to", async () => {
    expect(await placesOf(write(texts), [["components", "schemas", "P", "type"]])).toEqual(["api.yaml:7:14"]);
  });

  test("with the file named as the user named the document", async () => {
    const file = write(texts);
    const named = `./${relative(process.cwd(), file)}`;
    const document = await readDocument(named);
    expect(document.problemAt(["info"], "is wrong").place.file).toBe(named);
    expect(document.problemAt(["components", "schemas", "B", "properties"], "is wrong").place.file).toBe(
      named.replace("./", "").replace("api.yaml", "parts/other.yaml"),
    );
  });
});
