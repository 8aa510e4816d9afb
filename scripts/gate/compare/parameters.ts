import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { listOf, typesOf } from "../normalize/canonical.js";
import { unionOf } from "../normalize/unions.js";
import { stable } from "../stable.js";
import { compareAnnotations } from "./annotations.js";
import { below, type Comparer, type Context, isPastSunset, note } from "./context.js";
import type { Side } from "./side.js";

/** What differs between two parameters or headers of the same name. */
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
  if (!was && is) note(context, "became-required", "narrows", "It became required.");
  if (was && !is) note(context, "became-optional", "widens", "It is no longer required.");
  flag(context, base, revision, "allowEmptyValue", "empty-value");
  flag(context, base, revision, "allowReserved", "reserved");
  const [before, after] = [
    writtenAs(pair.base, base, location),
    writtenAs(pair.revision, revision, location),
  ];
  if (before !== after)
    note(context, "serialization", "changes", `It is written as ${after}, it was ${before}.`);
  compareAnnotations(comparer, base, revision, context);
  comparer.compare(schemaOf(base), schemaOf(revision), {
    ...context,
    base: pair.base.site([...context.base.pointer, "schema"]),
    revision: pair.revision.site([...context.revision.pointer, "schema"]),
    required: was && is,
  });
}

/** The schema of a parameter: its own, or that of its one media type. */
function schemaOf({ schema, content }: JsonObject): Json | undefined {
  if (!isObject(content)) return schema;
  const [media] = Object.values(content);
  return isObject(media) ? media.schema : undefined;
}

function flag(context: Context, base: JsonObject, revision: JsonObject, keyword: string, rule: string): void {
  const [was, is] = [base[keyword] === true, revision[keyword] === true];
  if (was !== is) note(context, rule, is ? "widens" : "narrows", `\`${keyword}\` became ${String(is)}.`);
}

const STYLES: Readonly<Record<string, string>> = {
  query: "form",
  cookie: "form",
  path: "simple",
  header: "simple",
};

/** How a value is written, in words; what makes no difference to values of its type is left out. */
function writtenAs(side: Side, parameter: JsonObject, location: string): string {
  if (isObject(parameter.content)) return `content of ${Object.keys(parameter.content).join()}`;
  const style = typeof parameter.style === "string" ? parameter.style : (STYLES[location] ?? "form");
  const explode = typeof parameter.explode === "boolean" ? parameter.explode : style === "form";
  if (isScalar(side, parameter.schema)) return location === "path" ? style : "a value";
  return style === "deepObject" ? style : `${style}${explode ? ", exploded" : ""}`;
}

function isScalar(side: Side, schema: Json | undefined): boolean {
  const whole = side.schemas.expand(side.schemas.normalize(schema), new Set());
  const types = typesOf(whole);
  return !unionOf(whole) && types !== undefined && !types.includes("array") && !types.includes("object");
}

/** What differs between the headers of two responses, or of two parts of a body. */
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
    const at = below(context, context.at ? `, header ${name}` : `header ${name}`, {
      ...(was && { base: { ...context.base, pointer: pair.base.pointerOf(was) ?? context.base.pointer } }),
      ...(is && {
        revision: { ...context.revision, pointer: pair.revision.pointerOf(is) ?? context.revision.pointer },
      }),
    });
    if (was && is) compareParameters(comparer, was, is, "header", at);
    else if (was) {
      const announced = isPastSunset(was, pair.today);
      note(at, "removed", "changes", "The header was removed.", {
        site: at.base,
        ...(announced && { announced }),
      });
    } else if (is?.required === true)
      note(at, "required-added", "changes", "The header was added, and is required.");
    else note(at, "added", "adds", "The header was added.");
  }
}

/** Headers by name in small letters. The media type is stated elsewhere. */
function headersOf(side: Side, headers: Json | undefined): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const [name, value] of Object.entries(isObject(headers) ? headers : {})) {
    const header = side.resolve(value);
    if (header && name.toLowerCase() !== "content-type") found.set(name.toLowerCase(), header);
  }
  return found;
}

/** Header parameters that OpenAPI has other places for, and that it says are to be ignored. */
const ELSEWHERE = new Set(["header accept", "header content-type", "header authorization"]);

/** A parameter of an operation: as it is written, and what that refers to. */
export interface OwnedParameter {
  written: Json;
  parameter: JsonObject;
  name: string;
  location: string;
}

/** The parameters of an operation by what they are matched by: their names, or the position in a path. */
export function parametersOf(
  side: Side,
  path: string,
  item: JsonObject,
  operation: JsonObject,
): Map<string, OwnedParameter> {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const found = new Map<string, OwnedParameter>();
  // Those of the operation replace those of the path.
  for (const list of [item.parameters, operation.parameters])
    for (const written of listOf(list)) {
      const parameter = side.resolve(written);
      const { name, in: location } = parameter ?? {};
      if (!parameter || typeof name !== "string" || typeof location !== "string") continue;
      const called = location === "header" ? name.toLowerCase() : name;
      const key =
        location === "path" && names.includes(name) ? `path ${names.indexOf(name)}` : `${location} ${called}`;
      if (!ELSEWHERE.has(key)) found.set(key, { written, parameter, name, location });
    }
  return found;
}

/** A parameter as text, without its name and what is only read. */
export function contentOf(side: Side, { parameter }: OwnedParameter): string {
  return stable([
    parameter.in ?? null,
    parameter.required ?? false,
    side.schemas.normalize(parameter.schema),
  ]);
}
