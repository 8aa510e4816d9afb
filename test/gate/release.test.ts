import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withEntry } from "../../scripts/gate/changelog.js";
import { isInterrupted, resume, writeTogether } from "../../scripts/gate/journal.js";
import { planRelease } from "../../scripts/gate/plan-release.js";
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

  it("is none where nothing has changed", async () => {
    expect(await planRelease(root)).toBeUndefined();
  });

  it("takes the version that the changes ask for into every file, and changes nothing else of them", async () => {
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

  it("plans without a change to the disk", async () => {
    editFile(root, "spec/openapi.yaml", WORDS);
    const before = readText(root, "spec/released.yaml");
    await planRelease(root);
    expect(readText(root, "spec/released.yaml")).toBe(before);
    expect(readText(root, "package.json")).toContain(`"version": "${version}"`);
  });

  it("leaves nothing to release once it is written", async () => {
    editFile(root, "spec/openapi.yaml", WORDS);
    const release = await planRelease(root);
    writeTogether(root, release?.texts ?? {});
    expect(await planRelease(root)).toBeUndefined();
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("keeps a version that someone has set high enough", async () => {
    editFile(root, "spec/openapi.yaml", (text) =>
      WORDS(text).replace(`version: ${version}`, "version: 7.0.0-rc.1"),
    );
    for (const file of ["package.json", "package-lock.json"])
      editFile(root, file, (text) => text.replaceAll(`"version": "${version}"`, '"version": "7.0.0-rc.1"'));
    expect((await planRelease(root))?.version).toBe("7.0.0-rc.1");
  });

  it("of code alone is asked for by its version", async () => {
    const release = await planRelease(root, "9.0.0");
    expect(release?.version).toBe("9.0.0");
    expect(release?.texts["CHANGELOG.md"]).toContain("## 9.0.0\n\nThe described API is the same.\n");
  });

  it("refuses a version that is too low, or none", async () => {
    await expect(planRelease(root, version)).rejects.toThrow(`does not come after ${version}`);
    await expect(planRelease(root, "next")).rejects.toThrow('must be a semantic version, not "next"');
  });

  it("refuses a document that the committed code is not made of", async () => {
    editFile(
      root,
      "spec/openapi.yaml",
      replace("summary: List the sessions of an app", "summary: Lists them"),
    );
    await expect(planRelease(root)).rejects.toThrow("run `npm run generate` first");
  });

  it("refuses a document that does not pass the linter", async () => {
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
    place: { file: "f" },
  } as const;

  it("gets its first entry below a title", () => {
    expect(withEntry("", "1.0.0", [])).toBe("# Changelog\n\n## 1.0.0\n\nThe described API is the same.\n");
  });

  it("sorts the changes by what they ask of a reader", () => {
    const changes = (["patch", "major", "minor"] as const).map((impact) => ({ ...change, impact }));
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

  it("takes in what was written by hand", () => {
    expect(withEntry("# Log\n\n## Unreleased\n\nRetries wait less.\n\n## 0.1.0\n", "0.1.1", [])).toBe(
      "# Log\n\n## 0.1.1\n\nRetries wait less.\n\n## 0.1.0\n",
    );
  });
});

describe("A release that is killed while it is written", () => {
  const BEFORE = { "package.json": "old package", "spec/released.yaml": "old document" };
  const AFTER = {
    "package.json": "new package",
    "spec/released.yaml": "new document",
    "CHANGELOG.md": "new log",
  };
  const WRITER = fileURLToPath(new URL("killed-writer.ts", import.meta.url));
  // A draft and a replacement for the journal and for each file, and the journal's removal.
  const STEPS = 2 * (1 + Object.keys(AFTER).length) + 1;

  const contents = (root: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((path) => !path.endsWith(".draft"))
        .map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]),
    );

  it.each(Array.from({ length: STEPS }, (_, index) => index + 1))(
    "before step %i of the disk leaves the files as they were, or is finished by the next run",
    (step) => {
      const root = mkdtempSync(join(tmpdir(), "killed-"));
      try {
        mkdirSync(join(root, "spec"));
        for (const [path, text] of Object.entries(BEFORE)) writeFileSync(join(root, path), text);
        const args = ["--import", "tsx", WRITER, root, JSON.stringify(AFTER), String(step)];
        expect(spawnSync(process.execPath, args).signal).toBe("SIGKILL");
        if (isInterrupted(root)) {
          expect(resume(root)).toEqual(Object.keys(AFTER));
          expect(contents(root)).toEqual(AFTER);
        } else {
          // Only the two steps up to the journal's appearance change nothing.
          expect(step).toBeLessThanOrEqual(2);
          expect(contents(root)).toEqual(BEFORE);
        }
        writeTogether(root, AFTER);
        expect(contents(root)).toEqual(AFTER);
        expect(readdirSync(root).sort()).toEqual(["CHANGELOG.md", "package.json", "spec"]);
      } finally {
        rmSync(root, { recursive: true });
      }
    },
    20_000,
  );

  it("ends by itself where it is not", () => {
    const root = mkdtempSync(join(tmpdir(), "whole-"));
    mkdirSync(join(root, "spec"));
    const args = ["--import", "tsx", WRITER, root, JSON.stringify(AFTER), String(STEPS + 1)];
    expect(spawnSync(process.execPath, args)).toMatchObject({ signal: null, status: 0 });
    expect(contents(root)).toEqual(AFTER);
    rmSync(root, { recursive: true });
  });
});
