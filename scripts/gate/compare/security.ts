import { getMember, isObject, type Json, type JsonObject } from "../../document/json.js";
import { isEqual, stringifySorted } from "../json-equality.js";
import { addFinding, type Context, type Pair } from "./context.js";
import { formatList, formatValue } from "./format-values.js";
import { listOperations } from "./match-operations.js";
import type { Side } from "./side.js";

/** One alternative of a security requirement: the required scopes by scheme. Empty if no credential is required. */
type Alternative = ReadonlyMap<string, ReadonlySet<string>>;

/** The names of the base's schemes, and their names in the revision. */
export type SchemeNames = ReadonlyMap<string, string>;

function getSchemes({ root }: Side): JsonObject {
  const { components } = root;
  return isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
}

function getScheme(side: Side, name: string): JsonObject {
  return side.resolve(getMember(getSchemes(side), name)) ?? {};
}

/** Matches schemes by their content, then by name. */
export function matchSchemes({ base, revision, isUnrelated }: Pair): SchemeNames {
  const serializeContent = (side: Side, name: string): string =>
    stringifySorted({ ...getScheme(side, name), description: null, bearerFormat: null });
  const matchedNames = new Map<string, string>();
  const candidates = new Set(Object.keys(getSchemes(revision)));
  for (const name of Object.keys(getSchemes(base))) {
    const content = serializeContent(base, name);
    const match = [name, ...candidates].find(
      (candidate) => candidates.has(candidate) && serializeContent(revision, candidate) === content,
    );
    if (match !== undefined) {
      matchedNames.set(name, match);
      candidates.delete(match);
    }
  }
  // In documents of different authors, an equal name is no evidence.
  if (isUnrelated) return matchedNames;
  for (const name of Object.keys(getSchemes(base)))
    if (!matchedNames.has(name) && candidates.delete(name)) matchedNames.set(name, name);
  return matchedNames;
}

/** Returns the alternatives of a list of security requirements. */
function getAlternatives(security: Json | undefined, names?: SchemeNames): Alternative[] {
  const listed = Array.isArray(security) ? security.filter(isObject) : [];
  if (!listed.length) return [new Map()];
  return listed.map(
    (requirement) =>
      new Map(
        Object.entries(requirement).map(([name, scopes]) => [
          names ? (names.get(name) ?? `${name} of ours`) : name,
          new Set(Array.isArray(scopes) ? scopes.map(String) : []),
        ]),
      ),
  );
}

/** Returns whether the credentials of one alternative satisfy another. */
function satisfiesAlternative(granted: Alternative, required: Alternative): boolean {
  return [...required].every(([name, scopes]) => {
    const grantedScopes = granted.get(name);
    return grantedScopes !== undefined && [...scopes].every((scope) => grantedScopes.has(scope));
  });
}

/**
 * Compares the security requirements of two operations.
 *
 * @param base - The requirements in the base.
 * @param revision - The requirements in the revision.
 * @param names - The names of the schemes in both documents.
 * @param context - Receives the findings.
 */
export function compareSecurity(
  base: Json | undefined,
  revision: Json | undefined,
  names: SchemeNames,
  context: Context,
): void {
  const [before, after] = [getAlternatives(base, names), getAlternatives(revision)];
  const rejected = before.filter(
    (alternative) => !after.some((required) => satisfiesAlternative(alternative, required)),
  );
  const values = [before, after].map((alternatives) =>
    alternatives.map(describeAlternative).join(" or "),
  ) as [string, string];
  if (rejected.length) {
    addFinding(
      context,
      "security-required",
      "changes",
      `${formatList(rejected.map(describeAlternative))} is no longer sufficient.`,
      {
        values,
      },
    );
    return;
  }
  const namesBefore = new Set(before.map(describeAlternative));
  const added = after.map(describeAlternative).filter((alternative) => !namesBefore.has(alternative));
  if (added.length)
    addFinding(context, "security-accepted", "adds", `${formatList(added)} is sufficient.`, { values });
}

/**
 * Compares the credentials that the API sends with a callback or webhook. It chooses one of the alternatives.
 *
 * @param base - The requirements in the base.
 * @param revision - The requirements in the revision.
 * @param names - The names of the schemes in both documents.
 * @param context - Receives the findings.
 */
export function compareCallSecurity(
  base: Json | undefined,
  revision: Json | undefined,
  names: SchemeNames,
  context: Context,
): void {
  const [before, after] = [getAlternatives(base, names), getAlternatives(revision)];
  const [sentBefore, sentAfter] = [before, after].map((alternatives) =>
    alternatives.map(describeAlternative).sort().join(" or "),
  );
  if (sentBefore === undefined || sentAfter === undefined || sentBefore === sentAfter) return;
  const isAccepted = after.every((sent) => before.some((expected) => satisfiesAlternative(sent, expected)));
  const message = `${sentAfter} is sent instead of ${sentBefore}.`;
  const values = [sentBefore, sentAfter] as const;
  if (isAccepted) addFinding(context, "credentials-added", "adds", message, { values });
  else addFinding(context, "credentials-changed", "changes", message, { values });
}

function describeAlternative(alternative: Alternative): string {
  if (!alternative.size) return "no credential";
  return [...alternative]
    .map(([name, scopes]) =>
      scopes.size ? `\`${name}\` with ${[...scopes].sort().join(" and ")}` : `\`${name}\``,
    )
    .sort()
    .join(" and ");
}

