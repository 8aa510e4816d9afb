import type { JsonObject } from "../../../../scripts/document/json.js";
import { buildRequest, buildResponse, type DocumentPair, PEN, TEXT } from "../../document-builders.js";

const CAP = { type: "object", properties: { cap: TEXT } };
const REFERENCE = { $ref: "#/components/schemas/Pen" };

/** Schemas of OpenAPI 3.0, and the same schemas in 3.1. */
const CONVERSIONS: [name: string, before: JsonObject, after: JsonObject][] = [
  ["a value or null", { type: "string", nullable: true }, { type: ["string", "null"] }],
  [
    "a listed value or null",
    { type: "string", nullable: true, enum: ["a"] },
    { type: ["string", "null"], enum: ["a"] },
  ],
  ["a constant or null", { const: "a", nullable: true }, { enum: ["a", null] }],
  [
    "an alternative or null",
    { nullable: true, oneOf: [TEXT, REFERENCE] },
    { oneOf: [TEXT, REFERENCE, { type: "null" }] },
  ],
  [
    "one of several objects or null",
    { type: "object", nullable: true, oneOf: [PEN, CAP] },
    { type: ["object", "null"], oneOf: [PEN, CAP] },
  ],
  ["a component or null", { nullable: true, allOf: [REFERENCE] }, { anyOf: [REFERENCE, { type: "null" }] }],
  [
    "an exclusive bound",
    { type: "number", minimum: 1, exclusiveMinimum: true },
    { type: "number", exclusiveMinimum: 1 },
  ],
  ["base64", { type: "string", format: "byte" }, { type: "string", contentEncoding: "base64" }],
  [
    "a component or null, beside its reference",
    { ...REFERENCE, nullable: true },
    { anyOf: [REFERENCE, { type: "null" }] },
  ],
  ["a keyword beside a reference", { ...REFERENCE, maxProperties: 1 }, REFERENCE],
];

const buildVersion = (openapi: string, root: JsonObject): JsonObject => ({
  ...root,
  openapi,
  components: { schemas: { Pen: PEN } },
});

const buildNullable = (wrap: typeof buildRequest): JsonObject =>
  buildVersion("3.0.3", wrap({ type: "object", properties: { pen: { ...REFERENCE, nullable: true } } }));
const buildNotNull = (wrap: typeof buildRequest): JsonObject =>
  buildVersion("3.0.3", wrap({ type: "object", properties: { pen: REFERENCE } }));

/** Changes of `nullable` beside a reference in OpenAPI 3.0, which the generated code follows. */
const NULLABLE_REFERENCES: DocumentPair[] = [
  ["a reference becomes nullable, sent", buildNotNull(buildRequest), buildNullable(buildRequest), "minor"],
  [
    "a reference becomes nullable, received",
    buildNotNull(buildResponse),
    buildNullable(buildResponse),
    "major",
  ],
  [
    "a reference is no longer nullable, sent",
    buildNullable(buildRequest),
    buildNotNull(buildRequest),
    "major",
  ],
  [
    "a reference is no longer nullable, received",
    buildNullable(buildResponse),
    buildNotNull(buildResponse),
    "patch",
  ],
];

/** Conversions to another version of OpenAPI without other changes. */
const conversions: DocumentPair[] = CONVERSIONS.flatMap(([name, before, after]) =>
  [buildRequest, buildResponse].flatMap((wrap): DocumentPair[] => {
    const [old, converted] = [buildVersion("3.0.3", wrap(before)), buildVersion("3.1.0", wrap(after))];
    const place = wrap === buildRequest ? "sent" : "received";
    return [
      [`OpenAPI 3.0 is converted to 3.1: ${name}, ${place}`, old, converted, "patch"],
      [`OpenAPI 3.1 is converted to 3.0: ${name}, ${place}`, converted, old, "patch"],
    ];
  }),
);

/** Changes between and within versions of OpenAPI. */
export const versions: DocumentPair[] = [...conversions, ...NULLABLE_REFERENCES];
