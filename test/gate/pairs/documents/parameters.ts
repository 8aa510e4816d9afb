import {
  type DocumentPair,
  json,
  NOTHING,
  PEN,
  TEXT,
  TEXTS,
  withParameter,
} from "../../document-builders.js";

/** Changes of parameters. */
export const parameters: DocumentPair[] = [
  ["an optional parameter is added", NOTHING, withParameter({ schema: TEXT }), "minor"],
  ["a required parameter is added", NOTHING, withParameter({ required: true, schema: TEXT }), "major"],
  ["a parameter is removed", withParameter({ schema: TEXT }), NOTHING, "major"],
  [
    "a parameter becomes required",
    withParameter({ schema: TEXT }),
    withParameter({ required: true, schema: TEXT }),
    "major",
  ],
  [
    "a parameter becomes optional",
    withParameter({ required: true, schema: TEXT }),
    withParameter({ schema: TEXT }),
    "minor",
  ],
  [
    "a parameter is required: false",
    withParameter({ schema: TEXT }),
    withParameter({ required: false, schema: TEXT }),
    "none",
  ],
  [
    "a parameter moves to the headers",
    withParameter({ schema: TEXT }),
    withParameter({ in: "header", schema: TEXT }),
    "major",
  ],
  [
    "a parameter is renamed",
    withParameter({ schema: TEXT }),
    withParameter({ name: "colour", schema: TEXT }),
    "major",
  ],
  [
    "a header's letters change case",
    withParameter({ in: "header", name: "X-Ink" }),
    withParameter({ in: "header", name: "x-ink" }),
    "none",
  ],
  [
    "a header is added that OpenAPI ignores",
    NOTHING,
    withParameter({ in: "header", name: "Authorization", required: true }),
    "none",
  ],
  [
    "style and explode of a query are spelled out",
    withParameter({ schema: TEXTS }),
    withParameter({ schema: TEXTS, style: "form", explode: true }),
    "none",
  ],
  [
    "explode of a list changes",
    withParameter({ schema: TEXTS }),
    withParameter({ schema: TEXTS, explode: false }),
    "major",
  ],
  [
    "explode of a string changes",
    withParameter({ schema: TEXT }),
    withParameter({ schema: TEXT, explode: false }),
    "none",
  ],
  [
    "the style of a list changes",
    withParameter({ schema: TEXTS, explode: false }),
    withParameter({ schema: TEXTS, style: "pipeDelimited" }),
    "major",
  ],
  [
    "a parameter becomes JSON",
    withParameter({ schema: PEN }),
    withParameter({ content: json(PEN) }),
    "major",
  ],
  [
    "the schema of a JSON parameter changes",
    withParameter({ content: json(PEN) }),
    withParameter({ content: json({ ...PEN, required: ["ink"] }) }),
    "major",
  ],
  [
    "allowEmptyValue is set",
    withParameter({ schema: TEXT }),
    withParameter({ schema: TEXT, allowEmptyValue: true }),
    "minor",
  ],
  [
    "allowEmptyValue is removed",
    withParameter({ schema: TEXT, allowEmptyValue: true }),
    withParameter({ schema: TEXT }),
    "major",
  ],
  [
    "allowReserved is set",
    withParameter({ schema: TEXT }),
    withParameter({ schema: TEXT, allowReserved: true }),
    "minor",
  ],
  [
    "allowReserved is removed",
    withParameter({ schema: TEXT, allowReserved: true }),
    withParameter({ schema: TEXT }),
    "major",
  ],
  [
    "the default of a parameter changes",
    withParameter({ schema: { ...TEXT, default: "a" } }),
    withParameter({ schema: { ...TEXT, default: "b" } }),
    "major",
  ],
  [
    "the default of a required parameter changes",
    withParameter({ required: true, schema: { ...TEXT, default: "a" } }),
    withParameter({ required: true, schema: { ...TEXT, default: "b" } }),
    "none",
  ],
  [
    "a parameter is deprecated",
    withParameter({ schema: TEXT }),
    withParameter({ schema: TEXT, deprecated: true }),
    "minor",
  ],
  [
    "a parameter is removed after its date",
    withParameter({ schema: TEXT, deprecated: true, "x-sunset": "2026-06-01" }),
    NOTHING,
    "minor",
  ],
  [
    "a parameter is removed before its date",
    withParameter({ schema: TEXT, deprecated: true, "x-sunset": "2026-07-01" }),
    NOTHING,
    "major",
  ],
  [
    "a parameter's description changes",
    withParameter({ schema: TEXT }),
    withParameter({ schema: TEXT, description: "The ink." }),
    "patch",
  ],
  [
    "parameters move to the path item",
    withParameter({ schema: TEXT }),
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
    withParameter({ in: "header", name: "X-Ink", schema: TEXTS }),
    withParameter({ in: "header", name: "X-Ink", schema: TEXTS, explode: true }),
    "none",
  ],
];
