import { TEXT, TEXTS } from "../../document-builders.js";
import { createIncomparablePairs, createTighterPairs, type SchemaPair } from "./schema-pair.js";

const LIST = { type: "array" };

/** Pairs with changed keywords of lists. */
export const lists: SchemaPair[] = [
  ...createTighterPairs("minItems", LIST, { type: "array", minItems: 1 }),
  ...createTighterPairs("a higher minItems", { type: "array", minItems: 1 }, { type: "array", minItems: 2 }),
  ...createTighterPairs("maxItems", LIST, { type: "array", maxItems: 9 }),
  ...createTighterPairs("a lower maxItems", { type: "array", maxItems: 9 }, { type: "array", maxItems: 8 }),
  ...createTighterPairs("uniqueItems", LIST, { type: "array", uniqueItems: true }),
  ...createTighterPairs(
    "maxItems 1 beside uniqueItems",
    { ...LIST, maxItems: 5, uniqueItems: true },
    { ...LIST, maxItems: 1, uniqueItems: true },
  ),
  ["items get a schema", LIST, TEXTS, "major", "minor"],
  ["items lose their schema", TEXTS, LIST, "minor", "major"],
  ...createTighterPairs("the items' own constraint", TEXTS, {
    type: "array",
    items: { type: "string", maxLength: 3 },
  }),
  [
    "the second item gets a schema",
    { type: "array", prefixItems: [TEXT] },
    { type: "array", prefixItems: [TEXT, TEXT] },
    "major",
    "minor",
  ],
  [
    "the second item loses its schema",
    { type: "array", prefixItems: [TEXT, TEXT] },
    { type: "array", prefixItems: [TEXT] },
    "minor",
    "major",
  ],
  [
    "items after the first are forbidden",
    { type: "array", prefixItems: [TEXT] },
    { type: "array", prefixItems: [TEXT], items: false },
    "major",
    "patch",
  ],
  ...createTighterPairs("contains", LIST, { type: "array", contains: TEXT }),
  ...createTighterPairs(
    "contains beside minItems",
    { ...LIST, minItems: 1 },
    { ...LIST, minItems: 1, contains: TEXT },
  ),
  ...createTighterPairs(
    "the schema of contains changes",
    { type: "array", contains: TEXT },
    { type: "array", contains: { type: "string", minLength: 2 } },
  ),
  ...createTighterPairs(
    "minContains",
    { type: "array", contains: TEXT },
    { type: "array", contains: TEXT, minContains: 2 },
  ),
  ...createTighterPairs(
    "maxContains",
    { type: "array", contains: TEXT },
    { type: "array", contains: TEXT, maxContains: 2 },
  ),
  ...createIncomparablePairs(
    "the schema of contains changes, with maxContains",
    { type: "array", contains: TEXT, maxContains: 2 },
    { type: "array", contains: { type: "string", minLength: 2 }, maxContains: 2 },
  ),
  ["unevaluatedItems", LIST, { type: "array", unevaluatedItems: TEXT }, "major", "minor"],
];
