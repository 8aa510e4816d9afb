import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { planRelease } from "../../scripts/gate/plan-release.js";
import { replaceFiles } from "../../scripts/gate/replace-files.js";
import { writeFiles } from "../../scripts/generate/output.js";
import { replace } from "./edit.js";
import { renderFrozen } from "./frozen.js";
import { createProject, editFile, readText, VERSION } from "./project.js";

describe("a release", () => {
  const PATCH = replace("(video meetings, once Dyte)", "(video meetings)");
  let root: string;
  const version = VERSION;
  beforeEach(async () => {
    root = createProject();
    writeFiles(join(root, "generated"), await renderFrozen());
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const incrementPatch = (): string => version.replace(/\d+$/, (patch) => String(Number(patch) + 1));

  test("is not planned if nothing changed", async () => {
    expect(await planRelease(root)).toBeUndefined();
  });

  test("changes only the version of each file to the one that the changes require", async () => {
    editFile(root, "spec/openapi.yaml", PATCH);
    const document = readText(root, "spec/openapi.yaml");
    const release = await planRelease(root);
    const after = document.replace(`  version: ${version}\n`, `  version: ${incrementPatch()}\n`);
    const versionField = `"version": "${version}"`;
    expect(release?.version).toBe(incrementPatch());
    expect(release?.texts["spec/openapi.yaml"]).toBe(after);
    expect(release?.texts["spec/released.yaml"]).toBe(after);
    expect(release?.texts["package.json"]).toBe(
      readText(root, "package.json").replace(versionField, `"version": "${incrementPatch()}"`),
    );
    const lock = JSON.parse(release?.texts["package-lock.json"] ?? "") as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    expect([lock.version, lock.packages[""]?.version]).toEqual([incrementPatch(), incrementPatch()]);
    expect(release?.texts["CHANGELOG.md"]).toContain(
      `## ${incrementPatch()}\n\n### Also changed\n\n- the document: \`description\` changed.\n\n## ${version}\n`,
    );
  });

  test("has a version and an entry for the changes of the TypeScript API", async () => {
    const writeReport = (folder: string, declarations: string): void => {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, "index.api.md"), `# API\n\n\`\`\`ts\n${declarations}\`\`\`\n`);
    };
    writeReport("api/released", "export declare function listPens(): string[];\n");
    writeReport("api", "export {};\n");
    const release = await planRelease(root);
    expect(release?.version).toBe("0.2.0");
    expect(release?.texts["CHANGELOG.md"]).toContain(
      "TypeScript API of realtimekit-sessions, listPens: It was removed. Code that uses it may no longer compile",
    );
  });

  test("changes no file while it is planned", async () => {
    editFile(root, "spec/openapi.yaml", PATCH);
    const before = readText(root, "spec/released.yaml");
    await planRelease(root);
    expect(readText(root, "spec/released.yaml")).toBe(before);
    expect(readText(root, "package.json")).toContain(`"version": "${version}"`);
  });

  test("leaves no change to release after its files are written", async () => {
    editFile(root, "spec/openapi.yaml", PATCH);
    const release = await planRelease(root);
    replaceFiles(root, release?.texts ?? {});
    expect(await planRelease(root)).toBeUndefined();
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("removes the accepted changes, because they are part of the release", async () => {
    editFile(root, "spec/openapi.yaml", PATCH);
    writeFileSync(
      join(root, "spec/accepted-changes.yaml"),
      "# Why.\n- { rule: a, where: b, reason: c, expires: 9.0.0 }\n",
    );
    const release = await planRelease(root);
    expect(release?.texts["spec/accepted-changes.yaml"]).toBe("# Why.\n[]\n");
  });

  test("keeps the version of the document if it is high enough", async () => {
    editFile(root, "spec/openapi.yaml", (text) =>
      PATCH(text).replace(`version: ${version}`, "version: 7.0.0-rc.1"),
    );
    for (const file of ["package.json", "package-lock.json"])
      editFile(root, file, (text) => text.replaceAll(`"version": "${version}"`, '"version": "7.0.0-rc.1"'));
    expect((await planRelease(root))?.version).toBe("7.0.0-rc.1");
  });

  test("is planned for an unchanged document if a version is passed", async () => {
    const release = await planRelease(root, "9.0.0");
    expect(release?.version).toBe("9.0.0");
    expect(release?.texts["CHANGELOG.md"]).toContain("## 9.0.0\n\nThe described API did not change.\n");
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
