import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { SpecError } from "../problem.js";
import { asSpecError, codeOf, type FolderContents, listContents, readIfFile } from "./folder-contents.js";
import { type Files, MARK } from "./files.js";
import { recoverFolder, swapFolder, writeAll } from "./swap-folder.js";

export { type Files, MARK };

/** The errors of a folder that cannot be replaced: a read-only parent, a mounted folder, or a file that is open. */
const NOT_REPLACEABLE = ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV"];

/**
 * Writes all files or none. Outdated generated files are removed. Handwritten files
 * are not changed. If one has the name of a generated file, nothing is written.
 *
 * @returns The names of the handwritten files in the folder.
 */
export function writeFiles(folder: string, files: Files): string[] {
  try {
    const target = realPath(folder);
    recoverFolder(target);
    const found = listContents(folder, files);
    refuseInTheWay(folder, found);
    if (found.same.length < files.size || found.obsolete.length) replaceFolder(target, files, found);
    return found.foreign;
  } catch (error) {
    throw asSpecError(error, "cannot be written", folder);
  }
}

/** The path that a folder has behind links. Another run may move it away at any time. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It is not there yet, or it cannot be read, which the list of its contents reports.
    return resolve(folder);
  }
}

function refuseInTheWay(folder: string, { inTheWay }: FolderContents): void {
  if (!inTheWay.length) return;
  throw new SpecError(
    inTheWay.map((name) => ({
      message: `has the name of a generated file, but is not marked ${MARK}: move it, or choose another --out`,
      location: { file: join(folder, name) },
    })),
  );
}

function replaceFolder(target: string, files: Files, found: FolderContents): void {
  try {
    swapFolder(target, files);
  } catch (error) {
    if (!NOT_REPLACEABLE.includes(codeOf(error) ?? "") || !existsSync(target)) throw error;
    replaceFiles(target, files, found.obsolete);
  }
}

/**
 * Replaces the files of a folder that cannot be replaced as a whole. All are written first, and then moved one by one.
 */
function replaceFiles(target: string, files: Files, obsolete: readonly string[]): void {
  const staging = join(target, `.new-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    mkdirSync(staging);
    writeAll(staging, files);
    for (const name of files.keys()) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      renameSync(join(staging, name), join(target, name));
    }
    for (const name of obsolete) {
      rmSync(join(target, name));
      const parent = dirname(join(target, name));
      if (parent !== target && !readdirSync(parent).length) rmdirSync(parent);
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Describes each outdated file of the folder in a few lines. */
export function compareFiles(folder: string, files: Files): string[] {
  const differences = [...files].flatMap(([name, text]) => {
    const path = join(folder, name);
    const present = readIfFile(path);
    if (present === undefined) return [`${path} is missing`];
    return present === text ? [] : [`${path} is outdated, from line ${firstDifference(present, text)}`];
  });
  const { obsolete } = listContents(folder, files);
  return [...differences, ...obsolete.map((name) => `${join(folder, name)} is no longer generated`)];
}

function firstDifference(present: string, wanted: string): string {
  const [has, wants] = [present.split("\n"), wanted.split("\n")];
  const index = wants.findIndex((line, place) => line !== has[place]);
  const at = index < 0 ? wants.length : index;
  const shown = (line: string | undefined): string =>
    line === undefined ? "(end of file)" : line.replace(/\r$/, "(carriage return)").slice(0, 200);
  return `${at + 1}:\n  - ${shown(has[at])}\n  + ${shown(wants[at])}`;
}
