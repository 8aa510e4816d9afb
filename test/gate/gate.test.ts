import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type GateResult, runGate } from "../../scripts/gate/gate.js";
import { formatChangesAsText } from "../../scripts/gate/report/text.js";
import { combine, type Edit, remove, replace } from "./edit.js";
import { createProject, editFile } from "./project.js";

const BREAKING = remove("        - minutes_consumed\n");
const setDocumentVersion =
  (text: string): Edit =>
  (document) =>
    document.replace(/^ {2}version: .*$/m, `  version: ${text}`);
const setPackageVersion =
  (text: string): Edit =>
  (manifest) =>
    manifest.replace(/"version": ".*"/, `"version": "${text}"`);

let root: string;
beforeEach(() => {
  root = createProject();
  setVersions("0.1.0");
  editFile(root, "spec/released.yaml", setDocumentVersion("0.1.0"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function setVersions(text: string): void {
  editFile(root, "spec/openapi.yaml", setDocumentVersion(text));
  editFile(root, "package.json", setPackageVersion(text));
  editFile(root, "package-lock.json", (lock) => {
    const value = JSON.parse(lock) as { version: string; packages: Record<"", { version: string }> };
    value.version = value.packages[""].version = text;
    return JSON.stringify(value, null, 2);
  });
}

const runProjectGate = (): Promise<GateResult> =>
  runGate({
    base: join(root, "spec/released.yaml"),
    revision: join(root, "spec/openapi.yaml"),
    isOwnDocument: true,
    root,
    accepted: join(root, "spec/accepted-changes.yaml"),
  });
const getMessages = ({ problems }: GateResult): string[] => problems.map(({ message }) => message);

describe("runGate", () => {
  test("passes if nothing changed", async () => {
    expect((await runProjectGate()).problems).toEqual([]);
  });

  test("fails with the required version on a breaking change with an unchanged version", async () => {
    editFile(root, "spec/openapi.yaml", BREAKING);
    const result = await runProjectGate();
    expect(getMessages(result)).toEqual([
      "a breaking change since 0.1.0 requires version 0.2.0 or later: set info.version to it, and run `npm version --no-git-tag-version 0.2.0`",
    ]);
    expect(result.problems[0]?.location).toMatchObject({ line: 4, column: 12 });
  });

  test("does not suggest an npm command for a document without a package", async () => {
    editFile(root, "spec/openapi.yaml", BREAKING);
    const result = await runGate({
      base: join(root, "spec/released.yaml"),
      revision: join(root, "spec/openapi.yaml"),
    });
    expect(getMessages(result)).toEqual([
      "a breaking change since 0.1.0 requires version 0.2.0 or later: set info.version to it",
    ]);
  });

  test("fails on a breaking change with a version that is too low", async () => {
    setVersions("0.1.1");
    editFile(root, "spec/openapi.yaml", BREAKING);
    expect(getMessages(await runProjectGate())).toEqual([
      expect.stringContaining("requires version 0.2.0 or later"),
    ]);
  });

  test.each(["0.2.0", "0.2.0-beta.1", "1.0.0"])("passes a breaking change with version %s", async (text) => {
    setVersions(text);
    editFile(root, "spec/openapi.yaml", BREAKING);
    expect((await runProjectGate()).problems).toEqual([]);
  });

  test("passes a patch with an unchanged version, because the release increases it", async () => {
    editFile(root, "spec/openapi.yaml", replace("summary: List the sessions", "summary: Lists the sessions"));
    expect((await runProjectGate()).problems).toEqual([]);
  });

  test("fails if the version decreases", async () => {
    setVersions("0.0.9");
    expect(getMessages(await runProjectGate())).toEqual([
      "version 0.0.9 is lower than the released version 0.1.0",
    ]);
  });

  test.each(["package.json", "package-lock.json"])("fails if %s has another version", async (file) => {
    editFile(root, file, setPackageVersion("0.7.0"));
    const { problems } = await runProjectGate();
    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(
          /^version is "0\.7\.0", but info\.version of .* is "0\.1\.0"/,
        ) as string,
        location: { file, line: 3, column: 3 },
      }),
    ]);
  });

  test("fails if info.version is not a semantic version", async () => {
    editFile(root, "spec/openapi.yaml", setDocumentVersion("latest"));
    await expect(runProjectGate()).rejects.toThrow(
      /openapi\.yaml:4:12 info\.version must be a semantic version/,
    );
  });

  test("reports each change with the names of the API, its location and its effect", async () => {
    editFile(
      root,
      "spec/openapi.yaml",
      combine(BREAKING, replace("description: The field to sort by.", "description: The key | the order.")),
    );
    const { changes } = await runProjectGate();
    expect(formatChangesAsText(changes).replaceAll(root, "ROOT")).toBe(`\
schema Session: received by listSessions
  breaking minutes_consumed: It is no longer required. Code that reads it must handle a missing value.
           ROOT/spec/openapi.yaml:286:11

listSessions, query parameter sort_by
  patch    \`description\` changed from "The field to sort by." to "The key | the order.". Only the documentation changes.
           ROOT/spec/openapi.yaml:149:20`);
  });
});
