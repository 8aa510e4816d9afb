import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { RULES } from "../../scripts/gate/compare/rules.js";
import { changesOf, linesOf, operation, receiving, sending, severityOf } from "./document-builders.js";
import { documentPairs } from "./pairs/documents/all.js";
import { schemaPairs } from "./pairs/schemas/all.js";

describe("the change of a schema", () => {
  test.each(schemaPairs)("is rated by its direction: %s", (_, base, revision, sent, received) => {
    const [inRequest, inResponse] = [
      changesOf(sending(base), sending(revision)),
      changesOf(receiving(base), receiving(revision)),
    ];
    expect(severityOf(inRequest), `sent: ${linesOf(inRequest).join("; ")}`).toBe(sent);
    expect(severityOf(inResponse), `received: ${linesOf(inResponse).join("; ")}`).toBe(received);
  });
});

describe("the change of a document", () => {
  test.each(documentPairs)("is rated by its effect on callers: %s", (_, base, revision, expected) => {
    const changes = changesOf(base, revision);
    expect(severityOf(changes), linesOf(changes).join("; ")).toBe(expected);
  });
});

test("the serialization of a form field is described like that of a parameter", () => {
  const form = (encoding: JsonObject): JsonObject =>
    operation({
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": {
            schema: { type: "object", properties: { ink: { type: "array", items: { type: "string" } } } },
            encoding: { ink: encoding },
          },
        },
      },
    });
  const changes = changesOf(
    form({ style: "form" }),
    form({ style: "form", explode: false, allowReserved: true }),
  );
  expect(linesOf(changes).join()).toContain(
    "The serialization changed from form, exploded to form, reserved characters unencoded.",
  );
});

test("every rule rates at least one pair", () => {
  const changes = [
    ...documentPairs.flatMap(([, base, revision]) => changesOf(base, revision)),
    ...schemaPairs.flatMap(([, base, revision]) => [
      ...changesOf(sending(base), sending(revision)),
      ...changesOf(receiving(base), receiving(revision)),
    ]),
  ];
  const used = new Set(changes.map(({ rule }) => rule));
  expect(Object.keys(RULES).filter((rule) => !used.has(rule))).toEqual([]);
});

test("each pair has a unique name", () => {
  const names = [...schemaPairs, ...documentPairs].map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
