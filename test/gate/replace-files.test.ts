import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceFiles } from "../../scripts/gate/replace-files.js";
import { readText } from "./project.js";

describe("replaceFiles", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "replace-"));
    writeFileSync(join(root, "package.json"), "old");
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test("replaces and adds files without leaving temporary files", () => {
    replaceFiles(root, { "package.json": "new", "CHANGELOG.md": "log" });
    expect(readText(root, "package.json")).toBe("new");
    expect(readdirSync(root).sort()).toEqual(["CHANGELOG.md", "package.json"]);
  });

  test("changes no file if one cannot be written", () => {
    expect(() => {
      replaceFiles(root, { "package.json": "new", "missing/CHANGELOG.md": "log" });
    }).toThrow("ENOENT");
    expect(readText(root, "package.json")).toBe("old");
  });
});
