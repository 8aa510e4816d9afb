import { byImpact, type Change, type Impact } from "./change.js";
import type { SpecDocument } from "../document/document.js";
import type { Json } from "../document/json.js";
import { compareExtensions, isExtension } from "./extension-changes.js";
import { isObject } from "../document/reader.js";
import { type RawChange, redoclyDiff } from "./redocly-diff.js";
import { parsePointer, subjectOf, followTo } from "./subject.js";

/** All that differs between two documents and that somebody could notice, the gravest first. */
export async function compareDocuments(
  base: SpecDocument,
  revision: SpecDocument,
  diff: typeof redoclyDiff = redoclyDiff,
): Promise<Change[]> {
  const raw = (await diff(base, revision)).filter((change) => !isOurs(change));
  const changes = raw
    .filter((change) => !isTold(change, raw))
    .map((change) => describe(change, base, revision));
  return byImpact([...changes, ...compareSchemaNames(base, revision), ...compareExtensions(base, revision)]);
}

/**
 * What is not to be told: what we compare ourselves (extensions, the names of schemas), the version, which tells of
 * changes and is none, and the parameters' names in a path, which the parameters tell of.
 */
function isOurs({ typeName, kind, impact, property = "", path }: RawChange): boolean {
  return (
    typeName === "SpecExtension" ||
    isExtension(property) ||
    (kind !== "modified" && /^#\/components\/schemas(\/[^/]+)?$/.test(path)) ||
    (path === "#/info" && property === "version") ||
    (typeName === "PathItem" && property === "key" && impact === "patch")
  );
}

/** Whether a change of a shared component is in the list a second time, at the place that uses it. */
function isTold(change: RawChange, all: readonly RawChange[]): boolean {
  if (change.kind === "modified" || !change.path.startsWith("#/components/")) return false;
  const value = JSON.stringify(valueOf(change));
  return all.some(
    (other) =>
      other.kind === change.kind &&
      !other.path.startsWith("#/components/") &&
      JSON.stringify(valueOf(other)) === value,
  );
}

const valueOf = ({ kind, base, revision }: RawChange): Json | undefined =>
  (kind === "removed" ? base : revision)?.value;

function describe(change: RawChange, base: SpecDocument, revision: SpecDocument): Change {
  const gone = change.kind === "removed";
  const document = gone ? base : revision;
  const side = gone ? change.base : change.revision;
  const pointer = parsePointer(side?.pointer ?? change.path);
  const { impact, meaning } = rate(change);
  return {
    impact,
    subject: subjectOf(document, parsePointer(change.path)),
    what: change.verdicts.map(({ message }) => message).join(" ") || happening(change),
    meaning,
    place: document.problemAt(pointer, "").place,
  };
}

/** What happened, in words, where redocly has none. */
function happening({ kind, property, base, revision }: RawChange): string {
  if (kind !== "modified") return `It was ${kind}.`;
  const name = property === undefined ? "It" : `\`${property}\``;
  const [before, after] = [short(base?.value), short(revision?.value)];
  if (before === undefined) return `${name} was set${after ? ` to ${after}` : ""}.`;
  if (after === undefined) return `${name} was removed${before ? `, which was ${before}` : ""}.`;
  return `${name} changed${before && after ? ` from ${before} to ${after}` : ""}.`;
}

/** A value in a few characters; an empty text if it takes more. */
function short(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : "";
}

interface Rating {
  impact: Impact;
  meaning: string;
}

/** What each of redocly's rules means to a caller. */
const MEANINGS: Readonly<Record<string, string>> = {
  "enum-values-added": "A caller may get a value that none of its branches expects.",
  "enum-values-removed": "A call that sends any other value is refused, and no longer compiles.",
  "media-type-removed": "A call that sends it, or asks for it, fails.",
  "operation-id-changed": "The generated function and its types have another name.",
  "operation-removed": "Calls to it fail, and no longer compile.",
  "parameter-became-required": "A call without it is refused, and no longer compiles.",
  "parameter-removed": "A call that passes it no longer compiles, and what it asked for is not heeded.",
  "parameter-serialization-changed": "What is sent today is read as something else.",
  "path-removed": "Calls to it fail.",
  "property-removed": "Code that uses it no longer compiles.",
  "request-body-became-required": "A call without a body is refused.",
  "request-body-removed": "A call that sends a body no longer compiles.",
  "required-properties-added": "A call without it is refused, and no longer compiles.",
  "required-properties-removed": "Code that reads it has to allow for its absence.",
  "response-header-removed": "Code that reads the header finds none.",
  "response-removed": "Code that handles this answer no longer gets it, or has no type for it.",
  "schema-combinator-changed": "Values of today may not fit any more.",
  "schema-constraint-changed": "Values of today may be refused, or values come that were ruled out.",
  "schema-type-changed": "Values of today no longer fit the type.",
  "security-requirement-changed": "A call with today's credentials is refused.",
  "security-scheme-changed": "Today's credentials are sent in a way that is no longer read.",
  "server-removed": "Calls to the address of today may fail.",
};

const WORDS = new Set(["description", "summary", "title", "example", "examples", "externalDocs", "tags"]);
const LIMITS = new Set([
  "additionalProperties",
  "const",
  "enum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "nullable",
  "pattern",
  "required",
  "type",
  "uniqueItems",
]);

/**
 * How much a change weighs. Redocly's rating holds, but for a few changes that it has no rule for and that a caller
 * of a typed client notices.
 */
function rate(change: RawChange): Rating {
  const [verdict] = change.verdicts;
  if (verdict)
    return {
      impact: change.impact,
      meaning: MEANINGS[verdict.ruleId] ?? "Code that works today may not any more.",
    };
  const corrected = correct(change);
  if (corrected) return corrected;
  if (change.impact === "major")
    return { impact: "major", meaning: "Code that works today may not any more." };
  if (change.impact === "minor")
    return { impact: "minor", meaning: "There is more to use, and nothing breaks." };
  const words = change.kind === "modified" && WORDS.has(change.property ?? "");
  return { impact: "patch", meaning: words ? "Only what is read about it changes." : "No call changes." };
}

function correct({ typeName, kind, property = "", path, base, revision }: RawChange): Rating | undefined {
  const modified = kind === "modified";
  // Redocly matches path parameters by position; the generated functions take them by name.
  if (typeName === "Parameter" && modified && property === "name")
    return { impact: "major", meaning: "Callers pass it by its name, so their calls no longer compile." };
  if (modified && property === "deprecated" && revision?.value === true)
    return { impact: "minor", meaning: "It works still, and editors strike it through." };
  if (typeName === "SecurityRequirement" && kind === "removed")
    return { impact: "minor", meaning: "A call needs less than before to be let in." };
  if (typeName !== "Schema" || !modified || path.startsWith("#/components/")) return undefined;
  if (property === "default")
    return base?.value === undefined
      ? { impact: "minor", meaning: "What a call without it gets is known now." }
      : { impact: "major", meaning: "A call without it gets something else than before." };
  if (!LIMITS.has(property)) return undefined;
  if (!path.includes("/responses/")) return { impact: "minor", meaning: "More is taken than before." };
  // A comparison with a value that cannot come is an error to TypeScript.
  if (property === "enum" && lost(base?.value, revision?.value))
    return { impact: "major", meaning: "Code that asks for a value that is gone no longer compiles." };
  return property === "required"
    ? { impact: "minor", meaning: "It can be relied on from now on." }
    : { impact: "patch", meaning: "Every value that comes still fits what was known." };
}

/** Whether a list has values that another lacks. */
function lost(before: Json | undefined, after: Json | undefined): boolean {
  return Array.isArray(before) && Array.isArray(after) && before.some((value) => !after.includes(value));
}

/** The generated code exports a type by the name of every schema, which redocly looks through. */
function compareSchemaNames(base: SpecDocument, revision: SpecDocument): Change[] {
  const namesOf = ({ root }: SpecDocument): string[] => {
    const schemas = followTo(root, ["components", "schemas"]);
    return isObject(schemas) ? Object.keys(schemas) : [];
  };
  const [before, after] = [new Set(namesOf(base)), new Set(namesOf(revision))];
  const describeName = (
    document: SpecDocument,
    name: string,
    impact: Impact,
    what: string,
    meaning: string,
  ): Change => {
    const pointer = ["components", "schemas", name];
    return {
      impact,
      subject: subjectOf(document, pointer),
      what,
      meaning,
      place: document.problemAt(pointer, "").place,
    };
  };
  return [
    ...[...before]
      .filter((name) => !after.has(name))
      .map((name) =>
        describeName(
          base,
          name,
          "major",
          "The name has gone.",
          "Code that imports its type no longer compiles.",
        ),
      ),
    ...[...after]
      .filter((name) => !before.has(name))
      .map((name) =>
        describeName(revision, name, "minor", "The name is new.", "There is one more type to import."),
      ),
  ];
}
