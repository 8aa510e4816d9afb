import { compareApiReports } from "./api-changes.js";
import { applyAcceptedChanges, readAcceptedChanges } from "./accepted-changes.js";
import { type Change, findHighestSeverity } from "./change.js";
import { compareDocuments, type CompareOptions } from "./compare-documents.js";
import {
  readCompleteDocument,
  readDocument,
  type SpecDocument,
  throwProblems,
} from "../document/document.js";
import { formatPlain } from "./compare/format-values.js";
import { checkPackageVersions } from "./package-versions.js";
import { type Problem, SpecError } from "../problem.js";
import { isObject } from "../document/json.js";
import {
  compareVersions,
  computeNextVersion,
  isSufficientVersion,
  parseLooseVersion,
  parseVersion,
} from "./version.js";

/** The documents to compare, and the files that belong to them. */
export interface GateInput {
  /** The document of the last release. */
  base: string;
  /** The current document. */
  revision: string;
  /** Whether the documents are ours: their versions must be semantic and must not decrease. @default false */
  isOwnDocument?: boolean;
  /** The folder of the package, whose version must equal that of the document. Undefined without a package. */
  root?: string;
  /** The file with the accepted breaking changes. */
  accepted?: string;
}

/** The result of the gate. */
export interface GateResult {
  changes: Change[];
  /** The version of the base, as written. */
  releasedVersion: string;
  /** The version of the revision, as written. */
  currentVersion: string;
  /** The lowest version that the changes allow: the released one without changes. Undefined without versions. */
  requiredVersion?: string;
  /** Whether the current version is high enough for the changes. */
  isVersionSufficient: boolean;
  /** The reasons why the document must not be merged. */
  problems: Problem[];
}

/**
 * Compares a document with its last release. A breaking change requires its version step at once. Other changes get
 * theirs with the next release.
 *
 * @param input - The documents to compare, and the files that belong to them.
 * @param options - The options of the comparison.
 * @returns The changes and the problems.
 * @throws SpecError if a document is invalid.
 */
export async function runGate(input: GateInput, options: CompareOptions = {}): Promise<GateResult> {
  const { base, revision, isOwnDocument = false, root, accepted } = input;
  const after = await readGateDocument(revision, isOwnDocument);
  const before = await readGateDocument(base, isOwnDocument);
  const [releasedVersion, currentVersion] = [
    getVersion(before, isOwnDocument),
    getVersion(after, isOwnDocument),
  ];
  const entries = accepted === undefined ? [] : readAcceptedChanges(accepted);
  const allChanges = [
    ...compareDocuments(before, after, options),
    ...(root === undefined ? [] : compareApiReports(root)),
  ];
  const { changes, problems } = applyAcceptedChanges(allChanges, entries, currentVersion);
  const step = checkVersionStep(changes, releasedVersion, currentVersion);
  const createVersionProblem = (message: string): Problem =>
    after.createProblem(["info", "version"], message);
  if (root !== undefined) problems.unshift(...checkPackageVersions(root, revision, currentVersion));
  if (isOwnDocument && compareVersions(currentVersion, releasedVersion) < 0)
    problems.push(
      createVersionProblem(`version ${currentVersion} is lower than the released version ${releasedVersion}`),
    );
  else if (findHighestSeverity(changes) === "major" && !step.isVersionSufficient)
    problems.push(
      createVersionProblem(formatVersionMessage(releasedVersion, step.requiredVersion, root !== undefined)),
    );
  return { changes, releasedVersion, currentVersion, ...step, problems };
}

/** Reads a document. Our own must have no warnings either. */
async function readGateDocument(file: string, isOwnDocument: boolean): Promise<SpecDocument> {
  if (isOwnDocument) return readCompleteDocument(file);
  const document = await readDocument(file);
  if (document.hasUnresolved) throwProblems(document.warnings);
  return document;
}

function checkVersionStep(
  changes: readonly Change[],
  releasedVersion: string,
  currentVersion: string,
): { requiredVersion?: string; isVersionSufficient: boolean } {
  const severity = findHighestSeverity(changes);
  const [releasedVersionNumber, currentVersionNumber] = [
    parseLooseVersion(releasedVersion)?.version,
    parseLooseVersion(currentVersion)?.version,
  ];
  if (releasedVersionNumber === undefined || currentVersionNumber === undefined)
    return { isVersionSufficient: severity !== "major" };
  return severity
    ? {
        requiredVersion: computeNextVersion(releasedVersionNumber, severity),
        isVersionSufficient: isSufficientVersion(currentVersionNumber, releasedVersionNumber, severity),
      }
    : {
        requiredVersion: releasedVersionNumber,
        isVersionSufficient: compareVersions(currentVersionNumber, releasedVersionNumber) >= 0,
      };
}

function formatVersionMessage(
  releasedVersion: string,
  requiredVersion: string | undefined,
  hasPackage: boolean,
): string {
  if (requiredVersion === undefined)
    return `breaking changes since ${releasedVersion || "the base"}, but the documents have no semantic versions`;
  const packageStep = `, and run \`npm version --no-git-tag-version ${requiredVersion}\``;
  return (
    `a breaking change since ${releasedVersion} requires version ${requiredVersion} or later: ` +
    `set info.version to it${hasPackage ? packageStep : ""}`
  );
}

/** Returns the version of a document. That of our own must be semantic. */
function getVersion(document: SpecDocument, isOwnDocument: boolean): string {
  const { info } = document.root;
  const version = isObject(info) ? info.version : undefined;
  if (!isOwnDocument) return version === undefined ? "" : formatPlain(version);
  const parsed = typeof version === "string" ? parseVersion(version) : undefined;
  if (parsed) return parsed.version;
  throw new SpecError([
    document.createProblem(
      ["info", "version"],
      `info.version must be a semantic version such as 1.2.3, got ${JSON.stringify(version)}`,
    ),
  ]);
}
