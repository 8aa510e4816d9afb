import type { JsonObject } from "../../../../scripts/document/json.js";
import { type DocumentPair, NOTHING, PEN, receiving, sending, TEXT } from "../../document-builders.js";

const REF = "#/components/schemas/";
const named = (schemas: JsonObject, root = sending({ $ref: "#/components/schemas/Pen" })): JsonObject => ({
  ...root,
  components: { schemas },
});
const union = (mapping?: JsonObject, propertyName = "kind"): JsonObject => ({
  oneOf: [{ $ref: "#/components/schemas/Ball" }, { $ref: "#/components/schemas/Quill" }],
  discriminator: { propertyName, ...(mapping && { mapping }) },
});
const KIND = { type: "object", properties: { kind: TEXT, type: TEXT }, required: ["kind", "type"] };
const tagged = (schema: JsonObject, wrap: typeof sending): JsonObject =>
  named({ Ball: KIND, Quill: { ...KIND, properties: { ...KIND.properties, nib: TEXT } } }, wrap(schema));

const circular = (name: string, ink: JsonObject): JsonObject => ({
  type: "object",
  properties: { ink, parts: { type: "array", items: { $ref: `${REF}${name}` } } },
});

/** A part that limits a property of `PEN` without its type. */
const INK_LIMIT = { type: "object", properties: { ink: { maxLength: 2 } } };

const READ_ONLY = { type: "object", properties: { id: { type: "string", readOnly: true } } };

