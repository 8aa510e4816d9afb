import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { isJsonMediaType, isMultipart, isUrlEncodedForm } from "../../document/media-types.js";
import { isEqual } from "../json-equality.js";
import { compareAnnotations } from "./annotations.js";
import { addFinding, type Comparer, type Context, createChildContext } from "./context.js";
import type { Effect } from "./finding.js";
import { compareEncodings } from "./encodings.js";
import { includesMediaType, normalizeMediaType } from "./media-type-names.js";
import { compareHeaders } from "./parameters.js";

/**
 * Compares the media types of two bodies.
 *
 * @param comparer - Compares the schemas.
 * @param base - The `content` in the base.
 * @param revision - The `content` in the revision.
 * @param context - Receives the findings.
 * @param isRequest - Whether the bodies are those of a request. Default: `false`.
 */
export function compareContent(
  comparer: Comparer,
  base: Json | undefined,
  revision: Json | undefined,
  context: Context,
  isRequest = false,
): void {
  const [before, after] = [getMediaTypes(base), getMediaTypes(revision)];
  const isSingle = before.size === 1 && after.size === 1;
  const { removed, added } = context.direction === "received" && isRequest ? DELIVERED : NEGOTIATED;
  const names = new Set(after.keys());
  for (const [name, media] of before) {
    const match = after.has(name)
      ? name
      : findOverlappingMediaType(
          name,
          [...after.keys()].filter((candidate) => !before.has(candidate)),
        );
    if (match === undefined) {
      addFinding(context, ...removed, `The media type \`${name}\` was removed.`, { site: context.base });
      continue;
    }
    names.delete(match);
    if (match !== name)
      addFinding(
        context,
        "media-type",
        includesMediaType(match, name) ? "widens" : "narrows",
        `The media type \`${name}\` became \`${match}\`.`,
      );
    compareMedia(
      comparer,
      [media, after.get(match) ?? {}],
      match,
      createMediaContext(comparer, context, [name, match], isSingle),
    );
  }
  for (const name of names) addFinding(context, ...added, `The media type \`${name}\` was added.`);
}

/** The rules and effects of a removed and an added media type. */
interface MediaTypeRules {
  removed: readonly [string, Effect];
  added: readonly [string, Effect];
}

/** The caller chooses one of the media types. */
const NEGOTIATED: MediaTypeRules = {
  removed: ["media-type-removed", "changes"],
  added: ["media-type-added", "adds"],
};

/** The API chooses one of the media types, for the request of a callback or webhook. */
const DELIVERED: MediaTypeRules = {
  removed: ["media-type", "narrows"],
  added: ["media-type", "widens"],
};

function createMediaContext(
  { pair }: Comparer,
  context: Context,
  [name, match]: readonly [string, string],
  isSingle: boolean,
): Context {
  return createChildContext(context, isSingle || isJsonMediaType(match) ? "" : `(${match})`, {
    base: pair.base.createSite([...context.base.pointer, "content", name]),
    revision: pair.revision.createSite([...context.revision.pointer, "content", match]),
  });
}

/** Returns the media types by their normalized names. */
function getMediaTypes(content: Json | undefined): Map<string, JsonObject> {
  const entries = Object.entries(isObject(content) ? content : {});
  return new Map(entries.map(([name, media]) => [normalizeMediaType(name), isObject(media) ? media : {}]));
}

const findOverlappingMediaType = (name: string, candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) => includesMediaType(candidate, name) || includesMediaType(name, candidate));

function compareMedia(
  comparer: Comparer,
  [before, after]: readonly [JsonObject, JsonObject],
  name: string,
  context: Context,
): void {
  const { pair } = comparer;
  comparer.compare(before.schema, after.schema, {
    ...context,
    base: pair.base.createSite([...context.base.pointer, "schema"]),
    revision: pair.revision.createSite([...context.revision.pointer, "schema"]),
  });
  compareItemSchemas(comparer, before, after, context);
  compareAnnotations(comparer, before, after, context);
  if (isMultipart(name) || isUrlEncodedForm(name)) compareEncodings(comparer, before, after, context);
}

/** Compares the schemas of the items of streams, which OpenAPI 3.2 has. */
function compareItemSchemas(
  comparer: Comparer,
  before: JsonObject,
  after: JsonObject,
  context: Context,
): void {
  if (before.itemSchema === undefined && after.itemSchema === undefined) return;
  const { pair } = comparer;
  comparer.compare(
    before.itemSchema,
    after.itemSchema,
    createChildContext(context, "[]", {
      base: pair.base.createSite([...context.base.pointer, "itemSchema"]),
      revision: pair.revision.createSite([...context.revision.pointer, "itemSchema"]),
    }),
  );
}

/**
 * Compares two request bodies.
 *
 * @param comparer - Compares the schemas.
 * @param base - The body in the base.
 * @param revision - The body in the revision.
 * @param context - Receives the findings.
 */
export function compareBodies(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const [wasRequired, isRequired] = [base.required === true, revision.required === true];
  if (!wasRequired && isRequired)
    addFinding(context, "body-required", "narrows", "The body became required.");
  if (wasRequired && !isRequired)
    addFinding(context, "body-optional", "widens", "The body is no longer required.");
  compareAnnotations(comparer, base, revision, context);
  compareContent(comparer, base.content, revision.content, context, true);
}

/**
 * Compares two responses of the same status.
 *
 * @param comparer - Compares the schemas.
 * @param base - The response in the base.
 * @param revision - The response in the revision.
 * @param context - Receives the findings.
 */
export function compareResponses(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  compareAnnotations(comparer, base, revision, context);
  compareHeaders(comparer, base.headers, revision.headers, context);
  compareContent(comparer, base.content, revision.content, context);
  if (!isEqual(base.links, revision.links)) addFinding(context, "link", "annotates", "`links` changed.");
}
