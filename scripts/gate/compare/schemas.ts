import { type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { getTypes, isNever } from "../normalize/canonical.js";
import { impliesKeyword, isLimitOfValues, removeImpliedKeywords } from "../normalize/implied.js";
import { isAnnotation, pickAnnotations, removeAnnotations } from "../normalize/keywords.js";
import { haveDisjointTypes } from "../normalize/merge.js";
import { getUnion } from "../normalize/unions.js";
import { isEqual, sortUnique, stringifySorted } from "../json-equality.js";
import { compareAnnotations } from "./annotations.js";
import { compareApplicators } from "./applicators.js";
import {
  addFinding,
  type Comparer,
  type Context,
  createChildContext,
  createRootContext,
  getKeywordSite,
  type Pair,
} from "./context.js";
import { compareDiscriminators } from "./discriminators.js";
import {
  CONSTRAINING_EFFECTS,
  type Direction,
  type Effect,
  type Finding,
  hasEffect,
  Part,
  type Site,
  type Variance,
} from "./finding.js";
import { compareKeywords, type KeywordChange } from "./keyword-changes.js";
import { formatTypes } from "./format-values.js";
import { getSchemaName } from "./names.js";
import { compareOtherProperties, compareProperties, type SchemaPair } from "./properties.js";
import type { Side } from "./side.js";
import { Trial } from "./trial.js";
import { compareUnions } from "./unions.js";

/** The maximum depth of expanded references. Deeper schemas are not compared. */
const MAX_DEPTH = 40;

/** Returns the effect of a finding on the values of the whole schema. Inside `not` it is the opposite. */
function getEffectOnWhole({ effect, variance }: Finding): Effect {
  if (effect !== "narrows" && effect !== "widens") return effect;
  if (variance === 0) return "changes";
  return (variance === 1) === (effect === "narrows") ? "narrows" : "widens";
}

/** Returns the effects that a comparison finds, without adding its findings. */
function collectEffects(compare: (context: Context) => void, context: Context): ReadonlySet<Effect> {
  const part = new Part("", context.direction);
  compare({ ...context, part, variance: 1, isTrial: true });
  return new Set(part.findings.map(getEffectOnWhole));
}

/** Compares schemas of two documents. Each pair of components is compared once per direction and variance. */
export class SchemaComparer implements Comparer {
  readonly pair: Pair;
  readonly #components = new Map<string, Part>();
  readonly #trial: Trial;
  /** The comparers of each document with itself. */
  readonly #selfComparers = new Map<Side, SchemaComparer>();

  constructor(pair: Pair, trial = new Trial()) {
    this.pair = pair;
    this.#trial = trial;
  }

  /** Adds findings for the differences between two schemas as written. */
  compare(base: Json | undefined, revision: Json | undefined, context: Context): void {
    const { schemas } = this.pair.base;
    const [before, after] = [schemas.normalize(base), this.pair.revision.schemas.normalize(revision)];
    const [refBefore, refAfter] = [schemas.getOnlyRef(before), this.pair.revision.schemas.getOnlyRef(after)];
    if (refBefore !== undefined && refAfter !== undefined && this.#isSameComponent(refBefore, refAfter)) {
      this.#addComponent(refBefore, refAfter, context);
      compareAnnotations(this, before, after, context);
    } else this.compareCanonical(before, after, context);
  }

  /** Returns the part of a component of both documents for one direction. */
  compareComponent(refBefore: string, refAfter: string, direction: Direction, variance: Variance): Part {
    const key = `${direction} ${variance} ${refBefore}`;
    const existing = this.#components.get(key);
    if (existing) return existing;
    const part = new Part(`schema ${getSchemaName(refAfter)}`, direction, variance);
    // Stored before the comparison, because the component may refer to itself.
    this.#components.set(key, part);
    const { base, revision } = this.pair;
    const context = createRootContext(part, base.getRefSite(refBefore), revision.getRefSite(refAfter));
    this.compareCanonical(
      base.schemas.normalize(base.schemas.resolve(refBefore)),
      revision.schemas.normalize(revision.schemas.resolve(refAfter)),
      { ...context, expandedRefs: { base: new Set([refBefore]), revision: new Set([refAfter]) } },
    );
    return part;
  }

  /** Returns whether an operation sends or receives a component. */
  isUsed(refBefore: string): boolean {
    return (["sent", "received"] as const).some((direction) =>
      ([1, 0, -1] as const).some((variance) => this.#components.has(`${direction} ${variance} ${refBefore}`)),
    );
  }

  /** Adds findings for the differences between two canonical schemas. */
  compareCanonical(before: JsonObject, after: JsonObject, context: Context): void {
    const { base, revision } = this.pair;
    if (context.isTrial && base === revision && isEqual(before, after)) return;
    const shared = this.#findSharedRefs(before, after);
    const isExpanded = [base.schemas.getRefs(before), revision.schemas.getRefs(after)].some(
      (refs) => refs.length > shared.length,
    );
    if (!isExpanded) this.#compareExpanded([before, after], shared, context);
    else if (context.isTrial)
      for (const effect of this.findEffects(before, after, context)) addFinding(context, "", effect, "");
    else {
      const key = stringifySorted([before, after]);
      if (context.ancestors.has(key) || context.ancestors.size > MAX_DEPTH) return;
      const ancestors = new Set([...context.ancestors, key]);
      this.#compareExpanded([before, after], shared, { ...context, ancestors });
    }
  }

  /** Returns the effects of a change between schemas. Shared components are assumed to be unchanged. */
  findEffects(before: JsonObject, after: JsonObject, context: Context): ReadonlySet<Effect> {
    const { base, revision } = this.pair;
    const { direction, isDistributing, expandedRefs } = context;
    const key = [
      [base.name, revision.name, direction, isDistributing].join(),
      base.schemas.serialize(before),
      revision.schemas.serialize(after),
      [...expandedRefs.base].sort().join(),
      [...expandedRefs.revision].sort().join(),
    ].join("\n");
    return this.#trial.findEffects(key, () =>
      collectEffects((trial) => {
        this.#compareExpanded([before, after], this.#findSharedRefs(before, after), trial);
      }, context),
    );
  }

  /** Returns whether all values of one schema of a document are also valid against another. */
  includes(side: Side, wider: JsonObject, narrower: JsonObject, context: Context): boolean {
    const comparer =
      this.#selfComparers.get(side) ??
      new SchemaComparer({ ...this.pair, base: side, revision: side, renamed: new Map() }, this.#trial);
    this.#selfComparers.set(side, comparer);
    const omitted = context.expandedRefs[side.name];
    const effects = comparer.findEffects(narrower, wider, {
      ...context,
      expandedRefs: { base: omitted, revision: omitted },
    });
    return !hasEffect(effects, "narrows", "changes", "adds");
  }

  /** Returns the references of the first schema to components that the second one refers to as well. */
  #findSharedRefs(before: JsonObject, after: JsonObject): string[] {
    const { base, revision } = this.pair;
    const refsAfter = revision.schemas.getRefs(after);
    return base.schemas
      .getRefs(before)
      .filter((ref) => refsAfter.some((other) => this.#isSameComponent(ref, other)));
  }

  /** Compares canonical schemas after the replacement of the references that they do not share. */
  #compareExpanded([before, after]: SchemaPair, shared: readonly string[], context: Context): void {
    const { base, revision } = this.pair;
    const sharedAfter = shared.map((ref) => this.pair.renamed.get(ref) ?? ref);
    shared.forEach((ref, index) => {
      this.#addComponent(ref, sharedAfter[index] ?? ref, context);
    });
    const kept = { base: new Set(shared), revision: new Set(sharedAfter) };
    const omitted = context.expandedRefs;
    const ownSchemas: SchemaPair = [
      base.schemas.removeRefs(base.schemas.expand(before, kept.base, omitted.base)),
      revision.schemas.removeRefs(revision.schemas.expand(after, kept.revision, omitted.revision)),
    ];
    const fullSchemas: SchemaPair = shared.length
      ? [
          base.schemas.expand(before, undefined, omitted.base),
          revision.schemas.expand(after, undefined, omitted.revision),
        ]
      : ownSchemas;
    const expandedRefs = {
      base: new Set([...omitted.base, ...base.schemas.listExpandedRefs(before, kept.base)]),
      revision: new Set([...omitted.revision, ...revision.schemas.listExpandedRefs(after, kept.revision)]),
    };
    this.#compareWhole(ownSchemas, fullSchemas, { ...context, expandedRefs });
  }

  #isSameComponent(refBefore: string, refAfter: string): boolean {
    return !this.pair.isUnrelated && (this.pair.renamed.get(refBefore) ?? refBefore) === refAfter;
  }

  #addComponent(refBefore: string, refAfter: string, { part, direction, variance, isTrial }: Context): void {
    if (!isTrial) part.children.add(this.compareComponent(refBefore, refAfter, direction, variance));
  }

  /** Compares schemas without the components that both refer to. `full` includes those. */
  #compareWhole([before, after]: SchemaPair, full: SchemaPair, context: Context): void {
    if (this.#compareExtremes(before, after, full[0] !== before, context)) return;
    if (Boolean(getUnion(before)) !== Boolean(getUnion(after))) {
      compareUnions(this, before, after, context);
      compareDiscriminators(this, before, after, context);
      compareAnnotations(this, before, after, context);
      return;
    }
    const compareSeparately = (partContext: Context): void => {
      this.#compareParts(this.#simplify([before, after]), this.#simplify(full), partContext);
    };
    if (!this.#compareDistributed(before, after, context, compareSeparately)) compareSeparately(context);
  }

  /**
   * Moves different keywords beside alternatives into each alternative. It compares the results if the separate
   * comparison of these keywords and of the alternatives would find effects that they do not have together.
   *
   * @returns Whether the comparison is complete.
   */
  #compareDistributed(
    before: JsonObject,
    after: JsonObject,
    context: Context,
    compareSeparately: (context: Context) => void,
  ): boolean {
    const [union, otherUnion] = [getUnion(before), getUnion(after)];
    if (!union || !otherUnion) return false;
    const serializeBeside = (schema: JsonObject): string =>
      stringifySorted(removeAnnotations(omitKeys(schema, "anyOf", "oneOf")));
    if (serializeBeside(before) === serializeBeside(after)) return false;
    const { base, revision } = this.pair;
    const [distributed, otherDistributed] = [
      { ...pickAnnotations(before), [union.kind]: base.schemas.distribute(before) },
      { ...pickAnnotations(after), [otherUnion.kind]: revision.schemas.distribute(after) },
    ];
    if (!context.isDistributing) {
      const trial = { ...context, isDistributing: true };
      const effects = this.findEffects(distributed, otherDistributed, trial);
      const isChanged = hasEffect(effects, ...CONSTRAINING_EFFECTS);
      // Each level of nested alternatives would otherwise double the number of comparisons.
      if (isChanged && context.isTrial) return false;
      const separate = isChanged ? collectEffects(compareSeparately, context) : new Set<Effect>();
      if (isChanged && CONSTRAINING_EFFECTS.every((effect) => effects.has(effect) || !separate.has(effect)))
        return false;
    }
    this.compareCanonical(distributed, otherDistributed, context);
    return true;
  }

  /** Leaves out what only applies to types that one of the schemas does not allow, and what alternatives imply. */
  #simplify([before, after]: SchemaPair): SchemaPair {
    const [{ schemas }, { schemas: others }] = [this.pair.base, this.pair.revision];
    const [left, right] = [schemas.restrict(before, after), others.restrict(after, before)];
    return getUnion(left) && getUnion(right)
      ? [schemas.removeImpliedRequired(left), others.removeImpliedRequired(right)]
      : [left, right];
  }

  #compareParts([before, after]: SchemaPair, full: SchemaPair, context: Context): void {
    for (const { rule, keyword, effect, message, values } of findChangedKeywords([before, after], full)) {
      const closingSite =
        keyword === "maxItems" ? this.#findClosingSite([before, after], context) : undefined;
      addFinding(context, rule, effect, closingSite ? addReason(message) : message, {
        ...(values && { keyword, values }),
        site: closingSite ?? getKeywordSite(this.pair, context, [before, after], keyword),
      });
    }
    if (getUnion(before)) compareUnions(this, before, after, context);
    compareDiscriminators(this, before, after, context);
    compareAnnotations(this, before, after, context);
    this.#compareUnknown(before, after, context);
    if (haveDisjointTypes(before, after)) return;
    compareProperties(this, [before, after], full, context);
    compareOtherProperties(this, before, after, context);
    compareApplicators(this, before, after, context);
    this.#compareUnmergedParts(before, after, context);
  }

  /** Returns the site of `items: false` if it sets the maximum number of items of one schema. */
  #findClosingSite([before, after]: SchemaPair, context: Context): Site | undefined {
    const { base, revision } = this.pair;
    const isClosing = (side: Side, schema: JsonObject): boolean => {
      const source = side.schemas.getSource(schema);
      return "items" in source && source.items === false && !("maxItems" in source);
    };
    if (isClosing(revision, after)) return revision.getSite(after, ["items"], context.revision);
    return isClosing(base, before) ? base.getSite(before, ["items"], context.base) : undefined;
  }

  /** Compares schemas of which one allows every value or none. Returns whether the comparison is complete. */
  #compareExtremes(before: JsonObject, after: JsonObject, hasRefs: boolean, context: Context): boolean {
    const isAny = (schema: JsonObject): boolean => !hasRefs && Object.keys(schema).every(isAnnotation);
    const [wasNever, isNowNever] = [isNever(before), isNever(after)];
    if (wasNever && isNowNever) return true;
    if (isNowNever) addFinding(context, "schema-forbidden", "narrows", "No value is allowed any more.");
    else if (wasNever) addFinding(context, "schema-allowed", "widens", "Values are allowed.");
    else if (isAny(before) && !isAny(after))
      addFinding(
        context,
        "schema-added",
        "narrows",
        `Any value was allowed, now ${formatTypes(getTypes(after), "some")} is.`,
      );
    else if (!isAny(before) && isAny(after)) {
      const types = formatTypes(getTypes(before), "");
      addFinding(
        context,
        "schema-removed",
        "widens",
        `The schema was removed${types ? `, the type was ${types}` : ""}.`,
      );
    } else if (!isAny(before)) return false;
    compareAnnotations(this, before, after, context);
    return true;
  }

  /** Compares unknown keywords that are not extensions: they may constrain values. */
  #compareUnknown(before: JsonObject, after: JsonObject, context: Context): void {
    for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (KNOWN_KEYWORDS.has(keyword) || isAnnotation(keyword) || isEqual(before[keyword], after[keyword]))
        continue;
      const effect =
        before[keyword] === undefined ? "narrows" : after[keyword] === undefined ? "widens" : "changes";
      addFinding(context, "keyword", effect, `\`${keyword}\` changed.`, {
        site: getKeywordSite(this.pair, context, [before, after], keyword),
      });
    }
  }

  /** Compares the parts of `allOf` that could not be merged into one schema. */
  #compareUnmergedParts(before: JsonObject, after: JsonObject, context: Context): void {
    const [removed, added] = [listUnmergedParts(before), listUnmergedParts(after)];
    const unmatchedBefore = removed.filter((part) => !added.some((other) => isEqual(part, other)));
    const unmatchedAfter = added.filter((part) => !removed.some((other) => isEqual(part, other)));
    // Equal parts may refer to components that changed.
    for (const part of removed.filter((other) => !unmatchedBefore.includes(other)))
      this.compareCanonical(part, part, createChildContext(context, ""));
    unmatchedBefore.forEach((part, index) => {
      const match = unmatchedAfter[index];
      if (match) this.compareCanonical(part, match, createChildContext(context, ""));
      else addFinding(context, "part", "widens", "A part of `allOf` was removed.");
    });
    if (unmatchedAfter.length > unmatchedBefore.length)
      addFinding(context, "part", "narrows", "A part was added to `allOf`.");
  }
}

