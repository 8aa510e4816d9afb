import { releasedCopies } from "../api/reports.js";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, parseDocument } from "yaml";
import { type Change, mostSevere } from "./change.js";
import { withEntry } from "./changelog.js";
import { readCompleteDocument, refuse } from "../document/document.js";
import { judge, type Verdict } from "./gate.js";
import type { Texts } from "./replace-files.js";
import { lint } from "../document/lint.js";
import { compareFiles } from "../generate/output.js";
import { PACKAGE_FILES, versionProblems, withVersion } from "./package-versions.js";
import { SpecError, UsageError } from "../problem.js";
import { renderComplete } from "../generate/render.js";
import { compareVersions, parseVersion, suffices } from "./version.js";

export const SPEC = "spec/openapi.yaml";
export const RELEASED = "spec/released.yaml";
export const ACCEPTED = "spec/accepted-changes.yaml";
const CHANGELOG = "CHANGELOG.md";

/** A release as it would be. */
export interface Release {
  version: string;
  released: string;
  changes: Change[];
  /** What every file that it touches would hold. */
  texts: Texts;
}

/**
 * Works out the next release, and changes nothing.
 *
 * @param asked - The version that is wanted; by default the present one if it may carry the changes, or else the
 * lowest that may.
 * @returns undefined if there is nothing to release.
 */
export async function planRelease(root: string, asked?: string): Promise<Release | undefined> {
  const spec = join(root, SPEC);
  const accepted = join(root, ACCEPTED);
  const verdict = await judge({ base: join(root, RELEASED), revision: spec, own: true, accepted });
  const { changes, released, present } = verdict;
  if (compareVersions(present, released) < 0) throw new SpecError(verdict.problems);
  refuse(versionProblems(root, SPEC, present));

  const version = asked === undefined ? lowest(verdict) : readAsked(asked, verdict);
  if (!changes.length && compareVersions(version, released) === 0) return undefined;
  await checkCode(root, spec);

  const text = withInfoVersion(readFileSync(spec, "utf8"), version);
  const exceptions = readIfThere(accepted);
  return {
    version,
    released,
    changes,
    texts: {
      ...Object.fromEntries(PACKAGE_FILES.map((file) => [file, withVersion(root, file, version)])),
      [CHANGELOG]: withEntry(readIfThere(join(root, CHANGELOG)), version, changes),
      [SPEC]: text,
      [RELEASED]: text,
      ...releasedReports(root),
      // What was accepted is released now, and an entry for it would be stale.
      ...(exceptions && { [ACCEPTED]: withoutEntries(exceptions) }),
    },
  };
}

/** The API reports as released. */
function releasedReports(root: string): Texts {
  const copies = releasedCopies().filter(({ report }) => existsSync(join(root, report)));
  return Object.fromEntries(
    copies.map(({ report, released }) => [released, readFileSync(join(root, report), "utf8")]),
  );
}

/** The present version where someone has set one that will do, and otherwise the lowest that will. */
function lowest({ carried, present, needed = present }: Verdict): string {
  return carried ? present : needed;
}

function readAsked(asked: string, { changes, released, needed = released }: Verdict): string {
  const version = parseVersion(asked)?.version;
  if (version === undefined)
    throw new UsageError(`--version must be a semantic version, not ${JSON.stringify(asked)}.`);
  const impact = mostSevere(changes) ?? "patch";
  if (!suffices(version, released, impact))
    throw new UsageError(
      changes.length
        ? `--version ${asked} is too low: the changes since ${released} ask for ${needed} at least.`
        : `--version ${asked} does not come after ${released}, which is released.`,
    );
  return version;
}

/** What is released has to pass the linter, and the code has to be made of it. */
async function checkCode(root: string, spec: string): Promise<void> {
  const rules = ["--config", join(root, "redocly.yaml")];
  const report = await lint(spec, { rules, verbose: true }).report;
  if (!report.passed)
    throw new SpecError([{ message: `does not pass the linter:\n${report.text}`, place: { file: SPEC } }]);
  const files = await renderComplete(await readCompleteDocument(spec), {
    command: "npm run generate",
    validators: true,
  });
  const [difference] = compareFiles(join(root, "generated"), files);
  if (difference !== undefined)
    throw new SpecError([
      {
        message: "is not what the committed code was made of: run `npm run generate` first",
        place: { file: SPEC },
      },
    ]);
}

/** The text of a document with another version, and otherwise as its author wrote it. */
function withInfoVersion(text: string, version: string): string {
  const node = parseDocument(text).getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range) throw new Error("info.version was read, and is no scalar");
  const [start, end] = node.range;
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? "";
  return text.slice(0, start) + quote + version + quote + text.slice(end);
}

/** The file of accepted changes with the comments at its top, and without its entries. */
function withoutEntries(text: string): string {
  const [comments = ""] = /^(#.*\n|\s*\n)*/.exec(text) ?? [];
  return `${comments}[]\n`;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
