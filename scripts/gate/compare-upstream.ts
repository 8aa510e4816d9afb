import type { FoundOperation } from "./find-operation.js";
import type { Json, JsonObject } from "../document/json.js";
import { isObject } from "../document/reader.js";
import { type Schemas, type SchemaView, viewSchemas } from "./schema-view.js";
import { dereference, followTo } from "./subject.js";

/** A difference between our document and another one of the same API, which is taken to be right. */
export interface Difference {
  kind: "theirs only" | "differs" | "ours only";
  /** Whether a caller of ours gets into trouble by it. */
  breaking: boolean;
  subject: string;
  message: string;
}

/** A document, and the operation in it. */
export interface Side extends FoundOperation {
  root: JsonObject;
}

/**
 * Compares an operation of ours with the same one of another document, parameter by parameter and field by field.
 *
 * @param listAt - The way to the list that our code pages by.
 */
export function compareUpstream(
  ours: Side,
  theirs: Side,
  listAt: readonly string[] | undefined,
): Difference[] {
  return [
    ...compareParameters(ours, theirs),
    ...compareSecurity(ours, theirs),
    ...compareResponses(ours, theirs, listAt),
  ];
}

function compareParameters(ours: Side, theirs: Side): Difference[] {
  const [mine, other] = [parametersOf(ours), parametersOf(theirs)];
  const differences: Difference[] = [];
  for (const [key, parameter] of mine) {
    const match = other.get(key);
    const subject = `${parameter.in} parameter ${parameter.name}`;
    if (!match) {
      differences.push({
        kind: "ours only",
        breaking: true,
        subject,
        message: "theirs does not have it: what a caller asks for by it may not be heeded",
      });
      continue;
    }
    if (match.name !== parameter.name)
      differences.push({
        kind: "differs",
        breaking: false,
        subject,
        message: `theirs calls it ${match.name}; the URL is the same`,
      });
    if (match.required !== parameter.required)
      differences.push({
        kind: "differs",
        breaking: match.required,
        subject,
        message: match.required ? "theirs requires it, ours does not" : "ours requires it, theirs does not",
      });
    const compared = compareSchemas(
      { root: ours.root, schemas: parameter.schemas },
      { root: theirs.root, schemas: match.schemas },
      "sent",
    );
    differences.push(...compared.map((each) => ({ ...each, subject: joined(subject, each.subject) })));
  }
  for (const [key, parameter] of other) {
    if (mine.has(key)) continue;
    differences.push({
      kind: "theirs only",
      breaking: parameter.required,
      subject: `${parameter.in} parameter ${parameter.name}`,
      message: parameter.required ? "theirs requires it, and ours never sends it" : "ours cannot send it",
    });
  }
  return differences;
}

interface UpstreamParameter {
  name: string;
  in: string;
  required: boolean;
  schemas: Schemas;
}

/** The parameters of an operation: by name, and those of the path by position. */
function parametersOf({ root, item, operation, pathNames }: Side): Map<string, UpstreamParameter> {
  const found = new Map<string, UpstreamParameter>();
  for (const list of [item.parameters, operation.parameters]) {
    for (const raw of Array.isArray(list) ? list : []) {
      const parameter = dereference(root, raw);
      if (!isObject(parameter)) continue;
      const { name, in: location, required, schema } = parameter;
      if (typeof name !== "string" || typeof location !== "string") continue;
      // The names of headers are the same in any case.
      const key =
        location === "path"
          ? `path ${pathNames.indexOf(name)}`
          : `${location} ${location === "header" ? name.toLowerCase() : name}`;
      found.set(key, {
        name,
        in: location,
        required: location === "path" || required === true,
        schemas: isObject(schema) ? [schema] : [],
      });
    }
  }
  return found;
}

function compareSecurity(ours: Side, theirs: Side): Difference[] {
  const [mine, other] = [securityOf(ours), securityOf(theirs)];
  if (!other) return mine?.length ? [securityNote("theirs says nothing of credentials")] : [];
  const accepted = new Set(other);
  const refused = (mine ?? [""]).filter((each) => !accepted.has(each) && !accepted.has(""));
  const unknown = other.filter((each) => !mine?.includes(each));
  return [
    ...refused.map((each) => ({
      ...securityNote(`theirs does not take ${each || "calls without credentials"}`),
      breaking: true,
    })),
    ...unknown.map((each): Difference => ({
      ...securityNote(`theirs takes ${each || "calls without credentials"} as well`),
      kind: "theirs only",
    })),
  ];
}

