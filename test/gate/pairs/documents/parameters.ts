import { type DocumentPair, json, NOTHING, PEN, TEXT, TEXTS, addParameter } from "../../document-builders.js";

/** Changes of parameters. */
export const parameters: DocumentPair[] = [
  ["an optional parameter is added", NOTHING, addParameter({ schema: TEXT }), "minor"],
  ["a required parameter is added", NOTHING, addParameter({ required: true, schema: TEXT }), "major"],
  ["a parameter is removed", addParameter({ schema: TEXT }), NOTHING, "major"],
  [
    "a parameter becomes required",
    addParameter({ schema: TEXT }),
    addParameter({ required: true, schema: TEXT }),
    "major",
  ],
  [
    "a parameter becomes optional",
    addParameter({ required: true, schema: TEXT }),
    addParameter({ schema: TEXT }),
    "minor",
  ],
  [
    "a parameter is required: false",
    addParameter({ schema: TEXT }),
    addParameter({ required: false, schema: TEXT }),
    "none",
  ],
  [
    "a parameter moves to the headers",
    addParameter({ schema: TEXT }),
    addParameter({ in: "header", schema: TEXT }),
    "major",
  ],
  [
    "a parameter is renamed",
    addParameter({ schema: TEXT }),
    addParameter({ name: "colour", schema: TEXT }),
    "major",
  ],
  [
    "a header's letters change case",
    addParameter({ in: "header", name: "X-Ink" }),
    addParameter({ in: "header", name: "x-ink" }),
    "none",
  ],
  [
    "a header is added that OpenAPI ignores",
    NOTHING,
    addParameter({ in: "header", name: "Authorization", required: true }),
    "none",
  ],
  [
    "style and explode of a query are spelled out",
    addParameter({ schema: TEXTS }),
    addParameter({ schema: TEXTS, style: "form", explode: true }),
    "none",
  ],
  [
    "explode of a list changes",
    addParameter({ schema: TEXTS }),
    addParameter({ schema: TEXTS, explode: false }),
    "major",
  ],
  [
    "a parameter allows a list too",
    addParameter({ schema: TEXT }),
    addParameter({ schema: { oneOf: [TEXT, TEXTS] } }),
    "minor",
  ],
  [
    "a parameter allows an object in another style too",
    addParameter({ schema: TEXTS, explode: false }),
    addParameter({ schema: { type: ["array", "object"], items: TEXT }, explode: false }),
    "minor",
  ],
  [
    "explode of a string or a list changes",
    addParameter({ schema: { oneOf: [TEXT, TEXTS] } }),
    addParameter({ schema: { oneOf: [TEXT, TEXTS] }, explode: false }),
    "major",
  ],
  [
    "the default charset of a JSON parameter is stated",
    addParameter({ content: json(PEN) }),
    addParameter({ content: { "application/json; charset=UTF-8": { schema: PEN } } }),
    "none",
  ],
  [
    "explode of a string changes",
    addParameter({ schema: TEXT }),
    addParameter({ schema: TEXT, explode: false }),
    "none",
  ],
  [
    "the style of a list changes",
    addParameter({ schema: TEXTS, explode: false }),
    addParameter({ schema: TEXTS, style: "pipeDelimited" }),
    "major",
  ],
  ["a parameter becomes JSON", addParameter({ schema: PEN }), addParameter({ content: json(PEN) }), "major"],
  [
    "the schema of a JSON parameter changes",
    addParameter({ content: json(PEN) }),
    addParameter({ content: json({ ...PEN, required: ["ink"] }) }),
    "major",
  ],
  [
    "allowEmptyValue is set",
    addParameter({ schema: TEXT }),
    addParameter({ schema: TEXT, allowEmptyValue: true }),
    "minor",
  ],
  [
    "allowEmptyValue is removed",
    addParameter({ schema: TEXT, allowEmptyValue: true }),
    addParameter({ schema: TEXT }),
    "major",
  ],
  [
    "allowReserved is set",
    addParameter({ schema: TEXT }),
    addParameter({ schema: TEXT, allowReserved: true }),
    "minor",
  ],
  [
    "allowReserved is removed",
    addParameter({ schema: TEXT, allowReserved: true }),
    addParameter({ schema: TEXT }),
    "major",
  ],
  [
    "the default of a parameter changes",
    addParameter({ schema: { ...TEXT, default: "a" } }),
    addParameter({ schema: { ...TEXT, default: "b" } }),
    "major",
  ],
  [
    "the default of a required parameter changes",
    addParameter({ required: true, schema: { ...TEXT, default: "a" } }),
    addParameter({ required: true, schema: { ...TEXT, default: "b" } }),
    "none",
  ],
  [
    "a parameter is deprecated",
    addParameter({ schema: TEXT }),
    addParameter({ schema: TEXT, deprecated: true }),
    "minor",
  ],
  [
    "a parameter is removed after its date",
    addParameter({ schema: TEXT, deprecated: true, "x-sunset": "2026-06-01" }),
    NOTHING,
    "minor",
  ],
  [
    "a parameter is removed before its date",
    addParameter({ schema: TEXT, deprecated: true, "x-sunset": "2026-07-01" }),
    NOTHING,
    "major",
  ],
  [
    "a parameter's description changes",
    addParameter({ schema: TEXT }),
    addParameter({ schema: TEXT, description: "The ink." }),
    "patch",
  ],
  [
    "parameters move to the path item",
    addParameter({ schema: TEXT }),
    {
      paths: {
        "/pens": {
          parameters: [{ name: "ink", in: "query", schema: TEXT }],
          post: { operationId: "addPen", responses: { "204": { description: "" } } },
        },
      },
    },
    "none",
  ],
  [
    "a header's list is exploded, which does not change it",
    addParameter({ in: "header", name: "X-Ink", schema: TEXTS }),
    addParameter({ in: "header", name: "X-Ink", schema: TEXTS, explode: true }),
    "none",
  ],
];
