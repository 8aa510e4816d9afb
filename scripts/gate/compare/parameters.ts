import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { typesOf } from "../normalize/canonical.js";
import { unionOf } from "../normalize/unions.js";
import { compareAnnotations } from "./annotations.js";
import { createChildContext, type Comparer, type Context, addFinding } from "./context.js";
import type { Side } from "./side.js";
import { isPastSunset } from "./sunset.js";

/** Compares two parameters or headers of the same name. */
export function compareParameters(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  location: string,
  context: Context,
): void {
  const { pair } = comparer;
  const [was, is] = [
    location === "path" || base.required === true,
    location === "path" || revision.required === true,
  ];
  if (!was && is) addFinding(context, "became-required", "narrows", "It became required.");
  if (was && !is) addFinding(context, "became-optional", "widens", "It is no longer required.");
  compareFlag(context, base, revision, "allowEmptyValue", "empty-value");
  compareFlag(context, base, revision, "allowReserved", "reserved");
  const [before, after] = [
    serializationOf(pair.base, base, location),
    serializationOf(pair.revision, revision, location),
  ];
  if (before !== after)
    addFinding(context, "serialization", "changes", `The serialization changed from ${before} to ${after}.`);
  compareAnnotations(comparer, base, revision, context);
  comparer.compare(schemaOf(base), schemaOf(revision), {
    ...context,
    base: pair.base.createSite([...context.base.pointer, "schema"]),
    revision: pair.revision.createSite([...context.revision.pointer, "schema"]),
    isRequired: was && is,
  });
}

/** Returns the schema of a parameter: its own, or that of its only media type. */
function schemaOf({ schema, content }: JsonObject): Json | undefined {
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
  const [was, is] = [base[keyword] === true, revision[keyword] === true];
  if (was !== is)
    addFinding(context, rule, is ? "widens" : "narrows", `\`${keyword}\` became ${String(is)}.`);
}

const STYLES: Readonly<Record<string, string>> = {
  query: "form",
  cookie: "form",
  path: "simple",
  header: "simple",
};

/** Describes the serialization of a parameter. Options without effect on its type are left out. */
function serializationOf(side: Side, parameter: JsonObject, location: string): string {
  if (isObject(parameter.content)) return `content of ${Object.keys(parameter.content).join()}`;
  const style = typeof parameter.style === "string" ? parameter.style : (STYLES[location] ?? "form");
  const explode = typeof parameter.explode === "boolean" ? parameter.explode : style === "form";
  if (isScalar(side, parameter.schema)) return location === "path" ? style : "a value";
  const isSame =
    style === "deepObject" || (style === "simple" && !allowsType(side, parameter.schema, "object"));
  return isSame ? style : `${style}${explode ? ", exploded" : ""}`;
}

function isScalar(side: Side, schema: Json | undefined): boolean {
  return !allowsType(side, schema, "array") && !allowsType(side, schema, "object");
}

function allowsType(side: Side, schema: Json | undefined, type: string): boolean {
  const whole = side.schemas.expandAll(schema);
  return unionOf(whole) !== undefined || (typesOf(whole)?.includes(type) ?? true);
}

/** Compares the headers of two responses, or of two parts of a body. */
export function compareHeaders(
  comparer: Comparer,
  base: Json | undefined,
  revision: Json | undefined,
  context: Context,
): void {
  const { pair } = comparer;
  const [before, after] = [headersOf(pair.base, base), headersOf(pair.revision, revision)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    const at = createChildContext(context, context.at ? `, header ${name}` : `header ${name}`, {
      ...(was && { base: { ...context.base, pointer: pair.base.pointerOf(was) ?? context.base.pointer } }),
      ...(is && {
        revision: { ...context.revision, pointer: pair.revision.pointerOf(is) ?? context.revision.pointer },
      }),
    });
    if (was && is) compareParameters(comparer, was, is, "header", at);
    else if (was) {
      const isAnnounced = isPastSunset(was, pair.today);
      addFinding(at, "removed", "changes", "The header was removed.", {
        site: at.base,
        ...(isAnnounced && { isAnnounced }),
      });
    } else if (is?.required === true)
      addFinding(at, "required-added", "changes", "The header was added, and is required.");
    else addFinding(at, "added", "adds", "The header was added.");
  }
}

/** Returns the headers by lower-case name. `content` describes the media type, not a header. */
function headersOf(side: Side, headers: Json | undefined): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [name, value] of Object.entries(isObject(headers) ? headers : {})) {
    const header = side.resolve(value);
    if (header && name.toLowerCase() !== "content-type") found.set(name.toLowerCase(), header);
  }
  return found;
}
