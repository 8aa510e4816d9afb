import * as fs from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { writeFiles } from "../../scripts/generate/output.js";
import { temporaryFolder, writeTexts } from "./document-files.js";

/** Called before each change of the disk. It can prevent the change. */
const disk = vi.hoisted((): { beforeChange: (name: string, path: string) => void } => ({
  beforeChange: () => undefined,
}));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const names = ["mkdirSync", "renameSync", "rmSync", "writeFileSync", "rmdirSync"] as const;
  const changing = (name: (typeof names)[number]): unknown => {
    const change = real[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => {
      disk.beforeChange(name, String(args[0]));
      return change(...args);
    };
  };
  return { ...real, ...Object.fromEntries(names.map((name) => [name, changing(name)])) };
});

const allow = (): void => undefined;
afterEach(() => {
  disk.beforeChange = allow;
});

const parent = temporaryFolder();
const generated = (text: string): string => `// @generated from api.yaml by scripts/generate.ts.\n${text}\n`;
const OLD = { "a.ts": generated("old a"), "gone.ts": generated("old"), "runtime/r.ts": generated("old r") };
const NEW = { "a.ts": generated("new a"), "b.ts": generated("new b"), "runtime/r.ts": generated("new r") };
const MINE = { "mine.ts": "// by hand\n" };
const newFiles = new Map(Object.entries(NEW));

const folders = { count: 0 };
function oldFolder(): string {
  const folder = join(parent, String(folders.count++), "out");
  writeTexts(folder, { ...OLD, ...MINE });
  return folder;
}

/** Returns the texts of a folder and its subfolders by name. Undefined if it does not exist. */
function contentsOf(folder: string): Record<string, string> | undefined {
  if (!fs.existsSync(folder)) return undefined;
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => fs.statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, fs.readFileSync(join(folder, name), "utf8")]));
}

/** Runs a step before one of the changes of the disk. Returns the number of changes. */
function writeWith(folder: string, change: number, step: () => void): number {
  let changes = 0;
  disk.beforeChange = () => {
    changes++;
    if (changes === change) step();
  };
  writeFiles(folder, newFiles);
  disk.beforeChange = allow;
  return changes;
}

const total = writeWith(oldFolder(), 0, allow);
const CHANGES = Array.from({ length: total }, (_, index) => index + 1);

describe("a run that is killed", () => {
  test.each(CHANGES)(
    "before change %i leaves a complete old or new folder, and the next run completes it",
    (change) => {
      const folder = oldFolder();
      const kill = (): void => {
        const killed = (): never => {
          throw new Error("killed");
        };
        disk.beforeChange = killed;
        killed();
      };
      expect(() => writeWith(folder, change, kill)).toThrow("killed");
      disk.beforeChange = allow;

      const [moved = "none"] = fs.readdirSync(join(folder, "..")).filter((name) => name.endsWith(".old"));
      const whole = contentsOf(folder) ?? contentsOf(join(folder, "..", moved));
      expect([{ ...OLD, ...MINE }, { ...NEW, ...MINE }, NEW]).toContainEqual(whole);
      writeFiles(folder, newFiles);
      expect(contentsOf(folder)).toEqual({ ...NEW, ...MINE });
    },
  );
});

describe("two runs at once", () => {
  test.each(CHANGES)(
    "do not disturb each other if the second starts before change %i of the first",
    (change) => {
      const folder = oldFolder();
      const other = { ...NEW, "c.ts": generated("other c") };
      writeWith(folder, change, () => writeFiles(folder, new Map(Object.entries(other))));
      expect([
        { ...NEW, ...MINE },
        { ...other, ...MINE },
      ]).toContainEqual(contentsOf(folder));
      expect(fs.readdirSync(join(folder, ".."))).toEqual(["out"]);
    },
  );
});

describe("a folder that cannot be replaced", () => {
  test.each([
    ["EACCES", "mkdirSync", ".new"],
    ["EROFS", "mkdirSync", ".new"],
    ["EBUSY", "renameSync", "out"],
  ])("has its files replaced one by one, after %s of %s", (code, failing, end) => {
    const folder = oldFolder();
    disk.beforeChange = (name, path) => {
      if (name === failing && path.endsWith(end)) throw Object.assign(new Error(code), { code });
    };
    expect(writeFiles(folder, newFiles)).toEqual(["mine.ts"]);
    expect(contentsOf(folder)).toEqual({ ...NEW, ...MINE });
    expect(fs.readdirSync(folder).sort()).toEqual(["a.ts", "b.ts", "mine.ts", "runtime"]);
  });

  test("is reported if its files cannot be written either, and keeps them", () => {
    const folder = oldFolder();
    disk.beforeChange = (name) => {
      if (name === "mkdirSync") throw Object.assign(new Error("EACCES: not permitted"), { code: "EACCES" });
    };
    expect(() => writeFiles(folder, newFiles)).toThrow(`${folder} cannot be written: EACCES: not permitted`);
    expect(contentsOf(folder)).toEqual({ ...OLD, ...MINE });
  });
});
