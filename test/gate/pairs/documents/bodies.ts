import type { JsonObject } from "../../../../scripts/document/json.js";
import { type DocumentPair, json, NOTHING, operation, PEN, sending, TEXT } from "../../document-builders.js";

const body = (fields: JsonObject): JsonObject => operation({ requestBody: fields });
const form = (encoding: JsonObject, schema: JsonObject = PEN): JsonObject =>
  body({ content: { "multipart/form-data": { schema, encoding } } });
const xml = (name: string, media = "application/xml"): JsonObject =>
  body({
    content: { [media]: { schema: { type: "object", properties: { ink: { ...TEXT, xml: { name } } } } } },
  });

const response = (fields: JsonObject): JsonObject =>
  operation({ responses: { "200": { description: "", ...fields } } });

/** Changes of bodies. */
export const bodies: DocumentPair[] = [
  ["an element of XML is renamed", xml("ink"), xml("Ink"), "major"],
  [
    "an element is renamed where there is no XML",
    xml("ink", "application/json"),
    xml("Ink", "application/json"),
    "none",
  ],
  ["a required body is added", NOTHING, body({ required: true, content: json(PEN) }), "major"],
  ["an optional body is added", NOTHING, body({ content: json(PEN) }), "minor"],
  ["a body is removed", body({ content: json(PEN) }), NOTHING, "major"],
  [
    "a body becomes required",
    body({ content: json(PEN) }),
    body({ required: true, content: json(PEN) }),
    "major",
  ],
  [
    "a body becomes optional",
    body({ required: true, content: json(PEN) }),
    body({ content: json(PEN) }),
    "minor",
  ],
  [
    "a body is required: false",
    body({ content: json(PEN) }),
    body({ required: false, content: json(PEN) }),
    "none",
  ],
  [
    "another media type is accepted",
    body({ content: json(PEN) }),
    body({ content: { ...json(PEN), "text/plain": {} } }),
    "minor",
  ],
  [
    "a media type is no longer accepted",
    body({ content: { ...json(PEN), "text/plain": {} } }),
    body({ content: json(PEN) }),
    "major",
  ],
  [
    "a media type becomes a range",
    body({ content: { "text/plain": {} } }),
    body({ content: { "text/*": {} } }),
    "minor",
  ],
  [
    "a range becomes one media type",
    body({ content: { "text/*": {} } }),
    body({ content: { "text/plain": {} } }),
    "major",
  ],
  [
    "the default charset of JSON is stated",
    body({ content: json(PEN) }),
    body({ content: { "application/json; charset=utf-8": { schema: PEN } } }),
    "none",
  ],
  ["a body gets a schema", sending(undefined), sending(PEN), "major"],
  ["a body loses its schema", sending(PEN), sending(undefined), "minor"],
  ["a part gets a content type", form({}), form({ ink: { contentType: "text/csv" } }), "major"],
  ["a part's content type is spelled out", form({}), form({ ink: { contentType: "text/plain" } }), "none"],
  [
    "a part may have another content type",
    form({ ink: { contentType: "image/png" } }),
    form({ ink: { contentType: "image/png, image/gif" } }),
    "minor",
  ],
  [
    "a part may no longer have a content type",
    form({ ink: { contentType: "image/png, image/gif" } }),
    form({ ink: { contentType: "image/png" } }),
    "major",
  ],
  [
    "a part gets a required header",
    form({}),
    form({ ink: { headers: { "X-Ink": { required: true, schema: TEXT } } } }),
    "major",
  ],
  ["a part is no longer exploded", form({}), form({ ink: { explode: false } }), "major"],
  [
    "an encoding is added to JSON, where it has no effect",
    sending(PEN),
    body({
      required: true,
      content: { "application/json": { schema: PEN, encoding: { ink: { contentType: "text/csv" } } } },
    }),
    "none",
  ],
  [
    "a form describes the encoding of an unknown field",
    form({}),
    form({ cap: { contentType: "image/png" } }),
    "none",
  ],
  [
    "the items of a stream may be another type",
    response({ content: { "application/jsonl": { itemSchema: { type: "integer" } } } }),
    response({ content: { "application/jsonl": { itemSchema: { type: "number" } } } }),
    "major",
  ],
];
