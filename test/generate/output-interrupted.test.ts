import * as fs from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { writeFiles } from "../../scripts/generate/output.js";
import { createTemporaryFolder, writeTexts } from "./document-files.js";

type BeforeStep = (name: string, path: string) => void;

/** The functions that are called before each change of the disk, which they may prevent, and before each read. */
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
const renderGenerated = (text: string): string =>
  `// @generated from api.yaml by scripts/generate.ts.\n${text}\n`;
const OLD = {
  "a.ts": renderGenerated("old a"),
  "gone.ts": renderGenerated("old"),
  "runtime/r.ts": renderGenerated("old r"),
};
const NEW = {
  "a.ts": renderGenerated("new a"),
  "b.ts": renderGenerated("new b"),
  "runtime/r.ts": renderGenerated("new r"),
};
const MINE = { "mine.ts": "// by hand\n" };
const newFiles = new Map(Object.entries(NEW));

let folderCount = 0;
/** Creates a folder with the files of an earlier run. */
function createOldFolder(): string {
  const folder = join(parent, String(folderCount++), "out");
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

/** Writes the new files, and runs a function before one of the changes or reads. Returns the number of them. */
function writeWith(
  folder: string,
  stepNumber: number,
  beforeStep: () => void,
  kind: keyof typeof disk = "beforeChange",
): number {
  let steps = 0;
  disk[kind] = () => {
    steps++;
    if (steps === stepNumber) beforeStep();
  };
  writeFiles(folder, newFiles);
  disk[kind] = allow;
  return steps;
}

const listSteps = (kind: keyof typeof disk): number[] =>
  Array.from({ length: writeWith(createOldFolder(), 0, allow, kind) }, (_, index) => index + 1);
const CHANGES = listSteps("beforeChange");
const READS = listSteps("beforeRead");

describe("a run that is killed", () => {
  test.each(CHANGES)(
    "before change %i leaves a complete old or new folder, and the next run completes it",
    (change) => {
      const folder = createOldFolder();
      const kill = (): void => {
        const throwKilled = (): never => {
          throw new Error("killed");
        };
        disk.beforeChange = throwKilled;
        throwKilled();
      };
      expect(() => writeWith(folder, change, kill)).toThrow("killed");
      disk.beforeChange = allow;

      const [moved = ""] = fs.readdirSync(join(folder, "..")).filter((name) => name.endsWith(".old"));
      const contents = readContents(folder) ?? readContents(join(folder, "..", moved));
      expect([{ ...OLD, ...MINE }, { ...NEW, ...MINE }, NEW]).toContainEqual(contents);
      writeFiles(folder, newFiles);
      expect(readContents(folder)).toEqual({ ...NEW, ...MINE });
    },
  );
});

describe("two runs at once", () => {
  const other = { ...NEW, "c.ts": renderGenerated("other c") };

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
      const folder = createOldFolder();
      writeWith(folder, change, () => writeFiles(folder, new Map(Object.entries(other))));
      expectOneOf(folder);
    },
  );

  test.each(READS)("do not disturb each other if the second runs before read %i of the first", (read) => {
    const folder = createOldFolder();
    const runOther = (): string[] => writeFiles(folder, new Map(Object.entries(other)));
    writeWith(folder, read, runOther, "beforeRead");
    expectOneOf(folder);
  });

  test.each(READS)("do not disturb each other if the second moves the folder away at read %i", (read) => {
    const folder = createOldFolder();
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
  ])("has its files replaced one by one after %s of %s", (code, failing, end) => {
    const folder = createOldFolder();
    disk.beforeChange = (name, path) => {
      if (name === failing && path.endsWith(end)) throw Object.assign(new Error(code), { code });
    };
    expect(writeFiles(folder, newFiles)).toEqual(["mine.ts"]);
    expect(readContents(folder)).toEqual({ ...NEW, ...MINE });
    expect(fs.readdirSync(folder).sort()).toEqual(["a.ts", "b.ts", "mine.ts", "runtime"]);
  });

  test("is reported if its files cannot be written either, and keeps them", () => {
    const folder = createOldFolder();
    disk.beforeChange = (name) => {
      if (name === "mkdirSync") throw Object.assign(new Error("EACCES: not permitted"), { code: "EACCES" });
    };
    expect(() => writeFiles(folder, newFiles)).toThrow(`${folder} cannot be written: EACCES: not permitted`);
    expect(readContents(folder)).toEqual({ ...OLD, ...MINE });
  });
});
