import { describe, expect, test } from "vitest";
import {
  type Change,
  findHighestSeverity,
  type Severity,
  sortBySeverity,
} from "../../scripts/gate/change.js";

const createChange = (severity: Severity, subject: string, fields: Partial<Change> = {}): Change => ({
  rule: "rule",
  severity,
  subject,
  path: "",
  message: "It changed.",
  consequence: "Calls change.",
  side: "revision",
  location: { file: "spec/openapi.yaml" },
  ...fields,
});

const patch = createChange("patch", "documentation");
const minor = createChange("minor", "added");
const major = createChange("major", "removed");
const otherMajor = createChange("major", "renamed");
const accepted = createChange("major", "dropped", {
  accepted: { reason: "Nobody calls it.", expires: "0.3.0" },
});

describe("findHighestSeverity", () => {
  test.each<[string, Change[], Severity | undefined]>([
    ["no changes", [], undefined],
    ["a patch", [patch], "patch"],
    ["a patch and a minor change", [patch, minor], "minor"],
    ["changes of each severity", [patch, minor, major], "major"],
    ["a breaking change before a patch", [major, patch], "major"],
    ["an accepted breaking change and a patch", [accepted, patch], "minor"],
  ])("returns the highest severity of %s", (_, changes, expected) => {
    expect(findHighestSeverity(changes)).toBe(expected);
  });
});

describe("sortBySeverity", () => {
  test("sorts changes by severity, and keeps their order within one", () => {
    expect(sortBySeverity([patch, major, minor, otherMajor])).toEqual([major, otherMajor, minor, patch]);
    expect(sortBySeverity([])).toEqual([]);
  });
});
