import { type Change, formatTitle } from "./change.js";
import { compareDocuments } from "./compare-documents.js";
import type { OperationMatch } from "./find-operation.js";
import type { SpecDocument } from "../document/document.js";
import type { FetchedDocument } from "../document/fetch-document.js";
import { isObject, type Json } from "../document/json.js";
import { getTypes } from "./normalize/canonical.js";
import { SchemaNormalizer } from "./normalize/schemas.js";
import { getUnion } from "./normalize/unions.js";
import type { SourceLocation } from "../problem.js";
import {
  listSuccessStatuses,
  renameParameters,
  SLICED_OPERATION_ID,
  sliceOperation,
} from "./slice-operation.js";
import { dereference } from "../document/references.js";

/** A difference between our document and an upstream document of the same API, which is assumed to be correct. */
export interface Difference {
  kind: "theirs only" | "differs" | "ours only";
  /** Whether it makes our calls fail, or responses contain values that our document does not describe. */
  isBreaking: boolean;
  subject: string;
  message: string;
  /** The location in the upstream document, or in ours if the upstream one has none. */
  location?: SourceLocation;
}

/** A document, and the operation in it. */
export interface Side {
  document: FetchedDocument;
  match: OperationMatch;
}

/**
 * Compares one of our operations with the upstream one, as if that were our next version.
 *
 * @param ours - Our document with the operation.
 * @param theirs - The upstream document with the operation.
 * @param listPath - The path of the paginated list in the response.
 * @returns The differences of the operation.
 */
export function compareUpstream(
  ours: Side,
  theirs: Side,
  listPath: readonly string[] | undefined,
): Difference[] {
  const statuses = listSuccessStatuses(ours.match.operation);
  const slice = ({ document, match }: Side): SpecDocument => {
    const path = renameParameters(ours.match.path, match.pathNames);
    return sliceOperation(document, match, { path, statuses }) as SpecDocument;
  };
  const [base, revision] = [slice(ours), slice(theirs)];
  const changes = compareDocuments(base, revision, { unrelated: true });
  return [
    ...changes
      .filter(({ severity, rule }) => !(severity === "patch" && rule === "documentation"))
      .map(toDifference),
    ...compareLists(base, revision, statuses, listPath),
  ];
}

/** The messages of differences without values, by rule. */
const MESSAGES: Readonly<Record<string, string>> = {
  removed: "theirs does not have it",
  "optional-removed": "theirs does not have it",
  "response-removed": "theirs does not have it",
  "media-type-removed": "theirs does not have it",
  "body-removed": "theirs does not have it",
  added: "ours does not have it",
  "required-added": "ours does not have it, and theirs requires it",
  "response-added": "ours does not have it",
  "became-required": "theirs requires it, ours does not",
  "became-optional": "ours requires it, theirs does not",
  "schema-added": "theirs has a schema, ours does not",
  "schema-removed": "ours has a schema, theirs does not",
};

/** The rules of changes that only the upstream document has. */
const THEIRS = /added|accepted|allowed|extended/;
/** The rules of changes that only our document has. */
const OURS = /removed|forbidden/;

function toDifference(change: Change): Difference {
  const { rule, breaks, location } = change;
  return {
    kind: classifyChange(change),
    isBreaking: breaks === "calls",
    subject: describeSubject(change),
    message: rule in MESSAGES ? (MESSAGES[rule] ?? "") : formatMessage(change),
    location,
  };
}

/** Returns the subject of a difference, without the operation. */
function describeSubject(change: Change): string {
  const { rule, values } = change;
  if (rule.startsWith("security")) return "security";
  if (rule === "path-parameter-renamed") return `path parameter ${values?.[0] ?? ""}`;
  const title = formatTitle(change);
  return title === SLICED_OPERATION_ID ? "the operation" : title.slice(SLICED_OPERATION_ID.length + 2);
}

function formatMessage({ rule, keyword, values, message }: Change): string {
  if (!values) return `from ours to theirs: ${message.replace(/\.$/, "")}`;
  const [ours, theirs] = values;
  if (rule === "path-parameter-renamed") return `theirs calls it ${theirs}; the URL is the same`;
  const names: Record<string, string> = { type: "the type is", enum: "the values are" };
  const prefix = keyword === undefined ? "" : `${names[keyword] ?? `${keyword} is`} `;
  return `${prefix}${theirs} in theirs, ${ours} in ours`;
}

function classifyChange({ rule, values }: Change): Difference["kind"] {
  if (values && !/^(value|security)-/.test(rule)) return "differs";
  if (THEIRS.test(rule)) return "theirs only";
  return OURS.test(rule) ? "ours only" : "differs";
}

/** Reports responses in which the upstream document does not have the paginated list. */
function compareLists(
  ours: SpecDocument,
  theirs: SpecDocument,
  statuses: readonly string[],
  listPath: readonly string[] | undefined,
): Difference[] {
  if (!listPath) return [];
  return statuses
    .filter((status) => hasList(ours, status, listPath) && !hasList(theirs, status, listPath))
    .map((status) => ({
      kind: "differs",
      isBreaking: true,
      subject: [`response ${status}`, listPath.join(".")].join(", "),
      message: "theirs does not have a list there, so that all pages would be empty",
    }));
}

function hasList({ root }: SpecDocument, status: string, path: readonly string[]): boolean {
  const [item] = Object.values(isObject(root.paths) ? root.paths : {});
  const operation = Object.values(isObject(item) ? item : {}).find(
    (value) => isObject(value) && isObject(value.responses),
  );
  const responses = isObject(operation) && isObject(operation.responses) ? operation.responses : {};
  const response = dereference(root, responses[status]);
  const content = isObject(response) && isObject(response.content) ? response.content : {};
  const media = Object.entries(content).find(([type]) => /[/+]json\b/i.test(type))?.[1];
  return isObject(media) && isList(new SchemaNormalizer(root), media.schema, path);
}

function isList(
  schemas: SchemaNormalizer,
  schema: Json | undefined,
  [name, ...innerPath]: readonly string[],
): boolean {
  const expanded = schemas.expand(schemas.normalize(schema));
  const members = getUnion(expanded) ? schemas.distribute(expanded) : [expanded];
  return members.some((member) => {
    const expanded = schemas.expand(member);
    if (name === undefined) return getTypes(expanded)?.includes("array") ?? true;
    return (
      isObject(expanded.properties) &&
      expanded.properties[name] !== undefined &&
      isList(schemas, expanded.properties[name], innerPath)
    );
  });
}
