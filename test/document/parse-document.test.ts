import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../scripts/document/parse-document.js";
import { formatProblems, SpecError } from "../../scripts/problem.js";
import { createTemporaryFolder, writeTexts } from "../generate/document-files.js";
import { getThrown } from "../thrown.js";

const folder = createTemporaryFolder();

/** Returns the problems of a file, without the name of the folder. */
function findProblems(file: string): string {
  const error = getThrown(() => parseDocument(file));
  expect(error).toBeInstanceOf(SpecError);
  return formatProblems((error as SpecError).problems).replaceAll(`${folder}/`, "");
}

const findTextProblems = (name: string, text: string): string =>
  findProblems(writeTexts(folder, { [name]: text }));

describe("parseDocument", () => {
  const expected = { openapi: "3.1.0", info: { title: "Rooms" } };

  test.for([
    { what: "from YAML", name: "rooms.yaml", text: "openapi: 3.1.0\ninfo: { title: Rooms }\n" },
    { what: "from JSON", name: "rooms.json", text: JSON.stringify(expected) },
    {
      what: "from JSON in a file with a name in capitals",
      name: "ROOMS.JSON",
      text: JSON.stringify(expected),
    },
    {
      what: "from YAML in a file with .json within its name",
      name: "rooms.json.yaml",
      text: "openapi: 3.1.0\ninfo: { title: Rooms }\n",
    },
    { what: "after a byte order mark", name: "rooms.json", text: `\uFEFF${JSON.stringify(expected)}` },
    {
      what: "with a field swagger beside its version",
      name: "rooms.yaml",
      text: "swagger: { version: [3] }\nopenapi: 3.1.0\ninfo: { title: Rooms }\n",
      parsed: { ...expected, swagger: { version: [3] } },
    },
  ])("reads a document $what", ({ name, text, parsed = expected }) => {
    const file = writeTexts(folder, { [name]: text });
    const document = parseDocument(file);
    expect(document.parsed).toEqual(parsed);
    expect(document.source.absoluteRef).toBe(file);
    expect(document.source.body).toBe(text.replace(/^\uFEFF/, ""));
  });

  test("keeps a byte order mark within a string", () => {
    const document = { openapi: "3.0.3", info: { title: "Rooms\uFEFF" } };
    const file = writeTexts(folder, { "rooms.json": JSON.stringify(document) });
    expect(parseDocument(file).parsed).toEqual(document);
  });
});

describe("a file that cannot be read", () => {
  test("is rejected if it is missing", () => {
    expect(findProblems(`${folder}/missing.yaml`)).toBe(
      "missing.yaml cannot be read: ENOENT: no such file or directory",
    );
  });

  test.for([
    Buffer.from("\uFEFFopenapi: 3.1.0", "utf16le"),
    Buffer.from("\uFEFFopenapi: 3.1.0", "utf16le").swap16(),
  ])("is rejected if it is encoded in UTF-16", (bytes) => {
    writeFileSync(`${folder}/utf-16.yaml`, bytes);
    expect(findProblems(`${folder}/utf-16.yaml`)).toBe(
      "utf-16.yaml cannot be read: it is encoded in UTF-16. Save it in UTF-8",
    );
  });

  test("is rejected if it is a folder", () => {
    writeTexts(folder, { "folder.yaml/rooms.yaml": "" });
    expect(findProblems(`${folder}/folder.yaml`)).toBe(
      "folder.yaml cannot be read: EISDIR: illegal operation on a directory",
    );
  });

  test("is rejected with the full reason if its name is invalid", () => {
    const name = "rooms\0.yaml";
    const reason = (getThrown(() => readFileSync(name)) as Error).message;
    expect(reason).toContain(", Uint8Array");
    expect(findProblems(name)).toBe(`${name} cannot be read: ${reason}`);
  });
});

