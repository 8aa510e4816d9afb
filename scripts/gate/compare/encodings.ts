import { getMember, isObject, type Json, type JsonObject, type Pointer } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { addFinding, type Comparer, type Context, createChildContext } from "./context.js";
import type { Site } from "./finding.js";
import { formatList } from "./format-values.js";
import { includesMediaType, normalizeMediaType } from "./media-type-names.js";
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
  const names = [before.encoding, after.encoding].flatMap((value) =>
    Object.keys(isObject(value) ? value : {}),
  );
  for (const name of new Set(names)) {
    const fields = [readField(pair.base, before, name), readField(pair.revision, after, name)] as const;
    // The encoding of an unknown property is ignored. An added or removed one is reported itself.
    if (fields.some(({ schema }) => schema === undefined)) continue;
    const getPointer = ({ pointer }: Site, { isEncoded }: Field): Pointer =>
      isEncoded ? [...pointer, "encoding", name] : pointer;
    const childContext = createChildContext(context, `${name} (encoding)`, {
      base: pair.base.createSite(getPointer(context.base, fields[0])),
      revision: pair.revision.createSite(getPointer(context.revision, fields[1])),
    });
    compareContentTypes(fields[0], fields[1], childContext);
    compareStyles(fields[0], fields[1], childContext);
    compareHeaders(comparer, fields[0].encoding.headers, fields[1].encoding.headers, childContext);
  }
}

/** A field of a form. */
interface Field {
  side: Side;
  schema: Json | undefined;
  encoding: JsonObject;
  isEncoded: boolean;
}

function readField(side: Side, media: JsonObject, name: string): Field {
  const encoding = isObject(media.encoding) ? getMember(media.encoding, name) : undefined;
  return {
    side,
    schema: findProperty(side, media, name),
    encoding: isObject(encoding) ? encoding : {},
    isEncoded: encoding !== undefined,
  };
}

/** Compares the media types of a field. A range such as `image/*` includes others. */
function compareContentTypes(before: Field, after: Field, context: Context): void {
  const [typesBefore, typesAfter] = [listContentTypes(before), listContentTypes(after)];
  const isMissing = (type: string, others: readonly string[]): boolean =>
    !others.some((other) => other === type || includesMediaType(other, type));
  const isNarrowed = typesBefore.some((type) => isMissing(type, typesAfter));
  const isWidened = typesAfter.some((type) => isMissing(type, typesBefore));
  if (!isNarrowed && !isWidened) return;
  addFinding(
    context,
    "encoding",
    isNarrowed && isWidened ? "changes" : isNarrowed ? "narrows" : "widens",
    `\`contentType\` changed from ${formatList(typesBefore)} to ${formatList(typesAfter)}.`,
  );
}

function compareStyles(before: Field, after: Field, context: Context): void {
  const hasParts = [before, after].some(hasSeveralParts);
  const [styleBefore, styleAfter] = [describeStyle(before, hasParts), describeStyle(after, hasParts)];
  if (styleBefore !== styleAfter)
    addFinding(
      context,
      "serialization",
      "changes",
      `The serialization changed from ${styleBefore} to ${styleAfter}.`,
    );
}

/** Returns whether a field may be a list or an object, whose serialization depends on `explode`. */
function hasSeveralParts({ side, schema }: Field): boolean {
  if (schema === undefined) return false;
  const whole = side.schemas.expandAll(schema);
  const types = getTypes(whole);
  return types === undefined || types.includes("array") || types.includes("object");
}

/** Returns the media types of a part: the stated ones, or else the default for its schema. */
function listContentTypes({ side, schema, encoding: { contentType } }: Field): string[] {
  if (typeof contentType === "string") return contentType.split(",").map(normalizeMediaType).sort();
  return [findDefaultContentType(side, schema)];
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
  const { contentMediaType, contentEncoding } = whole;
  if (typeof contentMediaType === "string" && contentEncoding === undefined)
    return normalizeMediaType(contentMediaType);
  const isBinary = whole.format === "binary" || whole.format === "byte" || contentEncoding !== undefined;
  return type === undefined || (type === "string" && isBinary) ? "application/octet-stream" : "text/plain";
}

/** Describes the serialization of a field, as that of a parameter. */
function describeStyle(
  { encoding: { style: stated, explode, allowReserved } }: Field,
  hasParts: boolean,
): string {
  const style = typeof stated === "string" ? stated : "form";
  const isExploded = hasParts && style !== "deepObject" && (explode ?? style === "form") === true;
  return [
    style,
    ...(isExploded ? ["exploded"] : []),
    ...(allowReserved === true ? ["reserved characters unencoded"] : []),
  ].join(", ");
}
