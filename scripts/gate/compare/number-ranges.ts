import type { Json, JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { isEqual } from "../json-equality.js";
import type { Effect } from "./finding.js";

/** The ranges of the formats of whole numbers. */
const FORMAT_RANGES: Readonly<Record<string, readonly [minimum: number, maximum: number]>> = {
  int8: [-(2 ** 7), 2 ** 7 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  // The exact maximum is not a double. Parsers round it up to this one.
  int64: [-(2 ** 63), 2 ** 63],
  uint8: [0, 2 ** 8 - 1],
  uint16: [0, 2 ** 16 - 1],
  uint32: [0, 2 ** 32 - 1],
  uint64: [0, 2 ** 64],
};

/** The keywords of one end of a range. */
export interface RangeKeywords {
  inclusive: string;
  exclusive: string;
  /** -1 if a lower value is tighter. */
  sign: 1 | -1;
}

/** The keywords of both ends of a range. */
export const RANGE_ENDS: readonly RangeKeywords[] = [
  { inclusive: "minimum", exclusive: "exclusiveMinimum", sign: 1 },
  { inclusive: "maximum", exclusive: "exclusiveMaximum", sign: -1 },
];

/** One end of the range of a schema. */
interface RangeEnd {
  /** The keyword that limits the values. Undefined if the format does. */
  keyword?: string;
  /** A higher one is tighter. */
  tightness: number;
  isExclusive: boolean;
}

/**
 * Finds the tighter of the two limits that the keywords and the format of a canonical schema set.
 *
 * @param schema - The canonical schema.
 * @param keywords - The keywords of one end of the range.
 * @returns The end. Undefined for a range without that end.
 */
export function findRangeEnd(
  schema: JsonObject,
  { inclusive, exclusive, sign }: RangeKeywords,
): RangeEnd | undefined {
  const keyword = typeof schema[exclusive] === "number" ? exclusive : inclusive;
  const limit = schema[keyword];
  const stated =
    typeof limit === "number"
      ? { keyword, tightness: sign * limit, isExclusive: keyword === exclusive }
      : undefined;
  const range = findFormatRange(schema);
  if (!range) return stated;
  const tightness = sign * range[sign === 1 ? 0 : 1];
  return stated && stated.tightness > tightness ? stated : { tightness, isExclusive: false };
}

/**
 * Returns whether the keywords of one end of a range have the same values in two schemas.
 *
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @param keywords - The keywords of one end of the range.
 * @returns Whether they are equal. Only another format can then change the end.
 */
export function haveSameLimits(
  base: JsonObject,
  revision: JsonObject,
  { inclusive, exclusive }: RangeKeywords,
): boolean {
  return isEqual(base[inclusive], revision[inclusive]) && isEqual(base[exclusive], revision[exclusive]);
}

function findFormatRange(schema: JsonObject): readonly [number, number] | undefined {
  const types = getTypes(schema)?.filter((type) => type !== "null") ?? [];
  const { format } = schema;
  const isWhole = types.length === 1 && types[0] === "integer";
  return isWhole && isRangeFormat(format) ? FORMAT_RANGES[format] : undefined;
}

const isRangeFormat = (format: Json | undefined): format is string =>
  typeof format === "string" && Object.hasOwn(FORMAT_RANGES, format);

/**
 * Compares two ends of ranges. Undefined if they are the same.
 *
 * @param before - The end in the base.
 * @param after - The end in the revision.
 * @returns The effect of the change.
 */
export function compareRangeEnds(
  before: RangeEnd | undefined,
  after: RangeEnd | undefined,
): "narrows" | "widens" | undefined {
  if (before?.tightness === after?.tightness && before?.isExclusive === after?.isExclusive) return undefined;
  if (!before) return "narrows";
  if (!after) return "widens";
  if (before.tightness === after.tightness) return after.isExclusive ? "narrows" : "widens";
  return after.tightness > before.tightness ? "narrows" : "widens";
}

/**
 * Compares two formats of whole numbers by the ends of the ranges that only the formats limit. Other ends are compared
 * by their keywords.
 *
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @returns The effect. `same` if the range stays the same. Undefined if the formats do not limit a range.
 */
export function compareRangeFormats(base: JsonObject, revision: JsonObject): Effect | "same" | undefined {
  const isRange = [base, revision].every(({ format }) => format === undefined || isRangeFormat(format));
  if (!isRange || (!findFormatRange(base) && !findFormatRange(revision))) return undefined;
  const effects = RANGE_ENDS.map((keywords): Effect | undefined => {
    const [before, after] = [findRangeEnd(base, keywords), findRangeEnd(revision, keywords)];
    const isStated = before?.keyword !== undefined || after?.keyword !== undefined;
    return isStated && !haveSameLimits(base, revision, keywords)
      ? undefined
      : compareRangeEnds(before, after);
  }).filter((effect) => effect !== undefined);
  const [effect = "same", other = effect] = effects;
  return effect === other ? effect : "changes";
}
