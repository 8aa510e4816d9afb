import { type Json, type JsonObject, toList } from "../../document/json.js";
import { isNever, getTypes } from "../normalize/canonical.js";
import { isAnnotation } from "../normalize/keywords.js";
import { haveDisjointTypes } from "../normalize/merge.js";
import { getUnion } from "../normalize/unions.js";
import { removeDuplicates, isEqual, stringifySorted } from "../json-equality.js";
import { compareAnnotations } from "./annotations.js";
import { compareApplicators } from "./applicators.js";
import {
  createChildContext,
  type Comparer,
  type Context,
  createRootContext,
  addFinding,
  type Pair,
  getKeywordSite,
} from "./context.js";
import { compareDiscriminators } from "./discriminators.js";
import { type Direction, type Effect, Part, type Variance } from "./finding.js";
import { compareKeywords, type KeywordChange } from "./keyword-changes.js";
import { getName } from "./names.js";
import { compareOtherProperties, compareProperties, type SchemaPair } from "./properties.js";
import type { Side } from "./side.js";
import { compareUnions } from "./unions.js";

/** The maximum depth of expanded references. Deeper schemas are not compared. */
const MAX_DEPTH = 40;

/** Compares schemas of two documents. Each pair of components is compared once per direction and variance. */
export class SchemaComparer implements Comparer {
  readonly pair: Pair;
  readonly #components = new Map<string, Part>();

  constructor(pair: Pair) {
    this.pair = pair;
  }

  /** Adds findings for the differences between two schemas as written. */
  compare(base: Json | undefined, revision: Json | undefined, context: Context): void {
    const { schemas } = this.pair.base;
    const [before, after] = [schemas.normalize(base), this.pair.revision.schemas.normalize(revision)];
    const [refBefore, refAfter] = [schemas.getOnlyRef(before), this.pair.revision.schemas.getOnlyRef(after)];
    if (refBefore !== undefined && refAfter !== undefined && this.#isSame(refBefore, refAfter)) {
      this.#use(refBefore, refAfter, context);
      compareAnnotations(this, before, after, context);
    } else this.compareCanonical(before, after, context);
  }

  /** Returns the part of a component of both documents for one direction. */
  compareComponent(refBefore: string, refAfter: string, direction: Direction, variance: Variance): Part {
    const key = `${direction} ${variance} ${refBefore}`;
    const known = this.#components.get(key);
    if (known) return known;
    const part = new Part(`schema ${getName(refAfter)}`, direction, variance);
    // Stored before the comparison, because the component may refer to itself.
    this.#components.set(key, part);
    const { base, revision } = this.pair;
    const context = createRootContext(part, base.getRefSite(refBefore), revision.getRefSite(refAfter));
    this.compareCanonical(
      base.schemas.normalize(base.schemas.resolve(refBefore)),
      revision.schemas.normalize(revision.schemas.resolve(refAfter)),
      context,
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
    const refs = base.schemas.getRefs(before);
    const others = revision.schemas.getRefs(after);
    const shared = refs.filter((ref) => others.some((other) => this.#isSame(ref, other)));
    for (const ref of shared) this.#use(ref, this.pair.renamed.get(ref) ?? ref, context);
    const hasOthers = refs.length > shared.length || others.length > shared.length;
    const kept = new Set(shared.map((ref) => this.pair.renamed.get(ref) ?? ref));
    const whole = base.schemas.expand(before, new Set(shared));
    const wholeAfter = revision.schemas.expand(after, kept);
    const key = hasOthers ? stringifySorted([before, after]) : "";
    if (hasOthers && (context.ancestors.has(key) || context.ancestors.size > MAX_DEPTH)) return;
    const inside: Context = hasOthers
      ? { ...context, ancestors: new Set([...context.ancestors, key]) }
      : context;
    const own: SchemaPair = [base.schemas.removeRefs(whole), revision.schemas.removeRefs(wholeAfter)];
    if (!shared.length) this.#compareWhole(own, own, inside);
    else {
      const none = new Set<string>();
      this.#compareWhole(
        own,
        [base.schemas.expand(before, none), revision.schemas.expand(after, none)],
        inside,
      );
    }
  }

  /** Returns the effects of a change between schemas. Shared components are assumed to be unchanged. */
  findEffects(before: JsonObject, after: JsonObject, context: Context): Set<Effect> {
    const part = new Part("", context.direction);
    this.compareCanonical(before, after, { ...context, part, variance: 1, isTrial: true });
    return new Set(part.findings.map(({ effect }) => effect));
  }

  /** Returns whether all values of one schema of a document are also valid against another. */
  includes(side: Side, wider: JsonObject, narrower: JsonObject, context: Context): boolean {
    const comparer = new SchemaComparer({ ...this.pair, base: side, revision: side, renamed: new Map() });
    const effects = comparer.findEffects(narrower, wider, context);
    return !(["narrows", "changes", "adds"] as const).some((effect) => effects.has(effect));
  }

  #isSame(refBefore: string, refAfter: string): boolean {
    return !this.pair.isUnrelated && (this.pair.renamed.get(refBefore) ?? refBefore) === refAfter;
  }

  #use(refBefore: string, refAfter: string, { part, direction, variance, isTrial }: Context): void {
    if (!isTrial) part.children.add(this.compareComponent(refBefore, refAfter, direction, variance));
  }

