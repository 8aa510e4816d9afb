import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../scripts/document/json.js";
import { createTemporaryFolder } from "./document-files.js";
import { createReturningDocument, loadValidators, type Validate } from "./validator-modules.js";

interface Group {
  description: string;
  schema: Json;
  tests: { description: string; data: Json; valid: boolean }[];
}

const suite = join(import.meta.dirname, "json-schema-test-suite");
const folder = createTemporaryFolder();

/** References other than pointers, which OpenAPI does not have or which are resolved before. */
const OTHER_REFERENCES = /"\$(id|anchor|dynamicRef|dynamicAnchor|recursiveRef)"|"\$ref":"(?!#)/;

/** Groups in which ajv itself differs from the suite, and one whose value looks like a reference. */
const EXCLUDED = new Set([
  "float division = inf",
  "naive replacement of $ref with its destination is not correct",
  "unevaluatedItems with nested items",
  "unevaluatedItems depends on adjacent contains",
  "unevaluatedItems depends on multiple nested contains",
  "unevaluatedItems and contains interact to control item dependency relationship",
  "unevaluatedItems with minContains = 0",
  "unevaluatedItems can see annotations from if without then and else",
  "unevaluatedProperties can see annotations from if without then and else",
  "unevaluatedProperties with if/then/else, then not defined",
]);

const groups = readdirSync(suite)
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) =>
    (JSON.parse(readFileSync(join(suite, name), "utf8")) as Group[]).map((group) => ({
      ...group,
      keyword: basename(name, ".json"),
    })),
  )
  .filter(
    ({ schema, description }) => !OTHER_REFERENCES.test(JSON.stringify(schema)) && !EXCLUDED.has(description),
  )
  .map((group, index) => ({ ...group, name: `group${index}` }));

/** Returns a schema as a component of a document, with its references to itself adapted. */
function renderAsComponent(schema: Json, name: string): Json {
  const base = `#/components/schemas/${name}`;
  const text = JSON.stringify(schema).replace(
    /"\$ref":"#(\/?[^"]*)"/g,
    (_, rest: string) => `"$ref":"${base}${rest}"`,
  );
  return JSON.parse(text) as Json;
}

describe("the data of the JSON-Schema-Test-Suite", () => {
  let validators: Record<string, Validate | undefined> = {};

  beforeAll(async () => {
    const operations: Record<string, JsonObject> = {};
    const components: JsonObject = {};
    for (const { name, schema } of groups) {
      const reference = { $ref: `#/components/schemas/${name}` };
      components[name] = renderAsComponent(schema, name);
      operations[name] = reference;
      // A schema that only distinguishes values is not closed.
      operations[`${name}Exact`] = { not: { not: reference } };
    }
    ({ validators } = await loadValidators(createReturningDocument(operations, components), folder));
  });

  const isAccepted = (name: string, data: Json): boolean => {
    const validate = validators[name];
    if (!validate) throw new Error(`no validator ${name}`);
    return validate(data);
  };
  const byKeyword = [...new Set(groups.map(({ keyword }) => keyword))].map((keyword) => ({
    keyword,
    cases: groups
      .filter((group) => group.keyword === keyword)
      .flatMap(({ name, description, tests }) =>
        tests.map((suiteTest) => ({ ...suiteTest, name, title: `${description}: ${suiteTest.description}` })),
      ),
  }));

  test.each(byKeyword)("is accepted by exact validators only if it is valid ($keyword)", ({ cases }) => {
    const mismatches = cases.filter(
      ({ name, data, valid }) => isAccepted(`${name}ExactStrict`, data) !== valid,
    );
    expect(mismatches.map(({ title }) => title)).toEqual([]);
  });

  test.each(byKeyword)("is rejected by strict validators if it is invalid ($keyword)", ({ cases }) => {
    const mismatches = cases.filter(({ name, data, valid }) => !valid && isAccepted(`${name}Strict`, data));
    // Each member of a union is closed, so that the value matches only one.
    const closedMember = "dynamic evalation inside nested refs: all + a is invalid";
    expect(mismatches.map(({ title }) => title).filter((title) => title !== closedMember)).toEqual([]);
  });

  test.each(byKeyword)("is accepted by tolerant validators if it is valid ($keyword)", ({ cases }) => {
    const mismatches = cases.filter(({ name, data, valid }) => valid && !isAccepted(`${name}Tolerant`, data));
    expect(mismatches.map(({ title }) => title)).toEqual([]);
  });
});
