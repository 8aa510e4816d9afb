import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SpecError } from "../problem.js";
import { type Files, MARK } from "./files.js";

/** The folders within the output folder that hold generated files. */
const SUBFOLDERS = ["runtime"];

/** Tells our files from those of other generators: only ours are ever replaced or removed. */
const OURS = new RegExp(`^(?://|/\\*) ${MARK} from .* by scripts/generate\\.ts`);

/** What is in the output folder, in the order of the names. */
export interface FolderContents {
  /** Generated, and the same as what is to be written. */
  same: string[];
  /** Generated, and no longer among the files to be written. */
  obsolete: string[];
  /** Not generated. */
  foreign: string[];
  /** Not generated, with the name of a file to be written. */
  inTheWay: string[];
}

/** Lists what is in the output folder. */
export function listContents(folder: string, files: Files): FolderContents {
  const contents: FolderContents = { same: [], obsolete: [], foreign: [], inTheWay: [] };
  for (const name of [...namesIn(folder), ...SUBFOLDERS.flatMap((each) => namesIn(folder, each))]) {
    if (SUBFOLDERS.includes(name)) continue;
    const path = join(folder, name);
    const text = readIfFile(path) ?? "";
    // Another run has moved the folder away meanwhile.
    if (!text && !lstatSync(path, { throwIfNoEntry: false })) continue;
    if (!OURS.test(text)) contents[files.has(name) ? "inTheWay" : "foreign"].push(name);
    else if (!files.has(name)) contents.obsolete.push(name);
    else if (files.get(name) === text) contents.same.push(name);
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
      throw new SpecError([
        { message: "is not a folder, so nothing can be written into it", place: { file: folder } },
      ]);
    throw asSpecError(error, "cannot be read", join(folder, within));
  }
}

/** The text of a file; undefined where there is none, as for a folder. */
export function readIfFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "EISDIR") return undefined;
    throw asSpecError(error, "cannot be read", path);
  }
}

/** Turns an error of the file system into one that is printed without its stack. Any other is a bug. */
export function asSpecError(error: unknown, message: string, file: string): unknown {
  if (!(error instanceof Error) || codeOf(error) === undefined) return error;
  return new SpecError([{ message: `${message}: ${error.message}`, place: { file } }]);
}

export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
