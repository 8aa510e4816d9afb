import type { JsonObject } from "../../../../scripts/document/json.js";
import {
  buildRequest,
  buildResponse,
  type DocumentPair,
  NOTHING,
  PEN,
  TEXT,
} from "../../document-builders.js";

const REF = "#/components/schemas/";
const buildComponents = (
  schemas: JsonObject,
  root = buildRequest({ $ref: "#/components/schemas/Pen" }),
): JsonObject => ({
  ...root,
  components: { schemas },
});
const buildUnion = (mapping?: JsonObject, propertyName = "kind"): JsonObject => ({
  oneOf: [{ $ref: "#/components/schemas/Ball" }, { $ref: "#/components/schemas/Quill" }],
  discriminator: { propertyName, ...(mapping && { mapping }) },
});
const KIND = { type: "object", properties: { kind: TEXT, type: TEXT }, required: ["kind", "type"] };
const buildTagged = (schema: JsonObject, wrap: typeof buildRequest): JsonObject =>
  buildComponents(
    { Ball: KIND, Quill: { ...KIND, properties: { ...KIND.properties, nib: TEXT } } },
    wrap(schema),
  );

const buildCircular = (name: string, ink: JsonObject): JsonObject => ({
  type: "object",
  properties: { ink, parts: { type: "array", items: { $ref: `${REF}${name}` } } },
});

/** Creates a component that consists of its variants, each of which extends it. */
const buildVariants = (count: number, properties: JsonObject, hasAlternatives = true): JsonObject => {
  const names = Array.from({ length: count }, (_, index) => `Pen${index}`);
  const variants = names.map((name) => [
    name,
    { type: "object", allOf: [{ $ref: `${REF}Pen` }], properties: { [name]: TEXT } },
  ]);
  const alternatives = { oneOf: names.map((name) => ({ $ref: `${REF}${name}` })) };
  const pen = { type: "object", properties: { kind: TEXT, ...properties }, required: ["kind"] };
  const schemas = {
    Pen: { ...pen, ...(hasAlternatives && alternatives) },
    ...(Object.fromEntries(variants) as JsonObject),
  };
  return buildComponents(schemas, buildResponse({ $ref: `${REF}Pen` }));
};

/** Creates two conditions, the second of which uses a component with a limit. */
const buildConditions = (limit: JsonObject): JsonObject => {
  const buildCondition = (name: string): JsonObject => ({
    if: { required: [name] },
    then: { properties: { [name]: { $ref: `${REF}${name}` } } },
  });
  return buildComponents(
    { cap: TEXT, ink: { ...TEXT, ...limit } },
    buildRequest({ allOf: [buildCondition("cap"), buildCondition("ink")] }),
  );
};

/** Creates a dependent schema that uses a component with a limit. */
const buildDependent = (limit: JsonObject): JsonObject =>
  buildComponents(
    { Ink: { type: "object", properties: { ink: { ...TEXT, ...limit } } } },
    buildRequest({ ...PEN, dependentSchemas: { ink: { $ref: `${REF}Ink` } } }),
  );

/** Creates a reference to a component that lists values, with a limit beside it. */
const buildListed = (build: typeof buildRequest, limit: JsonObject): JsonObject =>
  buildComponents({ Ink: { enum: ["red", "blue"] } }, build({ $ref: `${REF}Ink`, ...limit }));

/** A part that limits a property of `PEN` without its type. */
const INK_LIMIT = { type: "object", properties: { ink: { maxLength: 2 } } };

const READ_ONLY = { type: "object", properties: { id: { type: "string", readOnly: true } } };

const VARIANTS = ["ball", "quill"].map((kind) => ({
  type: "object",
  properties: { kind: { const: kind }, ink: TEXT },
  required: ["kind"],
}));
const OTHER = { type: "object", properties: { kind: TEXT, ink: TEXT }, required: ["ink"] };

/** Creates alternatives of OpenAPI 3.0, one of which is a component that may be null, beside other keywords. */
const buildNullable = (keywords: JsonObject): JsonObject => ({
  openapi: "3.0.3",
  ...buildComponents(
    { Pen: { nullable: true, allOf: [PEN] }, Cap: { type: "object", properties: { cap: TEXT } } },
    buildResponse({ ...keywords, oneOf: [{ $ref: `${REF}Pen` }, { $ref: `${REF}Cap` }] }),
  ),
});

