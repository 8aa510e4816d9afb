import { isObject, type JsonObject } from "../../document/json.js";
import { getUnion } from "../normalize/unions.js";
import { isEqual } from "../json-equality.js";
import { describeAnnotationChange } from "./annotations.js";
import { addFinding, type Comparer, type Context, getKeywordSite, type Pair } from "./context.js";
import { formatList, formatPlain } from "./format-values.js";
import { getSchemaName } from "./names.js";
import type { Side } from "./side.js";

/**
 * Compares the discriminators of two unions: their property and its values.
 *
 * @param comparer - The documents.
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @param context - Receives the findings.
 */
export function compareDiscriminators(
  { pair }: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const [before, after] = [base.discriminator, revision.discriminator];
  if (!isObject(before) && !isObject(after)) return;
  const site = getKeywordSite(pair, context, [base, revision], "discriminator");
  const report: ChangeReporter = (rule, effect, message) => {
    addFinding(context, rule, effect, message, { site });
  };
  if (!isObject(before)) report("discriminator", "narrows", "`discriminator` was added.");
  else if (!isObject(after)) report("discriminator", "widens", "`discriminator` was removed.");
  else if (before.propertyName !== after.propertyName)
    report(
      "discriminator",
      "changes",
      `The property of the discriminator changed from \`${formatPlain(before.propertyName)}\` to \`${formatPlain(after.propertyName)}\`.`,
    );
  else compareMappings(pair, [base, revision], report);
}

type ChangeReporter = (rule: string, effect: "narrows" | "widens" | "changes", message: string) => void;

/** Compares the values of two discriminators with the same property. */
function compareMappings(
  pair: Pair,
  [base, revision]: readonly [JsonObject, JsonObject],
  report: ChangeReporter,
): void {
  const [before, after] = [base.discriminator as JsonObject, revision.discriminator as JsonObject];
  const [targetsBefore, targetsAfter] = [readTargets(pair.base, base), readTargets(pair.revision, revision)];
  const formatNames = (values: readonly string[]): string =>
    formatList(values.map((value) => `\`${value}\``));
  const removed = [...targetsBefore.keys()].filter((value) => !targetsAfter.has(value));
  const added = [...targetsAfter.keys()].filter((value) => !targetsBefore.has(value));
  const moved = [...targetsBefore].filter(([value, target]) => {
    const targetAfter = targetsAfter.get(value);
    return targetAfter !== undefined && targetAfter !== target && targetAfter !== pair.renamed.get(target);
  });
  const [defaultBefore, defaultAfter] = [before.defaultMapping, after.defaultMapping];
  if (!isEqual(defaultBefore, defaultAfter))
    report(
      "discriminator",
      defaultBefore === undefined ? "widens" : defaultAfter === undefined ? "narrows" : "changes",
      describeAnnotationChange("defaultMapping", before, after),
    );
  if (removed.length)
    report("value-removed", "narrows", `Removed from the discriminator: ${formatNames(removed)}.`);
  if (added.length) report("value-added", "widens", `Added to the discriminator: ${formatNames(added)}.`);
  if (moved.length)
    report(
      "discriminator",
      "changes",
      `Refers to another schema in the discriminator: ${formatNames(moved.map(([value]) => value))}.`,
    );
}

/** Returns the schema of each discriminator value: by the mapping, or else by its name. */
function readTargets({ schemas }: Side, schema: JsonObject): Map<string, string> {
  const { mapping } = schema.discriminator as JsonObject;
  const targets = new Map<string, string>();
  if (isObject(mapping))
    for (const [value, target] of Object.entries(mapping))
      targets.set(
        value,
        formatPlain(target).startsWith("#")
          ? formatPlain(target)
          : `#/components/schemas/${formatPlain(target)}`,
      );
  const mapped = new Set(targets.values());
  for (const member of getUnion(schema)?.members ?? []) {
    const ref = schemas.getOnlyRef(member);
    if (ref !== undefined && !mapped.has(ref)) targets.set(getSchemaName(ref), ref);
  }
  return targets;
}
