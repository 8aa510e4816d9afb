import type { Impact } from "../change.js";
import type { Direction, Effect, Finding, Variance } from "./finding.js";

/** How a change is rated, and what it means to a caller. */
export interface Rating {
  impact: Impact;
  meaning: string;
  /** `types`: requests and responses stay right, but code that uses the generated types no longer compiles. */
  breaks?: "calls" | "types";
}

const breaking = (meaning: string): Rating => ({ impact: "major", meaning, breaks: "calls" });
const uncompilable = (meaning: string): Rating => ({ impact: "major", meaning, breaks: "types" });
const feature = (meaning: string): Rating => ({ impact: "minor", meaning });
const harmless = (meaning: string): Rating => ({ impact: "patch", meaning });

const REFUSED = breaking("Values of today may be refused.");
const UNEXPECTED = breaking("Values may come that were ruled out.");
const ACCEPTED = feature("More is accepted than before.");
const EXPECTED = harmless("Every value that comes still fits what was known.");
const WORDS = harmless("Only what is read about it changes.");
const USABLE = feature("There is more to use, and nothing breaks.");
const UNCOMPILABLE = uncompilable("Code that uses it no longer compiles.");
const UNUSED = harmless("No operation uses it, and its type stays the same.");

/** What a change does where no rule says otherwise: a request may not be narrowed, nor a response be widened. */
const BY_EFFECT: Readonly<Record<Effect, Readonly<Record<Direction, Rating>>>> = {
  narrows: { sent: REFUSED, received: EXPECTED, exported: UNCOMPILABLE },
  widens: { sent: ACCEPTED, received: UNEXPECTED, exported: UNCOMPILABLE },
  changes: { sent: REFUSED, received: UNEXPECTED, exported: UNCOMPILABLE },
  adds: { sent: USABLE, received: USABLE, exported: USABLE },
  annotates: { sent: WORDS, received: WORDS, exported: WORDS },
};

/** A rule whose rating is not that of its effect alone. */
interface Rule {
  /** Why. */
  reason: string;
  sent?: Rating;
  received?: Rating;
  exported?: Rating;
}

const everywhere = (reason: string, rating: Rating): Rule => ({
  reason,
  sent: rating,
  received: rating,
  exported: rating,
});

/** A constraint that the generated types do not show. */
const untyped: Rule = { reason: "Types show no such constraint.", exported: UNUSED };

