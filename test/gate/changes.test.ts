import { describe, expect, it } from "vitest";
import { byImpact, type Change, gravest, type Impact } from "../../scripts/gate/change.js";
import {
  changesAsList,
  changesAsMarkdown,
  changesAsText,
  countChanges,
} from "../../scripts/gate/render-changes.js";

const change = (impact: Impact, subject: string): Change => ({
  impact,
  subject,
  what: `what of ${subject}`,
  meaning: `meaning of ${subject}`,
  place: { file: "spec/openapi.yaml", line: 7, column: 3 },
});

const words = change("patch", "words");
const added = change("minor", "added");
const removed = change("major", "removed");
const renamed = change("major", "renamed");
const MIXED = [words, removed, added, renamed];

describe("changes together", () => {
  it.each<[Change[], Impact | undefined]>([
    [[], undefined],
    [[words], "patch"],
    [[words, added], "minor"],
    [[words, added, removed], "major"],
    [[removed, words], "major"],
  ])("weigh as the gravest of them", (changes, want) => {
    expect(gravest(changes)).toBe(want);
  });

  it("are told the gravest first, and otherwise as they were", () => {
    expect(byImpact(MIXED)).toEqual([removed, renamed, added, words]);
    expect(byImpact([])).toEqual([]);
  });

  it.each<[Change[], string]>([
    [[], "no change"],
    [[words], "1 patch"],
    [[added, words, added], "2 feature, 1 patch"],
    [MIXED, "2 breaking, 1 feature, 1 patch"],
  ])("are counted by their severity", (changes, want) => {
    expect(countChanges(changes)).toBe(want);
  });
});

describe("changes on a terminal", () => {
  it("are three lines each: severity and subject, what and its meaning, the place", () => {
    expect(changesAsText([removed, added, words])).toBe(
      [
        "breaking removed",
        "         what of removed meaning of removed",
        "         spec/openapi.yaml:7:3",
        "",
        "feature  added",
        "         what of added meaning of added",
        "         spec/openapi.yaml:7:3",
        "",
        "patch    words",
        "         what of words meaning of words",
        "         spec/openapi.yaml:7:3",
      ].join("\n"),
    );
  });
});

describe("changes in Markdown", () => {
  it("are a row each", () => {
    expect(changesAsMarkdown([removed, words])).toBe(
      [
        "| Severity | Where | Change | For a caller | Place |",
        "| --- | --- | --- | --- | --- |",
        "| breaking | removed | what of removed | meaning of removed | `spec/openapi.yaml:7:3` |",
        "| patch | words | what of words | meaning of words | `spec/openapi.yaml:7:3` |",
      ].join("\n"),
    );
  });

  it.each([
    ["a|b|c", "a\\|b\\|c"],
    ["one\ntwo", "one two"],
    ["one  \n\n   two\nthree", "one two three"],
  ])("stay in their row and column: %j", (what, cell) => {
    expect(
      changesAsMarkdown([{ ...words, what }])
        .split("\n")
        .slice(2),
    ).toEqual([`| patch | words | ${cell} | meaning of words | \`spec/openapi.yaml:7:3\` |`]);
  });
});

describe("changes in a changelog", () => {
  it("are a list for each severity, and those of the lightest need no meaning", () => {
    expect(changesAsList(MIXED)).toBe(
      [
        "### Breaking",
        "",
        "- removed: what of removed meaning of removed",
        "- renamed: what of renamed meaning of renamed",
        "",
        "### New",
        "",
        "- added: what of added meaning of added",
        "",
        "### Also changed",
        "",
        "- words: what of words",
      ].join("\n"),
    );
  });

  it("have no heading for a severity without any", () => {
    expect(changesAsList([added])).toBe("### New\n\n- added: what of added meaning of added");
    expect(changesAsList([])).toBe("");
  });
});