const securityNote = (message: string): Difference => ({
  kind: "differs",
  breaking: false,
  subject: "security",
  message,
});

/** The alternatives of an operation's security, each in words that do not depend on the names of the schemes. */
function securityOf({ root, operation }: Side): string[] | undefined {
  const security = operation.security ?? root.security;
  if (!Array.isArray(security)) return undefined;
  if (!security.length) return [""];
  return security.filter(isObject).map((alternative) =>
    Object.keys(alternative)
      .map((name) => describeScheme(followTo(root, ["components", "securitySchemes", name])) ?? name)
      .sort()
      .join(" and "),
  );
}

function describeScheme(scheme: Json | undefined): string | undefined {
  if (!isObject(scheme)) return undefined;
  const parts = [scheme.type, scheme.scheme, scheme.in, scheme.name].filter(
    (part) => typeof part === "string",
  );
  return parts.join(" ").toLowerCase();
}

function compareResponses(ours: Side, theirs: Side, listAt: readonly string[] | undefined): Difference[] {
  const statuses = successes(ours.operation);
  const differences: Difference[] = [];
  for (const status of statuses) {
    const subject = `response ${status}`;
    const responses = isObject(theirs.operation.responses) ? theirs.operation.responses : {};
    const response = responses[status] ?? responses["2XX"] ?? responses.default;
    const [mine, other] = [
      jsonSchemasOf(ours.root, (ours.operation.responses as JsonObject)[status]),
      jsonSchemasOf(theirs.root, response),
    ];
    if (!mine) continue;
    if (!other) {
      const message = response === undefined ? "theirs does not have it" : "theirs has no JSON in it";
      differences.push({ kind: "ours only", breaking: true, subject, message });
      continue;
    }
    const [from, to] = [
      { root: ours.root, schemas: mine },
      { root: theirs.root, schemas: other },
    ];
    differences.push(
      ...compareSchemas(from, to, "got").map((each) => ({ ...each, subject: joined(subject, each.subject) })),
    );
    if (listAt && isList(from, listAt) && !isList(to, listAt))
      differences.push({
        kind: "differs",
        breaking: true,
        subject: joined(subject, listAt.join(".")),
        message: "theirs has no list there: the pages would hold nothing",
      });
  }
  const known = new Set(Object.keys(isObject(ours.operation.responses) ? ours.operation.responses : {}));
  for (const status of successes(theirs.operation))
    if (!known.has(status))
      differences.push({
        kind: "theirs only",
        breaking: false,
        subject: `response ${status}`,
        message: "ours lacks it",
      });
  return differences;
}

function successes({ responses }: JsonObject): string[] {
  return Object.keys(isObject(responses) ? responses : {}).filter((status) => status.startsWith("2"));
}

function jsonSchemasOf(root: JsonObject, raw: Json | undefined): Schemas | undefined {
  const response = dereference(root, raw);
  const content = isObject(response) && isObject(response.content) ? response.content : {};
  const value = Object.entries(content).find(([type]) =>
    /^application\/([\w.+-]+\+)?json\b/i.test(type),
  )?.[1];
  if (!isObject(value)) return undefined;
  return isObject(value.schema) ? [value.schema] : [];
}

interface Located {
  root: JsonObject;
  schemas: Schemas;
}

function isList({ root, schemas }: Located, [name, ...rest]: readonly string[]): boolean {
  const view = viewSchemas(root, schemas);
  if (name === undefined) return view.types === undefined || view.types.has("array");
  const field = view.fields.get(name);
  return field !== undefined && isList({ root, schemas: field.schemas }, rest);
}