/** The corrections to what an effect weighs, by the name of the rule. Each has a test in rules.test.ts. */
export const RULES: Readonly<Record<string, Rule>> = {
  // Values
  bound: untyped,
  count: untyped,
  "dependent-required": untyped,
  encoding: untyped,
  format: untyped,
  length: untyped,
  multiple: untyped,
  pattern: untyped,
  unique: untyped,
  "value-removed": {
    reason: "A comparison with a value that cannot come is an error to TypeScript.",
    sent: breaking("A call that sends it is refused, and no longer compiles."),
    received: uncompilable("Code that tests for it no longer compiles."),
  },
  "extensible-value-removed": {
    reason: "Code of today tests for the value no more than for others.",
    exported: UNUSED,
  },
  "value-added": {
    reason: "An exhaustive switch has no branch for it.",
    received: breaking("A value may come that no branch expects."),
  },
  "schema-added": {
    reason: "What was unknown is known.",
    sent: breaking("Anything was accepted before."),
    received: feature("What was unknown is known."),
  },
  "schema-removed": {
    reason: "What was known is unknown.",
    received: breaking("Code that uses it no longer compiles, and anything may come."),
  },
  default: {
    reason: "Who leaves it out gets something else than before.",
    sent: breaking("A call without it gets something else than before."),
    received: breaking("An absent value stands for something else than before."),
    exported: UNUSED,
  },
  "default-added": everywhere(
    "What absence stands for is known now.",
    feature("What absence stands for is known now."),
  ),
  deprecated: everywhere(
    "Editors strike it through.",
    feature("It works still, and editors strike it through."),
  ),
  xml: { reason: "The names and the nesting of the elements change in both directions.", exported: UNUSED },

  // Properties, parameters and headers
  removed: {
    reason: "An object literal or an access with it no longer compiles, though open objects accept anything.",
    sent: breaking("Code that passes it no longer compiles, and what it asked for is ignored."),
    received: breaking("Code that reads it no longer compiles, and finds nothing."),
  },
  "optional-removed": {
    reason: "Code of today allows for its absence, but no longer compiles.",
    sent: breaking("Code that passes it no longer compiles, and what it asked for is ignored."),
    received: uncompilable("Code that reads it no longer compiles."),
  },
  renamed: {
    reason: "It is a removal and an addition.",
    sent: breaking("Code that passes the old name no longer compiles."),
    received: breaking("Code that reads the old name no longer compiles, and finds nothing."),
  },
  "removed-on-date": everywhere(
    "It was announced by `deprecated` and `x-sunset`, and the date is past.",
    feature("The date of its removal was announced, and is past."),
  ),
  added: everywhere("Nobody has to use it.", USABLE),
  "required-added": {
    reason: "No call of today has it.",
    sent: breaking("A call without it is refused, and no longer compiles."),
    received: feature("There is more to read."),
  },
  "became-required": {
    reason: "Calls of today may lack it.",
    sent: breaking("A call without it is refused, and no longer compiles."),
    received: feature("It can be relied on from now on."),
  },
  "became-optional": {
    reason: "Code of today reads it without a test.",
    sent: feature("It may be left out."),
    received: breaking("Code that reads it has to allow for its absence."),
  },
  "entries-forbidden": {
    reason: "A map that can have no entries is the removal of all.",
    received: uncompilable("Code that reads an entry no longer compiles."),
  },
  serialization: {
    reason: "The same value is written in another way.",
    sent: breaking("What is sent today is read as something else."),
    received: breaking("What is read today is written in another way."),
  },

  // Bodies and responses
  "media-type-removed": {
    reason: "Only what is listed is accepted and sent.",
    sent: breaking("A call that sends it is refused."),
    received: breaking("A call that asks for it fails."),
  },
  "media-type-added": everywhere("The others are there still.", USABLE),
  "body-required": {
    reason: "No call of today has one.",
    sent: breaking("A call without a body is refused."),
  },
  "body-optional": {
    reason: "It may be left out.",
    received: breaking("Code has to allow for its absence."),
  },
  "body-removed": {
    reason: "What was sent is not read any more.",
    sent: breaking("A call that sends a body no longer compiles."),
    received: breaking("There is nothing to read."),
  },
  "response-removed": everywhere(
    "Code that handles the response has no type for it.",
    breaking("Code that handles this response no longer gets it, or has no type for it."),
  ),
  "response-added": everywhere("Other statuses are as before.", feature("One more status is described.")),
  link: everywhere("Nothing of ours follows links.", harmless("Nothing of ours follows links.")),

  // Operations
  "operation-removed": everywhere(
    "It cannot be called.",
    breaking("Calls to it fail, and no longer compile."),
  ),
  "operation-moved": everywhere("The old address is gone.", breaking("Calls to the old address fail.")),
  "operation-added": everywhere("There is one more call.", USABLE),
  "operation-renamed": everywhere(
    "Functions and types are named by it.",
    uncompilable("The generated function and its types have another name."),
  ),
  "operation-named": everywhere("Functions are named by it from now on.", USABLE),
  "path-parameter-renamed": everywhere(
    "Calls pass it by its name, though the URL is the same.",
    uncompilable("Calls pass it by its name, so they no longer compile."),
  ),

  // Who calls, and where
  "security-required": everywhere(
    "What is sent today does not suffice.",
    breaking("A call with the credentials of today is refused."),
  ),
  "security-accepted": everywhere(
    "What is sent today suffices still.",
    feature("Other credentials are accepted too."),
  ),
  "scheme-changed": everywhere(
    "Credentials are obtained or sent in another way.",
    breaking("The credentials of today are no longer obtained or read."),
  ),
  "scheme-extended": everywhere("The other ways are there still.", USABLE),
  "server-removed": everywhere(
    "Calls go to the address of today.",
    breaking("Calls to this address may fail."),
  ),
  "server-first": everywhere(
    "The generated client calls the first server.",
    breaking("The generated client calls another address."),
  ),
  "server-added": everywhere("The first server stays the first.", USABLE),
  "server-named": everywhere("There was no address before.", feature("The address is known now.")),

  // Names and extensions
  "schema-name-removed": everywhere(
    "The generated code exports a type by the name of every schema.",
    uncompilable("Code that imports its type no longer compiles."),
  ),
  "schema-name-added": everywhere("There is one more type.", feature("There is one more type to import.")),
  "pagination-added": everywhere("It is what iterates.", feature("The list can be iterated from now on.")),
  pagination: everywhere(
    "The generated code pages by it.",
    breaking("Iteration asks for other pages, yields other items, or no longer compiles."),
  ),
  "returned-value": everywhere(
    "The generated code takes the value from another place, or for another one.",
    breaking("The generated code returns another value."),
  ),
  "enum-names": everywhere(
    "The generated constants are named by it.",
    uncompilable("Code that uses the constants by name no longer compiles."),
  ),
  "sunset-earlier": everywhere(
    "Callers plan by the date.",
    breaking("It is removed earlier than callers were told."),
  ),
  extension: everywhere("Only tools read it.", harmless("Nothing of ours reads it, but other tools may.")),
  words: everywhere("No value is checked against it.", WORDS),
};

const RANK: Readonly<Record<Impact, number>> = { major: 2, minor: 1, patch: 0 };

/** The more severe of two ratings; of two breaking ones the one that fails at run time. */
export function severer(a: Rating, b: Rating): Rating {
  if (RANK[a.impact] !== RANK[b.impact]) return RANK[a.impact] > RANK[b.impact] ? a : b;
  return a.breaks === "types" && b.breaks === "calls" ? b : a;
}

/** What a change inside `not` or `if` does to the values around it. */
function turned(effect: Effect, variance: Variance): Effect {
  if (effect === "annotates") return effect;
  if (variance === 0) return "changes";
  return effect === "narrows" ? "widens" : effect === "widens" ? "narrows" : "changes";
}

/** The rule that a change is rated by. */
export const ruleOf = ({ rule, announced }: Finding): string => (announced ? "removed-on-date" : rule);

/** Rates a change by the way that the value goes. */
export function rate(finding: Finding, direction: Direction): Rating {
  const { effect, variance } = finding;
  if (variance !== 1)
    return direction === "exported" ? UNUSED : BY_EFFECT[turned(effect, variance)][direction];
  return RULES[ruleOf(finding)]?.[direction] ?? BY_EFFECT[effect][direction];
}
