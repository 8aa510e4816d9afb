import type { JsonObject } from "../../../../scripts/document/json.js";
import {
  buildJsonContent,
  buildOperation,
  buildResponse,
  type DocumentPair,
  PEN,
  TEXT,
  TEXTS,
} from "../../document-builders.js";

const buildStatus = (fields: JsonObject, status = "200"): JsonObject =>
  buildOperation({ responses: { [status]: { description: "", ...fields } } });
const buildHeader = (fields?: JsonObject): JsonObject =>
  buildStatus({ headers: { ...(fields && { "X-Total": fields }) } });

const buildResponses = (schemas: Record<string, JsonObject>): JsonObject =>
  buildOperation({
    responses: Object.fromEntries(
      Object.entries(schemas).map(([status, schema]) => [
        status,
        { description: "", content: buildJsonContent(schema) },
      ]),
    ),
  });

/** Changes of responses. */
export const responses: DocumentPair[] = [
  ["a success gets another status", buildStatus({}, "200"), buildStatus({}, "201"), "major"],
  [
    "a status is added",
    buildStatus({}),
    buildOperation({ responses: { "200": { description: "" }, "404": { description: "" } } }),
    "minor",
  ],
  [
    "a status is removed",
    buildOperation({ responses: { "200": { description: "" }, "404": { description: "" } } }),
    buildStatus({}),
    "major",
  ],
  ["a range changes case", buildStatus({}, "4XX"), buildStatus({}, "4xx"), "none"],
  ["a response gets a body", buildStatus({}), buildStatus({ content: buildJsonContent(PEN) }), "minor"],
  ["a response loses its body", buildStatus({ content: buildJsonContent(PEN) }), buildStatus({}), "major"],
  ["a response loses its schema", buildResponse(PEN), buildResponse(undefined), "major"],
  ["a response gets a schema", buildResponse(undefined), buildResponse(PEN), "minor"],
  [
    "another media type is offered",
    buildStatus({ content: buildJsonContent(PEN) }),
    buildStatus({ content: { ...buildJsonContent(PEN), "text/csv": {} } }),
    "minor",
  ],
  [
    "a media type is no longer offered",
    buildStatus({ content: { ...buildJsonContent(PEN), "text/csv": {} } }),
    buildStatus({ content: buildJsonContent(PEN) }),
    "major",
  ],
  [
    "a response may have any media type",
    buildStatus({ content: buildJsonContent(PEN) }),
    buildStatus({ content: { "*/*": { schema: PEN } } }),
    "major",
  ],
  ["a header is added", buildHeader(), buildHeader({ schema: TEXT }), "minor"],
  ["a header is removed", buildHeader({ schema: TEXT }), buildHeader(), "major"],
  [
    "a header becomes optional",
    buildHeader({ required: true, schema: TEXT }),
    buildHeader({ schema: TEXT }),
    "major",
  ],
  [
    "a header becomes required",
    buildHeader({ schema: TEXT }),
    buildHeader({ required: true, schema: TEXT }),
    "minor",
  ],
  [
    "a header's style is spelled out",
    buildHeader({ schema: TEXTS }),
    buildHeader({ schema: TEXTS, style: "simple", explode: false }),
    "none",
  ],
  [
    "a header's explode changes",
    buildHeader({ schema: PEN }),
    buildHeader({ schema: PEN, explode: true }),
    "major",
  ],
  [
    "a header may be another type",
    buildHeader({ schema: TEXT }),
    buildHeader({ schema: { type: ["string", "integer"] } }),
    "major",
  ],
  [
    "a header gets a limit",
    buildHeader({ schema: TEXT }),
    buildHeader({ schema: { ...TEXT, maxLength: 3 } }),
    "patch",
  ],
  ["a response's description changes", buildStatus({}), buildStatus({ description: "The pens." }), "patch"],
  ["links are added", buildStatus({}), buildStatus({ links: { next: { operationId: "addPen" } } }), "patch"],
  [
    "a status gets another body than the default response",
    buildResponses({ default: PEN }),
    buildResponses({ default: PEN, "404": { type: "object", properties: { code: TEXT } } }),
    "major",
  ],
  [
    "a status gets another body than its range",
    buildResponses({ "4XX": PEN, default: {} }),
    buildResponses({ "4XX": PEN, "404": TEXT, default: {} }),
    "major",
  ],
  [
    "a status gets the body of the default response",
    buildResponses({ default: PEN }),
    buildResponses({ default: PEN, "404": PEN }),
    "minor",
  ],
  [
    "a success with another body is added",
    buildResponses({ "200": PEN }),
    buildResponses({ "200": PEN, "201": { type: "object", properties: { code: TEXT } } }),
    "minor",
  ],
  [
    "a success is added beside an error as the default response",
    buildResponses({ "200": PEN, default: { type: "object", properties: { code: TEXT } } }),
    buildResponses({ "200": PEN, "201": PEN, default: { type: "object", properties: { code: TEXT } } }),
    "minor",
  ],
  [
    "the only success changes its body beside the default response",
    buildResponses({ default: PEN }),
    buildResponses({ default: PEN, "200": { type: "object", properties: { code: TEXT } } }),
    "major",
  ],
  [
    "an error with another body is added",
    buildResponses({ "200": PEN }),
    buildResponses({ "200": PEN, "404": { type: "object", properties: { code: TEXT } } }),
    "minor",
  ],
];
