import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { equal, stable } from "../stable.js";
import { type Context, note, type Pair } from "./context.js";
import { list, show } from "./keyword-changes.js";
import type { Side } from "./side.js";

/** One way to be let in: the scopes that are needed, by scheme. Without any, everybody is let in. */
type Alternative = ReadonlyMap<string, ReadonlySet<string>>;

/** The names of the base's schemes in the revision. */
export type SchemeNames = ReadonlyMap<string, string>;

function schemesOf({ root }: Side): JsonObject {
  const { components } = root;
  return isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
}

function schemeIn(side: Side, name: string): JsonObject {
  return side.resolve(schemesOf(side)[name]) ?? {};
}

/** Matches schemes: by name where they are the same, as the same under another name, and else by name. */
export function matchSchemes({ base, revision, unrelated }: Pair): SchemeNames {
  const content = (side: Side, name: string): string =>
    stable({ ...schemeIn(side, name), description: null, bearerFormat: null });
  const names = new Map<string, string>();
  const others = new Set(Object.keys(schemesOf(revision)));
  for (const name of Object.keys(schemesOf(base))) {
    const wanted = content(base, name);
    const match = [name, ...others].find((other) => others.has(other) && content(revision, other) === wanted);
    if (match !== undefined) {
      names.set(name, match);
      others.delete(match);
    }
  }
  // Names of another author say nothing.
  if (unrelated) return names;
  for (const name of Object.keys(schemesOf(base)))
    if (!names.has(name) && others.delete(name)) names.set(name, name);
  return names;
}

/** The ways to be let in that a list of security requirements describes. */
function alternativesOf(security: Json | undefined, names?: SchemeNames): Alternative[] {
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

/** Whether who has what one alternative needs has what another needs too. */
function suffices(has: Alternative, needs: Alternative): boolean {
  return [...needs].every(([name, scopes]) => {
    const owned = has.get(name);
    return owned !== undefined && [...scopes].every((scope) => owned.has(scope));
  });
}

/** What differs between what two operations let in. */
export function compareSecurity(
  base: Json | undefined,
  revision: Json | undefined,
  names: SchemeNames,
  context: Context,
): void {
  const [before, after] = [alternativesOf(base, names), alternativesOf(revision)];
  const refused = before.filter((has) => !after.some((needs) => suffices(has, needs)));
  const values = [before, after].map((each) => each.map(describe).join(" or ")) as [string, string];
  if (refused.length) {
    note(context, "security-required", "changes", `${list(refused.map(describe))} no longer suffices.`, {
      values,
    });
    return;
  }
  const known = new Set(before.map(describe));
  const come = after.map(describe).filter((alternative) => !known.has(alternative));
  if (come.length) note(context, "security-accepted", "adds", `${list(come)} suffices.`, { values });
}

function describe(alternative: Alternative): string {
  if (!alternative.size) return "no credential";
  return [...alternative]
    .map(([name, scopes]) =>
      scopes.size ? `\`${name}\` with ${[...scopes].sort().join(" and ")}` : `\`${name}\``,
    )
    .sort()
    .join(" and ");
}

/** The names of the schemes that operations of a document ask for. */
export function usedSchemes({ root }: Side): Set<string> {
  const used = new Set<string>();
  const collect = (security: Json | undefined): void => {
    if (Array.isArray(security))
      for (const requirement of security)
        if (isObject(requirement)) Object.keys(requirement).forEach((name) => used.add(name));
  };
  collect(root.security);
  for (const item of Object.values(isObject(root.paths) ? root.paths : {}))
    if (isObject(item))
      for (const operation of Object.values(item)) if (isObject(operation)) collect(operation.security);
  return used;
}

/** What differs between two definitions of a scheme that operations ask for. */
export function compareScheme(base: JsonObject, revision: JsonObject, context: Context): void {
  const change = (what: string): void => {
    note(context, "scheme-changed", "changes", what);
  };
  for (const keyword of ["type", "scheme", "in", "name", "openIdConnectUrl"]) {
    const [was, is] = [base[keyword], revision[keyword]].map((value) =>
      keyword === "scheme" && typeof value === "string" ? value.toLowerCase() : value,
    );
    if (!equal(was, is)) change(`\`${keyword}\` changed from ${show(was)} to ${show(is)}.`);
  }
  for (const keyword of ["description", "bearerFormat"])
    if (!equal(base[keyword], revision[keyword]))
      note(context, "words", "annotates", `\`${keyword}\` changed.`);
  const [flows, others] = [flowsOf(base), flowsOf(revision)];
  for (const name of new Set([...Object.keys(flows), ...Object.keys(others)])) {
    const [was, is] = [flows[name], others[name]];
    if (!isObject(is)) change(`The flow \`${name}\` was removed.`);
    else if (!isObject(was)) note(context, "scheme-extended", "adds", `The flow \`${name}\` was added.`);
    else compareFlow(name, was, is, context);
  }
}

const flowsOf = ({ flows }: JsonObject): JsonObject => (isObject(flows) ? flows : {});

function compareFlow(name: string, was: JsonObject, is: JsonObject, context: Context): void {
  for (const keyword of ["authorizationUrl", "tokenUrl", "refreshUrl"]) {
    if (equal(was[keyword], is[keyword])) continue;
    if (keyword === "refreshUrl" && was[keyword] === undefined)
      note(context, "scheme-extended", "adds", `\`refreshUrl\` of the flow \`${name}\` was added.`);
    else note(context, "scheme-changed", "changes", `\`${keyword}\` of the flow \`${name}\` changed.`);
  }
  const [before, after] = [was.scopes, is.scopes].map((scopes) => (isObject(scopes) ? scopes : {})) as [
    JsonObject,
    JsonObject,
  ];
  const gone = Object.keys(before).filter((scope) => !(scope in after));
  const come = Object.keys(after).filter((scope) => !(scope in before));
  const names = (scopes: readonly string[]): string => list(scopes.map((scope) => `\`${scope}\``));
  if (gone.length) note(context, "scheme-changed", "changes", `The flow \`${name}\` lost ${names(gone)}.`);
  if (come.length) note(context, "scheme-extended", "adds", `The flow \`${name}\` gained ${names(come)}.`);
  if (Object.keys(before).some((scope) => scope in after && !equal(before[scope], after[scope])))
    note(context, "words", "annotates", `The flow \`${name}\` describes its scopes in other words.`);
}

/** Compares the schemes that operations of the base ask for; others let nobody in. */
export function compareSchemes(
  pair: Pair,
  names: SchemeNames,
  contextOf: (name: string, next: string) => Context,
): void {
  const used = usedSchemes(pair.base);
  for (const [name, next] of names) {
    const [was, is] = [schemeIn(pair.base, name), schemeIn(pair.revision, next)];
    const context = contextOf(name, next);
    if (used.has(name)) compareScheme(was, is, context);
    else if (!equal(was, is))
      note(context, "words", "annotates", "It changed, and no operation asks for it.");
  }
  const known = new Set(names.values());
  for (const next of Object.keys(schemesOf(pair.revision)))
    if (!known.has(next)) note(contextOf(next, next), "words", "annotates", "The security scheme was added.");
  for (const name of Object.keys(schemesOf(pair.base)))
    if (!names.has(name) && !used.has(name))
      note(
        contextOf(name, name),
        "words",
        "annotates",
        "The security scheme was removed, which no operation asked for.",
      );
}
