import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SpecError } from "../problem.js";

/** The text of each file, by its name in the output folder. */
export type Files = ReadonlyMap<string, string>;

/** The beginning of each file that we make. */
export const MARK = "@generated";

/** The folders within the output folder that hold generated files. */
const SUBFOLDERS = ["runtime"];

/** What tells our files from those of other generators: only ours are ever replaced or removed. */
const OURS = new RegExp(`^(?://|/\\*) ${MARK} from .* by scripts/generate\\.ts`);

/**
 * Writes all files or none: each is written whole beside the folder first, and only then moved into place, one
 * rename after the other. Files of ours that are no longer made are removed. Files without our mark are left alone;
 * where one stands in the way, nothing is written.
 *
 * @returns The files in the folder that are not ours.
 */
export function writeFiles(folder: string, files: Files): string[] {
  const target = resolve(folder);
  const found = look(folder, files);
  if (found.inTheWay.length)
    throw new SpecError(
      found.inTheWay.map((name) => ({
        message: `stands in the way, and is left alone since it is not marked ${MARK}: move it, or choose another --out`,
        place: { file: join(folder, name) },
      })),
    );
  const staging = join(dirname(target), `.${basename(target)}.staging`);
  try {
    mkdirSync(staging, { recursive: true });
    for (const [name, text] of files) {
      mkdirSync(dirname(join(staging, name)), { recursive: true });
      writeFileSync(join(staging, name), text);
    }
    for (const name of files.keys()) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      renameSync(join(staging, name), join(target, name));
    }
    for (const name of found.surplus) rmSync(join(target, name));
    for (const name of SUBFOLDERS) removeEmptyFolder(join(target, name));
  } catch (error) {
    // A fault of ours is none of the folder's.
    if (codeOf(error) === undefined) throw error;
    throw new SpecError([
      { message: `cannot be written: ${(error as Error).message}`, place: { file: folder } },
    ]);
  } finally {
    // With what a run that was killed may have left in it.
    rmSync(staging, { recursive: true, force: true });
  }
  return found.foreign;
}

function removeEmptyFolder(folder: string): void {
  if (existsSync(folder) && !readdirSync(folder).length) rmdirSync(folder);
}

/** How the folder differs from what would be written: some lines for each file that does. */
export function compareFiles(folder: string, files: Files): string[] {
  const differences = [...files].flatMap(([name, text]) => {
    const path = join(folder, name);
    const present = read(path);
    if (present === undefined) return [`${path} is missing`];
    return present === text ? [] : [`${path} is outdated, from line ${firstDifference(present, text)}`];
  });
  const { surplus } = look(folder, files);
  return [...differences, ...surplus.map((name) => `${join(folder, name)} is no longer generated`)];
}

function firstDifference(present: string, wanted: string): string {
  const [has, wants] = [present.split("\n"), wanted.split("\n")];
  const index = wants.findIndex((line, place) => line !== has[place]);
  const at = index < 0 ? wants.length : index;
  const shown = (line: string | undefined): string =>
    line === undefined ? "(end of file)" : line.replace(/\r$/, "(carriage return)").slice(0, 200);
  return `${at + 1}:\n  - ${shown(has[at])}\n  + ${shown(wants[at])}`;
}

/** What is in the folder already, in the order of the names. */
interface Contents {
  /** Of ours, and not among those to be written. */
  surplus: string[];
  /** Not ours. */
  foreign: string[];
  /** Not ours, with the name of a file to be written. */
  inTheWay: string[];
}

function look(folder: string, files: Files): Contents {
  const contents: Contents = { surplus: [], foreign: [], inTheWay: [] };
  for (const name of [...namesIn(folder), ...SUBFOLDERS.flatMap((each) => namesIn(folder, each))]) {
    if (SUBFOLDERS.includes(name)) continue;
    const text = read(join(folder, name)) ?? "";
    if (!OURS.test(text)) contents[files.has(name) ? "inTheWay" : "foreign"].push(name);
    else if (!files.has(name)) contents.surplus.push(name);
  }
  return contents;
}

/** The names of what is in a folder, or in a folder within it. */
function namesIn(folder: string, within = ""): string[] {
  try {
    return readdirSync(join(folder, within))
      .sort()
      .map((name) => (within ? `${within}/${name}` : name));
  } catch (error) {
    // There is no folder yet, and so nothing in it.
    if (codeOf(error) === "ENOENT") return [];
    if (codeOf(error) === "ENOTDIR")
      throw new SpecError([{ message: "is no folder, so nothing can go into it", place: { file: folder } }]);
    throw error;
  }
}

/** The text of a file; undefined where there is none, as for a folder. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "EISDIR") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
