import { type Change, gravest } from "./change.js";
import { compareDocuments } from "./compare-documents.js";
import { readDocument, type SpecDocument } from "../document/document.js";
import { versionProblems } from "./package-versions.js";
import { type Problem, SpecError } from "../problem.js";
import { isObject } from "../document/reader.js";
import {
  compareVersions,
  formatVersion,
  nextVersion,
  parseVersion,
  suffices,
  type Version,
} from "./version.js";

/** The document as it was last released, and as it is. */
export interface Pair {
  base: string;
  revision: string;
}

/** What the gate found. */
export interface Verdict {
  changes: Change[];
  released: Version;
  present: Version;
  /** The lowest version that may carry the changes; the released one if there are none. */
  needed: Version;
  /** Whether the present version is that or a later one that may carry them. */
  carried: boolean;
  /** What keeps the document from being merged. */
  problems: Problem[];
}

/**
 * Judges the changes of a document since its release. A breaking one must come with the version step that it asks
 * for; the others may wait for the release, which takes the step.
 *
 * @param root - The package whose version must be the document's; undefined for a document without a package.
 */
export async function judge({ base, revision }: Pair, root: string | undefined): Promise<Verdict> {
  const after = await readDocument(revision);
  const before = await readDocument(base);
  const present = versionOf(after);
  const released = versionOf(before);
  const changes = await compareDocuments(before, after);
  const impact = gravest(changes);
  const needed = impact ? nextVersion(released, impact) : released;
  const carried = impact ? suffices(present, released, impact) : compareVersions(present, released) >= 0;
  const problems = root === undefined ? [] : versionProblems(root, revision, formatVersion(present));
  const wrong = (message: string): Problem => after.problemAt(["info", "version"], message);
  if (compareVersions(present, released) < 0)
    problems.push(
      wrong(`version ${formatVersion(present)} comes before ${formatVersion(released)}, which is released`),
    );
  else if (impact === "major" && !carried)
    problems.push(
      wrong(
        `a breaking change since ${formatVersion(released)} asks for ${formatVersion(needed)} at least: ` +
          `set info.version to it, and run \`npm version --no-git-tag-version ${formatVersion(needed)}\``,
      ),
    );
  return { changes, released, present, needed, carried, problems };
}

function versionOf(document: SpecDocument): Version {
  const { info } = document.root;
  const text = isObject(info) ? info.version : undefined;
  const version = typeof text === "string" ? parseVersion(text) : undefined;
  if (version) return version;
  throw new SpecError([
    document.problemAt(["info", "version"], "info.version must be a semantic version, such as 1.2.3"),
  ]);
}