/** Returns the names of the schemes that a document's operations require. */
function findUsedSchemes(side: Side): Set<string> {
  const used = new Set<string>();
  const collect = (security: Json | undefined): void => {
    if (Array.isArray(security))
      for (const requirement of security)
        if (isObject(requirement)) Object.keys(requirement).forEach((name) => used.add(name));
  };
  collect(side.root.security);
  for (const { operation } of listOperations(side, side.root.paths)) collect(operation.security);
  return used;
}

/** Compares two definitions of a required scheme. */
function compareScheme(base: JsonObject, revision: JsonObject, context: Context): void {
  const addChange = (message: string): void => {
    addFinding(context, "scheme-changed", "changes", message);
  };
  for (const keyword of ["type", "scheme", "in", "name", "openIdConnectUrl", "oauth2MetadataUrl"]) {
    const [valueBefore, valueAfter] = [normalizeField(base, keyword), normalizeField(revision, keyword)];
    if (isEqual(valueBefore, valueAfter)) continue;
    if (keyword === "oauth2MetadataUrl" && valueBefore === undefined)
      addFinding(context, "scheme-extended", "adds", `\`${keyword}\` was set to ${formatValue(valueAfter)}.`);
    else addChange(`\`${keyword}\` changed from ${formatValue(valueBefore)} to ${formatValue(valueAfter)}.`);
  }
  if (base.deprecated !== true && revision.deprecated === true)
    addFinding(context, "deprecated", "adds", "It was deprecated.");
  for (const keyword of ["description", "bearerFormat"])
    if (!isEqual(base[keyword], revision[keyword]))
      addFinding(context, "documentation", "annotates", `\`${keyword}\` changed.`);
  const [flowsBefore, flowsAfter] = [getFlows(base), getFlows(revision)];
  for (const name of new Set([...Object.keys(flowsBefore), ...Object.keys(flowsAfter)])) {
    const [flowBefore, flowAfter] = [getMember(flowsBefore, name), getMember(flowsAfter, name)];
    if (!isObject(flowAfter)) addChange(`The flow \`${name}\` was removed.`);
    else if (!isObject(flowBefore))
      addFinding(context, "scheme-extended", "adds", `The flow \`${name}\` was added.`);
    else compareFlow(name, flowBefore, flowAfter, context);
  }
}

/** Returns a field of a scheme, in lower case if its case has no meaning. */
function normalizeField(scheme: JsonObject, keyword: string): Json | undefined {
  const value = scheme[keyword];
  const hasNoCase = keyword === "scheme" || (keyword === "name" && scheme.in === "header");
  return hasNoCase && typeof value === "string" ? value.toLowerCase() : value;
}

const getFlows = ({ flows }: JsonObject): JsonObject => (isObject(flows) ? flows : {});

function compareFlow(name: string, flowBefore: JsonObject, flowAfter: JsonObject, context: Context): void {
  for (const keyword of ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"]) {
    if (isEqual(flowBefore[keyword], flowAfter[keyword])) continue;
    if (keyword === "refreshUrl" && flowBefore[keyword] === undefined)
      addFinding(context, "scheme-extended", "adds", `\`refreshUrl\` of the flow \`${name}\` was added.`);
    else addFinding(context, "scheme-changed", "changes", `\`${keyword}\` of the flow \`${name}\` changed.`);
  }
  const [before, after] = [flowBefore.scopes, flowAfter.scopes].map((scopes) =>
    isObject(scopes) ? scopes : {},
  ) as [JsonObject, JsonObject];
  const removed = Object.keys(before).filter((scope) => !Object.hasOwn(after, scope));
  const added = Object.keys(after).filter((scope) => !Object.hasOwn(before, scope));
  const formatNames = (scopes: readonly string[]): string =>
    formatList(scopes.map((scope) => `\`${scope}\``));
  if (removed.length)
    addFinding(
      context,
      "scheme-changed",
      "changes",
      `Removed from the flow \`${name}\`: ${formatNames(removed)}.`,
    );
  if (added.length)
    addFinding(context, "scheme-extended", "adds", `Added to the flow \`${name}\`: ${formatNames(added)}.`);
  if (
    Object.keys(before).some((scope) => Object.hasOwn(after, scope) && !isEqual(before[scope], after[scope]))
  )
    addFinding(
      context,
      "documentation",
      "annotates",
      `The descriptions of the scopes of the flow \`${name}\` changed.`,
    );
}

/**
 * Compares the schemes. Changes of unused schemes are only documentation.
 *
 * @param pair - The documents.
 * @param names - The names of the schemes in both documents.
 * @param createContext - Creates the context of a scheme by its names in both documents.
 */
export function compareSchemes(
  pair: Pair,
  names: SchemeNames,
  createContext: (name: string, nextName: string) => Context,
): void {
  const used = findUsedSchemes(pair.base);
  for (const [name, nextName] of names) {
    const [schemeBefore, schemeAfter] = [getScheme(pair.base, name), getScheme(pair.revision, nextName)];
    const context = createContext(name, nextName);
    if (used.has(name)) compareScheme(schemeBefore, schemeAfter, context);
    else if (!isEqual(schemeBefore, schemeAfter))
      addFinding(context, "documentation", "annotates", "It changed, and no operation requires it.");
  }
  const matchedNames = new Set(names.values());
  for (const nextName of Object.keys(getSchemes(pair.revision)))
    if (!matchedNames.has(nextName))
      addFinding(
        createContext(nextName, nextName),
        "documentation",
        "annotates",
        "The security scheme was added.",
      );
  for (const name of Object.keys(getSchemes(pair.base)))
    if (!names.has(name) && !used.has(name))
      addFinding(
        createContext(name, name),
        "documentation",
        "annotates",
        "The security scheme was removed. No operation required it.",
      );
}
