import { getMember, isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { isNever } from "../normalize/canonical.js";
import { matchesPattern } from "../normalize/implied.js";
import { removeAnnotations } from "../normalize/keywords.js";
import { stringifySorted } from "../json-equality.js";
import { addFinding, type Comparer, type Context, createChildContext, getKeywordSite } from "./context.js";
import type { Direction } from "./finding.js";
import { findRename } from "./renames.js";
import type { Side } from "./side.js";
import { isPastSunset } from "./sunset.js";

interface Property {
  /** Undefined if the property is only listed in `required`. */
  schema?: Json;
  required: boolean;
  /** The keyword that excludes it from this direction. */
  hidingKeyword?: "readOnly" | "writeOnly";
}

/** A canonical schema of each document. */
export type SchemaPair = readonly [base: JsonObject, revision: JsonObject];

/**
 * Compares the properties of two canonical schemas.
 *
 * @param comparer - Compares the schemas of the properties.
 * @param schemas - The schema in both documents.
 * @param full - The same schemas with the properties of the components that they refer to.
 * @param context - Receives the findings.
 */
export function compareProperties(
  comparer: Comparer,
  schemas: SchemaPair,
  full: SchemaPair,
  context: Context,
): void {
  const { pair } = comparer;
  const [base, revision] = schemas;
  const [namesBefore, namesAfter] = [base, revision].map((schema) =>
    Object.keys(getOwnProperties(schema)),
  ) as [string[], string[]];
  // One schema may have a property itself, and the other in a component.
  const isOwn = (name: string): boolean => namesBefore.includes(name) && namesAfter.includes(name);
  const selection: PropertySelection = { names: [...namesBefore, ...namesAfter], isOwn };
  const before = getProperties(pair.base, base, full[0], selection, context.direction);
  const after = getProperties(pair.revision, revision, full[1], selection, context.direction);
  const renamed = findRename(pair, before, after, {
    isPresent,
    getSunsetHolder: ({ schema }) => pair.base.schemas.normalize(schema),
    serialize: (side, { schema, required }) =>
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

/** The compared properties. */
interface PropertySelection {
  names: readonly string[];
  /** Returns whether both schemas have a property themselves. */
  isOwn: (name: string) => boolean;
}

/** Returns the selected properties, and those that are only required. */
function getProperties(
  side: Side,
  ownSchema: JsonObject,
  full: JsonObject,
  { names, isOwn }: PropertySelection,
  direction: Direction,
): Map<string, Property> {
  const required = new Set(toList(full.required).map(String));
  const [schemas, inherited] = [getOwnProperties(ownSchema), getOwnProperties(full)];
  const properties = new Map<string, Property>();
  for (const name of new Set([...names, ...required])) {
    const schema = isOwn(name)
      ? getMember(schemas, name)
      : (getMember(inherited, name) ?? getMember(schemas, name));
    if (schema === undefined && !required.has(name)) continue;
    const hidingKeyword = findHidingKeyword(side, schema, direction);
    properties.set(name, {
      ...(schema !== undefined && names.includes(name) && { schema }),
      required: required.has(name),
      ...(hidingKeyword && { hidingKeyword }),
    });
  }
  return properties;
}

function findHidingKeyword(
  side: Side,
  value: Json | undefined,
  direction: Direction,
): Property["hidingKeyword"] {
  if (direction === "exported") return undefined;
  const keyword = direction === "sent" ? "readOnly" : "writeOnly";
  const canonical = side.schemas.normalize(value);
  const ref = side.schemas.getOnlyRef(canonical);
  const target = ref === undefined ? canonical : side.schemas.normalize(side.schemas.resolve(ref));
  return canonical[keyword] === true || target[keyword] === true ? keyword : undefined;
}

const isPresent = (property: Property | undefined): property is Property & { schema: Json } =>
  property?.schema !== undefined && property.hidingKeyword === undefined;

function compareProperty(
  comparer: Comparer,
  name: string,
  [writtenBefore, writtenAfter]: readonly [Property | undefined, Property | undefined],
  schemas: readonly [JsonObject, JsonObject],
  context: Context,
): void {
  const { pair } = comparer;
  const before = isPresent(writtenAfter) ? addEntrySchema(writtenBefore, schemas[0], name) : writtenBefore;
  const after = isPresent(writtenBefore) ? addEntrySchema(writtenAfter, schemas[1], name) : writtenAfter;
  const childContext = createChildContext(context, name, {
    base: pair.base.getSite(schemas[0], ["properties", name], context.base),
    revision: pair.revision.getSite(schemas[1], ["properties", name], context.revision),
    isRequired: (before?.required ?? false) && (after?.required ?? false),
  });
  if (compareForbidden(comparer, name, [before, after], schemas, childContext)) return;
  if (isPresent(before) && isPresent(after)) {
    compareRequired(before, after, childContext);
    comparePropertySchemas(comparer, before.schema, after.schema, childContext);
  } else if (isPresent(before)) {
    const message = after?.hidingKeyword ? `It became \`${after.hidingKeyword}\`.` : "It was removed.";
    const isAnnounced = isPastSunset(pair.base.schemas.normalize(before.schema), pair.today);
    addFinding(childContext, before.required ? "removed" : "optional-removed", "changes", message, {
      ...(isAnnounced && { isAnnounced }),
      ...(!after && { site: childContext.base }),
    });
  } else if (isPresent(after)) {
    const message = before?.hidingKeyword ? `It is no longer \`${before.hidingKeyword}\`` : "It was added";
    if (after.required && !(before?.required && !before.hidingKeyword))
      addFinding(childContext, "required-added", "changes", `${message}, and is required.`);
    else addFinding(childContext, "added", "adds", `${message}.`);
    const entry = before ? undefined : findEntry(pair.base, schemas[0], name);
    if (entry !== undefined) comparer.compare(entry, after.schema, childContext);
  } else if (!before?.hidingKeyword && !after?.hidingKeyword) compareRequired(before, after, childContext);
}

/**
 * Compares a property without a valid value with one that is not described.
 *
 * @returns Whether the properties are of these kinds.
 */
function compareForbidden(
  { pair }: Comparer,
  name: string,
  [before, after]: readonly [Property | undefined, Property | undefined],
  schemas: readonly [JsonObject, JsonObject],
  context: Context,
): boolean {
  const wasForbidden = !after && isPresent(before) && isNever(pair.base.schemas.normalize(before.schema));
  const isForbidden = !before && isPresent(after) && isNever(pair.revision.schemas.normalize(after.schema));
  if (isForbidden && allowsEntry(pair.base, schemas[0], name))
    addFinding(context, "entries", "narrows", "No value is allowed any more.");
  if (wasForbidden && allowsEntry(pair.revision, schemas[1], name))
    addFinding(context, "entries", "widens", "Values are allowed.");
  return wasForbidden || isForbidden;
}

function comparePropertySchemas(comparer: Comparer, before: Json, after: Json, context: Context): void {
  const { base, revision } = comparer.pair;
  const [wasNever, isNowNever] = [
    isNever(base.schemas.normalize(before)),
    isNever(revision.schemas.normalize(after)),
  ];
  if (isNowNever && !wasNever) addFinding(context, "removed", "changes", "No value is allowed any more.");
  else if (wasNever && !isNowNever) addFinding(context, "added", "adds", "Values are allowed.");
  else comparer.compare(before, after, context);
}

/** Returns a property that is only required with the schema of its value. */
function addEntrySchema(
  property: Property | undefined,
  owner: JsonObject,
  name: string,
): Property | undefined {
  if (!property?.required || property.schema !== undefined || property.hidingKeyword) return property;
  return { ...property, schema: getEntry(owner, name) ?? true };
}

/** Returns the schema of an entry of a map. Undefined if the schema does not describe its entries. */
function findEntry(side: Side, schema: JsonObject, name: string): Json | undefined {
  return allowsEntry(side, schema, name) ? getEntry(schema, name) : undefined;
}

/** Returns whether a property that is not described may have a value. */
const allowsEntry = (side: Side, schema: JsonObject, name: string): boolean =>
  !isNever(side.schemas.normalize(getEntry(schema, name)));

/** Returns the schema of a property that is not described, if any. */
function getEntry(schema: JsonObject, name: string): Json | undefined {
  const { patternProperties } = schema;
  const patterns = Object.entries(isObject(patternProperties) ? patternProperties : {});
  const [, entry = getOtherProperties(schema)] =
    patterns.find(([pattern]) => matchesPattern(name, pattern)) ?? [];
  return entry;
}

function compareRequired(before: Property | undefined, after: Property | undefined, context: Context): void {
  const [wasRequired, isRequired] = [before?.required ?? false, after?.required ?? false];
  if (wasRequired === isRequired) return;
  if (isRequired) addFinding(context, "became-required", "narrows", "It became required.");
  else addFinding(context, "became-optional", "widens", "It is no longer required.");
}

/** Returns the schema of properties that are not listed. */
const getOtherProperties = ({ additionalProperties, unevaluatedProperties }: JsonObject): Json | undefined =>
  additionalProperties ?? unevaluatedProperties;

/**
 * Compares `additionalProperties`, `unevaluatedProperties` and `patternProperties`.
 *
 * @param comparer - Compares the subschemas.
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @param context - Receives the findings.
 */
export function compareOtherProperties(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const [writtenBefore, writtenAfter] = [getOtherProperties(base), getOtherProperties(revision)];
  const [before, after] = [
    pair.base.schemas.normalize(writtenBefore),
    pair.revision.schemas.normalize(writtenAfter),
  ];
  const isUnevaluated =
    base.additionalProperties === undefined && revision.additionalProperties === undefined;
  const keyword = isUnevaluated ? "unevaluatedProperties" : "additionalProperties";
  const site = getKeywordSite(pair, context, [base, revision], keyword);
  if (isNever(after) && !isNever(before)) {
    const isMap = writtenBefore !== undefined && base.properties === undefined;
    const rule = isMap ? "entries-forbidden" : "entries";
    addFinding(context, rule, "narrows", "Other properties are no longer allowed.", { site });
  } else if (isNever(before) && !isNever(after))
    addFinding(context, "entries", "widens", "Other properties are allowed.", { site });
  else comparer.compare(writtenBefore, writtenAfter, createChildContext(context, "*"));
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
    const childContext = createChildContext(context, `/${name}/`, {
      revision: getKeywordSite(comparer.pair, context, [base, revision], "patternProperties", name),
    });
    if (Object.hasOwn(before, name) && Object.hasOwn(after, name))
      comparer.compare(before[name], after[name], childContext);
    else if (Object.hasOwn(after, name))
      addFinding(
        childContext,
        "entries",
        isClosed ? "widens" : isOpen ? "narrows" : "changes",
        `Properties that match \`${name}\` have their own schema.`,
      );
    else
      addFinding(
        childContext,
        "entries",
        isClosed ? "narrows" : isOpen ? "widens" : "changes",
        `Properties that match \`${name}\` no longer have their own schema.`,
      );
  }
}
