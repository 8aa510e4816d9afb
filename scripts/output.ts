import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The text of each file, by its name in the output folder. */
export type Files = ReadonlyMap<string, string>;

/** What marks a file as ours: only such files are ever removed. */
export const MARK = "@generated";

/**
 * Writes all files or none: each is written whole beside the folder first, and only then moved into place. Files of
 * ours that are no longer made are removed; files without our mark are left alone.
 */
export function writeFiles(folder: string, files: Files): void {
  const target = resolve(folder);
  const staging = join(dirname(target), `.${basename(target)}.staging`);
  // What a run that was killed may have left.
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  try {
    for (const [name, text] of files) writeFileSync(join(staging, name), text);
    mkdirSync(target, { recursive: true });
    for (const name of files.keys()) renameSync(join(staging, name), join(target, name));
    for (const name of surplus(target, files)) rmSync(join(target, name));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** How the folder differs from what would be written: a line for each file that does. */
export function compareFiles(folder: string, files: Files): string[] {
  const differences = [...files].flatMap(([name, text]) => {
    const path = join(folder, name);
    const present = read(path);
    if (present === undefined) return [`${path} is missing`];
    return present === text ? [] : [`${path} is stale, from line ${firstDifference(present, text)}`];
  });
  return [
    ...differences,
    ...surplus(folder, files).map((name) => `${join(folder, name)} is surplus: nothing makes it any more`),
  ];
}

function firstDifference(present: string, wanted: string): string {
  const [has, wants] = [present.split("\n"), wanted.split("\n")];
  const index = wants.findIndex((line, place) => line !== has[place]);
  const at = index < 0 ? wants.length : index;
  return `${at + 1}:\n  - ${has[at] ?? "(end of file)"}\n  + ${wants[at] ?? "(end of file)"}`;
}

/** Files of ours in the folder that are not among those to be written. */
function surplus(folder: string, files: Files): string[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    // There is no folder yet, and so nothing in it.
    return [];
  }
  return names.filter(
    (name) =>
      !files.has(name) &&
      statSync(join(folder, name)).isFile() &&
      read(join(folder, name))?.slice(0, 200).includes(MARK),
  );
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
