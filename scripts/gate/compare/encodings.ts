import { isObject, type Json, type JsonObject, getMember } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { addFinding, createChildContext, type Comparer, type Context } from "./context.js";
import { formatList } from "./format-values.js";
import { compareHeaders } from "./parameters.js";
import type { Side } from "./side.js";

/**
 * Compares the serialization of the fields of two forms.
 *
 * @param comparer - Compares the headers.
 * @param before - The media type in the base.
 * @param after - The media type in the revision.
 * @param context - Receives the findings.
 */
export function compareEncodings(
  comparer: Comparer,
  before: JsonObject,
  after: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const [encodingsBefore, encodingsAfter] = [before.encoding, after.encoding].map((value) =>
    isObject(value) ? value : {},
  ) as [JsonObject, JsonObject];
  for (const name of new Set([...Object.keys(encodingsBefore), ...Object.keys(encodingsAfter)])) {
    // The encoding of an unknown property is ignored.
    if (!findProperty(pair.base, before, name) && !findProperty(pair.revision, after, name)) continue;
    const [encodingBefore, encodingAfter] = [
      getMember(encodingsBefore, name) ?? {},
      getMember(encodingsAfter, name) ?? {},
    ] as [JsonObject, JsonObject];
    const childContext = createChildContext(context, `${name} (encoding)`);
    const [types, otherTypes] = [
      getContentTypes(pair.base, before, name, encodingBefore),
      getContentTypes(pair.revision, after, name, encodingAfter),
    ];
    const [removed, added] = [
      types.filter((type) => !otherTypes.includes(type)),
      otherTypes.filter((type) => !types.includes(type)),
    ];
    if (removed.length || added.length) {
      const effect = removed.length && added.length ? "changes" : removed.length ? "narrows" : "widens";
      addFinding(
        childContext,
        "encoding",
        effect,
        `\`contentType\` changed from ${formatList(types)} to ${formatList(otherTypes)}.`,
      );
    }
    const [style, styleAfter] = [describeStyle(encodingBefore), describeStyle(encodingAfter)];
    if (style !== styleAfter)
      addFinding(
        childContext,
        "serialization",
        "changes",
        `The serialization changed from ${style} to ${styleAfter}.`,
      );
    compareHeaders(comparer, encodingBefore.headers, encodingAfter.headers, childContext);
  }
}

/** Returns the media types of a part: the stated ones, or else the default for its schema. */
function getContentTypes(side: Side, media: JsonObject, name: string, encoding: JsonObject): string[] {
  if (typeof encoding.contentType === "string")
    return encoding.contentType
      .split(",")
      .map((type) => type.trim().toLowerCase())
      .sort();
  return [findDefaultContentType(side, findProperty(side, media, name))];
}

function findProperty(side: Side, { schema }: JsonObject, name: string): Json | undefined {
  const { properties } = side.schemas.expandAll(schema);
  return isObject(properties) ? getMember(properties, name) : undefined;
}

function findDefaultContentType(side: Side, schema: Json | undefined): string {
  const whole = side.schemas.expandAll(schema);
  const [type] = (getTypes(whole) ?? []).filter((typeName) => typeName !== "null");
  if (type === "array") return findDefaultContentType(side, whole.items);
  if (type === "object") return "application/json";
  const isBinary =
    whole.format === "binary" || whole.format === "byte" || whole.contentEncoding !== undefined;
  return type === undefined || (type === "string" && isBinary) ? "application/octet-stream" : "text/plain";
}

/** Describes the serialization of a field, as that of a parameter. */
function describeStyle({ style: stated, explode, allowReserved }: JsonObject): string {
  const style = typeof stated === "string" ? stated : "form";
  const isExploded = style !== "deepObject" && (explode ?? style === "form") === true;
  return [
    style,
    ...(isExploded ? ["exploded"] : []),
    ...(allowReserved === true ? ["reserved characters unencoded"] : []),
  ].join(", ");
}
