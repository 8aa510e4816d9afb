import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SpecError } from "../problem.js";
import { type Files, GENERATED_MARK } from "./files.js";

/** The subfolders of the output folder that contain generated files. */
const SUBFOLDERS = ["runtime"];

/** Distinguishes our files from those of other generators. Only our files are replaced or removed. */
const OURS = new RegExp(`^(?://|/\\*) ${GENERATED_MARK} from .* by scripts/generate\\.ts`);

/** The contents of the output folder, sorted by name. */
export interface FolderContents {
  /** Generated files that are current. */
  current: string[];
  /** Generated files that are no longer generated. */
  obsolete: string[];
  /** Handwritten files. */
  handwritten: string[];
  /** Handwritten files with the name of a generated file. */
  conflicting: string[];
}

/**
 * Lists the contents of the output folder.
 *
 * @param folder - The path of the folder.
 * @param files - The generated files.
 * @returns The names of the files by their kind.
 * @throws SpecError if a file cannot be read.
 */
export function listContents(folder: string, files: Files): FolderContents {
  const contents: FolderContents = { current: [], obsolete: [], handwritten: [], conflicting: [] };
  for (const name of [
    ...listNames(folder),
    ...SUBFOLDERS.flatMap((subfolder) => listNames(folder, subfolder)),
  ]) {
    if (SUBFOLDERS.includes(name)) continue;
    const text = readText(join(folder, name));
    if (text === undefined) continue;
    if (!OURS.test(text)) contents[files.has(name) ? "conflicting" : "handwritten"].push(name);
    else if (!files.has(name)) contents.obsolete.push(name);
    else if (files.get(name) === text) contents.current.push(name);
  }
  return contents;
}

/** Returns the names of a folder's contents, or those of a subfolder. */
function listNames(folder: string, subfolder = ""): string[] {
  try {
    return readdirSync(join(folder, subfolder))
      .sort()
      .map((name) => (subfolder ? `${subfolder}/${name}` : name));
  } catch (error) {
    // The folder does not exist yet.
    if (getErrorCode(error) === "ENOENT") return [];
    if (getErrorCode(error) === "ENOTDIR")
      throw new SpecError([
        { message: "is not a folder, so nothing can be written into it", location: { file: folder } },
      ]);
    throw toSpecError(error, "cannot be read", join(folder, subfolder));
  }
}

/** Returns the text of a file, or an empty text for a folder. Undefined if another run has moved it. */
function readText(path: string): string | undefined {
  const text = readIfFile(path);
  if (text !== undefined) return text;
  const stats = lstatSync(path, { throwIfNoEntry: false });
  // Another run has replaced the folder since.
  return stats?.isFile() ? readText(path) : stats && "";
}

/** Returns the text of a file. Undefined for a folder or a missing file. */
export function readIfFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (getErrorCode(error) === "ENOENT" || getErrorCode(error) === "EISDIR") return undefined;
    throw toSpecError(error, "cannot be read", path);
  }
}

/**
 * Converts an error of the file system into one that is printed without a stack. Any other error is a bug.
 *
 * @param error - The error.
 * @param message - The message, such as `cannot be read`.
 * @param file - The path of the file.
 * @returns The converted error.
 */
export function toSpecError(error: unknown, message: string, file: string): unknown {
  if (!(error instanceof Error) || getErrorCode(error) === undefined) return error;
  return new SpecError([{ message: `${message}: ${error.message}`, location: { file } }]);
}

/** Returns the code of an error of Node, such as `ENOENT`. */
export function getErrorCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
