import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { SpecError } from "../problem.js";
import {
  type FolderContents,
  getErrorCode,
  listContents,
  readIfFile,
  toSpecError,
} from "./folder-contents.js";
import { type Files, GENERATED_MARK } from "./files.js";
import { recoverFolder, swapFolder, writeTexts } from "./swap-folder.js";

/** The errors of a folder that cannot be replaced: a read-only parent, a mounted folder or an open file. */
const NOT_REPLACEABLE = ["EACCES", "EPERM", "EROFS", "EBUSY", "EXDEV"];

/**
 * Writes all files or none. Outdated generated files are removed. Handwritten files are not changed. If one has the
 * name of a generated file, nothing is written.
 *
 * @param folder - The path of the output folder.
 * @param files - The generated files.
 * @returns The names of the handwritten files in the folder.
 * @throws SpecError if the folder cannot be written, or if a handwritten file has the name of a generated one.
 */
export function writeFiles(folder: string, files: Files): string[] {
  try {
    const target = resolveSymbolicLinks(folder);
    recoverFolder(target);
    const contents = listContents(folder, files);
    rejectConflicts(folder, contents);
    if (contents.current.length < files.size || contents.obsolete.length)
      replaceFolder(target, files, contents);
    return contents.handwritten;
  } catch (error) {
    throw toSpecError(error, "cannot be written", folder);
  }
}

/** Returns the path of a folder without symbolic links. Another run may move the folder at any time. */
function resolveSymbolicLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    // It does not exist yet, or it cannot be read. The list of its contents reports that.
    return resolve(folder);
  }
}

function rejectConflicts(folder: string, { conflicting }: FolderContents): void {
  if (!conflicting.length) return;
  throw new SpecError(
    conflicting.map((name) => ({
      message: `has the name of a generated file, but is not marked ${GENERATED_MARK}: move it, or choose another --out`,
      location: { file: join(folder, name) },
    })),
  );
}

function replaceFolder(target: string, files: Files, contents: FolderContents): void {
  if (containsCurrentFolder(target)) {
    replaceFiles(target, files, contents.obsolete);
    return;
  }
  try {
    swapFolder(target, files);
  } catch (error) {
    if (!NOT_REPLACEABLE.includes(getErrorCode(error) ?? "") || !existsSync(target)) throw error;
    replaceFiles(target, files, contents.obsolete);
  }
}

/**
 * Returns whether the user is in a folder or below it. A new folder in its place would leave the user in a removed one.
 */
function containsCurrentFolder(target: string): boolean {
  const path = relative(target, process.cwd());
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/**
 * Replaces the files of a folder that cannot be replaced as a whole. All are written first, and then moved one by one.
 */
function replaceFiles(target: string, files: Files, obsolete: readonly string[]): void {
  const staging = join(target, `.new-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    mkdirSync(staging);
    writeTexts(staging, files);
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

/**
 * Compares the files of a folder with the generated files.
 *
 * @param folder - The path of the output folder.
 * @param files - The generated files.
 * @returns A description of each difference, in a few lines.
 */
export function compareFiles(folder: string, files: Files): string[] {
  const differences = [...files].flatMap(([name, text]) => {
    const path = join(folder, name);
    const currentText = readIfFile(path);
    if (currentText === undefined) return [`${path} is missing`];
    return currentText === text
      ? []
      : [`${path} is outdated, from line ${describeFirstDifference(currentText, text)}`];
  });
  const { obsolete } = listContents(folder, files);
  return [...differences, ...obsolete.map((name) => `${join(folder, name)} is no longer generated`)];
}

function describeFirstDifference(currentText: string, generatedText: string): string {
  const [currentLines, generatedLines] = [currentText.split("\n"), generatedText.split("\n")];
  const index = generatedLines.findIndex((line, lineIndex) => line !== currentLines[lineIndex]);
  const differenceIndex = index < 0 ? generatedLines.length : index;
  const formatLine = (line: string | undefined): string =>
    line === undefined ? "(end of file)" : line.replace(/\r$/, "(carriage return)").slice(0, 200);
  return `${differenceIndex + 1}:\n  - ${formatLine(currentLines[differenceIndex])}\n  + ${formatLine(generatedLines[differenceIndex])}`;
}
