import { describe, expect, test } from "vitest";
import { replaceMarkedSection } from "../../scripts/marked-section.js";

describe("replaceMarkedSection", () => {
  const page = (table: string): string => `# A\n\n<!-- runtimes -->\n\n${table}\n\n<!-- /runtimes -->\n\nB\n`;

  test("replaces what stands between the marks, and nothing else", () => {
    expect(replaceMarkedSection(page("| old |\n| $& |"), "runtimes", "| $1 new |")).toBe(page("| $1 new |"));
  });

  test("fills a section that is empty", () => {
    const empty = "<!-- fields -->\n<!-- /fields -->\n";
    expect(replaceMarkedSection(empty, "fields", "text")).toBe(
      "<!-- fields -->\n\ntext\n\n<!-- /fields -->\n",
    );
  });

  test("rejects a page without the marks", () => {
    expect(() => replaceMarkedSection("# A\n", "runtimes", "| new |")).toThrow("<!-- runtimes -->");
  });
});
