import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { getErrorCode, listContents } from "./folder-contents.js";
import type { Files } from "./files.js";

/** The age in milliseconds after which the leftovers of a killed run are removed. */
const MAX_AGE_MS = 60 * 60 * 1000;

/** The maximum number of attempts while other runs swap the same folder. */
const MAX_ATTEMPTS = 100;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Replaces a folder: the new one is written beside it, and then moved into place. Handwritten files are moved to it.
 * Parallel runs on the same folder each write their own folder.
 *
 * @param target - The path of the folder.
 * @param files - The generated files.
 * @throws Error if other runs replace the folder all the time.
 */
export function swapFolder(target: string, files: Files): void {
  const staging = createSiblingPath(target, "new");
  try {
    mkdirSync(staging, { recursive: true });
    writeTexts(staging, files);
    runWithoutSignals(() => {
      moveIntoPlace(target, staging);
    });
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * Writes files below a folder.
 *
 * @param folder - The path of the folder.
 * @param files - The text of each file.
 */
export function writeTexts(folder: string, files: Files): void {
  for (const [name, text] of files) {
    const path = join(folder, name);
    if (dirname(path) !== folder) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function moveIntoPlace(target: string, staging: string): void {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const replacedFolder = createSiblingPath(target, "old");
    const isMoved = moveFolder(target, replacedFolder);
    let isPlaced = false;
    try {
      isPlaced = moveFolder(staging, target);
    } catch (error) {
      if (isMoved) renameSync(replacedFolder, target);
      throw error;
    }
    // If another run was faster, the folder in place is that of the other run.
    if (isMoved) discardFolder(replacedFolder, target);
    if (isPlaced) return;
  }
  throw new Error(`Other runs replaced ${target} ${MAX_ATTEMPTS} times. Run the command again.`);
}

/** Moves a folder. Returns false if it does not exist, or if another run has moved a folder into place. */
function moveFolder(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (["ENOENT", "ENOTEMPTY", "EEXIST"].includes(getErrorCode(error) ?? "")) return false;
    throw error;
  }
}

/** Removes a replaced folder after its handwritten files are in the new one. */
function discardFolder(replacedFolder: string, target: string): void {
  const { handwritten, conflicting } = listContents(replacedFolder, new Map());
  for (const name of [...handwritten, ...conflicting]) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    moveFolder(join(replacedFolder, name), join(target, name));
  }
  rmSync(replacedFolder, { recursive: true, force: true });
}

/** Cleans up after a killed run: restores or removes its old folder, and removes a new one. */
export function recoverFolder(target: string): void {
  const leftovers = findSiblings(target);
  for (const path of leftovers.filter((sibling) => sibling.endsWith(".old")))
    if (existsSync(target) || !moveFolder(path, target)) discardFolder(path, target);
  const oldestMs = Date.now() - MAX_AGE_MS;
  for (const path of leftovers.filter((sibling) => sibling.endsWith(".new")))
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < oldestMs)
      rmSync(path, { recursive: true, force: true });
}

function createSiblingPath(target: string, suffix: "new" | "old"): string {
  return join(
    dirname(target),
    `${formatPrefix(target)}${process.pid}-${randomBytes(4).toString("hex")}.${suffix}`,
  );
}

function findSiblings(target: string): string[] {
  const parent = dirname(target);
  const prefix = formatPrefix(target);
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter(
      (name) => name.startsWith(prefix) && /^\d+-[0-9a-f]{8}\.(new|old)$/.test(name.slice(prefix.length)),
    )
    .map((name) => join(parent, name));
}

const formatPrefix = (target: string): string => `.${basename(target)}.`;

const receivedSignals: NodeJS.Signals[] = [];

function rememberSignal(signal: NodeJS.Signals): void {
  receivedSignals.push(signal);
}

/** Runs a step without interruption by a signal that would end the process. */
function runWithoutSignals(step: () => void): void {
  for (const signal of SIGNALS)
    if (!process.listeners(signal).includes(rememberSignal)) process.on(signal, rememberSignal);
  try {
    step();
  } finally {
    // A signal that arrives during the step is delivered after it.
    setImmediate(() => {
      for (const signal of SIGNALS) process.off(signal, rememberSignal);
      const firstSignal = receivedSignals.shift();
      if (firstSignal !== undefined) process.kill(process.pid, firstSignal);
    });
  }
}
