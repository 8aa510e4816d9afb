import { describe, expect, test } from "vitest";
import { RULES } from "../../scripts/gate/compare/rules.js";
import { changesOf, linesOf, receiving, sending, verdictOf } from "./pair.js";
import { documentPairs } from "./document-pairs.js";
import { schemaPairs } from "./schema-pairs.js";

describe("The change of a schema", () => {
  test.each(schemaPairs)("%s", (_, base, revision, sent, received) => {
    const [inRequest, inResponse] = [
      changesOf(sending(base), sending(revision)),
      changesOf(receiving(base), receiving(revision)),
    ];
    expect(verdictOf(inRequest), `sent: ${linesOf(inRequest).join("; ")}`).toBe(sent);
    expect(verdictOf(inResponse), `received: ${linesOf(inResponse).join("; ")}`).toBe(received);
  });
});

describe("The change of a document", () => {
  test.each(documentPairs)("%s", (_, base, revision, verdict) => {
    const changes = changesOf(base, revision);
    expect(verdictOf(changes), linesOf(changes).join("; ")).toBe(verdict);
  });
});

test("Every rule rates a pair of the tables", () => {
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

test("The tables have a name for each pair, and at least 150 pairs on each side", () => {
  const names = [...schemaPairs, ...documentPairs].map(([name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(schemaPairs.length).toBeGreaterThanOrEqual(150);
});
