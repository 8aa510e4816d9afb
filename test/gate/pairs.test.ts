import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { RULES } from "../../scripts/gate/compare/rules.js";
import {
  buildOperation,
  buildRequest,
  buildResponse,
  findChanges,
  formatLines,
  getSeverity,
  PEN,
  TEXT,
} from "./document-builders.js";
import { documentPairs } from "./pairs/documents/document-pairs.js";
import { schemaPairs } from "./pairs/schemas/schema-pairs.js";

describe("the change of a schema", () => {
  test.each(schemaPairs)("is rated by its direction (%s)", (_, base, revision, sent, received) => {
    const [inRequest, inResponse] = [
      findChanges(buildRequest(base), buildRequest(revision)),
      findChanges(buildResponse(base), buildResponse(revision)),
    ];
    expect(getSeverity(inRequest), `sent: ${formatLines(inRequest).join("; ")}`).toBe(sent);
    expect(getSeverity(inResponse), `received: ${formatLines(inResponse).join("; ")}`).toBe(received);
  });
});

describe("the change of a document", () => {
  test.each(documentPairs)("is rated by its effect on callers if %s", (_, base, revision, expected) => {
    const changes = findChanges(base, revision);
    expect(getSeverity(changes), formatLines(changes).join("; ")).toBe(expected);
  });
});

test("the serialization of a form field is described like that of a parameter", () => {
  const buildForm = (encoding: JsonObject): JsonObject =>
    buildOperation({
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": {
            schema: { type: "object", properties: { ink: { type: "array", items: { type: "string" } } } },
            encoding: { ink: encoding },
          },
        },
      },
    });
  const changes = findChanges(
    buildForm({ style: "form" }),
    buildForm({ style: "form", explode: false, allowReserved: true }),
  );
  expect(formatLines(changes).join()).toContain(
    "The serialization changed from form, exploded to form, reserved characters unencoded.",
  );
});

test("a changed field of a form is located at its encoding", () => {
  const buildForm = (contentType: string): JsonObject =>
    buildOperation({
      requestBody: {
        content: { "multipart/form-data": { schema: PEN, encoding: { ink: { contentType } } } },
      },
    });
  const [change] = findChanges(buildForm("image/png"), buildForm("image/gif"));
  expect(change?.location.file).toBe(
    "pens.yaml#/paths//pens/post/requestBody/content/multipart/form-data/encoding/ink",
  );
});

test("a removed field of a form with an encoding is reported once", () => {
  const buildForm = (schema: JsonObject, encoding: JsonObject): JsonObject =>
    buildOperation({ requestBody: { content: { "multipart/form-data": { schema, encoding } } } });
  const changes = findChanges(
    buildForm(PEN, { ink: { contentType: "image/png" } }),
    buildForm({ type: "object", properties: { cap: { type: "integer" } } }, {}),
  );
  expect(formatLines(changes).filter((line) => line.includes("ink"))).toHaveLength(1);
});

test("a removed webhook is reported as one that is no longer sent", () => {
  const webhook = { post: { responses: { "204": { description: "" } } } };
  const [change] = findChanges({ webhooks: { ink: webhook } }, {});
  expect(change?.consequence).toBe("The API no longer sends it.");
});

test("every rule rates at least one pair", () => {
  const changes = [
    ...documentPairs.flatMap(([, base, revision]) => findChanges(base, revision)),
    ...schemaPairs.flatMap(([, base, revision]) => [
      ...findChanges(buildRequest(base), buildRequest(revision)),
      ...findChanges(buildResponse(base), buildResponse(revision)),
    ]),
  ];
  const usedRules = new Set(changes.map(({ rule }) => rule));
  expect(Object.keys(RULES).filter((rule) => !usedRules.has(rule))).toEqual([]);
});

test("each pair has a unique name", () => {
  const names = [...schemaPairs, ...documentPairs].map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("another format is reported once beside a limit that stays the same", () => {
  const buildNumber = (format: string): JsonObject =>
    buildRequest({ type: "integer", format, minimum: 0, maximum: 5e9 });
  expect(findChanges(buildNumber("int32"), buildNumber("int64")).map(({ message }) => message)).toEqual([
    '`format` changed from "int32" to "int64".',
  ]);
});

test("a list without items is reported once", () => {
  const buildList = (items: JsonObject | false): JsonObject =>
    buildRequest({ type: "array", prefixItems: [TEXT], items });
  const changes = findChanges(buildList(TEXT), buildList(false));
  expect(changes.map(({ message }) => message)).toEqual([
    "`maxItems` was set to 1, because `items` is false.",
  ]);
  expect(changes[0]?.location.file).toMatch(/schema\/items$/);
});

test("changes of alternatives are located at the alternative", () => {
  const buildRanges = (minimum: number): JsonObject =>
    buildRequest({
      oneOf: [
        { type: "integer", maximum: 15 },
        { type: "integer", minimum },
      ],
    });
  const changes = findChanges(buildRanges(20), buildRanges(10));
  expect(changes.map(({ location }) => location.file.replace(/.*schema/, ""))).toEqual([
    "/oneOf/1",
    "/oneOf/1/minimum",
  ]);
});

test("a renamed variable of a server is reported by both names", () => {
  const buildServer = (name: string): JsonObject =>
    buildOperation(
      {},
      { servers: [{ url: `https://{${name}}.example`, variables: { [name]: { default: "eu" } } }] },
    );
  const changes = findChanges(buildServer("region"), buildServer("area"));
  expect(changes.map(({ message }) => message)).toEqual([
    "The variable `region` of `https://{area}.example` was renamed to `area`.",
  ]);
});

test("null is the last of the types in a message", () => {
  const [change] = findChanges(buildResponse(TEXT), buildResponse({ type: ["null", "string"] }));
  expect(change?.message).toBe("The type changed from string to string | null.");
});
