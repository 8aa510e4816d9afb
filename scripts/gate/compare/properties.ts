import { isObject, type Json, type JsonObject, getMember, toList } from "../../document/json.js";
import { isNever } from "../normalize/canonical.js";
import { isAnnotation } from "../normalize/keywords.js";
import { stringifySorted } from "../json-equality.js";
import { createChildContext, type Comparer, type Context, addFinding, getKeywordSite } from "./context.js";
import type { Direction } from "./finding.js";
import { findRename } from "./renames.js";
import type { Side } from "./side.js";
import { isPastSunset } from "./sunset.js";

interface Property {
  /** Undefined if the property is only listed in `required`. */
  schema?: Json;
  required: boolean;
  /** The keyword that excludes it from this direction. */
  hidden?: "readOnly" | "writeOnly";
}

/** A canonical schema of each document. */
export type SchemaPair = readonly [base: JsonObject, revision: JsonObject];

/** Compares the properties of two canonical schemas. `full` also has the properties of the components they refer to. */
export function compareProperties(
  comparer: Comparer,
  [base, revision]: SchemaPair,
  full: SchemaPair,
  context: Context,
): void {
  const { pair } = comparer;
  const [own, others] = [base, revision].map((schema) => Object.keys(getOwnProperties(schema))) as [
    string[],
    string[],
  ];
  // Of a property that only one of the schemas has itself, the other may have a part in a component.
  const isOwn = (name: string): boolean => own.includes(name) && others.includes(name);
  const names = { all: [...own, ...others], isOwn };
  const before = getProperties(pair.base, base, full[0], names, context.direction);
  const after = getProperties(pair.revision, revision, full[1], names, context.direction);
  const renamed = findRename(pair, before, after, {
    isPresent,
    getSunsetHolder: ({ schema }) => pair.base.schemas.normalize(schema),
    write: (side, { schema, required }) =>
      stringifySorted([required, removeAnnotations(side.schemas.normalize(schema))]),
  });
  if (renamed) {
    const [from, to] = renamed;
    const site = getKeywordSite(pair, context, [base, revision], "properties", to);
    addFinding(
      createChildContext(context, from),
      "renamed",
      "changes",
      `It was removed, and \`${to}\` with the same schema was added. Was it renamed?`,
      { site },
    );
  }
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (renamed?.includes(name)) continue;
    compareProperty(comparer, name, [before.get(name), after.get(name)], [base, revision], context);
  }
}

const getOwnProperties = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {});

/** Returns the properties with these names, and those that are only required. */
function getProperties(
  side: Side,
  own: JsonObject,
  full: JsonObject,
  { all, isOwn }: { all: readonly string[]; isOwn: (name: string) => boolean },
  direction: Direction,
): Map<string, Property> {
  const required = new Set(toList(full.required).map(String));
  const [schemas, inherited] = [getOwnProperties(own), getOwnProperties(full)];
  const properties = new Map<string, Property>();
  for (const name of new Set([...all, ...required])) {
    const schema = isOwn(name)
      ? getMember(schemas, name)
      : (getMember(inherited, name) ?? getMember(schemas, name));
    if (schema === undefined && !required.has(name)) continue;
    const hidden = findHidingKeyword(side, schema, direction);
    properties.set(name, {
      ...(schema !== undefined && all.includes(name) && { schema }),
      required: required.has(name),
      ...(hidden && { hidden }),
    });
  }
  return properties;
}

function findHidingKeyword(side: Side, value: Json | undefined, direction: Direction): Property["hidden"] {
  if (direction === "exported") return undefined;
  const keyword = direction === "sent" ? "readOnly" : "writeOnly";
  const canonical = side.schemas.normalize(value);
  const ref = side.schemas.getOnlyRef(canonical);
  const target = ref === undefined ? canonical : side.schemas.normalize(side.schemas.resolve(ref));
  return canonical[keyword] === true || target[keyword] === true ? keyword : undefined;
}

const isPresent = (property: Property | undefined): property is Property & { schema: Json } =>
  property?.schema !== undefined && property.hidden === undefined;

