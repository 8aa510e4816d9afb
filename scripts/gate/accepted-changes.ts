import { existsSync, readFileSync } from "node:fs";
import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { type Change, formatTitle } from "./change.js";
import { type Problem, type SourceLocation, SpecError } from "../problem.js";
import { compareVersions, parseVersion } from "./version.js";

/** A breaking change that was accepted on purpose. */
export interface AcceptedChange {
  /** The name of the rule, as in the report. */
  rule: string;
  /** The changed part, as the report names it: `schema Pen, ink`. */
  where: string;
  reason: string;
  /** The version from which the entry is outdated. */
  expires: string;
  location: SourceLocation;
}

const FIELDS = ["rule", "where", "reason", "expires"] as const;

/**
 * Reads the accepted changes of a file. A missing file has none.
 *
 * @param file - The path of the file.
 * @returns The entries.
 * @throws SpecError if an entry is invalid.
 */
export function readAcceptedChanges(file: string): AcceptedChange[] {
  if (!existsSync(file)) return [];
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const getLocation = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [error] = document.errors;
  if (error)
    throw new SpecError([
      { message: error.message.split("\n")[0] ?? "", location: getLocation(error.pos[0]) },
    ]);
  const { contents } = document;
  if (contents === null) return [];
  if (!isSeq(contents))
    throw new SpecError([{ message: "must be a list of accepted changes", location: getLocation(0) }]);
  const problems: Problem[] = [];
  const accepted = contents.items.flatMap((item) => {
    const location = getLocation((item as YAMLMap).range?.[0] ?? 0);
    const result = isMap(item)
      ? readEntry(item.toJSON() as Record<string, unknown>, location)
      : "must be an object";
    if (typeof result === "object") return [result];
    problems.push({ message: result, location });
    return [];
  });
  if (problems.length) throw new SpecError(problems);
  return accepted;
}

/** Returns the entry, or the message of its error. */
function readEntry(entry: Record<string, unknown>, location: SourceLocation): AcceptedChange | string {
  const missing = FIELDS.filter((field) => typeof entry[field] !== "string" || !entry[field].trim());
  if (missing.length) return `required fields are missing or empty: ${missing.join(", ")}`;
  const unknown = Object.keys(entry).filter((field) => !(FIELDS as readonly string[]).includes(field));
  if (unknown.length)
    return `has the unknown field ${unknown.join(", ")}. The fields are ${FIELDS.join(", ")}`;
  const { rule, where, reason, expires } = entry as Record<(typeof FIELDS)[number], string>;
  if (!parseVersion(expires)) return `expires must be a semantic version, got ${JSON.stringify(expires)}`;
  return { rule, where, reason: reason.trim(), expires, location };
}

/**
 * Marks the breaking changes that are accepted.
 *
 * @param changes - All changes of the document.
 * @param accepted - The entries of the file with the accepted changes.
 * @param currentVersion - The version of the document. Entries that expired by then are reported and not applied.
 * @returns The changes, and a problem for each outdated entry.
 */
export function applyAcceptedChanges(
  changes: readonly Change[],
  accepted: readonly AcceptedChange[],
  currentVersion: string,
): { changes: Change[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byKey = new Map<string, AcceptedChange>();
  const breaking = new Set(changes.filter(({ severity }) => severity === "major").map(formatKey));
  for (const entry of accepted) {
    const key = `${entry.rule}\n${entry.where}`;
    const { expires, location } = entry;
    if (compareVersions(currentVersion, expires) >= 0)
      problems.push({
        message: `is outdated: it expired with ${expires}, and the version is ${currentVersion}`,
        location,
      });
    else if (!breaking.has(key))
      problems.push({
        message: `is outdated: no breaking change of ${entry.where} has the rule ${entry.rule}`,
        location,
      });
    else byKey.set(key, entry);
  }
  return { problems, changes: changes.map((change) => acceptChange(change, byKey.get(formatKey(change)))) };
}

const formatKey = (change: Change): string => `${change.rule}\n${formatTitle(change)}`;

function acceptChange(change: Change, entry: AcceptedChange | undefined): Change {
  if (!entry || change.severity !== "major") return change;
  const { reason, expires } = entry;
  // A spread would compute `location`, which is a lazy getter.
  return Object.defineProperties({} as Change, {
    ...Object.getOwnPropertyDescriptors(change),
    accepted: { value: { reason, expires }, enumerable: true },
  });
}