/** What differs between two schemas, and below them. A pair that was compared further up is not compared again. */
function compareSchemas(
  ours: Located,
  theirs: Located,
  direction: "sent" | "got",
  subject = "",
  above: readonly (readonly [Schemas, Schemas])[] = [],
): Difference[] {
  if (
    above.some(
      ([one, other]) =>
        sameSchemas(ours.root, one, ours.schemas) && sameSchemas(theirs.root, other, theirs.schemas),
    )
  )
    return [];
  const trail = [...above, [ours.schemas, theirs.schemas] as const];
  const [mine, other] = [viewSchemas(ours.root, ours.schemas), viewSchemas(theirs.root, theirs.schemas)];
  const differences = compareTypes(mine, other, direction, subject);
  for (const [name, field] of mine.fields) {
    const match = other.fields.get(name);
    const at = subject ? `${subject}.${name}` : name;
    if (!match) {
      differences.push({
        kind: "ours only",
        // Sent, it may be refused; got, code has to allow for the absence of what is optional.
        breaking: direction === "sent" || field.required,
        subject: at,
        message: `theirs does not have it${field.required ? ", and ours promises it" : ""}`,
      });
      continue;
    }
    if (match.required !== field.required)
      differences.push({
        kind: "differs",
        breaking: direction === "sent" ? match.required : field.required,
        subject: at,
        message: match.required ? "theirs requires it, ours does not" : "ours requires it, theirs does not",
      });
    differences.push(
      ...compareSchemas(
        { root: ours.root, schemas: field.schemas },
        { root: theirs.root, schemas: match.schemas },
        direction,
        at,
        trail,
      ),
    );
  }
  for (const [name, field] of other.fields)
    if (!mine.fields.has(name))
      differences.push({
        kind: "theirs only",
        breaking: direction === "sent" && field.required,
        subject: subject ? `${subject}.${name}` : name,
        message: "ours lacks it",
      });
  if (mine.items && other.items)
    differences.push(
      ...compareSchemas(
        { root: ours.root, schemas: mine.items },
        { root: theirs.root, schemas: other.items },
        direction,
        `${subject}[]`,
        trail,
      ),
    );
  return differences;
}

/** Whether two lists are the same schemas, by reference or in themselves. */
function sameSchemas(root: JsonObject, one: Schemas, other: Schemas): boolean {
  return (
    one.length === other.length &&
    one.every((schema, index) => dereference(root, schema) === dereference(root, other[index]))
  );
}

function compareTypes(
  mine: SchemaView,
  other: SchemaView,
  direction: "sent" | "got",
  subject: string,
): Difference[] {
  const differences: Difference[] = [];
  const differs = (what: string, breaking: boolean): void => {
    differences.push({ kind: "differs", breaking, subject, message: what });
  };
  // What is sent has to be among what theirs takes; what is got among what ours expects.
  const [from, to] = direction === "sent" ? [mine, other] : [other, mine];
  if (describe(mine.types) !== describe(other.types))
    differs(
      `the type is ${describe(other.types)} in theirs, ${describe(mine.types)} in ours`,
      from.types !== undefined && to.types !== undefined && !within(from.types, to.types),
    );
  if (describe(mine.values) !== describe(other.values))
    differs(
      `the values are ${describe(other.values)} in theirs, ${describe(mine.values)} in ours`,
      to.values !== undefined && (from.values === undefined || !within(from.values, to.values)),
    );
  for (const limit of new Set([...mine.limits.keys(), ...other.limits.keys()])) {
    const [ours, theirs] = [mine.limits.get(limit), other.limits.get(limit)];
    if (ours === theirs) continue;
    // Formats and lengths are often published wrong; a bound on a number is refused where it is passed.
    const tighter =
      typeof theirs === "number" &&
      ((limit === "minimum" && theirs > (typeof ours === "number" ? ours : -Infinity)) ||
        (limit === "maximum" && theirs < (typeof ours === "number" ? ours : Infinity)));
    differs(`${limit} is ${show(theirs)} in theirs, ${show(ours)} in ours`, direction === "sent" && tighter);
  }
  return differences;
}

function within(from: ReadonlySet<string>, to: ReadonlySet<string>): boolean {
  return [...from].every((each) => to.has(each) || (each === "integer" && to.has("number")));
}

function describe(set: ReadonlySet<string> | undefined): string {
  return set ? [...set].sort().join(" | ") : "any";
}

const show = (value: Json | undefined): string => (value === undefined ? "not set" : JSON.stringify(value));

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}
