import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { getUnion } from "../normalize/unions.js";
import { compareAnnotations } from "./annotations.js";
import { addFinding, type Comparer, type Context, createChildContext, type Pair } from "./context.js";
import { normalizeMediaType } from "./media-type-names.js";
import type { Side } from "./side.js";
import { isPastSunset } from "./sunset.js";

/**
 * Compares two parameters or headers of the same name.
 *
 * @param comparer - Compares the schemas.
 * @param base - The parameter in the base.
 * @param revision - The parameter in the revision.
 * @param location - The location of the parameters, such as `query`.
 * @param context - Receives the findings.
 */
export function compareParameters(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  location: string,
  context: Context,
): void {
  const { pair } = comparer;
  const [wasRequired, isRequired] = [
    location === "path" || base.required === true,
    location === "path" || revision.required === true,
  ];
  if (!wasRequired && isRequired) addFinding(context, "became-required", "narrows", "It became required.");
  if (wasRequired && !isRequired)
    addFinding(context, "became-optional", "widens", "It is no longer required.");
  // The flags have no effect elsewhere.
  if (location === "query") compareFlag(context, base, revision, "allowEmptyValue", "empty-value");
  if (location === "query" || location === "path")
    compareFlag(context, base, revision, "allowReserved", "reserved");
  compareSerializations(pair, base, revision, location, context);
  compareAnnotations(comparer, base, revision, context);
  comparer.compare(getSchema(base), getSchema(revision), {
    ...context,
    base: pair.base.createSite([...context.base.pointer, "schema"]),
    revision: pair.revision.createSite([...context.revision.pointer, "schema"]),
    isRequired: wasRequired && isRequired,
  });
}

/** Returns the schema of a parameter: its own, or that of its only media type. */
function getSchema({ schema, content }: JsonObject): Json | undefined {
  if (!isObject(content)) return schema;
  const [media] = Object.values(content);
  return isObject(media) ? media.schema : undefined;
}

function compareFlag(
  context: Context,
  base: JsonObject,
  revision: JsonObject,
  keyword: string,
  rule: string,
): void {
  const [wasSet, isSet] = [base[keyword] === true, revision[keyword] === true];
  if (wasSet !== isSet)
    addFinding(context, rule, isSet ? "widens" : "narrows", `\`${keyword}\` became ${String(isSet)}.`);
}

const STYLES: Readonly<Record<string, string>> = {
  query: "form",
  cookie: "form",
  path: "simple",
  header: "simple",
};

/** The kinds of values that styles serialize differently. */
const KINDS = {
  object: ["object"],
  array: ["array"],
  scalar: ["string", "number", "integer", "boolean"],
} as const;
type Kind = keyof typeof KINDS;

/** Compares the serialization of the values that both parameters allow. */
function compareSerializations(
  { base: baseSide, revision: revisionSide }: Pair,
  base: JsonObject,
  revision: JsonObject,
  location: string,
  context: Context,
): void {
  const kinds = (Object.keys(KINDS) as Kind[]).filter(
    (kind) => allowsKind(baseSide, base, kind) && allowsKind(revisionSide, revision, kind),
  );
  const differences = kinds
    .map(
      (kind) =>
        [
          describeSerialization(base, location, kind),
          describeSerialization(revision, location, kind),
        ] as const,
    )
    .filter(([before, after]) => before !== after);
  const [first] = differences;
  if (!first) return;
  const [before, after] = first;
  addFinding(context, "serialization", "changes", `The serialization changed from ${before} to ${after}.`);
}

/** Describes the serialization of a kind of values. Options without effect are left out. */
function describeSerialization(
  { content, style: stated, explode }: JsonObject,
  location: string,
  kind: Kind,
): string {
  if (isObject(content)) return `content of ${Object.keys(content).map(normalizeMediaType).join()}`;
  const style = typeof stated === "string" ? stated : (STYLES[location] ?? "form");
  const isExploded = typeof explode === "boolean" ? explode : style === "form";
  if (kind === "scalar") return location === "path" ? style : "a value";
  const isSame = style === "deepObject" || (style === "simple" && kind === "array");
  return isSame || !isExploded ? style : `${style}, exploded`;
}

/** Returns whether a parameter allows values of a kind. A value of unknown type may be of each kind. */
function allowsKind(side: Side, parameter: JsonObject, kind: Kind): boolean {
  const whole = side.schemas.expandAll(getSchema(parameter));
  const types = getTypes(whole);
  return (
    getUnion(whole) !== undefined || types === undefined || KINDS[kind].some((type) => types.includes(type))
  );
}

/**
 * Compares the headers of two responses, or of two parts of a body.
 *
 * @param comparer - Compares the schemas.
 * @param base - The `headers` in the base.
 * @param revision - The `headers` in the revision.
 * @param context - Receives the findings.
 */
export function compareHeaders(
  comparer: Comparer,
  base: Json | undefined,
  revision: Json | undefined,
  context: Context,
): void {
  const { pair } = comparer;
  const [before, after] = [getHeaders(pair.base, base), getHeaders(pair.revision, revision)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [headerBefore, headerAfter] = [before.get(name), after.get(name)];
    const childContext = createChildContext(context, context.path ? `, header ${name}` : `header ${name}`, {
      ...(headerBefore && {
        base: { ...context.base, pointer: pair.base.getPointer(headerBefore) ?? context.base.pointer },
      }),
      ...(headerAfter && {
        revision: {
          ...context.revision,
          pointer: pair.revision.getPointer(headerAfter) ?? context.revision.pointer,
        },
      }),
    });
    if (headerBefore && headerAfter)
      compareParameters(comparer, headerBefore, headerAfter, "header", childContext);
    else if (headerBefore) {
      const isAnnounced = isPastSunset(headerBefore, pair.today);
      addFinding(childContext, "removed", "changes", "The header was removed.", {
        site: childContext.base,
        ...(isAnnounced && { isAnnounced }),
      });
    } else if (headerAfter?.required === true)
      addFinding(childContext, "required-added", "changes", "The header was added, and is required.");
    else addFinding(childContext, "added", "adds", "The header was added.");
  }
}

/** Returns the headers by lower-case name. `content` describes the media type, not a header. */
function getHeaders(side: Side, headers: Json | undefined): Map<string, JsonObject> {
  const headersByName = new Map<string, JsonObject>();
  for (const [name, value] of Object.entries(isObject(headers) ? headers : {})) {
    const header = side.resolve(value);
    if (header && name.toLowerCase() !== "content-type") headersByName.set(name.toLowerCase(), header);
  }
  return headersByName;
}
