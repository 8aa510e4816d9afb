import { Ajv2020 } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Change, Severity } from "../../scripts/gate/change.js";
import type { GateResult } from "../../scripts/gate/gate.js";
import { formatAsAnnotations } from "../../scripts/gate/report/github.js";
import { formatAsJson } from "../../scripts/gate/report/json.js";
import {
  formatAsMarkdown,
  formatChangesAsList,
  formatChangesAsTable,
} from "../../scripts/gate/report/markdown.js";
import { formatAsText, formatChangesAsText } from "../../scripts/gate/report/text.js";
import { countChanges, describeUsers } from "../../scripts/gate/report/describe-changes.js";

const createChange = (severity: Severity, subject: string, fields: Partial<Change> = {}): Change => ({
  rule: "rule",
  severity,
  subject,
  path: "",
  message: `message of ${subject}`,
  consequence: `consequence of ${subject}`,
  side: "revision",
  location: { file: "spec/openapi.yaml", line: 7, column: 3 },
  ...fields,
});

const documentation = createChange("patch", "documentation");
const added = createChange("minor", "added");
const removed = createChange("major", "removed");
const renamed = createChange("major", "renamed");
const shared = createChange("major", "schema Pen", {
  path: "ink",
  users: { sentBy: ["addPen"], receivedBy: ["listPens"] },
});
const accepted = createChange("major", "dropped", {
  accepted: { reason: "Nobody calls it.", expires: "0.3.0" },
});
const MIXED = [documentation, removed, added, renamed];

const createResult = (changes: Change[], fields: Partial<GateResult> = {}): GateResult => ({
  changes,
  releasedVersion: "0.1.0",
  currentVersion: "0.1.0",
  requiredVersion: "0.2.0",
  isVersionSufficient: false,
  problems: [],
  ...fields,
});

describe("countChanges", () => {
  test.each<[string, Change[]]>([
    ["no change", []],
    ["1 patch", [documentation]],
    ["2 feature, 1 patch", [added, documentation, added]],
    ["2 breaking, 1 feature, 1 patch", MIXED],
    ["1 breaking, 1 accepted", [removed, accepted]],
  ])("returns %s", (expected, changes) => {
    expect(countChanges(changes)).toBe(expected);
  });
});

describe("the text report", () => {
  test("begins with the summary and groups changes by their subject", () => {
    const other = { ...shared, severity: "patch" as const, path: "cap" };
    expect(formatAsText(createResult([documentation, shared, other]))).toBe(
      [
        "1 breaking, 2 patch since 0.1.0. This requires version 0.2.0 or later. The version is still 0.1.0.",
        "",
        "schema Pen: sent by addPen, received by listPens",
        "  breaking ink: message of schema Pen consequence of schema Pen",
        "           spec/openapi.yaml:7:3",
        "  patch    cap: message of schema Pen consequence of schema Pen",
        "           spec/openapi.yaml:7:3",
        "",
        "documentation",
        "  patch    message of documentation consequence of documentation",
        "           spec/openapi.yaml:7:3",
      ].join("\n"),
    );
  });

  test("states in one line that nothing changed", () => {
    expect(formatAsText(createResult([], { requiredVersion: "0.1.0", isVersionSufficient: true }))).toBe(
      "No change since 0.1.0.",
    );
  });

  test("names no version if the documents have none", () => {
    const { changes, problems } = createResult([documentation]);
    const unversioned = {
      changes,
      problems,
      releasedVersion: "",
      currentVersion: "",
      isVersionSufficient: true,
    };
    expect(formatAsText(unversioned)).toMatch(/^1 patch since the base\.\n\n/);
  });

  test("shows the most severe changes and counts the hidden ones", () => {
    const text = formatChangesAsText([...Array.from({ length: 5 }, () => documentation), removed], 3);
    expect(text).toMatch(/^removed\n {2}breaking /);
    expect(text.match(/^ {2}patch/gm)).toHaveLength(2);
    expect(text).toMatch(/\n3 more changes are not shown\. To show all, add --all\.$/);
    expect(formatChangesAsText([documentation, documentation], 1)).toContain("1 more change is not shown.");
  });

  test("contains the reason of an accepted change", () => {
    expect(formatChangesAsText([accepted])).toContain(
      "  accepted message of dropped Accepted until 0.3.0: Nobody calls it.\n",
    );
  });
});

