import { isObject, type Json, type JsonObject, getMember } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { addFinding, createChildContext, type Comparer, type Context } from "./context.js";
import { formatList } from "./format-values.js";
import { compareHeaders } from "./parameters.js";
import type { Side } from "./side.js";

/** Compares the serialization of the fields of two forms. */
export function compareEncodings(
  comparer: Comparer,
  before: JsonObject,
  after: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const [was, is] = [before.encoding, after.encoding].map((value) => (isObject(value) ? value : {})) as [
    JsonObject,
    JsonObject,
  ];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    // The encoding of an unknown property is ignored.
    if (!getProperty(pair.base, before, name) && !getProperty(pair.revision, after, name)) continue;
    const [from, to] = [getMember(was, name) ?? {}, getMember(is, name) ?? {}] as [JsonObject, JsonObject];
    const at = createChildContext(context, `${name} (encoding)`);
    const [types, others] = [
      getContentTypes(pair.base, before, name, from),
      getContentTypes(pair.revision, after, name, to),
    ];
    const [removed, added] = [
      types.filter((each) => !others.includes(each)),
      others.filter((each) => !types.includes(each)),
    ];
    if (removed.length || added.length) {
      const effect = removed.length && added.length ? "changes" : removed.length ? "narrows" : "widens";
      addFinding(
        at,
        "encoding",
        effect,
        `\`contentType\` changed from ${formatList(types)} to ${formatList(others)}.`,
      );
    }
    const [style, styleAfter] = [getStyle(from), getStyle(to)];
    if (style !== styleAfter)
      addFinding(at, "serialization", "changes", `The serialization changed from ${style} to ${styleAfter}.`);
    compareHeaders(comparer, from.headers, to.headers, at);
  }
}

/** Returns the media types of a part: the stated ones, or else the default for its schema. */
function getContentTypes(side: Side, media: JsonObject, name: string, encoding: JsonObject): string[] {
  if (typeof encoding.contentType === "string")
    return encoding.contentType
      .split(",")
      .map((type) => type.trim().toLowerCase())
      .sort();
  return [findDefaultContentType(side, getProperty(side, media, name))];
}

function getProperty(side: Side, { schema }: JsonObject, name: string): Json | undefined {
  const { properties } = side.schemas.expandAll(schema);
  return isObject(properties) ? getMember(properties, name) : undefined;
}

function findDefaultContentType(side: Side, schema: Json | undefined): string {
  const whole = side.schemas.expandAll(schema);
  const [type] = (getTypes(whole) ?? []).filter((each) => each !== "null");
  if (type === "array") return findDefaultContentType(side, whole.items);
  if (type === "object") return "application/json";
  const isBinary =
    whole.format === "binary" || whole.format === "byte" || whole.contentEncoding !== undefined;
  return type === undefined || (type === "string" && isBinary) ? "application/octet-stream" : "text/plain";
}

/** Describes the serialization of a field, as that of a parameter. */
function getStyle({ style: stated, explode, allowReserved }: JsonObject): string {
  const style = typeof stated === "string" ? stated : "form";
  const isExploded = style !== "deepObject" && (explode ?? style === "form") === true;
  return [
    style,
    ...(isExploded ? ["exploded"] : []),
    ...(allowReserved === true ? ["reserved characters unencoded"] : []),
  ].join(", ");
}
