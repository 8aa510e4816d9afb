import { TEXT, TEXTS } from "../../document-builders.js";
import { incomparable, type SchemaPair, tighter } from "./schema-pair.js";

const LIST = { type: "array" };

/** Pairs with changed keywords of lists. */
export const lists: SchemaPair[] = [
  ...tighter("minItems", LIST, { type: "array", minItems: 1 }),
  ...tighter("a higher minItems", { type: "array", minItems: 1 }, { type: "array", minItems: 2 }),
  ...tighter("maxItems", LIST, { type: "array", maxItems: 9 }),
  ...tighter("a lower maxItems", { type: "array", maxItems: 9 }, { type: "array", maxItems: 8 }),
  ...tighter("uniqueItems", LIST, { type: "array", uniqueItems: true }),
  ["items get a schema", LIST, TEXTS, "major", "minor"],
  ["items lose their schema", TEXTS, LIST, "minor", "major"],
  ...tighter("the items' own constraint", TEXTS, { type: "array", items: { type: "string", maxLength: 3 } }),
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
  ...tighter("contains", LIST, { type: "array", contains: TEXT }),
  ...tighter(
    "the schema of contains changes",
    { type: "array", contains: TEXT },
    { type: "array", contains: { type: "string", minLength: 2 } },
  ),
  ...tighter(
    "minContains",
    { type: "array", contains: TEXT },
    { type: "array", contains: TEXT, minContains: 2 },
  ),
  ...tighter(
    "maxContains",
    { type: "array", contains: TEXT },
    { type: "array", contains: TEXT, maxContains: 2 },
  ),
  ...incomparable(
    "the schema of contains changes, with maxContains",
    { type: "array", contains: TEXT, maxContains: 2 },
    { type: "array", contains: { type: "string", minLength: 2 }, maxContains: 2 },
  ),
  ["unevaluatedItems", LIST, { type: "array", unevaluatedItems: TEXT }, "major", "minor"],
];
