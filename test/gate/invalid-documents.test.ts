import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runGate } from "../../scripts/gate/gate.js";
import { SpecError } from "../../scripts/problem.js";
import { getRejection } from "../thrown.js";
import { combine, type Edit, remove, replace, replaceAfter } from "./edit.js";
import { FROZEN, frozenText } from "./frozen.js";

/** An invalid document, and its error. */
interface InvalidDocument {
  name: string;
  /** The edit of the valid document. Undefined for a missing file. */
  edit?: Edit;
  /** The message after the name of the file. */
  message: RegExp;
}

const SESSION_ITEMS = '                $ref: "#/components/schemas/Session"\n';
const INVALID: InvalidDocument[] = [
  { name: "a missing file", message: /^ cannot be read: ENOENT/ },
  { name: "an empty file", edit: () => "", message: /^ is empty/ },
  { name: "only white space", edit: () => " \n\n", message: /^ is empty/ },
  { name: "a list", edit: () => "- a\n- b\n", message: /^:1:1 must be an object/ },
  { name: "a string", edit: () => "hello\n", message: /^:1:1 must be an object/ },
  { name: "HTML", edit: () => "<!doctype html>\n<html></html>\n", message: /^:\d+:\d+ / },
  {
    name: "YAML with a tab before a key",
    edit: replace("  title: Cloudflare", "\ttitle: Cloudflare"),
    message: /^:\d+:\d+ .*tab/i,
  },
  {
    name: "YAML with a repeated key",
    edit: replace("  summary: The sessions", "  version: 0.1.0\n  summary: The sessions"),
    message: /^:\d+:\d+ duplicated mapping key/,
  },
  {
    name: "YAML with an unclosed quote",
    edit: replace('example: "1:10"', 'example: "1:10'),
    message: /^:\d+:\d+ /,
  },
  {
    name: "YAML with a wrong indentation",
    edit: replace("  version: ", "   version: "),
    message: /^:\d+:\d+ /,
  },
  {
    name: "YAML with an unknown alias",
    edit: replace("type: offsetLimit", "type: *missing"),
    message: /^:\d+:\d+ /,
  },
  {
    name: "a document with a reference that cannot be resolved",
    edit: replace(SESSION_ITEMS, '                $ref: "#/components/schemas/Missing"\n'),
    message: /^:238:\d+ \$ref #\/components\/schemas\/Missing cannot be resolved/,
  },
  {
    name: "a document with circular references",
    edit: combine(
      replaceAfter("    SessionStatus:\n", "type: string", '$ref: "#/components/schemas/SessionType"'),
      replaceAfter("    SessionType:\n", "type: string", '$ref: "#/components/schemas/SessionStatus"'),
    ),
    message: /^:\d+:\d+ \$ref .* is circular/,
  },
  {
    name: "a document with a reference to a missing file",
    edit: replace(SESSION_ITEMS, '                $ref: "missing.yaml"\n'),
    message: /^:238:\d+ /,
  },
  {
    name: "Swagger 2",
    edit: replace("openapi: 3.1.0", 'swagger: "2.0"'),
    message: /^:1:\d+ Swagger "2\.0" is not supported/,
  },
  {
    name: "a document of a future version of OpenAPI",
    edit: replace("openapi: 3.1.0", "openapi: 4.0.0"),
    message: /^:1:\d+ openapi must be/,
  },
  {
    name: "a document without a version of OpenAPI",
    edit: remove("openapi: 3.1.0\n"),
    message: /^:1:\d+ has no field openapi/,
  },
];

const folder = mkdtempSync(join(tmpdir(), "invalid-documents-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a document that the gate reads", () => {
  test.each(INVALID)(
    "is rejected with the location of the error if it is $name",
    async ({ name, edit, message }) => {
      const file = join(folder, name.replaceAll(" ", "-"), "openapi.yaml");
      mkdirSync(join(file, ".."));
      if (edit) writeFileSync(file, edit(frozenText));
      const error = await getRejection(runGate({ base: FROZEN, revision: file }));
      expect(error).toBeInstanceOf(SpecError);
      const text = (error as Error).message;
      expect(text.slice(0, file.length)).toBe(file);
      expect(text.slice(file.length)).toMatch(message);
    },
  );
});
