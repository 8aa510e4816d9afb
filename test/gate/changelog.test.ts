import { describe, expect, test } from "vitest";
import type { Change } from "../../scripts/gate/change.js";
import { addEntry } from "../../scripts/gate/changelog.js";

const CHANGE: Change = {
  rule: "added",
  severity: "minor",
  subject: "listSessions",
  path: "",
  side: "revision",
  message: "`region` was added.",
  consequence: "It can be requested.",
  location: { file: "spec/openapi.yaml" },
};
const LIST = "### New\n\n- listSessions: `region` was added. It can be requested.";
const SAME = "The described API did not change.";

describe("the changelog of a release", () => {
  test.each<{ given: string; changelog: string; changes: Change[]; expected: string }>([
    {
      given: "no changelog",
      changelog: "",
      changes: [CHANGE],
      expected: `# Changelog\n\n## 0.2.0\n\n${LIST}\n`,
    },
    {
      given: "an empty changelog",
      changelog: " \n\n",
      changes: [CHANGE],
      expected: `# Changelog\n\n## 0.2.0\n\n${LIST}\n`,
    },
    {
      given: "a changelog with only a title",
      changelog: "# What has changed\n\nBy hand.\n",
      changes: [CHANGE],
      expected: `# What has changed\n\nBy hand.\n\n## 0.2.0\n\n${LIST}\n`,
    },
    {
      given: "a changelog with earlier entries",
      changelog: "# Changelog\n\n## 0.1.1\n\nFixed.\n\n## 0.1.0\n\nFirst.\n\n",
      changes: [CHANGE],
      expected: `# Changelog\n\n## 0.2.0\n\n${LIST}\n\n## 0.1.1\n\nFixed.\n\n## 0.1.0\n\nFirst.\n`,
    },
    {
      given: "a changelog without a title",
      changelog: "## 0.1.0\n\nFirst.\n",
      changes: [CHANGE],
      expected: `## 0.2.0\n\n${LIST}\n\n## 0.1.0\n\nFirst.\n`,
    },
    {
      given: "a changelog with notes above an earlier entry",
      changelog: "# Changelog\n\n## Unreleased\n\nThe client retries.\n\n## 0.1.0\n\nFirst.\n",
      changes: [CHANGE],
      expected: `# Changelog\n\n## 0.2.0\n\nThe client retries.\n\n${LIST}\n\n## 0.1.0\n\nFirst.\n`,
    },
    {
      given: "a changelog with only notes",
      changelog: "# Changelog\n\n## Unreleased  \n\n### Fixed\n\n- The client retries.\n",
      changes: [],
      expected: "# Changelog\n\n## 0.2.0\n\n### Fixed\n\n- The client retries.\n",
    },
    {
      given: "a changelog with an empty section for notes",
      changelog: "# Changelog\n\n## Unreleased\n\n## 0.1.0\n\nFirst.\n",
      changes: [],
      expected: `# Changelog\n\n## 0.2.0\n\n${SAME}\n\n## 0.1.0\n\nFirst.\n`,
    },
    {
      given: "a changelog with an empty section for notes at its end",
      changelog: "# Changelog\n\n## Unreleased",
      changes: [],
      expected: `# Changelog\n\n## 0.2.0\n\n${SAME}\n`,
    },
    {
      given: "a changelog with headings that are similar to that of notes",
      changelog:
        "# Changelog\n\n### Unreleased\n\nNot yet.\n\n## Unreleased ideas\n\nMany.\n\n## UnreleasedX\n\nMore.\n",
      changes: [],
      expected: `# Changelog\n\n### Unreleased\n\nNot yet.\n\n## 0.2.0\n\n${SAME}\n\n## Unreleased ideas\n\nMany.\n\n## UnreleasedX\n\nMore.\n`,
    },
  ])("keeps the earlier contents of $given", ({ changelog, changes, expected }) => {
    expect(addEntry(changelog, "0.2.0", changes)).toBe(expected);
  });

  test("sorts the changes by severity", () => {
    const changes = (["patch", "major", "minor"] as const).map((severity) => ({ ...CHANGE, severity }));
    expect(addEntry("", "0.2.0", changes)).toBe(
      `# Changelog

## 0.2.0

### Breaking

- listSessions: \`region\` was added. It can be requested.

### New

- listSessions: \`region\` was added. It can be requested.

### Also changed

- listSessions: \`region\` was added.
`,
    );
  });
});
