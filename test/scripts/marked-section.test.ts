import { describe, expect, test } from "vitest";
import { replaceMarkedSection } from "../../scripts/marked-section.js";

describe("replaceMarkedSection", () => {
  const renderPage = (table: string): string =>
    `# A\n\n<!-- runtimes -->\n\n${table}\n\n<!-- /runtimes -->\n\nB\n`;

  test("replaces only the text between the marks", () => {
    expect(replaceMarkedSection(renderPage("| old |\n| $& |"), "runtimes", "| $1 new |")).toBe(
      renderPage("| $1 new |"),
    );
  });

  test("replaces an empty section", () => {
    const empty = "<!-- fields -->\n<!-- /fields -->\n";
    expect(replaceMarkedSection(empty, "fields", "text")).toBe(
      "<!-- fields -->\n\ntext\n\n<!-- /fields -->\n",
    );
  });

  test("rejects a page without the marks", () => {
    expect(() => replaceMarkedSection("# A\n", "runtimes", "| new |")).toThrow("<!-- runtimes -->");
  });
});
