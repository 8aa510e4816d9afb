import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { expect, test } from "vitest";
import { replaceMarkedSection } from "../../scripts/marked-section.js";
import { renderTables } from "../../scripts/readme/tables.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

test.each([...renderTables(root)])(
  "the README's table of %s is current (npm run readme -- --write)",
  async (name, table) => {
    const page = readFileSync(`${root}README.md`, "utf8");
    const options = { parser: "markdown", printWidth: 120 };
    expect(await format(replaceMarkedSection(page, name, table), options)).toBe(await format(page, options));
  },
);

test("the table of options has the default of maxRetries", () => {
  expect(renderTables(root).get("options")).toMatch(/\| `maxRetries` +\| +`?2`? +\|/);
});