const addReason = (message: string): string => message.replace(/\.$/, ", because `items` is false.");

/**
 * Compares the keywords of two schemas. It leaves out changes without an effect beside the components of the schemas,
 * and changes of keywords that the schemas imply.
 */
function findChangedKeywords([before, after]: SchemaPair, full: SchemaPair): KeywordChange[] {
  const changes = compareKeywords(before, after);
  if (!changes.length) return changes;
  const [fullBefore, fullAfter] = full;
  const effective = [
    compareKeywords(fullBefore, fullAfter),
    compareKeywords(removeImpliedKeywords(fullBefore), removeImpliedKeywords(fullAfter)),
  ].map((effectiveChanges) => new Set(effectiveChanges.map(({ keyword }) => keyword)));
  // A limit may exclude values that a component lists, and be implied by the others.
  const excludesListed =
    effective.some((keywords) => keywords.has("enum")) && !changes.some(({ keyword }) => keyword === "enum");
  return changes
    .filter(
      ({ keyword }) =>
        effective.every((keywords) => keywords.has(keyword)) || (excludesListed && isLimitOfValues(keyword)),
    )
    .flatMap((change) => {
      const effect = limitEffect(change, full);
      return effect ? [{ ...change, effect }] : [];
    });
}

/** Returns the effect of a changed keyword beside what the other schema implies, such as a limit of its listed values. */
function limitEffect({ keyword, effect }: KeywordChange, [before, after]: SchemaPair): Effect | undefined {
  const narrows = effect !== "widens" && !impliesKeyword(before, keyword, after[keyword]);
  const widens = effect !== "narrows" && !impliesKeyword(after, keyword, before[keyword]);
  if (narrows && widens) return effect;
  return narrows ? "narrows" : widens ? "widens" : undefined;
}

const KNOWN_KEYWORDS = new Set([
  ...["type", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern"],
  ...["minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
  ...["format", "contentEncoding", "contentMediaType", "contentSchema", "required", "dependentRequired"],
  ...[
    "minContains",
    "maxContains",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
  ],
  ...["items", "prefixItems", "contains", "not", "if", "then", "else", "dependentSchemas", "allOf", "anyOf"],
  ...["oneOf", "unevaluatedItems", "unevaluatedProperties"],
]);

const listUnmergedParts = ({ allOf }: JsonObject): JsonObject[] => sortUnique(toList(allOf) as JsonObject[]);
