import { type Change, sortBySeverity, type Users } from "./change.js";
import type { Pair } from "./compare/context.js";
import { compareDocumentParts } from "./compare/document-parts.js";
import type { Finding, Part } from "./compare/finding.js";
import { chooseMoreSevere, getRuleName, rateFinding, type Rating } from "./compare/rules.js";
import { Side } from "./compare/side.js";
import { findParts, findUsers, type UsersOfParts } from "./compare/users.js";
import type { SpecDocument } from "../document/document.js";
import { isObject, type JsonObject } from "../document/json.js";
import { SpecError } from "../problem.js";
import { stringifySorted } from "./json-equality.js";
import { formatSchemaReference } from "../document/references.js";

/** The options of a comparison. */
export interface CompareOptions {
  /** The date that `x-sunset` dates are compared with, as `YYYY-MM-DD`. @default today */
  today?: string;
  /**
   * Whether the documents have different authors. Then only operations are compared, and components are not matched by
   * name. @default false
   */
  unrelated?: boolean;
}

/**
 * Returns the differences between two documents that can affect a user, the most severe first.
 *
 * @param base - The released document.
 * @param revision - The current document.
 * @param options - The options of the comparison.
 * @returns The differences.
 * @throws SpecError if a document contains itself.
 */
export function compareDocuments(
  base: SpecDocument,
  revision: SpecDocument,
  { today = new Date().toISOString().slice(0, 10), unrelated = false }: CompareOptions = {},
): Change[] {
  const [before, after] = [serializeDocument(base), serializeDocument(revision)];
  if (before === after) return [];
  const pair: Pair = {
    base: new Side(base, "base"),
    revision: new Side(revision, "revision"),
    renamed: unrelated ? new Map() : findRenamedSchemas(base.root, revision.root),
    today,
    isUnrelated: unrelated,
    hasXml: XML.test(before) || XML.test(after),
  };
  const owners = compareDocumentParts(pair);
  return sortBySeverity(mergeFindings(pair, owners));
}

/** The end of an XML media type in the JSON of a document. It has no repetition, because the text can be large. */
const XML = /[/+]xml[";]/;

/** Returns a document as JSON. */
function serializeDocument({ file, root }: SpecDocument): string {
  try {
    return JSON.stringify(root);
  } catch (error) {
    // Only a circular value has no JSON.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new SpecError([{ message: "has an anchor whose value contains itself", location: { file } }]);
  }
}

/** Finds schemas that have a new name and the same content. */
function findRenamedSchemas(base: JsonObject, revision: JsonObject): Map<string, string> {
  const [before, after] = [getSchemas(base), getSchemas(revision)];
  const added = Object.keys(after).filter((name) => !Object.hasOwn(before, name));
  const renamed = new Map<string, string>();
  for (const name of Object.keys(before).filter((candidate) => !Object.hasOwn(after, candidate))) {
    const [reference, text] = [formatSchemaReference(name), stringifySorted(before[name])];
    const matches = added.filter(
      (candidate) =>
        stringifySorted(after[candidate]).replaceAll(formatSchemaReference(candidate), reference) === text,
    );
    const [match, ...otherMatches] = matches;
    if (match === undefined || otherMatches.length) continue;
    renamed.set(reference, formatSchemaReference(match));
    added.splice(added.indexOf(match), 1);
  }
  return renamed;
}

function getSchemas({ components }: JsonObject): JsonObject {
  return isObject(components) && isObject(components.schemas) ? components.schemas : {};
}

/** Merges equal findings: each gets the most severe of its ratings and all of its users. */
function mergeFindings(pair: Pair, owners: readonly Part[]): Change[] {
  const users = findUsers(owners);
  const merged = new Map<string, MergedFinding>();
  for (const part of findParts(owners))
    for (const finding of part.findings) {
      const { rule, path, message, site } = finding;
      const key = [part.subject, path, rule, message, site.side, ...site.pointer].join("\n");
      const rating = rateFinding(finding, part.direction);
      const previous = merged.get(key);
      merged.set(key, {
        finding,
        part,
        rating: previous ? chooseMoreSevere(previous.rating, rating) : rating,
        ...mergeUsers(part, users, previous),
      });
    }
  return [...merged.values()].map((mergedFinding) => createChange(pair, mergedFinding));
}

interface MergedFinding {
  finding: Finding;
  part: Part;
  rating: Rating;
  sentBy: ReadonlySet<string>;
  receivedBy: ReadonlySet<string>;
}

function mergeUsers(
  part: Part,
  users: UsersOfParts,
  previous: MergedFinding | undefined,
): Pick<MergedFinding, "sentBy" | "receivedBy"> {
  const ownOperations = users.get(part) ?? [];
  const add = (direction: "sent" | "received"): ReadonlySet<string> => {
    const before = previous?.[direction === "sent" ? "sentBy" : "receivedBy"] ?? [];
    return new Set([...before, ...(part.direction === direction ? ownOperations : [])]);
  };
  return { sentBy: add("sent"), receivedBy: add("received") };
}

function createChange(
  { base, revision }: Pair,
  { finding, part, rating, sentBy, receivedBy }: MergedFinding,
): Change {
  const { document } = finding.site.side === "base" ? base : revision;
  const users: Users = { sentBy: [...sentBy], receivedBy: [...receivedBy] };
  const names = new Set([...sentBy, ...receivedBy]);
  const [only] = names;
  const isOwn = [...names].every((name) => part.subject === name || part.subject.startsWith(`${name}, `));
  const isSingle = !isOwn && names.size === 1 && !part.subject.startsWith("schema ");
  return {
    rule: getRuleName(finding),
    severity: rating.severity,
    ...(rating.breaks && { breaks: rating.breaks }),
    subject: isSingle ? `${only ?? ""}, ${part.subject}` : part.subject,
    path: finding.path,
    ...(!isOwn && !isSingle && { users }),
    message: finding.message,
    ...(finding.values && { values: finding.values }),
    ...(finding.keyword && { keyword: finding.keyword }),
    consequence: rating.consequence,
    side: finding.site.side,
    get location() {
      return document.createProblem(finding.site.pointer, "").location;
    },
  };
}
