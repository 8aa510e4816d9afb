import type { Severity } from "../change.js";
import type { Direction, Effect, Finding, Variance } from "./finding.js";

/** The severity of a change, and its effect on a caller. */
export interface Rating {
  severity: Severity;
  consequence: string;
  /** `types`: calls still succeed, but code that uses the generated types no longer compiles. */
  breaks?: "calls" | "types";
}

const rateBreaking = (consequence: string): Rating => ({ severity: "major", consequence, breaks: "calls" });
const rateBreakingTypes = (consequence: string): Rating => ({
  severity: "major",
  consequence,
  breaks: "types",
});
const rateFeature = (consequence: string): Rating => ({ severity: "minor", consequence });
const rateHarmless = (consequence: string): Rating => ({ severity: "patch", consequence });

const REJECTED = rateBreaking("Requests that are valid today may be rejected.");
const UNEXPECTED = rateBreaking("Responses may contain values that were not allowed before.");
const ACCEPTED = rateFeature("More is accepted than before.");
const EXPECTED = rateHarmless("All values are still valid by the released document.");
const DOCUMENTATION = rateHarmless("Only the documentation changes.");
const USABLE = rateFeature("It is a new feature, and nothing breaks.");
const BREAKS_TYPES = rateBreakingTypes("Code that uses it no longer compiles.");
const UNUSED = rateHarmless("No operation uses it, and its type stays the same.");

/** The default ratings: narrowing a request and widening a response are breaking. */
const BY_EFFECT: Readonly<Record<Effect, Readonly<Record<Direction, Rating>>>> = {
  narrows: { sent: REJECTED, received: EXPECTED, exported: BREAKS_TYPES },
  widens: { sent: ACCEPTED, received: UNEXPECTED, exported: BREAKS_TYPES },
  changes: { sent: REJECTED, received: UNEXPECTED, exported: BREAKS_TYPES },
  adds: { sent: USABLE, received: USABLE, exported: USABLE },
  annotates: { sent: DOCUMENTATION, received: DOCUMENTATION, exported: DOCUMENTATION },
};

/** An exception from the default rating of an effect. */
interface Rule {
  /** Why the rating differs. */
  reason: string;
  sent?: Rating;
  received?: Rating;
  exported?: Rating;
}

const rateEverywhere = (reason: string, rating: Rating): Rule => ({
  reason,
  sent: rating,
  received: rating,
  exported: rating,
});

/** The rule of a constraint that the generated types do not express. */
const UNTYPED: Rule = { reason: "Types do not express the constraint.", exported: UNUSED };

