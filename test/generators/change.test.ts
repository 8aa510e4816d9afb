import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Files } from "../../scripts/generate/output.js";
import { renderFile, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();
const committed = readFileSync("spec/openapi.yaml", "utf8");

/** The lines that one text has and the other lacks. */
function linesOnlyIn(text: string, other: string): string[] {
  const there = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !there.has(line));
}

describe("a new value in an enum of the document", () => {
  let before: Files;
  let after: Files;

  beforeAll(async () => {
    before = await renderFile("spec/openapi.yaml");
    const changed = committed.replace(
      "        - LIVE\n        - ENDED\n",
      "        - LIVE\n        - ENDED\n        - PAUSED\n",
    );
    expect(changed).not.toBe(committed);
    after = await renderFile(writeTexts(folder, { "openapi.yaml": changed }));
  });

  it.each([
    ["schema.ts", ['        SessionStatus: "LIVE" | "ENDED" | "PAUSED";']],
    ["operations.ts", ['        enum: ["LIVE", "ENDED", "PAUSED"],']],
    [
      "client.ts",
      [' * - `status` (one of `"LIVE"`, `"ENDED"`, `"PAUSED"`): Returns only the sessions with this status.'],
    ],
    ["index.ts", []],
  ])("changes in %s nothing but what tells the values", (name, want) => {
    const [old = "", changed = ""] = [before.get(name), after.get(name)];
    expect(linesOnlyIn(changed, old)).toEqual(want);
    expect(linesOnlyIn(old, changed)).toHaveLength(want.length);
  });
});
