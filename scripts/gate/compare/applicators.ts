import { getMember, isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { addFinding, type Comparer, type Context, createChildContext, getKeywordSite } from "./context.js";
import type { Variance } from "./finding.js";

/**
 * Compares the subschemas of two canonical schemas, except properties and alternatives.
 *
 * @param comparer - Compares the subschemas.
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @param context - Receives the findings.
 */
export function compareApplicators(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  compareItems(comparer, base, revision, context);
  const compareKeyword = (keyword: string, step: string): void => {
    if (base[keyword] !== undefined || revision[keyword] !== undefined)
      comparer.compare(
        base[keyword],
        revision[keyword],
        createContextAt(comparer, [base, revision], context, keyword, step),
      );
  };
  compareKeyword("propertyNames", " (names)");
  compareKeyword("contentSchema", " (content)");
  compareContains(comparer, base, revision, context);
  compareNot(comparer, base, revision, context);
  compareCondition(comparer, base, revision, context);
  compareDependents(comparer, base, revision, context);
}

function createContextAt(
  { pair }: Comparer,
  schemas: readonly [JsonObject, JsonObject],
  context: Context,
  keyword: string,
  step: string,
): Context {
  return createChildContext(context, step, {
    base: pair.base.getSite(schemas[0], [keyword], context.base),
    revision: pair.revision.getSite(schemas[1], [keyword], context.revision),
  });
}

/** Returns the schema of the item at an index, or of all items from there. */
const getItem = ({ prefixItems, items, unevaluatedItems }: JsonObject, index: number): Json | undefined =>
  toList(prefixItems)[index] ?? items ?? unevaluatedItems;

/** Returns whether no list is long enough for an item at an index. */
const excludesItem = ({ maxItems }: JsonObject, index: number): boolean =>
  index >= Number(maxItems ?? Infinity);

function compareItems(comparer: Comparer, base: JsonObject, revision: JsonObject, context: Context): void {
  const count = Math.max(toList(base.prefixItems).length, toList(revision.prefixItems).length);
  const compareItem = (index: number, keyword: string, step: string): void => {
    // The change of the maximum number is reported itself.
    if (excludesItem(base, index) || excludesItem(revision, index)) return;
    const [before, after] = [getItem(base, index), getItem(revision, index)];
    if (before !== undefined || after !== undefined)
      comparer.compare(before, after, createContextAt(comparer, [base, revision], context, keyword, step));
  };
  for (let index = 0; index < count; index++)
    compareItem(index, index < toList(revision.prefixItems).length ? "prefixItems" : "items", `[${index}]`);
  compareItem(count, "items", "[]");
}

/** Reports a keyword that was added or removed. Returns false if both schemas have it. */
function reportPresence(
  { pair }: Comparer,
  [base, revision]: readonly [JsonObject, JsonObject],
  context: Context,
  keyword: string,
): boolean {
  const [isInBase, isInRevision] = [base[keyword] !== undefined, revision[keyword] !== undefined];
  if (isInBase && isInRevision) return false;
  if (isInBase !== isInRevision) {
    const message = `\`${keyword}\` was ${isInRevision ? "added" : "removed"}.`;
    addFinding(context, "condition", isInRevision ? "narrows" : "widens", message, {
      site: getKeywordSite(pair, context, [base, revision], keyword),
    });
  }
  return true;
}

function compareContains(comparer: Comparer, base: JsonObject, revision: JsonObject, context: Context): void {
  if (reportPresence(comparer, [base, revision], context, "contains")) return;
  // With `maxContains`, a schema that matches more items allows fewer lists.
  const isBounded = base.maxContains !== undefined || revision.maxContains !== undefined;
  const variance: Variance = isBounded ? 0 : context.variance;
  comparer.compare(base.contains, revision.contains, {
    ...createContextAt(comparer, [base, revision], context, "contains", " (contains)"),
    variance,
  });
}

function compareNot(comparer: Comparer, base: JsonObject, revision: JsonObject, context: Context): void {
  if (reportPresence(comparer, [base, revision], context, "not")) return;
  comparer.compare(base.not, revision.not, {
    ...createContextAt(comparer, [base, revision], context, "not", " (not)"),
    variance: reverseVariance(context.variance),
  });
}

const reverseVariance = (variance: Variance): Variance => (variance === 0 ? 0 : variance === 1 ? -1 : 1);

function compareCondition(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  if (reportPresence(comparer, [base, revision], context, "if")) return;
  const createKeywordContext = (keyword: string): Context =>
    createContextAt(comparer, [base, revision], context, keyword, ` (${keyword})`);
  comparer.compare(base.if, revision.if, { ...createKeywordContext("if"), variance: 0 });
  comparer.compare(base.then, revision.then, createKeywordContext("then"));
  comparer.compare(base.else, revision.else, createKeywordContext("else"));
}

function compareDependents(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const [before, after] = [listDependentSchemas(base), listDependentSchemas(revision)];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    comparer.compare(
      getMember(before, name),
      getMember(after, name),
      createContextAt(comparer, [base, revision], context, "dependentSchemas", ` (with ${name})`),
    );
  }
}

function listDependentSchemas({ dependentSchemas }: JsonObject): Record<string, Json | undefined> {
  return isObject(dependentSchemas) ? dependentSchemas : {};
}
