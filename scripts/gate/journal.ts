import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The new text of each file, by its path from the root. */
export type Texts = Readonly<Record<string, string>>;

/** Where a write is noted down before it is done; never committed. */
export const JOURNAL = ".release.json";

/**
 * Writes several files so that a later run can finish the work if this one is killed.
 *
 * All texts go into the journal first, which appears in one step: until then nothing has changed, and from then on
 * {@link resume} writes what is missing. Each file changes in one step too.
 *
 * @param onStep - Called before each step that changes the disk, with its name.
 */
export function writeTogether(
  root: string,
  texts: Texts,
  onStep: (step: string) => void = () => undefined,
): void {
  replaceFile(join(root, JOURNAL), JSON.stringify(texts), onStep);
  finish(root, texts, onStep);
}

/**
 * Finishes a write that was interrupted.
 *
 * @returns The files that it was about; undefined if there was none.
 */
export function resume(root: string): string[] | undefined {
  if (!isInterrupted(root)) return undefined;
  const texts = JSON.parse(readFileSync(join(root, JOURNAL), "utf8")) as Texts;
  finish(root, texts, () => undefined);
  return Object.keys(texts);
}

/** Whether a write was interrupted after it had begun to change files. */
export function isInterrupted(root: string): boolean {
  return existsSync(join(root, JOURNAL));
}

function finish(root: string, texts: Texts, onStep: (step: string) => void): void {
  for (const [path, text] of Object.entries(texts)) replaceFile(join(root, path), text, onStep);
  onStep("remove the journal");
  rmSync(join(root, JOURNAL));
}

/** Replaces a file in one step: who reads it gets the old text or the new one, never a part. */
function replaceFile(path: string, text: string, onStep: (step: string) => void): void {
  const draft = `${path}.draft`;
  onStep(`draft ${path}`);
  writeFileSync(draft, text, { flush: true });
  onStep(`replace ${path}`);
  renameSync(draft, path);
}
