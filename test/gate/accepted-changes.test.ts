import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type AcceptedChange,
  applyAcceptedChanges,
  readAcceptedChanges,
} from "../../scripts/gate/accepted-changes.js";
import { findHighestSeverity } from "../../scripts/gate/change.js";
import { buildResponse, findChanges } from "./document-builders.js";

const PEN = { type: "object", properties: { ink: { type: "string" }, cap: { type: "string" } } };
const CHANGES = findChanges(
  buildResponse(PEN),
  buildResponse({ type: "object", properties: { ink: { type: "string" } } }),
);
const ENTRY: AcceptedChange = {
  rule: "optional-removed",
  where: "addPen, response 200, cap",
  reason: "It was always null.",
  expires: "0.3.0",
  location: { file: "accepted-changes.yaml", line: 1, column: 3 },
};

describe("applyAcceptedChanges", () => {
  test("marks the breaking change of an entry, so that it requires no major version", () => {
    const { changes, problems } = applyAcceptedChanges(CHANGES, [ENTRY], "0.2.0");
    expect(problems).toEqual([]);
    expect(changes).toMatchObject([{ accepted: { reason: "It was always null.", expires: "0.3.0" } }]);
    expect([findHighestSeverity(CHANGES), findHighestSeverity(changes)]).toEqual(["major", "minor"]);
  });

  test.each([
    [
      "has another rule",
      { ...ENTRY, rule: "type" },
      "0.2.0",
      /no breaking change of addPen.* has the rule type$/,
    ],
    ["has another subject", { ...ENTRY, where: "schema Pen" }, "0.2.0", /no breaking change of schema Pen/],
    ["has expired", ENTRY, "0.3.0", /it expired with 0\.3\.0, and the version is 0\.3\.0$/],
  ])("reports an entry as outdated if it %s", (_, entry, version, message) => {
    const { changes, problems } = applyAcceptedChanges(CHANGES, [entry], version);
    expect(problems).toEqual([
      {
        message: expect.stringMatching(message) as string,
        location: { file: "accepted-changes.yaml", line: 1, column: 3 },
      },
    ]);
    expect(findHighestSeverity(changes)).toBe("major");
  });
});

describe("readAcceptedChanges", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "accepted-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const readText = (text: string): AcceptedChange[] => {
    const file = join(folder, "accepted-changes.yaml");
    writeFileSync(file, text);
    return readAcceptedChanges(file);
  };

  test("reads entries with their locations", () => {
    const text = "# Why.\n- rule: removed\n  where: schema Pen, cap\n  reason: Unused.\n  expires: 1.0.0\n";
    expect(readText(text)).toEqual([
      {
        rule: "removed",
        where: "schema Pen, cap",
        reason: "Unused.",
        expires: "1.0.0",
        location: { file: join(folder, "accepted-changes.yaml"), line: 2, column: 3 },
      },
    ]);
  });

  test.each(["", "# No entry.\n", "[]\n"])("reads %j as no entries", (text) => {
    expect(readText(text)).toEqual([]);
  });

  test("reads a missing file as no entries", () => {
    expect(readAcceptedChanges(join(folder, "missing.yaml"))).toEqual([]);
  });

  test.each([
    ["rule: removed", "must be a list of accepted changes"],
    ["- removed", "must be an object"],
    ["- { rule: removed, where: a, expires: 1.0.0 }", "required fields are missing or empty: reason"],
    [
      "- { rule: removed, where: a, reason: ' ', expires: 1.0.0 }",
      "required fields are missing or empty: reason",
    ],
    [
      "- { rule: removed, where: a, reason: b, expires: soon }",
      'expires must be a semantic version, got "soon"',
    ],
    ["- { rule: removed, where: a, reason: b, expires: 1.0.0, by: c }", "has the unknown field by"],
    ["- { rule: removed", "accepted-changes.yaml:"],
  ])("rejects %j", (text, message) => {
    expect(() => readText(text)).toThrow(message);
  });
});
