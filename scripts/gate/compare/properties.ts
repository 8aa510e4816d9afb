import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { isNever, listOf } from "../normalize/canonical.js";
import { isAnnotation } from "../normalize/keywords.js";
import { stable } from "../stable.js";
import {
  below,
  type Comparer,
  type Context,
  isPastSunset,
  note,
  type Pair,
  siteOfKeyword,
} from "./context.js";
import type { Direction } from "./finding.js";
import type { Side } from "./side.js";

interface Property {
  /** Undefined where a name is only required. */
  schema?: Json;
  required: boolean;
  /** The keyword that keeps it out of this direction. */
  hidden?: "readOnly" | "writeOnly";
}

/** What differs between the properties of two canonical schemas. */
export function compareProperties(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const before = propertiesOf(pair.base, base, context.direction);
  const after = propertiesOf(pair.revision, revision, context.direction);
  const renamed = findRename(pair, before, after);
  if (renamed) {
    const [from, to] = renamed;
    const site = siteOfKeyword(pair, context, [base, revision], "properties", to);
    note(
      below(context, from),
      "renamed",
      "changes",
      `It was removed, and \`${to}\` with the same schema was added: renamed?`,
      { site },
    );
  }
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (renamed?.includes(name)) continue;
    compareOne(comparer, name, [before.get(name), after.get(name)], [base, revision], context);
  }
}

function propertiesOf(side: Side, schema: JsonObject, direction: Direction): Map<string, Property> {
  const required = new Set(listOf(schema.required).map(String));
  const properties = new Map<string, Property>();
  if (isObject(schema.properties))
    for (const [name, value] of Object.entries(schema.properties)) {
      const hidden = hiddenBy(side, value, direction);
      properties.set(name, {
        ...(value !== undefined && { schema: value }),
        required: required.has(name),
        ...(hidden && { hidden }),
      });
    }
  for (const name of required) if (!properties.has(name)) properties.set(name, { required: true });
  return properties;
}

function hiddenBy(side: Side, value: Json | undefined, direction: Direction): Property["hidden"] {
  if (direction === "exported") return undefined;
  const keyword = direction === "sent" ? "readOnly" : "writeOnly";
  const canonical = side.schemas.normalize(value);
  const ref = side.schemas.onlyRefOf(canonical);
  const target = ref === undefined ? canonical : side.schemas.normalize(side.schemas.resolve(ref));
  return canonical[keyword] === true || target[keyword] === true ? keyword : undefined;
}

const isThere = (property: Property | undefined): property is Property & { schema: Json } =>
  property?.schema !== undefined && property.hidden === undefined;

function compareOne(
  comparer: Comparer,
  name: string,
  [before, after]: readonly [Property | undefined, Property | undefined],
  schemas: readonly [JsonObject, JsonObject],
  context: Context,
): void {
  const { pair } = comparer;
  const at = below(context, name, {
    base: pair.base.siteOf(schemas[0], ["properties", name], context.base),
    revision: pair.revision.siteOf(schemas[1], ["properties", name], context.revision),
    required: (before?.required ?? false) && (after?.required ?? false),
  });
  if (isThere(before) && isThere(after)) {
    compareRequired(before, after, at);
    const [wasNever, isNow] = [
      isNever(pair.base.schemas.normalize(before.schema)),
      isNever(pair.revision.schemas.normalize(after.schema)),
    ];
    if (isNow && !wasNever) note(at, "removed", "changes", "No value is allowed any more.");
    else if (wasNever && !isNow) note(at, "added", "adds", "Values are allowed.");
    else comparer.compare(before.schema, after.schema, at);
  } else if (isThere(before)) {
    const what = after?.hidden ? `It became \`${after.hidden}\`.` : "It was removed.";
    const announced = isPastSunset(pair.base.schemas.normalize(before.schema), pair.today);
    note(at, before.required ? "removed" : "optional-removed", "changes", what, {
      ...(announced && { announced }),
      ...(!after && { site: at.base }),
    });
  } else if (isThere(after)) {
    const what = before?.hidden ? `It is no longer \`${before.hidden}\`` : "It was added";
    if (after.required && !(before?.required && !before.hidden))
      note(at, "required-added", "changes", `${what}, and is required.`);
    else note(at, "added", "adds", `${what}.`);
  } else if (!before?.hidden && !after?.hidden) compareRequired(before, after, at);
}

function compareRequired(before: Property | undefined, after: Property | undefined, at: Context): void {
  const [was, is] = [before?.required ?? false, after?.required ?? false];
  if (was === is) return;
  if (is) note(at, "became-required", "narrows", "It became required.");
  else note(at, "became-optional", "widens", "It is no longer required.");
}

/** The one property that has another name in the revision. */
function findRename(
  pair: Pair,
  before: ReadonlyMap<string, Property>,
  after: ReadonlyMap<string, Property>,
): readonly [string, string] | undefined {
  // Another author's property of the same type is a property of its own.
  if (pair.unrelated) return undefined;
  const [gone, ...moreGone] = [...before].filter(([name, property]) => isThere(property) && !after.has(name));
  const [come, ...moreCome] = [...after].filter(([name, property]) => isThere(property) && !before.has(name));
  if (!gone || !come || moreGone.length || moreCome.length) return undefined;
  if (isPastSunset(pair.base.schemas.normalize(gone[1].schema), pair.today)) return undefined;
  const text = (side: Side, { schema, required }: Property): string =>
    stable([required, withoutWords(side.schemas.normalize(schema))]);
  return text(pair.base, gone[1]) === text(pair.revision, come[1]) ? [gone[0], come[0]] : undefined;
}

function withoutWords(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword)));
}

/** What differs in the properties that no name is given for. */
export function compareOtherProperties(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const [before, after] = [
    pair.base.schemas.normalize(base.additionalProperties),
    pair.revision.schemas.normalize(revision.additionalProperties),
  ];
  const site = siteOfKeyword(pair, context, [base, revision], "additionalProperties");
  if (isNever(after) && !isNever(before)) {
    const isMap = base.additionalProperties !== undefined && base.properties === undefined;
    const rule = isMap ? "entries-forbidden" : "entries";
    note(context, rule, "narrows", "Other properties are no longer allowed.", { site });
  } else if (isNever(before) && !isNever(after))
    note(context, "entries", "widens", "Other properties are allowed.", { site });
  else comparer.compare(base.additionalProperties, revision.additionalProperties, below(context, "*"));
  comparePatterns(comparer, base, revision, context);
}

function comparePatterns(comparer: Comparer, base: JsonObject, revision: JsonObject, context: Context): void {
  const [before, after] = [base, revision].map(({ patternProperties }) =>
    isObject(patternProperties) ? patternProperties : {},
  ) as [JsonObject, JsonObject];
  // A pattern lets names through that would be additional otherwise.
  const isClosed = isNever(comparer.pair.base.schemas.normalize(base.additionalProperties));
  const isOpen = base.additionalProperties === undefined && revision.additionalProperties === undefined;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const at = below(context, `/${name}/`, {
      revision: siteOfKeyword(comparer.pair, context, [base, revision], "patternProperties", name),
    });
    if (name in before && name in after) comparer.compare(before[name], after[name], at);
    else if (name in after)
      note(
        at,
        "entries",
        isClosed ? "widens" : isOpen ? "narrows" : "changes",
        `Properties that match \`${name}\` have a schema of their own.`,
      );
    else
      note(
        at,
        "entries",
        isClosed ? "narrows" : isOpen ? "widens" : "changes",
        `Properties that match \`${name}\` no longer have a schema of their own.`,
      );
  }
}
