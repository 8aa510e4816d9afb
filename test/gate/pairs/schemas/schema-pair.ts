import type { JsonObject } from "../../../../scripts/document/json.js";
import type { ExpectedSeverity } from "../../document-builders.js";

type Schema = JsonObject | boolean;

/** Two schemas, and the severities of the change between them: in a request, and in a response. */
export type SchemaPair = [
  name: string,
  base: Schema,
  revision: Schema,
  sent: ExpectedSeverity,
  received: ExpectedSeverity,
];

/** Returns a pair that tightens a constraint, and its reverse. */
export const createTighterPairs = (name: string, loose: Schema, tight: Schema): SchemaPair[] => [
  [`${name}, tightened`, loose, tight, "major", "patch"],
  [`${name}, loosened`, tight, loose, "minor", "major"],
];

/** Returns a pair of schemas of which neither includes the other, and its reverse. */
export const createIncomparablePairs = (name: string, one: Schema, other: Schema): SchemaPair[] => [
  [name, one, other, "major", "major"],
  [`${name}, reversed`, other, one, "major", "major"],
];

/** Returns a pair of equivalent schemas, and its reverse. */
export const createEquivalentPairs = (name: string, one: Schema, other: Schema): SchemaPair[] => [
  [`${name}, spelled out`, one, other, "none", "none"],
  [`${name}, left out`, other, one, "none", "none"],
];
