import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { judge, type Verdict } from "../../scripts/gate/gate.js";
import { redocly } from "../../scripts/document/lint.js";
import { changesAsMarkdown, changesAsText } from "../../scripts/gate/render-changes.js";
import { all, type Edit, remove, replace } from "./edit.js";
import { frozenText, FROZEN } from "./frozen.js";
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
beforeEach(async () => {
  root = await makeProject();
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
  judge({ base: join(root, "spec/released.yaml"), revision: join(root, "spec/openapi.yaml") }, root);
const messages = ({ problems }: Verdict): string[] => problems.map(({ message }) => message);

describe("The gate", () => {
  it("passes where nothing has changed", async () => {
    expect((await judged()).problems).toEqual([]);
  });

  it("fails where a breaking change comes without its version, and says which one it asks for", async () => {
    editFile(root, "spec/openapi.yaml", BREAKING);
    const verdict = await judged();
    expect(messages(verdict)).toEqual([
      "a breaking change since 0.1.0 asks for 0.2.0 at least: set info.version to it, and run `npm version --no-git-tag-version 0.2.0`",
    ]);
    expect(verdict.problems[0]?.place).toMatchObject({ line: 4, column: 12 });
  });

  it("fails where it comes with too low a version", async () => {
    setVersion("0.1.1");
    editFile(root, "spec/openapi.yaml", BREAKING);
    expect(messages(await judged())).toEqual([expect.stringContaining("asks for 0.2.0 at least")]);
  });

  it.each(["0.2.0", "0.2.0-beta.1", "1.0.0"])("passes where it comes with %s", async (text) => {
    setVersion(text);
    editFile(root, "spec/openapi.yaml", BREAKING);
    expect((await judged()).problems).toEqual([]);
  });

  it("passes where what changes breaks nobody: the release takes the step", async () => {
    editFile(root, "spec/openapi.yaml", replace("summary: List the sessions", "summary: Lists the sessions"));
    expect((await judged()).problems).toEqual([]);
  });

  it("fails where the version goes back", async () => {
    setVersion("0.0.9");
    expect(messages(await judged())).toEqual(["version 0.0.9 comes before 0.1.0, which is released"]);
  });

  it.each(["package.json", "package-lock.json"])("fails where %s has another version", async (file) => {
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

  it("fails where info.version is no version", async () => {
    editFile(root, "spec/openapi.yaml", version("latest"));
    await expect(judged()).rejects.toThrow(/openapi\.yaml:4:12 info\.version must be a semantic version/);
  });

  it("tells each change by the names that a caller knows, its place and its meaning", async () => {
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
breaking listSessions, response 200, data.sessions[]
         Properties of \`Session\` are no longer required: \`minutes_consumed\`. Code that reads it has to allow for its absence.
         ROOT/spec/openapi.yaml:252:9

patch    listSessions, query parameter sort_by
         \`description\` changed from "What the sessions are sorted by." to "The key | the order.". Only what is read about it changes.
         ROOT/spec/openapi.yaml:149:20`);
    expect(changesAsMarkdown(changes).split("\n")).toHaveLength(4);
  });

  it("keeps a table whole where a text has its mark", () => {
    const change = {
      impact: "patch",
      subject: "a|b",
      what: "one\ntwo",
      meaning: "",
      place: { file: "f" },
    } as const;
    expect(changesAsMarkdown([change])).toContain("| patch | a\\|b | one two |  | `f` |");
  });
});

describe("redocly.yaml", () => {
  // Without the set, `redocly diff` knows no rules, and a removed parameter passes.
  it("has the rules of the diff", () => {
    const { extends: sets } = parse(readFileSync("redocly.yaml", "utf8")) as { extends: string[] };
    expect(sets).toContain("diff-recommended");
  });

  it("is what makes a removed parameter fail", async () => {
    const config = join(root, "redocly.yaml");
    const removed = join(root, "removed.yaml");
    writeFileSync(removed, remove('        - $ref: "#/components/parameters/Search"\n')(frozenText));
    const diff = ["diff", FROZEN, removed, "--config", config];
    expect((await redocly(diff)).passed).toBe(false);
    editFile(root, "redocly.yaml", remove("  - diff-recommended\n"));
    expect((await redocly(diff)).passed).toBe(true);
  });
});
