import type { JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { unionOf } from "../normalize/unions.js";
import { type Comparer, type Context, note, siteOfKeyword } from "./context.js";
import { list, plain } from "./keyword-changes.js";
import { nameOf } from "./names.js";
import type { Side } from "./side.js";

/** What differs in the property that tells alternatives apart, and in its values. */
export function compareDiscriminators(
  { pair }: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const [before, after] = [base.discriminator, revision.discriminator];
  if (!isObject(before) && !isObject(after)) return;
  const site = siteOfKeyword(pair, context, [base, revision], "discriminator");
  const say = (rule: string, effect: "narrows" | "widens" | "changes", what: string): void => {
    note(context, rule, effect, what, { site });
  };
  if (!isObject(before)) say("discriminator", "narrows", "`discriminator` was added.");
  else if (!isObject(after)) say("discriminator", "widens", "`discriminator` was removed.");
  else if (before.propertyName !== after.propertyName)
    say(
      "discriminator",
      "changes",
      `The discriminator is \`${plain(after.propertyName)}\`, it was \`${plain(before.propertyName)}\`.`,
    );
  else {
    const [was, is] = [targetsOf(pair.base, base), targetsOf(pair.revision, revision)];
    const names = (values: readonly string[]): string => list(values.map((value) => `\`${value}\``));
    const lost = [...was.keys()].filter((value) => !is.has(value));
    const gained = [...is.keys()].filter((value) => !was.has(value));
    const moved = [...was].filter(([value, target]) => {
      const now = is.get(value);
      return now !== undefined && now !== target && now !== pair.renamed.get(target);
    });
    if (lost.length) say("value-removed", "narrows", `The discriminator lost ${names(lost)}.`);
    if (gained.length) say("value-added", "widens", `The discriminator gained ${names(gained)}.`);
    if (moved.length)
      say(
        "discriminator",
        "changes",
        `The discriminator's ${names(moved.map(([value]) => value))} stands for another schema.`,
      );
  }
}

/** The schema that each value stands for: by the mapping, or else by its own name. */
function targetsOf({ schemas }: Side, schema: JsonObject): Map<string, string> {
  const { mapping } = schema.discriminator as JsonObject;
  const targets = new Map<string, string>();
  if (isObject(mapping))
    for (const [value, target] of Object.entries(mapping))
      targets.set(
        value,
        plain(target).startsWith("#") ? plain(target) : `#/components/schemas/${plain(target)}`,
      );
  const mapped = new Set(targets.values());
  for (const member of unionOf(schema)?.members ?? []) {
    const ref = schemas.onlyRefOf(member);
    if (ref !== undefined && !mapped.has(ref)) targets.set(nameOf(ref), ref);
  }
  return targets;
}
