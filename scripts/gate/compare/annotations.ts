import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { isEqual } from "../json-equality.js";
import { addFinding, type Comparer, type Context, getKeywordSite } from "./context.js";
import { formatPlain, formatValue } from "./format-values.js";

const DOCUMENTATION_KEYWORDS = [
  "title",
  "description",
  "summary",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "$comment",
];

/**
 * Compares the annotations: keywords that do not constrain values.
 *
 * @param comparer - The documents.
 * @param base - The object in the base.
 * @param revision - The object in the revision.
 * @param context - Receives the findings.
 */
export function compareAnnotations(
  { pair }: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  if (context.isTrial) return;
  const locateKeyword = (keyword: string): { site: Context["base"] } => ({
    site: getKeywordSite(pair, context, [base, revision], keyword),
  });
  for (const keyword of DOCUMENTATION_KEYWORDS)
    if (!isEqual(base[keyword], revision[keyword]))
      addFinding(
        context,
        "documentation",
        "annotates",
        describeAnnotationChange(keyword, base, revision),
        locateKeyword(keyword),
      );
  if (base.deprecated !== true && revision.deprecated === true)
    addFinding(context, "deprecated", "adds", "It was deprecated.", locateKeyword("deprecated"));
  else if (base.deprecated === true && revision.deprecated !== true)
    addFinding(
      context,
      "documentation",
      "annotates",
      "It is no longer deprecated.",
      locateKeyword("deprecated"),
    );
  if (!context.isRequired) compareDefault(base, revision, context, locateKeyword("default"));
  if (pair.hasXml && !isEqual(normalizeXml(base, context.path), normalizeXml(revision, context.path)))
    addFinding(context, "xml", "changes", "`xml` changed.", locateKeyword("xml"));
}

/**
 * Describes the change of an annotation as a sentence.
 *
 * @param keyword - The changed keyword.
 * @param base - The object in the base.
 * @param revision - The object in the revision.
 * @returns The sentence.
 */
export function describeAnnotationChange(keyword: string, base: JsonObject, revision: JsonObject): string {
  const [before, after] = [base[keyword], revision[keyword]];
  if (before === undefined) return `\`${keyword}\` was added.`;
  if (after === undefined) return `\`${keyword}\` was removed.`;
  const [from, to] = [formatValue(before), formatValue(after)];
  return from.endsWith("...") || to.endsWith("...")
    ? `\`${keyword}\` changed.`
    : `\`${keyword}\` changed from ${from} to ${to}.`;
}

/** Returns the description of an XML element without default values and extensions. A property is named after itself. */
function normalizeXml({ xml }: JsonObject, path: string): JsonObject {
  const isDefault = (name: string, value: Json | undefined): boolean =>
    value === false || (name === "name" && `.${path}`.endsWith(`.${formatPlain(value)}`));
  const entries = Object.entries(isObject(xml) ? xml : {});
  return Object.fromEntries(
    entries.filter(([name, value]) => !isDefault(name, value) && !name.startsWith("x-")),
  );
}

function compareDefault(
  base: JsonObject,
  revision: JsonObject,
  context: Context,
  site: { site: Context["base"] },
): void {
  const [before, after] = [base.default, revision.default];
  if (isEqual(before, after)) return;
  if (before === undefined)
    addFinding(context, "default-added", "adds", `\`default\` was set to ${formatValue(after)}.`, site);
  else if (after === undefined)
    addFinding(
      context,
      "default-removed",
      "changes",
      `\`default\` was removed. It was ${formatValue(before)}.`,
      site,
    );
  else
    addFinding(
      context,
      "default",
      "changes",
      `\`default\` changed from ${formatValue(before)} to ${formatValue(after)}.`,
      site,
    );
}