/** Changes of components. */
export const components: DocumentPair[] = [
  [
    "inline values with null become a component with null",
    named({ Ink: { enum: ["a", "b"] } }, sending({ anyOf: [{ enum: ["a", "b"] }, { type: "null" }] })),
    named({ Ink: { enum: ["a", "b"] } }, sending({ anyOf: [{ $ref: `${REF}Ink` }, { type: "null" }] })),
    "none",
  ],
  [
    "an alternative is replaced by another component with the same content",
    named(
      { Ball: PEN, Quill: PEN, Felt: PEN },
      sending({ anyOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Quill` }] }),
    ),
    named(
      { Ball: PEN, Quill: PEN, Felt: PEN },
      sending({ anyOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Felt` }] }),
    ),
    "major",
  ],
  [
    "a component with the same content is added as an alternative, received",
    named({ Ball: PEN, Quill: PEN }, receiving({ oneOf: [{ $ref: `${REF}Ball` }, { type: "string" }] })),
    named(
      { Ball: PEN, Quill: PEN },
      receiving({ oneOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Quill` }, { type: "string" }] }),
    ),
    "major",
  ],
  [
    "a part beside a component limits one of its properties, received",
    named({ Pen: PEN }, receiving({ allOf: [{ $ref: `${REF}Pen` }] })),
    named({ Pen: PEN }, receiving({ allOf: [{ $ref: `${REF}Pen` }, INK_LIMIT] })),
    "patch",
  ],
  [
    "a part beside a component no longer limits one of its properties, sent",
    named({ Pen: PEN }, sending({ allOf: [{ $ref: `${REF}Pen` }, INK_LIMIT] })),
    named({ Pen: PEN }, sending({ allOf: [{ $ref: `${REF}Pen` }] })),
    "minor",
  ],
  [
    "a part beside a component repeats its type and a property",
    named({ Pen: PEN }, receiving({ allOf: [{ $ref: `${REF}Pen` }] })),
    named({ Pen: PEN }, receiving({ allOf: [{ $ref: `${REF}Pen` }, PEN] })),
    "none",
  ],
  [
    "a schema is renamed with its uses",
    named({ Pen: PEN }),
    named({ Pencil: PEN }, sending({ $ref: `${REF}Pencil` })),
    "major",
  ],
  ["an inline schema becomes a component", named({}, sending(PEN)), named({ Pen: PEN }), "minor"],
  ["a component becomes an inline schema", named({ Pen: PEN }), named({}, sending(PEN)), "major"],
  [
    "a schema is wrapped in a reference to it",
    named({ Pen: PEN }),
    named({ Pen: PEN }, sending({ allOf: [{ $ref: `${REF}Pen` }], description: "" })),
    "patch",
  ],
  [
    "a circular schema has another name and another type",
    named(
      { Tree: { type: "object", properties: { child: { $ref: `${REF}Tree` }, ink: TEXT } } },
      receiving({ $ref: `${REF}Tree` }),
    ),
    named(
      { Node: { type: "object", properties: { child: { $ref: `${REF}Node` }, ink: { type: "integer" } } } },
      receiving({ $ref: `${REF}Node` }),
    ),
    "major",
  ],
  [
    "a circular schema gains a field",
    named({ Pen: { ...PEN, properties: { next: { $ref: `${REF}Pen` } } } }),
    named({ Pen: { ...PEN, properties: { next: { $ref: `${REF}Pen` }, cap: TEXT } } }),
    "minor",
  ],
  [
    "a reference changes to another schema with the same content",
    named({ Pen: PEN, Other: PEN }),
    named({ Pen: PEN, Other: PEN }, sending({ $ref: `${REF}Other` })),
    "none",
  ],
  [
    "a reference changes to a schema with fewer fields",
    named({ Pen: PEN, Other: { type: "object" } }),
    named({ Pen: PEN, Other: { type: "object" } }, sending({ $ref: `${REF}Other` })),
    "major",
  ],
  [
    "a schema that no operation uses loses a field",
    named({ Pen: PEN }, NOTHING),
    named({ Pen: { type: "object" } }, NOTHING),
    "major",
  ],
  [
    "a schema that no operation uses gains a field",
    named({ Pen: { type: "object" } }, NOTHING),
    named({ Pen: PEN }, NOTHING),
    "minor",
  ],
  [
    "a schema that no operation uses gets a limit",
    named({ Pen: TEXT }, NOTHING),
    named({ Pen: { ...TEXT, maxLength: 3 } }, NOTHING),
    "patch",
  ],
  [
    "a schema in allOf gains a field",
    named({ Base: PEN, Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["ink"] }] } }),
    named({
      Base: { ...PEN, properties: { ...PEN.properties, cap: TEXT } },
      Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["ink"] }] },
    }),
    "minor",
  ],
  [
    "a discriminator's value is renamed, sent",
    tagged(union({ ball: `${REF}Ball`, quill: `${REF}Quill` }), sending),
    tagged(union({ biro: `${REF}Ball`, quill: `${REF}Quill` }), sending),
    "major",
  ],
  [
    "a discriminator's value is renamed, received",
    tagged(union({ ball: `${REF}Ball`, quill: `${REF}Quill` }), receiving),
    tagged(union({ biro: `${REF}Ball`, quill: `${REF}Quill` }), receiving),
    "major",
  ],
  [
    "a discriminator's value is added, sent",
    tagged(union({ ball: `${REF}Ball` }), sending),
    tagged(union({ ball: `${REF}Ball`, biro: `${REF}Ball` }), sending),
    "minor",
  ],
  [
    "a discriminator's value is added, received",
    tagged(union({ ball: `${REF}Ball` }), receiving),
    tagged(union({ ball: `${REF}Ball`, biro: `${REF}Ball` }), receiving),
    "major",
  ],
  [
    "a discriminator's names are spelled out",
    tagged(union(), sending),
    tagged(union({ Ball: `${REF}Ball`, Quill: "Quill" }), sending),
    "none",
  ],
  [
    "a discriminator uses another property",
    tagged(union(), receiving),
    tagged(union(undefined, "type"), receiving),
    "major",
  ],
  [
    "a discriminator's values are swapped",
    tagged(union({ a: `${REF}Ball`, b: `${REF}Quill` }), sending),
    tagged(union({ b: `${REF}Ball`, a: `${REF}Quill` }), sending),
    "major",
  ],
  [
    "a discriminator is added, sent",
    tagged({ oneOf: union().oneOf }, sending),
    tagged(union(), sending),
    "major",
  ],
  [
    "a discriminator is removed, received",
    tagged(union(), receiving),
    tagged({ oneOf: union().oneOf }, receiving),
    "major",
  ],
  [
    "a circular schema is renamed and gets a limit",
    named({ Pen: circular("Pen", TEXT) }),
    named({ Pencil: circular("Pencil", { ...TEXT, maxLength: 2 }) }, sending({ $ref: `${REF}Pencil` })),
    "major",
  ],
  [
    "the default of a discriminator changes",
    tagged({ ...union(), discriminator: { propertyName: "kind", defaultMapping: "Ball" } }, receiving),
    tagged({ ...union(), discriminator: { propertyName: "kind", defaultMapping: "Quill" } }, receiving),
    "major",
  ],
  [
    "a discriminator gets a default, sent",
    tagged(union(), sending),
    tagged({ ...union(), discriminator: { propertyName: "kind", defaultMapping: "Ball" } }, sending),
    "minor",
  ],

  [
    "a field that is not sent becomes required beside the reference to it",
    named({ Base: READ_ONLY, Pen: { allOf: [{ $ref: `${REF}Base` }] } }),
    named({ Base: READ_ONLY, Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["id"] }] } }),
    "none",
  ],
  [
    "a field moves from a part of allOf to another",
    named({ Base: { type: "object" }, Pen: { allOf: [{ $ref: `${REF}Base` }, PEN] } }),
    named({ Base: PEN, Pen: { allOf: [{ $ref: `${REF}Base` }, { type: "object" }] } }),
    "minor",
  ],

  [
    "a schema with the name of a JavaScript member is removed",
    named({ toString: PEN, Pen: PEN }),
    named({ Pen: PEN }),
    "major",
  ],
  [
    "a schema with the name of a JavaScript member is added",
    named({ Pen: PEN }),
    named({ toString: PEN, Pen: PEN }),
    "minor",
  ],
];