describe("a YAML alias", () => {
  const HEAD = "openapi: 3.1.0\nx-room: ";

  test("is rejected at its location if it is circular", () => {
    expect(findTextProblems("rooms.yaml", `${HEAD}&room\n  inner: { beds: [1, *room] }\n`)).toMatch(
      /^rooms\.yaml:3:\d+ the YAML alias is circular: use a \$ref instead\n/,
    );
  });

  test("may be used several times", () => {
    const text = `${HEAD}{ a: &bed { size: 1 }, b: [*bed, *bed], c: { d: *bed } }\n`;
    expect(parseDocument(writeTexts(folder, { "rooms.yaml": text })).parsed).toEqual({
      openapi: "3.1.0",
      "x-room": { a: { size: 1 }, b: [{ size: 1 }, { size: 1 }], c: { d: { size: 1 } } },
    });
  });
});

describe("a file that is not an OpenAPI document", () => {
  test.for([
    {
      what: "only white space",
      text: " \n\n",
      lines: ["rooms.yaml is empty"],
    },
    {
      what: "null",
      text: "~\n",
      lines: ["rooms.yaml:1:1 must be an object", "  1 | ~", "    | ^", "  2 | "],
    },
    {
      what: "a string",
      text: "rooms",
      lines: ["rooms.yaml:1:1 must be an object", "  1 | rooms", "    | ^"],
    },
    {
      what: "no version",
      text: "# Rooms\npaths: {}",
      lines: [
        "rooms.yaml:2:1 has no field openapi with its version. Is it an OpenAPI document?",
        "  1 | # Rooms",
        "  2 | paths: {}",
        "    | ^",
      ],
    },
    {
      what: "Swagger",
      text: "# Rooms\nswagger: 2.0",
      lines: [
        "rooms.yaml:2:10 Swagger 2 is not supported. Convert it to OpenAPI 3 first: npx swagger2openapi --outfile openapi.yaml FILE",
        "  1 | # Rooms",
        "  2 | swagger: 2.0",
        "    |          ^",
      ],
    },
    {
      what: "a version that only ends like a supported one",
      text: "openapi: 13.1.0",
      lines: [
        'rooms.yaml:1:10 openapi must be 3.0.x, 3.1.x or 3.2.x, got "13.1.0"',
        "  1 | openapi: 13.1.0",
        "    |          ^",
      ],
    },
    {
      what: "a version that is not supported yet",
      text: 'openapi: "3.3"',
      lines: [
        'rooms.yaml:1:10 openapi must be 3.0.x, 3.1.x or 3.2.x, got "3.3"',
        '  1 | openapi: "3.3"',
        "    |          ^",
      ],
    },
    {
      what: "a version that is a list",
      text: "openapi: [3.1.0]",
      lines: [
        'rooms.yaml:1:10 openapi must be 3.0.x, 3.1.x or 3.2.x, got ["3.1.0"]',
        "  1 | openapi: [3.1.0]",
        "    |          ^",
      ],
    },
  ])("is rejected at its location if it contains $what", ({ text, lines }) => {
    expect(findTextProblems("rooms.yaml", text)).toBe(lines.join("\n"));
  });
});

