import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edit } from "./edit.js";
import { FROZEN } from "./frozen.js";

/** The version of the frozen document, and of the project around it. */
export const VERSION = "0.1.0";

/** Creates a small project with the frozen document in a temporary folder. */
export function createProject(): string {
  const root = mkdtempSync(join(tmpdir(), "project-"));
  const manifest = { name: "sessions", version: VERSION };
  const lock = { ...manifest, lockfileVersion: 3, packages: { "": manifest } };
  writeFileSync(join(root, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(root, "package-lock.json"), `${JSON.stringify(lock, null, 2)}\n`);
  writeFileSync(join(root, "CHANGELOG.md"), `# Changelog\n\n## ${VERSION}\n\nThe first.\n`);
  cpSync("redocly.yaml", join(root, "redocly.yaml"));
  mkdirSync(join(root, "spec"));
  for (const name of ["openapi.yaml", "released.yaml"]) cpSync(FROZEN, join(root, "spec", name));
  return root;
}

/** Edits a file of a project. */
export function editFile(root: string, path: string, edit: Edit): void {
  writeFileSync(join(root, path), edit(readFileSync(join(root, path), "utf8")));
}

/** Reads a file of a project. */
export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}
