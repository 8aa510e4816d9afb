import { listReleasedCopies } from "../api/reports.js";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, parseDocument } from "yaml";
import { type Change, findHighestSeverity } from "./change.js";
import { addEntry } from "./changelog.js";
import { readCompleteDocument, throwProblems } from "../document/document.js";
import { type GateResult, runGate } from "./gate.js";
import type { Texts } from "./replace-files.js";
import { lint } from "../document/lint.js";
import { compareFiles } from "../generate/output.js";
import { checkPackageVersions, PACKAGE_FILES, setVersion } from "./package-versions.js";
import { SpecError } from "../problem.js";
import { UsageError } from "../run-command.js";
import { renderComplete } from "../generate/render.js";
import { compareVersions, isSufficientVersion, parseVersion } from "./version.js";

/** The documents of a release, and the accepted changes. */
const SPEC = "spec/openapi.yaml";
const RELEASED = "spec/released.yaml";
const ACCEPTED = "spec/accepted-changes.yaml";
const CHANGELOG = "CHANGELOG.md";

/** A planned release. */
interface Release {
  version: string;
  releasedVersion: string;
  changes: Change[];
  /** The new text of each file that the release changes. */
  texts: Texts;
}

/**
 * Plans the next release. It changes no file.
 *
 * @param root - The folder of the project.
 * @param requested - The version. The default is the current one if it is high enough for the changes, else the lowest
 * sufficient one.
 * @returns The release. Undefined if there is nothing to release.
 */
export async function planRelease(root: string, requested?: string): Promise<Release | undefined> {
  const spec = join(root, SPEC);
  const accepted = join(root, ACCEPTED);
  const base = join(root, RELEASED);
  const result = await runGate({ base, revision: spec, isOwnDocument: true, root, accepted });
  const { changes, releasedVersion, currentVersion } = result;
  if (compareVersions(currentVersion, releasedVersion) < 0) throw new SpecError(result.problems);
  throwProblems(checkPackageVersions(root, SPEC, currentVersion));

  const version = requested === undefined ? chooseVersion(result) : readRequestedVersion(requested, result);
  if (!changes.length && compareVersions(version, releasedVersion) === 0) return undefined;
  await checkCode(root, spec);

  const text = setInfoVersion(readFileSync(spec, "utf8"), version);
  const exceptions = readIfExists(accepted);
  return {
    version,
    releasedVersion,
    changes,
    texts: {
      ...Object.fromEntries(PACKAGE_FILES.map((file) => [file, setVersion(root, file, version)])),
      [CHANGELOG]: addEntry(readIfExists(join(root, CHANGELOG)), version, changes),
      [SPEC]: text,
      [RELEASED]: text,
      ...readReports(root),
      // The accepted changes are released now, so that their entries would be outdated.
      ...(exceptions && { [ACCEPTED]: removeEntries(exceptions) }),
    },
  };
}

/** Returns the texts of the API reports, for their released copies. */
function readReports(root: string): Texts {
  const copies = listReleasedCopies().filter(({ report }) => existsSync(join(root, report)));
  return Object.fromEntries(
    copies.map(({ report, released }) => [released, readFileSync(join(root, report), "utf8")]),
  );
}

/** Returns the current version if it is high enough, else the lowest sufficient one. */
function chooseVersion({
  isVersionSufficient,
  currentVersion,
  requiredVersion = currentVersion,
}: GateResult): string {
  return isVersionSufficient ? currentVersion : requiredVersion;
}

function readRequestedVersion(
  requested: string,
  { changes, releasedVersion, requiredVersion = releasedVersion }: GateResult,
): string {
  const version = parseVersion(requested)?.version;
  if (version === undefined)
    throw new UsageError(`--version must be a semantic version, got ${JSON.stringify(requested)}.`);
  const severity = findHighestSeverity(changes) ?? "patch";
  if (!isSufficientVersion(version, releasedVersion, severity))
    throw new UsageError(
      changes.length
        ? `--version ${requested} is too low: the changes since ${releasedVersion} require ${requiredVersion} or later.`
        : `--version must be later than the released ${releasedVersion}, got ${requested}.`,
    );
  return version;
}

/** Throws if the document fails the linter or the generated code is outdated. */
async function checkCode(root: string, spec: string): Promise<void> {
  const rules = ["--config", join(root, "redocly.yaml")];
  const report = await lint(spec, { rules, verbose: true }).report;
  if (!report.passed)
    throw new SpecError([{ message: `does not pass the linter:\n${report.text}`, location: { file: SPEC } }]);
  const files = await renderComplete(await readCompleteDocument(spec), {
    command: "npm run generate",
    validators: true,
  });
  const [difference] = compareFiles(join(root, "generated"), files);
  if (difference !== undefined)
    throw new SpecError([
      {
        message: "does not match the generated code. To update it, run: npm run generate",
        location: { file: SPEC },
      },
    ]);
}

/** Returns the text of a document with another version. Its formatting stays the same. */
function setInfoVersion(text: string, version: string): string {
  const node = parseDocument(text).getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range) throw new Error("info.version is not a scalar");
  const [start, end] = node.range;
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? "";
  return text.slice(0, start) + quote + version + quote + text.slice(end);
}

/** Returns the file of accepted changes without its entries. The comments at its top stay. */
function removeEntries(text: string): string {
  const [comments = ""] = /^(#.*\n|\s*\n)*/.exec(text) ?? [];
  return `${comments}[]\n`;
}

function readIfExists(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
