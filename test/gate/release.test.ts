import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withEntry } from "../../scripts/gate/changelog.js";
import { planRelease } from "../../scripts/gate/plan-release.js";
import { replaceFiles } from "../../scripts/gate/replace-files.js";
import { writeFiles } from "../../scripts/generate/output.js";
import { replace } from "./edit.js";
import { renderFrozen } from "./frozen.js";
import { editFile, makeProject, readText, VERSION } from "./project.js";

describe("A release", () => {
  const WORDS = replace("(video meetings, once Dyte)", "(video meetings)");
  let root: string;
  const version = VERSION;
  beforeEach(async () => {
    root = makeProject();
    writeFiles(join(root, "generated"), await renderFrozen());
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const patched = (): string => version.replace(/\d+$/, (patch) => String(Number(patch) + 1));

  test("is not planned if nothing changed", async () => {
    expect(await planRelease(root)).toBeUndefined();
  });

  test("writes the version that the changes require to every file, and changes nothing else in them", async () => {
    editFile(root, "spec/openapi.yaml", WORDS);
    const document = readText(root, "spec/openapi.yaml");
    const release = await planRelease(root);
    const after = document.replace(`  version: ${version}\n`, `  version: ${patched()}\n`);
    const stated = `"version": "${version}"`;
    expect(release?.version).toBe(patched());
    expect(release?.texts["spec/openapi.yaml"]).toBe(after);
    expect(release?.texts["spec/released.yaml"]).toBe(after);
    expect(release?.texts["package.json"]).toBe(
      readText(root, "package.json").replace(stated, `"version": "${patched()}"`),
    );
    const lock = JSON.parse(release?.texts["package-lock.json"] ?? "") as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    expect([lock.version, lock.packages[""]?.version]).toEqual([patched(), patched()]);
    expect(release?.texts["CHANGELOG.md"]).toContain(
      `## ${patched()}\n\n### Also changed\n\n- the document: \`description\` changed.\n\n## ${version}\n`,
    );
  });

  test("is planned without a change to any file", async () => {
    editFile(root, "spec/openapi.yaml", WORDS);
    const before = readText(root, "spec/released.yaml");
    await planRelease(root);
    expect(readText(root, "spec/released.yaml")).toBe(before);
    expect(readText(root, "package.json")).toContain(`"version": "${version}"`);
  });

  test("leaves nothing to release after it is written", async () => {
    editFile(root, "spec/openapi.yaml", WORDS);
    const release = await planRelease(root);
    replaceFiles(root, release?.texts ?? {});
    expect(await planRelease(root)).toBeUndefined();
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("removes the accepted changes, which are released now", async () => {
    editFile(root, "spec/openapi.yaml", WORDS);
    writeFileSync(
      join(root, "spec/accepted-changes.yaml"),
      "# Why.\n- { rule: a, where: b, reason: c, expires: 9.0.0 }\n",
    );
    const release = await planRelease(root);
    expect(release?.texts["spec/accepted-changes.yaml"]).toBe("# Why.\n[]\n");
  });

  test("keeps the version of the document if it is high enough", async () => {
    editFile(root, "spec/openapi.yaml", (text) =>
      WORDS(text).replace(`version: ${version}`, "version: 7.0.0-rc.1"),
    );
    for (const file of ["package.json", "package-lock.json"])
      editFile(root, file, (text) => text.replaceAll(`"version": "${version}"`, '"version": "7.0.0-rc.1"'));
    expect((await planRelease(root))?.version).toBe("7.0.0-rc.1");
  });

  test("contains only code if a version is passed and the document is unchanged", async () => {
    const release = await planRelease(root, "9.0.0");
    expect(release?.version).toBe("9.0.0");
    expect(release?.texts["CHANGELOG.md"]).toContain("## 9.0.0\n\nThe described API is the same.\n");
  });

  test("rejects a version that is too low or not semantic", async () => {
    await expect(planRelease(root, version)).rejects.toThrow(`must be later than the released ${version}`);
    await expect(planRelease(root, "next")).rejects.toThrow('must be a semantic version, got "next"');
  });

  test("rejects a document that does not match the committed code", async () => {
    editFile(
      root,
      "spec/openapi.yaml",
      replace("summary: List the sessions of an app", "summary: Lists them"),
    );
    await expect(planRelease(root)).rejects.toThrow("does not match the generated code");
  });

  test("rejects a document that does not pass the linter", async () => {
    editFile(root, "spec/openapi.yaml", replace("  license:\n    name: MIT\n    identifier: MIT\n", ""));
    await expect(planRelease(root)).rejects.toThrow("does not pass the linter");
  });
});

describe("The changelog", () => {
  const change = {
    rule: "removed",
    subject: "list",
    at: "",
    what: "It was removed.",
    meaning: "Calls fail.",
    side: "base",
    location: { file: "f" },
  } as const;

  test("has its first entry below a title", () => {
    expect(withEntry("", "1.0.0", [])).toBe("# Changelog\n\n## 1.0.0\n\nThe described API is the same.\n");
  });

  test("sorts the changes by severity", () => {
    const changes = (["patch", "major", "minor"] as const).map((severity) => ({ ...change, severity }));
    expect(withEntry("# Changelog\n\n## 0.1.0\n\nOld.\n", "0.2.0", changes)).toBe(
      `# Changelog

## 0.2.0

### Breaking

- list: It was removed. Calls fail.

### New

- list: It was removed. Calls fail.

### Also changed

- list: It was removed.

## 0.1.0

Old.
`,
    );
  });

  test("keeps handwritten notes in the entry", () => {
    expect(withEntry("# Log\n\n## Unreleased\n\nRetries wait less.\n\n## 0.1.0\n", "0.1.1", [])).toBe(
      "# Log\n\n## 0.1.1\n\nRetries wait less.\n\n## 0.1.0\n",
    );
  });
});

describe("replaceFiles", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "replace-"));
    writeFileSync(join(root, "package.json"), "old");
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  test("replaces and adds files, and leaves no drafts", () => {
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
