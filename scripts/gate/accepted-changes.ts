import { existsSync, readFileSync } from "node:fs";
import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import { type Change, titleOf } from "./change.js";
import { type Place, type Problem, SpecError } from "../problem.js";
import { compareVersions, parseVersion } from "./version.js";

/** A breaking change that is taken on purpose. */
export interface AcceptedChange {
  /** The name of the rule, as the report has it. */
  rule: string;
  /** What is changed, as the report has it: `schema Pen, ink`. */
  where: string;
  reason: string;
  /** The first version that must not have it as an exception any more. */
  expires: string;
  place: Place;
}

const FIELDS = ["rule", "where", "reason", "expires"] as const;

/** Reads the accepted changes of a file; none where there is no file. */
export function readAcceptedChanges(file: string): AcceptedChange[] {
  if (!existsSync(file)) return [];
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [error] = document.errors;
  if (error)
    throw new SpecError([{ message: error.message.split("\n")[0] ?? "", place: placeAt(error.pos[0]) }]);
  const { contents } = document;
  if (contents === null) return [];
  if (!isSeq(contents))
    throw new SpecError([{ message: "must be a list of accepted changes", place: placeAt(0) }]);
  const problems: Problem[] = [];
  const accepted = contents.items.flatMap((item) => {
    const place = placeAt((item as YAMLMap).range?.[0] ?? 0);
    const read = isMap(item)
      ? readEntry(item.toJSON() as Record<string, unknown>, place)
      : "must be an object";
    if (typeof read === "object") return [read];
    problems.push({ message: read, place });
    return [];
  });
  if (problems.length) throw new SpecError(problems);
  return accepted;
}

/** An entry, or what is wrong with it. */
function readEntry(entry: Record<string, unknown>, place: Place): AcceptedChange | string {
  const missing = FIELDS.filter((field) => typeof entry[field] !== "string" || !entry[field].trim());
  if (missing.length) return `needs a text for ${missing.join(", ")}`;
  const unknown = Object.keys(entry).filter((field) => !(FIELDS as readonly string[]).includes(field));
  if (unknown.length) return `has the unknown field ${unknown.join(", ")}: an entry has ${FIELDS.join(", ")}`;
  const { rule, where, reason, expires } = entry as Record<(typeof FIELDS)[number], string>;
  if (!parseVersion(expires)) return `expires must be a semantic version, not ${JSON.stringify(expires)}`;
  return { rule, where, reason: reason.trim(), expires, place };
}

/**
 * Marks the breaking changes that are accepted.
 *
 * @param present - The present version: entries that expire by then are reported, and accept nothing.
 * @returns The changes, and a problem for each entry that accepts nothing.
 */
export function applyAcceptedChanges(
  changes: readonly Change[],
  accepted: readonly AcceptedChange[],
  present: string,
): { changes: Change[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byKey = new Map<string, AcceptedChange>();
  const breaking = new Set(changes.filter(({ impact }) => impact === "major").map(keyOf));
  for (const entry of accepted) {
    const key = `${entry.rule}\n${entry.where}`;
    const { expires, place } = entry;
    if (compareVersions(present, expires) >= 0)
      problems.push({
        message: `is stale: it expired with ${expires}, and the version is ${present}`,
        place,
      });
    else if (!breaking.has(key))
      problems.push({
        message: `is stale: no breaking change of ${entry.where} has the rule ${entry.rule}`,
        place,
      });
    else byKey.set(key, entry);
  }
  return { problems, changes: changes.map((change) => accept(change, byKey.get(keyOf(change)))) };
}

const keyOf = (change: Change): string => `${change.rule}\n${titleOf(change)}`;

function accept(change: Change, entry: AcceptedChange | undefined): Change {
  if (!entry || change.impact !== "major") return change;
  const { reason, expires } = entry;
  // The place is worked out where it is read.
  return Object.defineProperties({} as Change, {
    ...Object.getOwnPropertyDescriptors(change),
    accepted: { value: { reason, expires }, enumerable: true },
  });
}