function compareProperty(
  comparer: Comparer,
  name: string,
  [before, after]: readonly [Property | undefined, Property | undefined],
  schemas: readonly [JsonObject, JsonObject],
  context: Context,
): void {
  const { pair } = comparer;
  const at = createChildContext(context, name, {
    base: pair.base.getSite(schemas[0], ["properties", name], context.base),
    revision: pair.revision.getSite(schemas[1], ["properties", name], context.revision),
    isRequired: (before?.required ?? false) && (after?.required ?? false),
  });
  if (isPresent(before) && isPresent(after)) {
    compareRequired(before, after, at);
    const [wasNever, isNowNever] = [
      isNever(pair.base.schemas.normalize(before.schema)),
      isNever(pair.revision.schemas.normalize(after.schema)),
    ];
    if (isNowNever && !wasNever) addFinding(at, "removed", "changes", "No value is allowed any more.");
    else if (wasNever && !isNowNever) addFinding(at, "added", "adds", "Values are allowed.");
    else comparer.compare(before.schema, after.schema, at);
  } else if (isPresent(before)) {
    const what = after?.hidden ? `It became \`${after.hidden}\`.` : "It was removed.";
    const isAnnounced = isPastSunset(pair.base.schemas.normalize(before.schema), pair.today);
    addFinding(at, before.required ? "removed" : "optional-removed", "changes", what, {
      ...(isAnnounced && { isAnnounced }),
      ...(!after && { site: at.base }),
    });
  } else if (isPresent(after)) {
    const what = before?.hidden ? `It is no longer \`${before.hidden}\`` : "It was added";
    if (after.required && !(before?.required && !before.hidden))
      addFinding(at, "required-added", "changes", `${what}, and is required.`);
    else addFinding(at, "added", "adds", `${what}.`);
    const entry = before ? undefined : findEntry(pair.base, schemas[0], name);
    if (entry !== undefined) comparer.compare(entry, after.schema, at);
  } else if (!before?.hidden && !after?.hidden) compareRequired(before, after, at);
}

/** Returns the schema of an entry of a map. Undefined if the schema does not describe its entries. */
function findEntry(side: Side, schema: JsonObject, name: string): Json | undefined {
  const { patternProperties } = schema;
  const patterns = Object.entries(isObject(patternProperties) ? patternProperties : {});
  const [, entry = getOtherProperties(schema)] = patterns.find(([pattern]) => matches(pattern, name)) ?? [];
  return isNever(side.schemas.normalize(entry)) ? undefined : entry;
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch (error) {
    // The linter reports an invalid pattern.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function compareRequired(before: Property | undefined, after: Property | undefined, at: Context): void {
  const [was, is] = [before?.required ?? false, after?.required ?? false];
  if (was === is) return;
  if (is) addFinding(at, "became-required", "narrows", "It became required.");
  else addFinding(at, "became-optional", "widens", "It is no longer required.");
}

function removeAnnotations(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword)));
}

/** Returns the schema of properties that are not listed. */
const getOtherProperties = ({ additionalProperties, unevaluatedProperties }: JsonObject): Json | undefined =>
  additionalProperties ?? unevaluatedProperties;

/** Compares `additionalProperties`, `unevaluatedProperties` and `patternProperties`. */
export function compareOtherProperties(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const [written, next] = [getOtherProperties(base), getOtherProperties(revision)];
  const [before, after] = [pair.base.schemas.normalize(written), pair.revision.schemas.normalize(next)];
  const isUnevaluated =
    base.additionalProperties === undefined && revision.additionalProperties === undefined;
  const keyword = isUnevaluated ? "unevaluatedProperties" : "additionalProperties";
  const site = getKeywordSite(pair, context, [base, revision], keyword);
  if (isNever(after) && !isNever(before)) {
    const isMap = written !== undefined && base.properties === undefined;
    const rule = isMap ? "entries-forbidden" : "entries";
    addFinding(context, rule, "narrows", "Other properties are no longer allowed.", { site });
  } else if (isNever(before) && !isNever(after))
    addFinding(context, "entries", "widens", "Other properties are allowed.", { site });
  else comparer.compare(written, next, createChildContext(context, "*"));
  comparePatterns(comparer, base, revision, context);
}

function comparePatterns(comparer: Comparer, base: JsonObject, revision: JsonObject, context: Context): void {
  const [before, after] = [base, revision].map(({ patternProperties }) =>
    isObject(patternProperties) ? patternProperties : {},
  ) as [JsonObject, JsonObject];
  // A pattern allows names that would otherwise be additional properties.
  const isClosed = isNever(comparer.pair.base.schemas.normalize(getOtherProperties(base)));
  const isOpen = getOtherProperties(base) === undefined && getOtherProperties(revision) === undefined;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const at = createChildContext(context, `/${name}/`, {
      revision: getKeywordSite(comparer.pair, context, [base, revision], "patternProperties", name),
    });
    if (Object.hasOwn(before, name) && Object.hasOwn(after, name))
      comparer.compare(before[name], after[name], at);
    else if (Object.hasOwn(after, name))
      addFinding(
        at,
        "entries",
        isClosed ? "widens" : isOpen ? "narrows" : "changes",
        `Properties that match \`${name}\` have their own schema.`,
      );
    else
      addFinding(
        at,
        "entries",
        isClosed ? "narrows" : isOpen ? "widens" : "changes",
        `Properties that match \`${name}\` no longer have their own schema.`,
      );
  }
}
