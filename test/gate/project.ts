import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Edit } from "./edit.js";

/** A copy of what the gate looks at, to be changed freely. */
export function copyProject(): string {
  const root = mkdtempSync(join(tmpdir(), "project-"));
  for (const name of [
    "package.json",
    "package-lock.json",
    "redocly.yaml",
    "spec",
    "generated",
    "CHANGELOG.md",
  ])
    cpSync(name, join(root, name), { recursive: true });
  // Where the tests start from does not depend on what was released meanwhile.
  cpSync("spec/openapi.yaml", join(root, "spec/released.yaml"));
  return root;
}

export function editFile(root: string, path: string, edit: Edit): void {
  writeFileSync(join(root, path), edit(readFileSync(join(root, path), "utf8")));
}

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}
