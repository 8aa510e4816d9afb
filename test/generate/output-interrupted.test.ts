import * as fs from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { writeFiles } from "../../scripts/generate/output.js";
import { createTemporaryFolder, writeTexts } from "./document-files.js";

type BeforeStep = (name: string, path: string) => void;

/** Called before each change of the disk, which it may prevent, and before each read. */
const disk = vi.hoisted((): { beforeChange: BeforeStep; beforeRead: BeforeStep } => ({
  beforeChange: () => undefined,
  beforeRead: () => undefined,
}));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const steps = {
    beforeChange: ["mkdirSync", "renameSync", "rmSync", "writeFileSync", "rmdirSync"],
    beforeRead: ["existsSync", "lstatSync", "readdirSync", "readFileSync", "realpathSync", "statSync"],
  } as const;
  const watched = Object.entries(steps).flatMap(([kind, names]) =>
    names.map((name) => {
      const step = real[name] as (...args: unknown[]) => unknown;
      const watch = (...args: unknown[]): unknown => {
        disk[kind as keyof typeof steps](name, String(args[0]));
        return step(...args);
      };
      return [name, watch] as const;
    }),
  );
  return { ...real, ...Object.fromEntries(watched) };
});

const allow = (): void => undefined;
afterEach(() => {
  disk.beforeChange = allow;
  disk.beforeRead = allow;
});

const parent = createTemporaryFolder();
const generated = (text: string): string => `// @generated from api.yaml by scripts/generate.ts.\n${text}\n`;
const OLD = { "a.ts": generated("old a"), "gone.ts": generated("old"), "runtime/r.ts": generated("old r") };
const NEW = { "a.ts": generated("new a"), "b.ts": generated("new b"), "runtime/r.ts": generated("new r") };
const MINE = { "mine.ts": "// by hand\n" };
const newFiles = new Map(Object.entries(NEW));

const folders = { count: 0 };
/** Creates a folder with the files of an earlier run. */
function oldFolder(): string {
  const folder = join(parent, String(folders.count++), "out");
  writeTexts(folder, { ...OLD, ...MINE });
  return folder;
}

/** Returns the texts of a folder and its subfolders by name. Undefined if it does not exist. */
function readContents(folder: string): Record<string, string> | undefined {
  if (!fs.existsSync(folder)) return undefined;
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => fs.statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, fs.readFileSync(join(folder, name), "utf8")]));
}

/** Runs a step before one of the changes or reads of the disk. Returns the number of changes or reads. */
function writeWith(
  folder: string,
  at: number,
  beforeStep: () => void,
  kind: keyof typeof disk = "beforeChange",
): number {
  let steps = 0;
  disk[kind] = () => {
    steps++;
    if (steps === at) beforeStep();
  };
  writeFiles(folder, newFiles);
  disk[kind] = allow;
  return steps;
}

const getSteps = (kind: keyof typeof disk): number[] =>
  Array.from({ length: writeWith(oldFolder(), 0, allow, kind) }, (_, index) => index + 1);
const CHANGES = getSteps("beforeChange");
const READS = getSteps("beforeRead");

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

      const [moved = ""] = fs.readdirSync(join(folder, "..")).filter((name) => name.endsWith(".old"));
      const whole = readContents(folder) ?? readContents(join(folder, "..", moved));
      expect([{ ...OLD, ...MINE }, { ...NEW, ...MINE }, NEW]).toContainEqual(whole);
      writeFiles(folder, newFiles);
      expect(readContents(folder)).toEqual({ ...NEW, ...MINE });
    },
  );
});

describe("two runs at once", () => {
  const other = { ...NEW, "c.ts": generated("other c") };

  function expectOneOf(folder: string): void {
    expect([
      { ...NEW, ...MINE },
      { ...other, ...MINE },
    ]).toContainEqual(readContents(folder));
    expect(fs.readdirSync(join(folder, ".."))).toEqual(["out"]);
  }

  test.each(CHANGES)(
    "do not disturb each other if the second starts before change %i of the first",
    (change) => {
      const folder = oldFolder();
      writeWith(folder, change, () => writeFiles(folder, new Map(Object.entries(other))));
      expectOneOf(folder);
    },
  );

  test.each(READS)("do not disturb each other if the second runs before read %i of the first", (read) => {
    const folder = oldFolder();
    const runOther = (): string[] => writeFiles(folder, new Map(Object.entries(other)));
    writeWith(folder, read, runOther, "beforeRead");
    expectOneOf(folder);
  });

  test.each(READS)("do not disturb each other if the second moves the folder away at read %i", (read) => {
    const folder = oldFolder();
    const moved = join(folder, "..", `.out.1-${"0".repeat(8)}.old`);
    writeWith(
      folder,
      read,
      () => {
        fs.renameSync(folder, moved);
      },
      "beforeRead",
    );
    writeFiles(folder, newFiles);
    expect(readContents(folder)).toEqual({ ...NEW, ...MINE });
  });
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
    expect(readContents(folder)).toEqual({ ...NEW, ...MINE });
    expect(fs.readdirSync(folder).sort()).toEqual(["a.ts", "b.ts", "mine.ts", "runtime"]);
  });

  test("is reported if its files cannot be written either, and keeps them", () => {
    const folder = oldFolder();
    disk.beforeChange = (name) => {
      if (name === "mkdirSync") throw Object.assign(new Error("EACCES: not permitted"), { code: "EACCES" });
    };
    expect(() => writeFiles(folder, newFiles)).toThrow(`${folder} cannot be written: EACCES: not permitted`);
    expect(readContents(folder)).toEqual({ ...OLD, ...MINE });
  });
});
