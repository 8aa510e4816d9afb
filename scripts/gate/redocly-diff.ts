import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Impact } from "./change.js";
import type { SpecDocument } from "../document/document.js";
import type { Json } from "../document/json.js";
import { redocly } from "../document/lint.js";
import { SpecError } from "../problem.js";

/** A side of a change, in redocly's report. */
export interface Side {
  /** Where the value stands; undefined where there is none. */
  pointer?: string;
  value?: Json;
}

/** A change in redocly's report: what we read of it. */
export interface RawChange {
  /** A JSON pointer to the place as it is reached from an operation, references followed. */
  path: string;
  typeName: string;
  kind: "added" | "removed" | "modified";
  impact: Impact;
  verdicts: { ruleId: string; message: string }[];
  /** The keyword that was modified. */
  property?: string;
  base?: Side;
  revision?: Side;
}

const CONFIG = fileURLToPath(new URL("../../redocly.yaml", import.meta.url));

/**
 * Runs `redocly diff`.
 *
 * It is given copies without aliases: it looks at an aliased value once only, and takes it for removed elsewhere.
 *
 * @param run - What runs it.
 */
export async function redoclyDiff(
  base: SpecDocument,
  revision: SpecDocument,
  run: typeof redocly = redocly,
): Promise<RawChange[]> {
  const [before, after] = [withoutAliases(base), withoutAliases(revision)];
  if (before === after) return [];
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  try {
    const baseFile = join(folder, "base.json");
    const revisionFile = join(folder, "revision.json");
    const report = join(folder, "report.json");
    writeFileSync(baseFile, before);
    writeFileSync(revisionFile, after);
    const options = ["--config", CONFIG, "--format", "json", "--output", report, "--fail-on", "none"];
    const { passed, text } = await run(["diff", baseFile, revisionFile, ...options]);
    if (!passed)
      throw new SpecError([
        { message: `cannot be compared with ${base.file}:\n${text}`, place: { file: revision.file } },
      ]);
    return (JSON.parse(readFileSync(report, "utf8")) as { changes: RawChange[] }).changes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withoutAliases({ file, root }: SpecDocument): string {
  try {
    return JSON.stringify(root);
  } catch (error) {
    // Only a value that contains itself has no JSON.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new SpecError([{ message: "has an anchor whose value contains itself", place: { file } }]);
  }
}
