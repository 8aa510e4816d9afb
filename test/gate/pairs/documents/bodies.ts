import type { JsonObject } from "../../../../scripts/document/json.js";
import {
  buildJsonContent,
  buildOperation,
  buildRequest,
  type DocumentPair,
  NOTHING,
  PEN,
  TEXT,
} from "../../document-builders.js";

const buildBody = (fields: JsonObject): JsonObject => buildOperation({ requestBody: fields });
const buildForm = (encoding: JsonObject, schema: JsonObject = PEN): JsonObject =>
  buildBody({ content: { "multipart/form-data": { schema, encoding } } });
const buildXml = (name: string, media = "application/xml"): JsonObject =>
  buildBody({
    content: { [media]: { schema: { type: "object", properties: { ink: { ...TEXT, xml: { name } } } } } },
  });

const XML_WITHOUT_NAME = { content: { "application/xml": { schema: PEN } } };

const buildStatus = (fields: JsonObject): JsonObject =>
  buildOperation({ responses: { "200": { description: "", ...fields } } });

const LIST = { type: "object", properties: { ink: { type: "array", items: TEXT } } };
const IMAGE = { type: "object", properties: { ink: { ...TEXT, contentMediaType: "image/png" } } };

/** Changes of bodies. */
export const bodies: DocumentPair[] = [
  ["an element of XML is renamed", buildXml("ink"), buildXml("Ink"), "major"],
  ["an element is named like its property", buildBody(XML_WITHOUT_NAME), buildXml("ink"), "none"],
  [
    "the defaults of an element are spelled out",
    buildXml("ink"),
    buildBody({
      content: {
        "application/xml": {
          schema: {
            type: "object",
            properties: { ink: { ...TEXT, xml: { name: "ink", attribute: false, wrapped: false } } },
          },
        },
      },
    }),
    "none",
  ],
  [
    "an element is renamed where there is no XML",
    buildXml("ink", "application/json"),
    buildXml("Ink", "application/json"),
    "none",
  ],
  [
    "a required body is added",
    NOTHING,
    buildBody({ required: true, content: buildJsonContent(PEN) }),
    "major",
  ],
  ["an optional body is added", NOTHING, buildBody({ content: buildJsonContent(PEN) }), "minor"],
  ["a body is removed", buildBody({ content: buildJsonContent(PEN) }), NOTHING, "major"],
  [
    "a body becomes required",
    buildBody({ content: buildJsonContent(PEN) }),
    buildBody({ required: true, content: buildJsonContent(PEN) }),
    "major",
  ],
  [
    "a body becomes optional",
    buildBody({ required: true, content: buildJsonContent(PEN) }),
    buildBody({ content: buildJsonContent(PEN) }),
    "minor",
  ],
  [
    "a body states required: false",
    buildBody({ content: buildJsonContent(PEN) }),
    buildBody({ required: false, content: buildJsonContent(PEN) }),
    "none",
  ],
  [
    "another media type is accepted",
    buildBody({ content: buildJsonContent(PEN) }),
    buildBody({ content: { ...buildJsonContent(PEN), "text/plain": {} } }),
    "minor",
  ],
  [
    "a media type is no longer accepted",
    buildBody({ content: { ...buildJsonContent(PEN), "text/plain": {} } }),
    buildBody({ content: buildJsonContent(PEN) }),
    "major",
  ],
  [
    "a media type becomes a range",
    buildBody({ content: { "text/plain": {} } }),
    buildBody({ content: { "text/*": {} } }),
    "minor",
  ],
  [
    "a range becomes one media type",
    buildBody({ content: { "text/*": {} } }),
    buildBody({ content: { "text/plain": {} } }),
    "major",
  ],
  [
    "the default charset of JSON is stated",
    buildBody({ content: buildJsonContent(PEN) }),
    buildBody({ content: { "application/json; charset=utf-8": { schema: PEN } } }),
    "none",
  ],
  ["a body gets a schema", buildRequest(undefined), buildRequest(PEN), "major"],
  ["a body loses its schema", buildRequest(PEN), buildRequest(undefined), "minor"],
  ["a part gets a content type", buildForm({}), buildForm({ ink: { contentType: "text/csv" } }), "major"],
  [
    "a part's content type is spelled out",
    buildForm({}),
    buildForm({ ink: { contentType: "text/plain" } }),
    "none",
  ],
  [
    "a part may have another content type",
    buildForm({ ink: { contentType: "image/png" } }),
    buildForm({ ink: { contentType: "image/png, image/gif" } }),
    "minor",
  ],
  [
    "a part may no longer have a content type",
    buildForm({ ink: { contentType: "image/png, image/gif" } }),
    buildForm({ ink: { contentType: "image/png" } }),
    "major",
  ],
  [
    "a part gets a required header",
    buildForm({}),
    buildForm({ ink: { headers: { "X-Ink": { required: true, schema: TEXT } } } }),
    "major",
  ],
  [
    "a list in a form is no longer exploded",
    buildForm({}, LIST),
    buildForm({ ink: { explode: false } }, LIST),
    "major",
  ],
  ["explode of a text in a form changes", buildForm({}), buildForm({ ink: { explode: false } }), "none"],
  [
    "a part may have each content type of a range",
    buildForm({ ink: { contentType: "image/png" } }),
    buildForm({ ink: { contentType: "image/*" } }),
    "minor",
  ],
  [
    "a part may only have one content type of a range",
    buildForm({ ink: { contentType: "image/*" } }),
    buildForm({ ink: { contentType: "image/png" } }),
    "major",
  ],
  [
    "a part's content type repeats that of its schema",
    buildForm({}, IMAGE),
    buildForm({ ink: { contentType: "image/png" } }, IMAGE),
    "none",
  ],
  [
    "the default charset of a part is stated",
    buildForm({}),
    buildForm({ ink: { contentType: "text/plain; charset=utf-8" } }),
    "none",
  ],
  [
    "an encoding is added to JSON, where it has no effect",
    buildRequest(PEN),
    buildBody({
      required: true,
      content: { "application/json": { schema: PEN, encoding: { ink: { contentType: "text/csv" } } } },
    }),
    "none",
  ],
  [
    "an optional field with an encoding is added to a form",
    buildForm({}),
    buildForm({ cap: { contentType: "image/png" } }, { ...PEN, properties: { ink: TEXT, cap: TEXT } }),
    "minor",
  ],
  [
    "a form describes the encoding of an unknown field",
    buildForm({}),
    buildForm({ cap: { contentType: "image/png" } }),
    "none",
  ],
  [
    "the items of a stream may be another type",
    buildStatus({ content: { "application/jsonl": { itemSchema: { type: "integer" } } } }),
    buildStatus({ content: { "application/jsonl": { itemSchema: { type: "number" } } } }),
    "major",
  ],
];