/** The exceptions from the default ratings, by the name of the rule. */
export const RULES: Readonly<Record<string, Rule>> = {
  // Values
  binary: {
    reason: "Outside of JSON the generated type is `Blob`, and that of any other string is `string`.",
    sent: rateBreakingTypes(
      "Code that passes a file instead of a string, or the reverse, no longer compiles.",
    ),
    received: rateBreakingTypes(
      "Code that expects a string instead of a file, or the reverse, no longer compiles.",
    ),
    exported: BREAKS_TYPES,
  },
  "alternative-overlap": UNTYPED,
  bound: UNTYPED,
  count: UNTYPED,
  "dependent-required": UNTYPED,
  encoding: UNTYPED,
  format: UNTYPED,
  length: UNTYPED,
  multiple: UNTYPED,
  pattern: UNTYPED,
  unique: UNTYPED,
  "value-removed": {
    reason: "A comparison with an impossible value is a TypeScript error.",
    sent: rateBreaking("A call that sends it is rejected, and no longer compiles."),
    received: rateBreakingTypes("Code that tests for it no longer compiles."),
  },
  "extensible-value-removed": {
    reason: "Existing code must already handle unknown values.",
    exported: UNUSED,
  },
  "value-added": {
    reason: "An exhaustive switch has no branch for it.",
    received: rateBreaking("A response may contain a value that no branch handles."),
  },
  "schema-added": {
    reason: "The schema of the value was unknown before.",
    sent: rateBreaking("Anything was accepted before."),
    received: rateFeature("The schema of the value is known now."),
  },
  "schema-removed": {
    reason: "The schema of the value is unknown now.",
    received: rateBreaking("Code that uses it no longer compiles, and a response may contain any value."),
  },
  default: {
    reason: "A call without the value has another result than before.",
    sent: rateBreaking("A call without it has another result than before."),
    received: rateBreaking("A missing value has another meaning than before."),
    exported: UNUSED,
  },
  "default-removed": {
    reason:
      "The API may use another value in a request without it. In a response the default is documentation.",
    sent: rateBreaking("A call without it may have another result than before."),
    received: rateHarmless("The meaning of a missing value is no longer documented."),
    exported: UNUSED,
  },
  "default-added": rateEverywhere(
    "The meaning of a missing value was unknown before.",
    rateFeature("The meaning of a missing value is known now."),
  ),
  deprecated: rateEverywhere(
    "Editors strike it through.",
    rateFeature("It still works, and editors strike it through."),
  ),
  xml: { reason: "The names and the nesting of the elements change in both directions.", exported: UNUSED },

  // Properties, parameters and headers
  removed: {
    reason: "An object literal or an access with it no longer compiles, though open objects accept anything.",
    sent: rateBreaking("Code that passes it no longer compiles, and the value is ignored."),
    received: rateBreaking("Code that reads it no longer compiles, and gets undefined."),
  },
  "optional-removed": {
    reason: "Existing code handles a missing value, but no longer compiles.",
    sent: rateBreaking("Code that passes it no longer compiles, and the value is ignored."),
    received: rateBreakingTypes("Code that reads it no longer compiles."),
  },
  renamed: {
    reason: "It is a removal and an addition.",
    sent: rateBreaking("Code that passes the old name no longer compiles."),
    received: rateBreaking("Code that reads the old name no longer compiles, and gets undefined."),
  },
  "removed-on-date": rateEverywhere(
    "`deprecated` and `x-sunset` announced it, and the date is past.",
    rateFeature("Its removal was announced, and the date is past."),
  ),
  added: rateEverywhere("Existing calls do not need it.", USABLE),
  "required-added": {
    reason: "No existing call has it.",
    sent: rateBreaking("A call without it is rejected, and no longer compiles."),
    received: rateFeature("It is a new field."),
  },
  "became-required": {
    reason: "Existing calls may lack it.",
    sent: rateBreaking("A call without it is rejected, and no longer compiles."),
    received: rateFeature("It is always present now."),
  },
  "became-optional": {
    reason: "Existing code reads it without a check.",
    sent: rateFeature("It may be left out."),
    received: rateBreaking("Code that reads it must handle a missing value."),
  },
  "entries-forbidden": {
    reason: "A map without entries removes all of them.",
    received: rateBreakingTypes("Code that reads an entry no longer compiles."),
  },
  serialization: {
    reason: "The same value is serialized differently.",
    sent: rateBreaking("Existing calls are read as another value."),
    received: rateBreaking("Existing code cannot read the new serialization."),
  },

  // Bodies and responses
  "media-type-removed": {
    reason: "Only listed media types are accepted and sent.",
    sent: rateBreaking("A call that sends it is rejected."),
    received: rateBreaking("A call that accepts only this media type fails."),
  },
  "media-type-added": rateEverywhere("The other media types still work.", USABLE),
  "body-required": {
    reason: "Existing calls may have no body.",
    sent: rateBreaking("A call without a body is rejected."),
  },
  "body-optional": {
    reason: "It may be left out.",
    received: rateBreaking("Code must handle a missing body."),
  },
  "body-removed": {
    reason: "The sent body is no longer read.",
    sent: rateBreaking("A call that sends a body no longer compiles."),
    received: rateBreaking("The body is missing."),
  },
  "response-removed": rateEverywhere(
    "Code that handles the response has no type for it.",
    rateBreaking("Code that handles the response no longer receives it, or has no type for it."),
  ),
  "response-added": rateEverywhere(
    "Other statuses are unchanged.",
    rateFeature("Another status is described."),
  ),
  link: rateEverywhere(
    "The generated code does not use links.",
    rateHarmless("The generated code does not use links."),
  ),

  // Operations
  "operation-removed": rateEverywhere(
    "It can no longer be called.",
    rateBreaking("Calls to it fail, and no longer compile."),
  ),
  "call-removed": rateEverywhere(
    "The API sends the requests of callbacks and webhooks.",
    rateBreaking("The API no longer sends it."),
  ),
  "operation-moved": rateEverywhere(
    "The old URL no longer works.",
    rateBreaking("Calls to the old URL fail."),
  ),
  "operation-added": rateEverywhere("Existing calls do not need it.", USABLE),
  "operation-renamed": rateEverywhere(
    "Functions and types are named after it.",
    rateBreakingTypes("The generated function and its types have another name."),
  ),
  "operation-named": rateEverywhere("Functions are named after it now.", USABLE),
  "path-parameter-renamed": rateEverywhere(
    "Calls pass it by name, although the URL is the same.",
    rateBreakingTypes("Calls pass it by name, so that they no longer compile."),
  ),

  // Security and servers
  "security-required": rateEverywhere(
    "The credentials of existing calls are not sufficient.",
    rateBreaking("A call with the current credentials is rejected."),
  ),
  "security-accepted": rateEverywhere(
    "The credentials of existing calls are still sufficient.",
    rateFeature("Other credentials are accepted too."),
  ),
  "credentials-changed": rateEverywhere(
    "Receivers of callbacks and webhooks may check the credentials.",
    rateBreaking("A receiver that checks the current credentials rejects the request."),
  ),
  "credentials-added": rateEverywhere(
    "Receivers of callbacks and webhooks need not check the credentials.",
    rateFeature("Receivers can check the credentials."),
  ),
  "scheme-changed": rateEverywhere(
    "Credentials are obtained or sent differently.",
    rateBreaking("The current credentials can no longer be obtained, or are rejected."),
  ),
  "scheme-extended": rateEverywhere("The other flows and scopes still work.", USABLE),
  "server-removed": rateEverywhere(
    "Existing calls use the URL.",
    rateBreaking("Calls to this URL may fail."),
  ),
  "server-first": rateEverywhere(
    "The generated client calls the first server.",
    rateBreaking("The generated client calls another URL."),
  ),
  "server-added": rateEverywhere("The first server stays the first.", USABLE),
  "server-named": rateEverywhere("There was no URL before.", rateFeature("The URL is known now.")),

  // Names and extensions
  "schema-name-removed": rateEverywhere(
    "The generated code exports a type for every schema.",
    rateBreakingTypes("Code that imports its type no longer compiles."),
  ),
  "schema-name-added": rateEverywhere(
    "Existing code does not need the type.",
    rateFeature("Its type can be imported."),
  ),
  "pagination-added": rateEverywhere(
    "The generated code uses it for pagination.",
    rateFeature("The list can be iterated now."),
  ),
  pagination: rateEverywhere(
    "The generated code uses it for pagination.",
    rateBreaking("Iteration requests other pages, yields other items, or no longer compiles."),
  ),
  "download-added": rateEverywhere(
    "The generated code uses it for downloads.",
    rateFeature("The file of the item can be downloaded now."),
  ),
  download: rateEverywhere(
    "The generated code uses it for downloads.",
    rateBreaking("Another file is downloaded, or code that downloads it no longer compiles."),
  ),
  "returned-value": rateEverywhere(
    "The generated code reads the value from another field, or converts it differently.",
    rateBreaking("The generated code returns another value."),
  ),
  "enum-names": rateEverywhere(
    "The generated constants are named after it.",
    rateBreakingTypes("Code that uses the constants by name no longer compiles."),
  ),
  "sunset-earlier": rateEverywhere(
    "Callers plan by the date.",
    rateBreaking("It is removed earlier than announced."),
  ),
  extension: rateEverywhere(
    "Only tools read it.",
    rateHarmless("The generated code does not use it, but other tools may."),
  ),
  documentation: rateEverywhere("It does not constrain values.", DOCUMENTATION),
};

