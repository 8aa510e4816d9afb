import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { runs } from "../runs.js";
import { buildRequest, buildResponse, findChanges, formatLines, getSeverity } from "./document-builders.js";

const SCALARS: Json[] = [null, true, false, -1, 0, 0.5, 1, 2, 3, 5, "", "a", "b", "ab", "abc"];
const FEW: Json[] = [null, 0, 1, 1.5, "", "a", "abc"];

/** Values on both sides of all limits that the schemas below can have. */
const VALUES: Json[] = [
  ...SCALARS,
  ...[[], {}],
  ...FEW.flatMap((a) => [[a], { a }, { b: a }, { x: a }]),
  ...FEW.flatMap((a) => FEW.flatMap((b) => [[a, b], { a, b }, { a, x: b }])),
  ...FEW.flatMap((a) => [[a, "a", 1], { a, b: 1, x: "a" }, { a, b: "a", x: 1 }]),
];

/** Creates objects with some of the keywords. */
const createKeywords = (
  model: Record<string, fc.Arbitrary<Json>>,
  fixed: JsonObject = {},
): fc.Arbitrary<JsonObject> =>
  fc.record(model, { requiredKeys: [] }).map((anySchema) => ({ ...fixed, ...anySchema }));

const size = fc.integer({ min: 0, max: 3 });
const limit = fc.constantFrom(0, 1, 1.5, 3);
const text = createKeywords(
  { minLength: size, maxLength: size, pattern: fc.constantFrom("^a", "b", ".*") },
  { type: "string" },
);
const number = createKeywords(
  {
    type: fc.constant("integer"),
    minimum: limit,
    exclusiveMinimum: limit,
    maximum: limit,
    exclusiveMaximum: limit,
    multipleOf: fc.constantFrom(0.5, 1, 2),
  },
  { type: "number" },
);
const enumeration = fc
  .subarray<Json>(["a", "b", 1, 1.5, true, false, null], { minLength: 1 })
  .map((values): JsonObject => ({ enum: values }));
const scalar = fc.oneof(
  text,
  number,
  enumeration,
  fc.constantFrom<JsonObject>({ type: "boolean" }, { type: ["null", "string"] }, { const: "a" }),
);
const object = fc.tuple(scalar, scalar).chain(([a, b]) =>
  createKeywords(
    {
      required: fc.subarray(["a", "b", "x"]),
      additionalProperties: fc.oneof(fc.constant(false), scalar),
      unevaluatedProperties: fc.constantFrom<Json>(false, true),
      minProperties: size,
      maxProperties: size,
      propertyNames: fc.constantFrom<Json>({ maxLength: 1 }, { enum: ["a", "b"] }, { type: "string" }),
      patternProperties: scalar.map((schema) => ({ "^x": schema })),
      dependentRequired: fc.constantFrom<Json>({ a: ["b"] }, { x: ["a"] }),
      dependentSchemas: fc.constant<Json>({ a: { required: ["x"] } }),
    },
    { type: "object", properties: { a, b } },
  ),
);
const counts = { minItems: size, maxItems: size };
const tuple = createKeywords(
  {
    ...counts,
    items: fc.oneof(scalar, fc.constant(false)),
    prefixItems: fc.array(scalar, { minLength: 1, maxLength: 2 }),
  },
  { type: "array" },
);
// Without `prefixItems`, beside which ajv reads `contains` and `uniqueItems` wrongly.
const list = createKeywords(
  {
    ...counts,
    items: scalar,
    uniqueItems: fc.boolean(),
    contains: fc.oneof(scalar, fc.constant({})),
    minContains: size,
    maxContains: size,
  },
  { type: "array" },
);
const anySchema = fc.oneof(scalar, object, list, tuple);
const combined = fc.oneof(
  fc.array(anySchema, { minLength: 1, maxLength: 3 }).map((anyOf): JsonObject => ({ anyOf })),
  fc.tuple(text, number, list).map((oneOf): JsonObject => ({ oneOf })),
  fc
    .tuple(object, createKeywords({ required: fc.subarray(["a", "x"]), maxProperties: size }))
    .map((allOf): JsonObject => ({ allOf })),
  fc.tuple(scalar, anySchema).map(([not, schema]): JsonObject => ({ ...schema, not })),
  fc
    .tuple(scalar, anySchema, anySchema)
    .map(([condition, then, otherwise]): JsonObject => ({ if: condition, then, else: otherwise })),
);

/** Creates pairs of schemas that differ in one keyword at most. */
const createPair = (schema: fc.Arbitrary<JsonObject>): fc.Arbitrary<[JsonObject, JsonObject]> =>
  fc.tuple(schema, schema, fc.nat()).map(([base, other, index]) => {
    const names = Object.keys({ ...base, ...other });
    const name = names[index % names.length] ?? "type";
    const rest = Object.entries(base).filter(([keyword]) => keyword !== name);
    return [base, { ...Object.fromEntries(rest), ...(name in other && { [name]: other[name] }) }];
  });
const pairs = fc.oneof(...[scalar, object, list, tuple, combined].map(createPair));

const ajv = new Ajv2020({ strict: false });

/** Returns whether a schema rejects a sample of the values that another accepts. */
function rejectsValueOf(schema: JsonObject, other: JsonObject): boolean {
  const [isValid, wasValid] = [ajv.compile(schema), ajv.compile(other)];
  return VALUES.some((value) => wasValid(value) && !isValid(value));
}

/** Returns whether the change of a schema is rated as breaking, and the lines of its report. */
const rateChange = (
  wrap: typeof buildRequest,
  base: JsonObject,
  revision: JsonObject,
): [isBreaking: boolean, lines: string[]] => {
  const changes = findChanges(wrap(base), wrap(revision));
  return [getSeverity(changes) === "major", formatLines(changes)];
};

describe("a change of a schema", () => {
  test("is breaking if a value of a request becomes invalid or one of a response becomes valid", () => {
    fc.assert(
      fc.property(pairs, ([base, revision]) => {
        const [sent, inRequest] = rateChange(buildRequest, base, revision);
        const [received, inResponse] = rateChange(buildResponse, base, revision);
        expect(sent || !rejectsValueOf(revision, base), inRequest.join("\n")).toBe(true);
        expect(received || !rejectsValueOf(base, revision), inResponse.join("\n")).toBe(true);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
