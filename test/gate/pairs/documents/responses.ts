import type { JsonObject } from "../../../../scripts/document/json.js";
import { type DocumentPair, json, operation, PEN, receiving, TEXT, TEXTS } from "../../document-builders.js";

const response = (fields: JsonObject, status = "200"): JsonObject =>
  operation({ responses: { [status]: { description: "", ...fields } } });
const header = (fields?: JsonObject): JsonObject =>
  response({ headers: { ...(fields && { "X-Total": fields }) } });

const createResponses = (schemas: Record<string, JsonObject>): JsonObject =>
  operation({
    responses: Object.fromEntries(
      Object.entries(schemas).map(([status, schema]) => [status, { description: "", content: json(schema) }]),
    ),
  });

/** Changes of responses. */
export const responses: DocumentPair[] = [
  ["a success gets another status", response({}, "200"), response({}, "201"), "major"],
  [
    "a status is added",
    response({}),
    operation({ responses: { "200": { description: "" }, "404": { description: "" } } }),
    "minor",
  ],
  [
    "a status is removed",
    operation({ responses: { "200": { description: "" }, "404": { description: "" } } }),
    response({}),
    "major",
  ],
  ["a range changes case", response({}, "4XX"), response({}, "4xx"), "none"],
  ["a response gets a body", response({}), response({ content: json(PEN) }), "minor"],
  ["a response loses its body", response({ content: json(PEN) }), response({}), "major"],
  ["a response loses its schema", receiving(PEN), receiving(undefined), "major"],
  ["a response gets a schema", receiving(undefined), receiving(PEN), "minor"],
  [
    "another media type is offered",
    response({ content: json(PEN) }),
    response({ content: { ...json(PEN), "text/csv": {} } }),
    "minor",
  ],
  [
    "a media type is no longer offered",
    response({ content: { ...json(PEN), "text/csv": {} } }),
    response({ content: json(PEN) }),
    "major",
  ],
  [
    "a response may have any media type",
    response({ content: json(PEN) }),
    response({ content: { "*/*": { schema: PEN } } }),
    "major",
  ],
  ["a header is added", header(), header({ schema: TEXT }), "minor"],
  ["a header is removed", header({ schema: TEXT }), header(), "major"],
  ["a header becomes optional", header({ required: true, schema: TEXT }), header({ schema: TEXT }), "major"],
  ["a header becomes required", header({ schema: TEXT }), header({ required: true, schema: TEXT }), "minor"],
  [
    "a header's style is spelled out",
    header({ schema: TEXTS }),
    header({ schema: TEXTS, style: "simple", explode: false }),
    "none",
  ],
  ["a header's explode changes", header({ schema: PEN }), header({ schema: PEN, explode: true }), "major"],
  [
    "a header may be another type",
    header({ schema: TEXT }),
    header({ schema: { type: ["string", "integer"] } }),
    "major",
  ],
  ["a header gets a limit", header({ schema: TEXT }), header({ schema: { ...TEXT, maxLength: 3 } }), "patch"],
  ["a response's description changes", response({}), response({ description: "The pens." }), "patch"],
  ["links are added", response({}), response({ links: { next: { operationId: "addPen" } } }), "patch"],
  [
    "a status gets another body than the default response",
    createResponses({ default: PEN }),
    createResponses({ default: PEN, "404": { type: "object", properties: { code: TEXT } } }),
    "major",
  ],
  [
    "a status gets another body than its range",
    createResponses({ "4XX": PEN, default: {} }),
    createResponses({ "4XX": PEN, "404": TEXT, default: {} }),
    "major",
  ],
  [
    "a status gets the body of the default response",
    createResponses({ default: PEN }),
    createResponses({ default: PEN, "404": PEN }),
    "minor",
  ],
  [
    "a success with another body is added",
    createResponses({ "200": PEN }),
    createResponses({ "200": PEN, "201": { type: "object", properties: { code: TEXT } } }),
    "major",
  ],
  [
    "a success with the same body is added",
    createResponses({ "200": PEN }),
    createResponses({ "200": PEN, "201": PEN }),
    "minor",
  ],
  [
    "a success without a body is added to one with a body",
    response({ content: json(PEN) }),
    operation({ responses: { "200": { description: "", content: json(PEN) }, "202": { description: "" } } }),
    "major",
  ],
  [
    "a success with a body is added to one without",
    response({}),
    operation({ responses: { "200": { description: "" }, "201": { description: "", content: json(PEN) } } }),
    "minor",
  ],
  [
    "an error with another body is added",
    createResponses({ "200": PEN }),
    createResponses({ "200": PEN, "404": { type: "object", properties: { code: TEXT } } }),
    "minor",
  ],
];