  /** Compares schemas without the components that both refer to. `full` includes those. */
  #compareWhole([before, after]: SchemaPair, full: SchemaPair, context: Context): void {
    if (this.#compareExtremes(before, after, full[0] !== before, context)) return;
    if (Boolean(getUnion(before)) !== Boolean(getUnion(after))) {
      compareUnions(this, before, after, context);
      compareAnnotations(this, before, after, context);
      return;
    }
    this.#compareParts(this.#simplify([before, after]), this.#simplify(full), context);
  }

  /** Leaves out what only applies to types that one of the schemas does not allow, and what alternatives imply. */
  #simplify([before, after]: SchemaPair): SchemaPair {
    const [{ schemas }, { schemas: others }] = [this.pair.base, this.pair.revision];
    return [
      schemas.removeImplied(schemas.restrict(before, after)),
      others.removeImplied(others.restrict(after, before)),
    ];
  }

  #compareParts([before, after]: SchemaPair, full: SchemaPair, context: Context): void {
    for (const { rule, keyword, effect, what, values } of changedKeywords([before, after], full))
      addFinding(context, rule, effect, what, {
        ...(values && { keyword, values }),
        site: getKeywordSite(this.pair, context, [before, after], keyword),
      });
    if (getUnion(before)) compareUnions(this, before, after, context);
    compareDiscriminators(this, before, after, context);
    compareAnnotations(this, before, after, context);
    this.#compareUnknown(before, after, context);
    if (haveDisjointTypes(before, after)) return;
    compareProperties(this, [before, after], full, context);
    compareOtherProperties(this, before, after, context);
    compareApplicators(this, before, after, context);
    this.#compareRest(before, after, context);
  }

  /** Compares schemas of which one allows every value or none. Returns whether the comparison is complete. */
  #compareExtremes(before: JsonObject, after: JsonObject, hasRefs: boolean, context: Context): boolean {
    const isAny = (schema: JsonObject): boolean => !hasRefs && Object.keys(schema).every(isAnnotation);
    const [wasNever, isNow] = [isNever(before), isNever(after)];
    if (wasNever && isNow) return true;
    if (isNow) addFinding(context, "schema-forbidden", "narrows", "No value is allowed any more.");
    else if (wasNever) addFinding(context, "schema-allowed", "widens", "Values are allowed.");
    else if (isAny(before) && !isAny(after))
      addFinding(
        context,
        "schema-added",
        "narrows",
        `Any value was allowed, now ${getTypes(after)?.join(" | ") ?? "some"} is.`,
      );
    else if (!isAny(before) && isAny(after)) {
      const types = getTypes(before)?.join(" | ");
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
  #compareRest(before: JsonObject, after: JsonObject, context: Context): void {
    const [removed, added] = [getRest(before), getRest(after)];
    const left = removed.filter((part) => !added.some((other) => isEqual(part, other)));
    const right = added.filter((part) => !removed.some((other) => isEqual(part, other)));
    left.forEach((part, index) => {
      const match = right[index];
      if (match) this.compareCanonical(part, match, createChildContext(context, ""));
      else addFinding(context, "part", "widens", "A part of `allOf` was removed.");
    });
    if (right.length > left.length) addFinding(context, "part", "narrows", "A part was added to `allOf`.");
  }
}

/** Compares the keywords of two schemas. A change without effect beside the components of the schemas is left out. */
function changedKeywords([before, after]: SchemaPair, full: SchemaPair): KeywordChange[] {
  const changes = compareKeywords(before, after);
  if (!changes.length) return changes;
  const effective = new Set(compareKeywords(...full).map(({ keyword }) => keyword));
  return changes.filter(({ keyword }) => effective.has(keyword));
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

const getRest = ({ allOf }: JsonObject): JsonObject[] => removeDuplicates(toList(allOf) as JsonObject[]);