describe("invalid YAML", () => {
  test.for([
    ["a: the title: of", "rooms.yaml:1:13 bad indentation, or a colon in a text that is not in quotes"],
    ["a: 1\n  b: 2", "rooms.yaml:2:4 bad indentation, or a colon in a text that is not in quotes"],
    ["a: @rooms", "rooms.yaml:1:4 a text that begins with @ must be in quotes"],
    ["a: `rooms`", "rooms.yaml:1:4 a text that begins with ` must be in quotes"],
    ["a: %rooms", "rooms.yaml:1:4 a text that begins with % must be in quotes"],
    ["a: 'it's'", "rooms.yaml:1:8 bad indentation of a mapping entry"],
  ] as const)("in %j is explained", ([text, expected]) => {
    expect(findTextProblems("rooms.yaml", text).split("\n")[0]).toBe(expected);
  });

  test.for([
    ["a: 1\n---\nb: 2", "rooms.yaml:2:1"],
    ["# Rooms\n--- # first\n- 1\n---\n- 2", "rooms.yaml:4:1"],
    ["%YAML 1.2\n---\na: |\n ---\n...\n--- {}", "rooms.yaml:6:1"],
    ["--- { a: 1 }\n---\nb: 1", "rooms.yaml:2:1"],
    ["---\n---\na: 1", "rooms.yaml:2:1"],
  ] as const)("with a second document in %j is rejected where it begins", ([text, location]) => {
    expect(findTextProblems("rooms.yaml", text).split("\n")[0]).toBe(
      `${location} expected a single document in the stream, but found more`,
    );
  });

  test.for([
    {
      what: "in the first lines",
      name: "rooms.yaml",
      text: "a: 1\na: 2",
      lines: ["rooms.yaml:2:1 duplicated mapping key", "  1 | a: 1", "  2 | a: 2", "    | ^"],
    },
    {
      what: "in a line and a column of two digits",
      name: "rooms.yaml",
      text: `${"#\n".repeat(9)}rooms: [*none]`,
      lines: [
        'rooms.yaml:10:14 unidentified alias "none"',
        "   8 | #",
        "   9 | #",
        "  10 | rooms: [*none]",
        "     |              ^",
      ],
    },
    {
      what: "in a file whose name contains a line and a column",
      name: "rooms (1:2).yaml",
      text: "a: 1\na: 2",
      lines: ["rooms (1:2).yaml:2:1 duplicated mapping key", "  1 | a: 1", "  2 | a: 2", "    | ^"],
    },
  ])("$what is rejected at its location", ({ name, text, lines }) => {
    expect(findTextProblems(name, text)).toBe(lines.join("\n"));
  });
});

describe("invalid JSON", () => {
  test.for([
    {
      what: "at a trailing comma",
      text: '{\n  "openapi": "3.1.0",\n}',
      lines: [
        "rooms.json:3:1 is not valid JSON",
        "  1 | {",
        '  2 |   "openapi": "3.1.0",',
        "  3 | }",
        "    | ^",
      ],
    },
    {
      what: "at a comment",
      text: "{\n  // Rooms\n}",
      lines: ["rooms.json:2:3 is not valid JSON", "  1 | {", "  2 |   // Rooms", "    |   ^", "  3 | }"],
    },
    {
      what: "at the text after it in the first line",
      text: '{ "openapi": "3.1.0" } }',
      lines: [
        "rooms.json:1:24 is not valid JSON",
        '  1 | { "openapi": "3.1.0" } }',
        "    |                        ^",
      ],
    },
    {
      what: "at the location of the YAML parser, if the JSON parser reports no location",
      text: '{\n  "openapi": ],\n}',
      lines: [
        "rooms.json:2:14 missed comma between flow collection entries",
        "  1 | {",
        '  2 |   "openapi": ],',
        "    |              ^",
        "  3 | }",
      ],
    },
    {
      what: "at a text in single quotes",
      text: "{\n  \"openapi\": '3.1.0'\n}",
      lines: [
        "rooms.json:2:14 is not valid JSON",
        "  1 | {",
        "  2 |   \"openapi\": '3.1.0'",
        "    |              ^",
        "  3 | }",
      ],
    },
    {
      what: "at the end of a list with a trailing comma",
      text: '{\n  "openapi": "3.1.0",\n  "tags": ["Rooms",],\n  "paths": {}\n}',
      lines: [
        "rooms.json:3:20 is not valid JSON",
        "  1 | {",
        '  2 |   "openapi": "3.1.0",',
        '  3 |   "tags": ["Rooms",],',
        "    |                    ^",
        '  4 |   "paths": {}',
      ],
    },
    {
      what: "near the start of the file",
      text: '{"a": undefined, "openapi": "3.1.0"}',
      lines: [
        "rooms.json:1:7 is not valid JSON",
        '  1 | {"a": undefined, "openapi": "3.1.0"}',
        "    |       ^",
      ],
    },
    {
      what: "without a column, if the JSON parser quotes the whole text",
      text: '{ "a": undefined }',
      lines: ["rooms.json:1:1 is not valid JSON", '  1 | { "a": undefined }', "    | ^"],
    },
  ])("is rejected $what", ({ text, lines }) => {
    expect(findTextProblems("rooms.json", text)).toBe(lines.join("\n"));
  });
});
