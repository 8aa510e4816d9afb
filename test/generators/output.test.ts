import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareFiles, writeFiles } from "../../scripts/output.js";
import { temporaryFolder, writeTexts } from "./document-files.js";

const parent = temporaryFolder();
let count = 0;

/** A folder beside no other, with some files. */
function folderWith(texts: Record<string, string>): string {
  const folder = join(parent, String(count++), "out");
  mkdirSync(folder, { recursive: true });
  writeTexts(folder, texts);
  return folder;
}

const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

const files = new Map([
  ["a.ts", "// @generated\nexport const a = 1;\n"],
  ["b.ts", "// @generated\nexport const b = 1;\n"],
]);

describe("comparing", () => {
  it("finds nothing where all is as it would be written", () => {
    expect(compareFiles(folderWith(Object.fromEntries(files)), files)).toEqual([]);
  });

  it("names what is stale with the first line that differs, what is missing and what is surplus", () => {
    const given = {
      "b.ts": "// @generated\nexport const b = 0;\nexport {};\n",
      "c.ts": "// @generated\n",
      "mine.ts": "export {};\n",
    };
    const folder = folderWith(given);
    expect(compareFiles(folder, files)).toEqual([
      `${folder}/a.ts is missing`,
      `${folder}/b.ts is stale, from line 2:\n  - export const b = 0;\n  + export const b = 1;`,
      `${folder}/c.ts is surplus: nothing makes it any more`,
    ]);
    expect(contentOf(folder), "and writes nothing").toEqual(given);
  });

  it("names a file that goes on too long, or ends too soon", () => {
    const folder = folderWith({
      "a.ts": `${files.get("a.ts") ?? ""}export {};\n`,
      "b.ts": "// @generated",
    });
    expect(compareFiles(folder, files)).toEqual([
      `${folder}/a.ts is stale, from line 3:\n  - export {};\n  + `,
      `${folder}/b.ts is stale, from line 2:\n  - (end of file)\n  + export const b = 1;`,
    ]);
  });

  it("finds all missing where there is no folder", () => {
    expect(compareFiles(join(parent, "none"), files)).toEqual([
      `${parent}/none/a.ts is missing`,
      `${parent}/none/b.ts is missing`,
    ]);
    expect(existsSync(join(parent, "none"))).toBe(false);
  });
});

describe("writing", () => {
  it("makes the folder, and leaves nothing beside it", () => {
    const folder = join(parent, "deep", "er", "out");
    writeFiles(folder, files);
    expect(contentOf(folder)).toEqual(Object.fromEntries(files));
    expect(readdirSync(join(parent, "deep", "er"))).toEqual(["out"]);
  });

  it("replaces and removes what is marked as generated, and names what is not and so stays", () => {
    const folder = folderWith({ "a.ts": "// @generated", "c.ts": "// @generated", "mine.ts": "export {};" });
    expect(writeFiles(folder, files)).toEqual(["mine.ts"]);
    expect(contentOf(folder)).toEqual({ ...Object.fromEntries(files), "mine.ts": "export {};" });
  });

  it("changes nothing where a file that is not generated stands in the way", () => {
    const given = { "a.ts": "// @generated", "b.ts": "// by hand\n" };
    const folder = folderWith(given);
    expect(() => writeFiles(folder, files)).toThrow(`${folder}/b.ts stands in the way`);
    expect(contentOf(folder)).toEqual(given);
  });

  it("changes nothing where the folder is a file", () => {
    const file = join(folderWith({ out: "text" }), "out");
    expect(() => writeFiles(file, files)).toThrow(`${file} is no folder`);
    expect(readFileSync(file, "utf8")).toBe("text");
  });

  it("clears what a run that was killed has left", () => {
    const folder = folderWith(Object.fromEntries(files));
    const left = join(folder, "..", ".out.staging");
    mkdirSync(left);
    writeFileSync(join(left, "a.ts"), "// @generated, half of");
    writeFiles(folder, files);
    expect(existsSync(left)).toBe(false);
    expect(contentOf(folder)).toEqual(Object.fromEntries(files));
  });
});
