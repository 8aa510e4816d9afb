import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { renderReports } from "../../scripts/api/reports.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the committed API reports are current (npm run api -- --write)", () => {
  const reports = renderReports(root);
  const outdated = [...reports].filter(
    ([file, text]) => !existsSync(root + file) || readFileSync(root + file, "utf8") !== text,
  );
  expect(outdated.map(([file]) => file)).toEqual([]);
  expect(reports.size).toBe(4);
});