/** Changes of components. */
export const components: DocumentPair[] = [
  ...([buildRequest, buildResponse] as const).map((build): DocumentPair => {
    const alternatives = { oneOf: [{ const: "auto" }, { $ref: `${REF}Pen` }, { $ref: `${REF}Cap` }] };
    const schemas = { Pen: PEN, Cap: { type: "object", properties: { cap: TEXT } }, Format: alternatives };
    return [
      `a reference to alternatives is written out beside null (${build.name})`,
      buildComponents(schemas, build({ anyOf: [{ $ref: `${REF}Format` }, { type: "null" }] })),
      buildComponents(schemas, build({ oneOf: [...alternatives.oneOf, { type: "null" }] })),
      "none",
    ];
  }),
  [
    "a reference to alternatives is written out in oneOf beside one that includes them",
    buildComponents({ Pen: { oneOf: VARIANTS } }, buildRequest({ anyOf: [{ $ref: `${REF}Pen` }, OTHER] })),
    buildComponents({ Pen: { oneOf: VARIANTS } }, buildRequest({ oneOf: [...VARIANTS, OTHER] })),
    "major",
  ],
  [
    "the type beside a component with null is removed",
    buildNullable({ type: "object" }),
    buildNullable({}),
    "major",
  ],
  [
    "a component gets the alternatives that extend it",
    buildVariants(4, {}, false),
    buildVariants(4, {}),
    "minor",
  ],
  ...([buildRequest, buildResponse] as const).flatMap((build): DocumentPair[] => {
    const [loose, tight] = [buildListed(build, {}), buildListed(build, { maxLength: 3 })];
    const [tightened, loosened] =
      build === buildRequest ? (["major", "minor"] as const) : (["patch", "major"] as const);
    return [
      [`a limit excludes a value that a component lists (${build.name})`, loose, tight, tightened],
      [`a limit that excludes a value of a component is removed (${build.name})`, tight, loose, loosened],
    ];
  }),
  [
    "a limit includes all values that a component lists",
    buildListed(buildRequest, {}),
    buildListed(buildRequest, { maxLength: 4 }),
    "none",
  ],
  [
    "a component in the second condition of several changes",
    buildConditions({}),
    buildConditions({ maxLength: 3 }),
    "major",
  ],
  [
    "a component in a dependent schema changes",
    buildDependent({}),
    buildDependent({ maxLength: 3 }),
    "major",
  ],
  [
    "a component gets a property beside many alternatives that extend it",
    buildVariants(30, {}),
    buildVariants(30, { nib: TEXT }),
    "minor",
  ],
  [
    "inline values with null become a component with null",
    buildComponents(
      { Ink: { enum: ["a", "b"] } },
      buildRequest({ anyOf: [{ enum: ["a", "b"] }, { type: "null" }] }),
    ),
    buildComponents(
      { Ink: { enum: ["a", "b"] } },
      buildRequest({ anyOf: [{ $ref: `${REF}Ink` }, { type: "null" }] }),
    ),
    "none",
  ],
  [
    "an alternative is replaced by another component with the same content",
    buildComponents(
      { Ball: PEN, Quill: PEN, Felt: PEN },
      buildRequest({ anyOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Quill` }] }),
    ),
    buildComponents(
      { Ball: PEN, Quill: PEN, Felt: PEN },
      buildRequest({ anyOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Felt` }] }),
    ),
    "major",
  ],
  [
    "a component with the same content is added as an alternative, received",
    buildComponents(
      { Ball: PEN, Quill: PEN },
      buildResponse({ oneOf: [{ $ref: `${REF}Ball` }, { type: "string" }] }),
    ),
    buildComponents(
      { Ball: PEN, Quill: PEN },
      buildResponse({ oneOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Quill` }, { type: "string" }] }),
    ),
    "major",
  ],
  [
    "a part beside a component limits one of its properties, received",
    buildComponents({ Pen: PEN }, buildResponse({ allOf: [{ $ref: `${REF}Pen` }] })),
    buildComponents({ Pen: PEN }, buildResponse({ allOf: [{ $ref: `${REF}Pen` }, INK_LIMIT] })),
    "patch",
  ],
  [
    "a part beside a component no longer limits one of its properties, sent",
    buildComponents({ Pen: PEN }, buildRequest({ allOf: [{ $ref: `${REF}Pen` }, INK_LIMIT] })),
    buildComponents({ Pen: PEN }, buildRequest({ allOf: [{ $ref: `${REF}Pen` }] })),
    "minor",
  ],
  [
    "a part beside a component repeats its type and a property",
    buildComponents({ Pen: PEN }, buildResponse({ allOf: [{ $ref: `${REF}Pen` }] })),
    buildComponents({ Pen: PEN }, buildResponse({ allOf: [{ $ref: `${REF}Pen` }, PEN] })),
    "none",
  ],
  [
    "a schema is renamed with its uses",
    buildComponents({ Pen: PEN }),
    buildComponents({ Pencil: PEN }, buildRequest({ $ref: `${REF}Pencil` })),
    "major",
  ],
  [
    "an inline schema becomes a component",
    buildComponents({}, buildRequest(PEN)),
    buildComponents({ Pen: PEN }),
    "minor",
  ],
  [
    "a component becomes an inline schema",
    buildComponents({ Pen: PEN }),
    buildComponents({}, buildRequest(PEN)),
    "major",
  ],
  [
    "a schema is wrapped in a reference to it",
    buildComponents({ Pen: PEN }),
    buildComponents({ Pen: PEN }, buildRequest({ allOf: [{ $ref: `${REF}Pen` }], description: "" })),
    "patch",
  ],
  [
    "a circular schema has another name and another type",
    buildComponents(
      { Tree: { type: "object", properties: { child: { $ref: `${REF}Tree` }, ink: TEXT } } },
      buildResponse({ $ref: `${REF}Tree` }),
    ),
    buildComponents(
      { Node: { type: "object", properties: { child: { $ref: `${REF}Node` }, ink: { type: "integer" } } } },
      buildResponse({ $ref: `${REF}Node` }),
    ),
    "major",
  ],
  [
    "a circular schema gains a field",
    buildComponents({ Pen: { ...PEN, properties: { next: { $ref: `${REF}Pen` } } } }),
    buildComponents({ Pen: { ...PEN, properties: { next: { $ref: `${REF}Pen` }, cap: TEXT } } }),
    "minor",
  ],
  [
    "a reference changes to another schema with the same content",
    buildComponents({ Pen: PEN, Other: PEN }),
    buildComponents({ Pen: PEN, Other: PEN }, buildRequest({ $ref: `${REF}Other` })),
    "none",
  ],
  [
    "a reference changes to a schema with fewer fields",
    buildComponents({ Pen: PEN, Other: { type: "object" } }),
    buildComponents({ Pen: PEN, Other: { type: "object" } }, buildRequest({ $ref: `${REF}Other` })),
    "major",
  ],
  [
    "a schema that no operation uses loses a field",
    buildComponents({ Pen: PEN }, NOTHING),
    buildComponents({ Pen: { type: "object" } }, NOTHING),
    "major",
  ],
  [
    "a schema that no operation uses gains a field",
    buildComponents({ Pen: { type: "object" } }, NOTHING),
    buildComponents({ Pen: PEN }, NOTHING),
    "minor",
  ],
  [
    "a schema that no operation uses gets a limit",
    buildComponents({ Pen: TEXT }, NOTHING),
    buildComponents({ Pen: { ...TEXT, maxLength: 3 } }, NOTHING),
    "patch",
  ],
  [
    "a schema in allOf gains a field",
    buildComponents({ Base: PEN, Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["ink"] }] } }),
    buildComponents({
      Base: { ...PEN, properties: { ...PEN.properties, cap: TEXT } },
      Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["ink"] }] },
    }),
    "minor",
  ],
  [
    "a discriminator's value is renamed, sent",
    buildTagged(buildUnion({ ball: `${REF}Ball`, quill: `${REF}Quill` }), buildRequest),
    buildTagged(buildUnion({ biro: `${REF}Ball`, quill: `${REF}Quill` }), buildRequest),
    "major",
  ],
  [
    "a discriminator's value is renamed, received",
    buildTagged(buildUnion({ ball: `${REF}Ball`, quill: `${REF}Quill` }), buildResponse),
    buildTagged(buildUnion({ biro: `${REF}Ball`, quill: `${REF}Quill` }), buildResponse),
    "major",
  ],
  [
    "a discriminator's value is added, sent",
    buildTagged(buildUnion({ ball: `${REF}Ball` }), buildRequest),
    buildTagged(buildUnion({ ball: `${REF}Ball`, biro: `${REF}Ball` }), buildRequest),
    "minor",
  ],
  [
    "a discriminator's value is added, received",
    buildTagged(buildUnion({ ball: `${REF}Ball` }), buildResponse),
    buildTagged(buildUnion({ ball: `${REF}Ball`, biro: `${REF}Ball` }), buildResponse),
    "major",
  ],
  [
    "a discriminator's names are spelled out",
    buildTagged(buildUnion(), buildRequest),
    buildTagged(buildUnion({ Ball: `${REF}Ball`, Quill: "Quill" }), buildRequest),
    "none",
  ],
  [
    "a discriminator uses another property",
    buildTagged(buildUnion(), buildResponse),
    buildTagged(buildUnion(undefined, "type"), buildResponse),
    "major",
  ],
  [
    "a discriminator's values are swapped",
    buildTagged(buildUnion({ a: `${REF}Ball`, b: `${REF}Quill` }), buildRequest),
    buildTagged(buildUnion({ b: `${REF}Ball`, a: `${REF}Quill` }), buildRequest),
    "major",
  ],
  [
    "a discriminator is added, sent",
    buildTagged({ oneOf: buildUnion().oneOf }, buildRequest),
    buildTagged(buildUnion(), buildRequest),
    "major",
  ],
  [
    "a discriminator is removed, received",
    buildTagged(buildUnion(), buildResponse),
    buildTagged({ oneOf: buildUnion().oneOf }, buildResponse),
    "major",
  ],
  [
    "a circular schema is renamed and gets a limit",
    buildComponents({ Pen: buildCircular("Pen", TEXT) }),
    buildComponents(
      { Pencil: buildCircular("Pencil", { ...TEXT, maxLength: 2 }) },
      buildRequest({ $ref: `${REF}Pencil` }),
    ),
    "major",
  ],
  [
    "the default of a discriminator changes",
    buildTagged(
      { ...buildUnion(), discriminator: { propertyName: "kind", defaultMapping: "Ball" } },
      buildResponse,
    ),
    buildTagged(
      { ...buildUnion(), discriminator: { propertyName: "kind", defaultMapping: "Quill" } },
      buildResponse,
    ),
    "major",
  ],
  [
    "a discriminator gets a default, sent",
    buildTagged(buildUnion(), buildRequest),
    buildTagged(
      { ...buildUnion(), discriminator: { propertyName: "kind", defaultMapping: "Ball" } },
      buildRequest,
    ),
    "minor",
  ],

  [
    "a field that is not sent becomes required beside the reference to it",
    buildComponents({ Base: READ_ONLY, Pen: { allOf: [{ $ref: `${REF}Base` }] } }),
    buildComponents({ Base: READ_ONLY, Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["id"] }] } }),
    "none",
  ],
  [
    "a field moves from a part of allOf to another",
    buildComponents({ Base: { type: "object" }, Pen: { allOf: [{ $ref: `${REF}Base` }, PEN] } }),
    buildComponents({ Base: PEN, Pen: { allOf: [{ $ref: `${REF}Base` }, { type: "object" }] } }),
    "minor",
  ],

  [
    "a schema with the name of a JavaScript member is removed",
    buildComponents({ toString: PEN, Pen: PEN }),
    buildComponents({ Pen: PEN }),
    "major",
  ],
  [
    "a schema with the name of a JavaScript member is added",
    buildComponents({ Pen: PEN }),
    buildComponents({ toString: PEN, Pen: PEN }),
    "minor",
  ],
];
