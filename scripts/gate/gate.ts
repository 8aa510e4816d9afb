import { apiChanges } from "./api-changes.js";
import { applyAcceptedChanges, readAcceptedChanges } from "./accepted-changes.js";
import { type Change, mostSevere } from "./change.js";
import { compareDocuments, type CompareOptions } from "./compare-documents.js";
import { readCompleteDocument, readDocument, refuse, type SpecDocument } from "../document/document.js";
import { plain } from "./compare/keyword-changes.js";
import { versionProblems } from "./package-versions.js";
import { type Problem, SpecError } from "../problem.js";
import { isObject } from "../document/reader.js";
import { compareVersions, nextVersion, parseLoosely, parseVersion, suffices } from "./version.js";

/** What is compared. */
export interface Subject {
  /** The document as it was last released. */
  base: string;
  /** The document as it is. */
  revision: string;
  /** Whether the documents are ours, whose versions are semantic and never go back. @default false */
  own?: boolean;
  /** The package whose version must be the document's; undefined for a document without a package. */
  root?: string;
  /** The file of breaking changes that are taken on purpose. */
  accepted?: string;
}

/** What the gate found. */
export interface Verdict {
  changes: Change[];
  /** The version of the base, as it is written. */
  released: string;
  /** The version of the revision, as it is written. */
  present: string;
  /** The lowest version that may carry the changes; the released one if there are none. Undefined without versions. */
  needed?: string;
  /** Whether the present version is that or a later one that may carry them. */
  carried: boolean;
  /** What keeps the document from being merged. */
  problems: Problem[];
}

/**
 * Judges the changes of a document since its release. A breaking one must come with the version step that it asks
 * for; the others may wait for the release, which takes the step.
 */
export async function judge(subject: Subject, options: CompareOptions = {}): Promise<Verdict> {
  const { base, revision, own = false, root, accepted } = subject;
  const after = await read(revision, own);
  const before = await read(base, own);
  const [released, present] = [versionOf(before, own), versionOf(after, own)];
  const entries = accepted === undefined ? [] : readAcceptedChanges(accepted);
  const found = [
    ...compareDocuments(before, after, options),
    ...(root === undefined ? [] : apiChanges(root)),
  ];
  const { changes, problems } = applyAcceptedChanges(found, entries, present);
  const step = judgeStep(changes, released, present);
  const wrong = (message: string): Problem => after.problemAt(["info", "version"], message);
  if (root !== undefined) problems.unshift(...versionProblems(root, revision, present));
  if (own && compareVersions(present, released) < 0)
    problems.push(wrong(`version ${present} comes before ${released}, which is released`));
  else if (mostSevere(changes) === "major" && !step.carried)
    problems.push(wrong(adviceFor(released, step.needed)));
  return { changes, released, present, ...step, problems };
}

/** Reads a document. Of others, what a linter would only warn about is accepted. */
async function read(file: string, own: boolean): Promise<SpecDocument> {
  if (own) return readCompleteDocument(file);
  const document = await readDocument(file);
  if (document.hasUnresolved) refuse(document.warnings);
  return document;
}

function judgeStep(
  changes: readonly Change[],
  released: string,
  present: string,
): { needed?: string; carried: boolean } {
  const impact = mostSevere(changes);
  const [from, to] = [parseLoosely(released)?.version, parseLoosely(present)?.version];
  if (from === undefined || to === undefined) return { carried: impact !== "major" };
  return impact
    ? { needed: nextVersion(from, impact), carried: suffices(to, from, impact) }
    : { needed: from, carried: compareVersions(to, from) >= 0 };
}

function adviceFor(released: string, needed: string | undefined): string {
  if (needed === undefined)
    return `breaking changes since ${released || "the base"}, and no semantic versions that could state them`;
  return (
    `a breaking change since ${released} asks for ${needed} at least: ` +
    `set info.version to it, and run \`npm version --no-git-tag-version ${needed}\``
  );
}

/** The version of a document. That of our own has to be a semantic one; others may have any. */
function versionOf(document: SpecDocument, own: boolean): string {
  const { info } = document.root;
  const version = isObject(info) ? info.version : undefined;
  if (!own) return version === undefined ? "" : plain(version);
  const parsed = typeof version === "string" ? parseVersion(version) : undefined;
  if (parsed) return parsed.version;
  throw new SpecError([
    document.problemAt(["info", "version"], "info.version must be a semantic version, such as 1.2.3"),
  ]);
}
