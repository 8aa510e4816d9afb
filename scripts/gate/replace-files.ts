import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The new text of each file, by its path from the root. */
export type Texts = Readonly<Record<string, string>>;

/**
 * Writes several files, each in one step: readers get the old text or the new one, never a part.
 *
 * A run that is killed leaves some files old. All of them are tracked by git, which shows and undoes that.
 *
 * @param root - The folder of the project.
 * @param texts - The new text of each file.
 */
export function replaceFiles(root: string, texts: Texts): void {
  const drafts = Object.entries(texts).map(([path, text]) => {
    const draft = join(root, `${path}.draft`);
    writeFileSync(draft, text, { flush: true });
    return { draft, path: join(root, path) };
  });
  // Nothing changes before all drafts are written: a full disk leaves the files as they are.
  for (const { draft, path } of drafts) renameSync(draft, path);
}