describe("describeUsers", () => {
  test("names six operations, and counts the others", () => {
    const names = Array.from({ length: 8 }, (_, index) => `op${index}`);
    expect(describeUsers({ sentBy: names, receivedBy: [] })).toBe(
      "sent by op0, op1, op2, op3, op4, op5 and 2 more",
    );
    expect(describeUsers({ sentBy: [], receivedBy: [] })).toBe("used by no operation");
  });
});

describe("the Markdown report", () => {
  test("has a row for each change, and the problems", () => {
    const location = { file: "spec/openapi.yaml" };
    const text = formatAsMarkdown(
      createResult([shared, documentation], { problems: [{ message: "too low", location }] }),
    );
    expect(text).toBe(
      [
        "## Changes of the document since 0.1.0",
        "",
        "1 breaking, 1 patch since 0.1.0. This requires version 0.2.0 or later. The version is still 0.1.0.",
        "",
        "| Severity | Subject | Path | Change | Location |",
        "| --- | --- | --- | --- | --- |",
        "| breaking | schema Pen: sent by addPen, received by listPens | ink | message of schema Pen consequence of schema Pen | `spec/openapi.yaml:7:3` |",
        "| patch | documentation |  | message of documentation consequence of documentation | `spec/openapi.yaml:7:3` |",
        "",
        "**Failed**: too low",
      ].join("\n"),
    );
  });

  test.each([
    ["a|b|c", "a\\|b\\|c"],
    ["one\ntwo", "one two"],
    ["one  \n\n   two\nthree", "one two three"],
  ])("escapes %j in its table cell", (message, cell) => {
    expect(
      formatChangesAsTable([{ ...documentation, message }])
        .split("\n")
        .slice(2),
    ).toEqual([
      `| patch | documentation |  | ${cell} consequence of documentation | \`spec/openapi.yaml:7:3\` |`,
    ]);
  });
});

describe("the changelog", () => {
  test("has a list for each severity, without the effects of patches", () => {
    expect(formatChangesAsList([...MIXED, shared])).toBe(
      [
        "### Breaking",
        "",
        "- removed: message of removed consequence of removed",
        "- renamed: message of renamed consequence of renamed",
        "- schema Pen, ink (sent by addPen, received by listPens): message of schema Pen consequence of schema Pen",
        "",
        "### New",
        "",
        "- added: message of added consequence of added",
        "",
        "### Also changed",
        "",
        "- documentation: message of documentation",
      ].join("\n"),
    );
  });

  test("has no heading for a severity without changes", () => {
    expect(formatChangesAsList([added])).toBe("### New\n\n- added: message of added consequence of added");
    expect(formatChangesAsList([])).toBe("");
  });
});

describe("GitHub annotations", () => {
  test("are errors for breaking changes and problems, and notices for other changes", () => {
    const problem = { message: "100% wrong\nhere", location: { file: "a,b:c.yaml", line: 2 } };
    expect(
      formatAsAnnotations(
        createResult([shared, accepted, added, documentation], { problems: [problem] }),
      ).split("\n"),
    ).toEqual([
      "::error file=a%2Cb%3Ac.yaml,line=2,title=Gate::100%25 wrong%0Ahere",
      "::error file=spec/openapi.yaml,line=7,col=3,title=breaking%3A schema Pen%2C ink::message of schema Pen consequence of schema Pen (sent by addPen, received by listPens)",
      "::notice file=spec/openapi.yaml,line=7,col=3,title=accepted%3A dropped::message of dropped Accepted until 0.3.0: Nobody calls it.",
      "::notice file=spec/openapi.yaml,line=7,col=3,title=feature%3A added::message of added consequence of added",
      "1 breaking, 1 accepted, 1 feature, 1 patch since 0.1.0. This requires version 0.2.0 or later. The version is still 0.1.0.",
    ]);
  });
});

describe("the JSON report", () => {
  test("is valid against its schema", () => {
    const location = { file: "spec/openapi.yaml", line: 1, column: 1 };
    const report = JSON.parse(
      formatAsJson(
        createResult([shared, accepted, added, documentation], {
          problems: [{ message: "too low", location }],
        }),
      ),
    ) as { passed: boolean; counts: object; changes: object[] };
    const schema = JSON.parse(readFileSync("scripts/gate/report/report.schema.json", "utf8")) as object;
    const validate = new Ajv2020({ strict: true }).compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({
      passed: false,
      counts: { breaking: 1, accepted: 1, feature: 1, patch: 1 },
      problems: [{ message: "too low", location }],
    });
    expect(report.changes[0]).toMatchObject({
      severity: "breaking",
      title: "schema Pen, ink",
      subject: "schema Pen",
    });
  });
});
