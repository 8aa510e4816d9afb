import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { judge, type Verdict } from "../../scripts/gate/gate.js";
import { changesAsText } from "../../scripts/gate/report/text.js";
import { all, type Edit, remove, replace } from "./edit.js";
import { editFile, makeProject } from "./project.js";

const BREAKING = remove("        - minutes_consumed\n");
const version =
  (text: string): Edit =>
  (document) =>
    document.replace(/^ {2}version: .*$/m, `  version: ${text}`);
const packageVersion =
  (text: string): Edit =>
  (manifest) =>
    manifest.replace(/"version": ".*"/, `"version": "${text}"`);

let root: string;
beforeEach(() => {
  root = makeProject();
  setVersion("0.1.0");
  editFile(root, "spec/released.yaml", version("0.1.0"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function setVersion(text: string): void {
  editFile(root, "spec/openapi.yaml", version(text));
  editFile(root, "package.json", packageVersion(text));
  editFile(root, "package-lock.json", (lock) => {
    const value = JSON.parse(lock) as { version: string; packages: Record<"", { version: string }> };
    value.version = value.packages[""].version = text;
    return JSON.stringify(value, null, 2);
  });
}

const judged = (): Promise<Verdict> =>
  judge({
    base: join(root, "spec/released.yaml"),
    revision: join(root, "spec/openapi.yaml"),
    own: true,
    root,
    accepted: join(root, "spec/accepted-changes.yaml"),
  });
const messages = ({ problems }: Verdict): string[] => problems.map(({ message }) => message);

describe("The gate", () => {
  test("passes where nothing has changed", async () => {
    expect((await judged()).problems).toEqual([]);
  });

  test("fails where a breaking change comes without its version, and says which one it asks for", async () => {
    editFile(root, "spec/openapi.yaml", BREAKING);
    const verdict = await judged();
    expect(messages(verdict)).toEqual([
      "a breaking change since 0.1.0 asks for 0.2.0 at least: set info.version to it, and run `npm version --no-git-tag-version 0.2.0`",
    ]);
    expect(verdict.problems[0]?.place).toMatchObject({ line: 4, column: 12 });
  });

  test("fails where it comes with too low a version", async () => {
    setVersion("0.1.1");
    editFile(root, "spec/openapi.yaml", BREAKING);
    expect(messages(await judged())).toEqual([expect.stringContaining("asks for 0.2.0 at least")]);
  });

  test.each(["0.2.0", "0.2.0-beta.1", "1.0.0"])("passes where it comes with %s", async (text) => {
    setVersion(text);
    editFile(root, "spec/openapi.yaml", BREAKING);
    expect((await judged()).problems).toEqual([]);
  });

  test("passes where what changes breaks nobody: the release takes the step", async () => {
    editFile(root, "spec/openapi.yaml", replace("summary: List the sessions", "summary: Lists the sessions"));
    expect((await judged()).problems).toEqual([]);
  });

  test("fails where the version goes back", async () => {
    setVersion("0.0.9");
    expect(messages(await judged())).toEqual(["version 0.0.9 comes before 0.1.0, which is released"]);
  });

  test.each(["package.json", "package-lock.json"])("fails where %s has another version", async (file) => {
    editFile(root, file, packageVersion("0.7.0"));
    const { problems } = await judged();
    expect(problems).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(
          /^version is "0\.7\.0", but info\.version of .* is "0\.1\.0"/,
        ) as string,
        place: { file, line: 3, column: 3 },
      }),
    ]);
  });

  test("fails where info.version is no version", async () => {
    editFile(root, "spec/openapi.yaml", version("latest"));
    await expect(judged()).rejects.toThrow(/openapi\.yaml:4:12 info\.version must be a semantic version/);
  });

  test("tells each change by the names that a caller knows, its place and its meaning", async () => {
    editFile(
      root,
      "spec/openapi.yaml",
      all(
        BREAKING,
        replace("description: What the sessions are sorted by.", "description: The key | the order."),
      ),
    );
    const { changes } = await judged();
    expect(changesAsText(changes).replaceAll(root, "ROOT")).toBe(`\
schema Session: received by listSessions
  breaking minutes_consumed: It is no longer required. Code that reads it has to allow for its absence.
           ROOT/spec/openapi.yaml:286:11

listSessions, query parameter sort_by
  patch    \`description\` changed from "What the sessions are sorted by." to "The key | the order.". Only what is read about it changes.
           ROOT/spec/openapi.yaml:149:20`);
  });
});
