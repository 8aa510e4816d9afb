import { compareApiReports } from "./api-changes.js";
import { applyAcceptedChanges, readAcceptedChanges } from "./accepted-changes.js";
import { type Change, findMostSevere } from "./change.js";
import { compareDocuments, type CompareOptions } from "./compare-documents.js";
import {
  readCompleteDocument,
  readDocument,
  throwProblems,
  type SpecDocument,
} from "../document/document.js";
import { formatPlain } from "./compare/format-values.js";
import { checkPackageVersions } from "./package-versions.js";
import { type Problem, SpecError } from "../problem.js";
import { isObject } from "../document/json.js";
import {
  compareVersions,
  computeNextVersion,
  parseLoosely,
  parseVersion,
  isSufficientVersion,
} from "./version.js";

/** The documents to compare, and the files that belong to them. */
export interface GateInput {
  /** The document of the last release. */
  base: string;
  /** The current document. */
  revision: string;
  /** Whether the documents are ours: their versions must be semantic and must not decrease. @default false */
  isOwn?: boolean;
  /** The folder of the package, whose version must equal that of the document. Undefined without a package. */
  root?: string;
  /** The file with the accepted breaking changes. */
  accepted?: string;
}

/** The result of the gate. */
export interface GateResult {
  changes: Change[];
  /** The version of the base, as written. */
  released: string;
  /** The version of the revision, as written. */
  present: string;
  /** The lowest version that the changes allow: the released one without changes. Undefined without versions. */
  requiredVersion?: string;
  /** Whether the present version is high enough for the changes. */
  isVersionSufficient: boolean;
  /** The reasons why the document must not be merged. */
  problems: Problem[];
}

/**
 * Compares a document with its last release. A breaking change requires its version step at once. Other changes get
 * theirs with the next release.
 */
export async function runGate(input: GateInput, options: CompareOptions = {}): Promise<GateResult> {
  const { base, revision, isOwn = false, root, accepted } = input;
  const after = await read(revision, isOwn);
  const before = await read(base, isOwn);
  const [released, present] = [getVersion(before, isOwn), getVersion(after, isOwn)];
  const entries = accepted === undefined ? [] : readAcceptedChanges(accepted);
  const found = [
    ...compareDocuments(before, after, options),
    ...(root === undefined ? [] : compareApiReports(root)),
  ];
  const { changes, problems } = applyAcceptedChanges(found, entries, present);
  const step = checkVersionStep(changes, released, present);
  const createVersionProblem = (message: string): Problem =>
    after.createProblem(["info", "version"], message);
  if (root !== undefined) problems.unshift(...checkPackageVersions(root, revision, present));
  if (isOwn && compareVersions(present, released) < 0)
    problems.push(createVersionProblem(`version ${present} is lower than the released version ${released}`));
  else if (findMostSevere(changes) === "major" && !step.isVersionSufficient)
    problems.push(
      createVersionProblem(formatVersionMessage(released, step.requiredVersion, root !== undefined)),
    );
  return { changes, released, present, ...step, problems };
}

/** Reads a document. Our own must have no warnings either. */
async function read(file: string, isOwn: boolean): Promise<SpecDocument> {
  if (isOwn) return readCompleteDocument(file);
  const document = await readDocument(file);
  if (document.hasUnresolved) throwProblems(document.warnings);
  return document;
}

function checkVersionStep(
  changes: readonly Change[],
  released: string,
  present: string,
): { requiredVersion?: string; isVersionSufficient: boolean } {
  const severity = findMostSevere(changes);
  const [from, to] = [parseLoosely(released)?.version, parseLoosely(present)?.version];
  if (from === undefined || to === undefined) return { isVersionSufficient: severity !== "major" };
  return severity
    ? {
        requiredVersion: computeNextVersion(from, severity),
        isVersionSufficient: isSufficientVersion(to, from, severity),
      }
    : { requiredVersion: from, isVersionSufficient: compareVersions(to, from) >= 0 };
}

function formatVersionMessage(
  released: string,
  requiredVersion: string | undefined,
  hasPackage: boolean,
): string {
  if (requiredVersion === undefined)
    return `breaking changes since ${released || "the base"}, but the documents have no semantic versions`;
  const packageStep = `, and run \`npm version --no-git-tag-version ${requiredVersion}\``;
  return (
    `a breaking change since ${released} requires version ${requiredVersion} or later: ` +
    `set info.version to it${hasPackage ? packageStep : ""}`
  );
}

/** Returns the version of a document. That of our own must be semantic. */
function getVersion(document: SpecDocument, isOwn: boolean): string {
  const { info } = document.root;
  const version = isObject(info) ? info.version : undefined;
  if (!isOwn) return version === undefined ? "" : formatPlain(version);
  const parsed = typeof version === "string" ? parseVersion(version) : undefined;
  if (parsed) return parsed.version;
  throw new SpecError([
    document.createProblem(["info", "version"], "info.version must be a semantic version, such as 1.2.3"),
  ]);
}
