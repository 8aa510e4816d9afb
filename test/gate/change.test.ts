import { describe, expect, test } from "vitest";
import {
  type Change,
  findHighestSeverity,
  type Severity,
  sortBySeverity,
} from "../../scripts/gate/change.js";

const change = (severity: Severity, subject: string, more: Partial<Change> = {}): Change => ({
  rule: "rule",
  severity,
  subject,
  path: "",
  message: "It changed.",
  consequence: "Calls change.",
  side: "revision",
  location: { file: "spec/openapi.yaml" },
  ...more,
});

const patch = change("patch", "documentation");
const minor = change("minor", "added");
const major = change("major", "removed");
const otherMajor = change("major", "renamed");
const accepted = change("major", "dropped", { accepted: { reason: "Nobody calls it.", expires: "0.3.0" } });

describe("findMostSevere", () => {
  test.each<[string, Change[], Severity | undefined]>([
    ["no changes", [], undefined],
    ["a patch", [patch], "patch"],
    ["a patch and a minor change", [patch, minor], "minor"],
    ["changes of each severity", [patch, minor, major], "major"],
    ["a breaking change before a patch", [major, patch], "major"],
    ["an accepted breaking change and a patch", [accepted, patch], "minor"],
  ])("rates %s", (_, changes, expected) => {
    expect(findHighestSeverity(changes)).toBe(expected);
  });
});

describe("sortBySeverity", () => {
  test("sorts changes by severity, and keeps their order within one", () => {
    expect(sortBySeverity([patch, major, minor, otherMajor])).toEqual([major, otherMajor, minor, patch]);
    expect(sortBySeverity([])).toEqual([]);
  });
});
