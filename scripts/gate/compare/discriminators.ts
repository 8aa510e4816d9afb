import { isObject, type JsonObject } from "../../document/json.js";
import { getUnion } from "../normalize/unions.js";
import { isEqual } from "../json-equality.js";
import { describeAnnotationChange } from "./annotations.js";
import { type Comparer, type Context, type Pair, addFinding, getKeywordSite } from "./context.js";
import { formatList, formatPlain } from "./format-values.js";
import { getName } from "./names.js";
import type { Side } from "./side.js";

/** Compares the discriminators of two unions: their property and its values. */
export function compareDiscriminators(
  { pair }: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const [before, after] = [base.discriminator, revision.discriminator];
  if (!isObject(before) && !isObject(after)) return;
  const site = getKeywordSite(pair, context, [base, revision], "discriminator");
  const report: Report = (rule, effect, what) => {
    addFinding(context, rule, effect, what, { site });
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

type Report = (rule: string, effect: "narrows" | "widens" | "changes", what: string) => void;

/** Compares the values of two discriminators with the same property. */
function compareMappings(
  pair: Pair,
  [base, revision]: readonly [JsonObject, JsonObject],
  report: Report,
): void {
  const [before, after] = [base.discriminator as JsonObject, revision.discriminator as JsonObject];
  const [was, is] = [getTargets(pair.base, base), getTargets(pair.revision, revision)];
  const names = (values: readonly string[]): string => formatList(values.map((value) => `\`${value}\``));
  const removed = [...was.keys()].filter((value) => !is.has(value));
  const added = [...is.keys()].filter((value) => !was.has(value));
  const moved = [...was].filter(([value, target]) => {
    const now = is.get(value);
    return now !== undefined && now !== target && now !== pair.renamed.get(target);
  });
  const [fallback, next] = [before.defaultMapping, after.defaultMapping];
  if (!isEqual(fallback, next))
    report(
      "discriminator",
      fallback === undefined ? "widens" : next === undefined ? "narrows" : "changes",
      describeAnnotationChange("defaultMapping", before, after),
    );
  if (removed.length)
    report("value-removed", "narrows", `Removed from the discriminator: ${names(removed)}.`);
  if (added.length) report("value-added", "widens", `Added to the discriminator: ${names(added)}.`);
  if (moved.length)
    report(
      "discriminator",
      "changes",
      `Refers to another schema in the discriminator: ${names(moved.map(([value]) => value))}.`,
    );
}

/** Returns the schema of each discriminator value: by the mapping, or else by its name. */
function getTargets({ schemas }: Side, schema: JsonObject): Map<string, string> {
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
    if (ref !== undefined && !mapped.has(ref)) targets.set(getName(ref), ref);
  }
  return targets;
}