const RANK: Readonly<Record<Severity, number>> = { major: 2, minor: 1, patch: 0 };

/**
 * Returns the more severe of two ratings. Of two breaking ones, failing calls are more severe than failing types.
 *
 * @param first - A rating.
 * @param second - Another rating.
 * @returns The more severe one.
 */
export function chooseMoreSevere(first: Rating, second: Rating): Rating {
  if (RANK[first.severity] !== RANK[second.severity])
    return RANK[first.severity] > RANK[second.severity] ? first : second;
  return first.breaks === "types" && second.breaks === "calls" ? second : first;
}

/** Returns the effect of a change inside `not` or `if` on the values of the parent. */
function reverseInside(effect: Effect, variance: Variance): Effect {
  if (effect === "annotates") return effect;
  if (variance === 0) return "changes";
  return effect === "narrows" ? "widens" : effect === "widens" ? "narrows" : "changes";
}

/** Returns the name of the rule that rates a finding. */
export const getRuleName = ({ rule, isAnnounced }: Finding): string =>
  isAnnounced ? "removed-on-date" : rule;

/**
 * Rates a finding by the direction of the value.
 *
 * @param finding - The finding.
 * @param direction - Whether callers send the value or receive it.
 * @returns The severity, and the consequence for callers.
 */
export function rateFinding(finding: Finding, direction: Direction): Rating {
  const { effect, variance } = finding;
  if (variance !== 1)
    return direction === "exported" ? UNUSED : BY_EFFECT[reverseInside(effect, variance)][direction];
  return RULES[getRuleName(finding)]?.[direction] ?? BY_EFFECT[effect][direction];
}
