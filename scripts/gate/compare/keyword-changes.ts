import { getMember, isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { isMultiple } from "../normalize/implied.js";
import { isEqual, stringifySorted } from "../json-equality.js";
import type { Effect } from "./finding.js";
import { formatList, formatPlain, formatTypes, formatValue } from "./format-values.js";
import {
  compareRangeEnds,
  compareRangeFormats,
  findRangeEnd,
  haveSameLimits,
  RANGE_ENDS,
  type RangeKeywords,
} from "./number-ranges.js";

/** The change of a keyword. */
export interface KeywordChange {
  rule: string;
  keyword: string;
  effect: Effect;
  message: string;
  /** The value in each schema. */
  values?: readonly [base: string, revision: string];
}

type KeywordComparer = (base: JsonObject, revision: JsonObject) => (KeywordChange | undefined)[];

const formatOptional = (value: Json | undefined): string =>
  value === undefined ? "not set" : formatValue(value);

/** Describes the change of a keyword as a sentence. */
function describeKeywordChange(keyword: string, before: Json | undefined, after: Json | undefined): string {
  if (before === undefined) return `\`${keyword}\` was set to ${formatValue(after)}.`;
  if (after === undefined) return `\`${keyword}\` was removed. It was ${formatValue(before)}.`;
  return `\`${keyword}\` changed from ${formatValue(before)} to ${formatValue(after)}.`;
}

/** Creates the comparer of a keyword. If both schemas have it, `compare` returns the effect. */
function createConstraintComparer(
  keyword: string,
  rule: string,
  compare: (before: Json, after: Json) => Effect,
): KeywordComparer {
  return (base, revision) => {
    const [before, after] = [base[keyword], revision[keyword]];
    if (isEqual(before, after)) return [];
    const effect = before === undefined ? "narrows" : after === undefined ? "widens" : compare(before, after);
    return [
      {
        rule,
        keyword,
        effect,
        message: describeKeywordChange(keyword, before, after),
        values: [formatOptional(before), formatOptional(after)],
      },
    ];
  };
}

const rateLowerAsWider = (before: Json, after: Json): Effect =>
  Number(after) < Number(before) ? "widens" : "narrows";
const rateHigherAsWider = (before: Json, after: Json): Effect =>
  Number(after) > Number(before) ? "widens" : "narrows";
const rateIncomparable = (): Effect => "changes";

/** Creates the comparer of one end of a range. It compares the end only if a keyword limits it. */
function createRangeComparer(keywords: RangeKeywords): KeywordComparer {
  return (base, revision) => {
    if (haveSameLimits(base, revision, keywords)) return [];
    const [before, after] = [findRangeEnd(base, keywords), findRangeEnd(revision, keywords)];
    const keyword = after?.keyword ?? before?.keyword;
    const effect = compareRangeEnds(before, after);
    if (keyword === undefined || effect === undefined) return [];
    const [keywordBefore, keywordAfter] = [before?.keyword ?? keyword, after?.keyword ?? keyword];
    const message =
      keywordBefore === keywordAfter
        ? describeKeywordChange(keyword, base[keyword], revision[keyword])
        : `\`${keywordBefore}\` ${formatValue(base[keywordBefore])} became \`${keywordAfter}\` ${formatValue(revision[keywordAfter])}.`;
    const values = [formatOptional(base[keywordBefore]), formatOptional(revision[keywordAfter])] as const;
    return [{ rule: "bound", keyword, effect, message, values }];
  };
}

const compareTypes: KeywordComparer = (base, revision) => {
  const [before, after] = [getTypes(base), getTypes(revision)];
  if (isEqual(before as Json | undefined, after as Json | undefined)) return [];
  const allowsType = (types: readonly string[] | undefined, type: string): boolean =>
    !types || types.includes(type) || (type === "integer" && types.includes("number"));
  const [losesType, gainsType] = [
    before ? before.some((type) => !allowsType(after, type)) : true,
    after ? after.some((type) => !allowsType(before, type)) : true,
  ];
  const effect = losesType && gainsType ? "changes" : losesType ? "narrows" : "widens";
  const [from, to] = [formatTypes(before, "any type"), formatTypes(after, "any type")];
  return [
    {
      rule: "type",
      keyword: "type",
      effect,
      message: `The type changed from ${from} to ${to}.`,
      values: [from, to],
    },
  ];
};

const formatValues = (values: Json | undefined): string =>
  values === undefined ? "any" : toList(values).map(formatValue).join(" | ");

/** Returns the enum values, without null if the type already states whether null is allowed. */
function listValuesBesideType(base: JsonObject, revision: JsonObject): (Json[] | undefined)[] {
  const isTyped = [base, revision].every(
    (schema) => (getTypes(schema)?.includes("null") ?? false) === toList(schema.enum).includes(null),
  );
  return [base.enum, revision.enum].map((values) =>
    Array.isArray(values) ? values.filter((value) => !isTyped || value !== null) : undefined,
  );
}

const compareValues: KeywordComparer = (base, revision) => {
  const [before, after] = listValuesBesideType(base, revision);
  if (before === undefined && after === undefined) return [];
  const createChange = (rule: string, effect: Effect, message: string): KeywordChange => ({
    rule,
    keyword: "enum",
    effect,
    message,
    values: [formatValues(before), formatValues(after)],
  });
  const formatNames = (values: readonly Json[]): string =>
    formatList(values.map((value) => `\`${formatValue(value)}\``));
  if (before === undefined)
    return [
      createChange("values-listed", "narrows", `Only the values ${formatNames(toList(after))} are allowed.`),
    ];
  if (after === undefined)
    return [createChange("values-unlisted", "widens", "The list of values was removed.")];
  const keysBefore = new Set(toList(before).map(stringifySorted));
  const keysAfter = new Set(toList(after).map(stringifySorted));
  const added = toList(after).filter((value) => !keysBefore.has(stringifySorted(value)));
  const removed = toList(before).filter((value) => !keysAfter.has(stringifySorted(value)));
  const pluralize = (values: readonly Json[]): string => (values.length > 1 ? "values" : "value");
  return [
    removed.length
      ? createChange(
          "value-removed",
          "narrows",
          `The ${pluralize(removed)} ${formatNames(removed)} ${removed.length > 1 ? "were" : "was"} removed.`,
        )
      : undefined,
    added.length
      ? createChange(
          "value-added",
          "widens",
          `The ${pluralize(added)} ${formatNames(added)} ${added.length > 1 ? "were" : "was"} added.`,
        )
      : undefined,
  ];
};

/** Chains of formats: every value of a format is also valid in the next one. */
const WIDER_FORMATS: readonly (readonly string[])[] = [
  ["int8", "int16", "int32", "int64"],
  ["uint8", "uint16", "uint32", "uint64"],
  ["uint8", "int16"],
  ["uint16", "int32"],
  ["uint32", "int64"],
  ["email", "idn-email"],
  ["hostname", "idn-hostname"],
  ["uri", "iri", "iri-reference"],
  ["url", "uri"],
  ["uri", "uri-reference", "iri-reference"],
];

function rateFormats(before: Json, after: Json): Effect {
  const isWithin = (from: string, to: string): boolean =>
    WIDER_FORMATS.some(
      (chain) => chain.includes(from) && chain.includes(to) && chain.indexOf(from) < chain.indexOf(to),
    );
  const [formatBefore, formatAfter] = [formatPlain(before), formatPlain(after)];
  if (isWithin(formatBefore, formatAfter)) return "widens";
  return isWithin(formatAfter, formatBefore) ? "narrows" : "changes";
}

/** Compares formats. Those of whole numbers are limits, which keywords may state too. */
const compareFormats: KeywordComparer = (base, revision) => {
  const range = compareRangeFormats(base, revision);
  if (range === "same") return [];
  const rule = [base.format, revision.format].includes("binary") ? "binary" : "format";
  const rateChange = (before: Json, after: Json): Effect => range ?? rateFormats(before, after);
  return createConstraintComparer("format", rule, rateChange)(base, revision);
};

function rateDivisors(before: Json, after: Json): Effect {
  const [from, to] = [Number(before), Number(after)];
  if (isMultiple(from, to)) return "widens";
  return isMultiple(to, from) ? "narrows" : "changes";
}

/** Compares an extensible enum: responses may contain other values, but requests should not. */
const compareExtensibleValues: KeywordComparer = (base, revision) => {
  const keyword = "x-extensible-enum";
  const [before, after] = [toList(base[keyword]), toList(revision[keyword])];
  if (revision[keyword] === undefined || base[keyword] === undefined) return [];
  const removed = before.filter((value) => !after.some((other) => isEqual(value, other)));
  if (!removed.length) return [];
  const message = `Removed from \`${keyword}\`: ${formatList(removed.map(formatValue))}.`;
  return [{ rule: "extensible-value-removed", keyword, effect: "narrows", message }];
};

const compareDependencies: KeywordComparer = (base, revision) => {
  const [before, after] = [base.dependentRequired, revision.dependentRequired].map((value) =>
    isObject(value) ? value : {},
  ) as [JsonObject, JsonObject];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [requiredBefore, requiredAfter] = [
      toList(getMember(before, name)).map(String),
      toList(getMember(after, name)).map(String),
    ];
    const added = requiredAfter.filter((property) => !requiredBefore.includes(property));
    const removed = requiredBefore.filter((property) => !requiredAfter.includes(property));
    const createChange = (effect: Effect, message: string): KeywordChange => ({
      rule: "dependent-required",
      keyword: "dependentRequired",
      effect,
      message,
    });
    return [
      added.length
        ? createChange(
            "narrows",
            `\`${name}\` now requires ${formatList(added.map((property) => `\`${property}\``))}.`,
          )
        : undefined,
      removed.length
        ? createChange(
            "widens",
            `\`${name}\` no longer requires ${formatList(removed.map((property) => `\`${property}\``))}.`,
          )
        : undefined,
    ];
  });
};

/** Compares the number of items that must match `contains`. */
const compareCounts: KeywordComparer = (base, revision) => {
  if (base.contains === undefined || revision.contains === undefined) return [];
  const getMinContains = ({ minContains }: JsonObject): Json => minContains ?? 1;
  return [
    ...createConstraintComparer(
      "minContains",
      "count",
      rateLowerAsWider,
    )({ minContains: getMinContains(base) }, { minContains: getMinContains(revision) }),
    ...createConstraintComparer("maxContains", "count", rateHigherAsWider)(base, revision),
  ];
};

/** The comparisons of keywords without subschemas. */
const COMPARISONS: readonly KeywordComparer[] = [
  compareTypes,
  compareValues,
  ...RANGE_ENDS.map(createRangeComparer),
  ...["minLength", "minItems", "minProperties"].map((keyword) =>
    createConstraintComparer(keyword, "length", rateLowerAsWider),
  ),
  ...["maxLength", "maxItems", "maxProperties"].map((keyword) =>
    createConstraintComparer(keyword, "length", rateHigherAsWider),
  ),
  createConstraintComparer("uniqueItems", "unique", rateIncomparable),
  createConstraintComparer("multipleOf", "multiple", rateDivisors),
  createConstraintComparer("pattern", "pattern", rateIncomparable),
  compareFormats,
  createConstraintComparer("contentEncoding", "encoding", rateIncomparable),
  createConstraintComparer("contentMediaType", "encoding", rateIncomparable),
  compareExtensibleValues,
  compareDependencies,
  compareCounts,
];

/**
 * Compares the keywords of two canonical schemas that have no subschemas.
 *
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @returns The changes.
 */
export function compareKeywords(base: JsonObject, revision: JsonObject): KeywordChange[] {
  return COMPARISONS.flatMap((compare) => compare(base, revision)).filter((change) => change !== undefined);
}
