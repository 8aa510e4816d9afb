import { createConfig } from "@redocly/openapi-core";
import { describe, expect, test } from "vitest";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { JsonObject } from "../../scripts/document/json.js";
import { renderSchema } from "../../scripts/generate/render-schema.js";
import { SpecError } from "../../scripts/problem.js";

const documentOf = async (root: JsonObject): Promise<SpecDocument> =>
  ({ file: "api.yaml", root, config: await createConfig({}, { extends: [] }) }) as unknown as SpecDocument;

/** The types of some schemas, a line for each line of code, as they stand between the braces of `schemas`. */
async function typesOf(schemas: JsonObject, paths: JsonObject = {}): Promise<string[]> {
  const lines = renderSchema(await documentOf({ paths, components: { schemas } })).split("\n");
  const start = lines.indexOf("    schemas: {");
  return lines.slice(start + 1, lines.indexOf("    };", start)).map((line) => line.slice(8));
}

describe("the type of a schema", () => {
  test.each<{ given: string; schema: JsonObject; want: string[] }>([
    { given: "a text", schema: { type: "string" }, want: ["A: string;"] },
    {
      given: "texts to choose from",
      schema: { type: "string", enum: ["b", "a"] },
      want: ["/** @enum {string} */", 'A: "b" | "a";'],
    },
    {
      given: "a list of fixed length",
      schema: { type: "array", items: {}, minItems: 2, maxItems: 2 },
      want: ["A: unknown[];"],
    },
    { given: "an object without fields", schema: { type: "object" }, want: ["A: Record<string, never>;"] },
    {
      given: "an object, in the order of the document",
      schema: {
        type: "object",
        required: ["z"],
        properties: { z: { type: "string" }, a: { type: "number" } },
      },
      want: ["A: {", "    z: string;", "    a?: number;", "};"],
    },
    {
      given: "a field with a default, which is always there",
      schema: { type: "object", properties: { a: { type: "string", default: "x" } } },
      want: ["A: {", "    /** @default x */", "    a: string;", "};"],
    },
    {
      given: "a field that is deprecated, only read or only written",
      schema: {
        type: "object",
        properties: {
          a: { deprecated: true },
          b: { readOnly: true, type: "string" },
          c: { writeOnly: true, type: "string" },
        },
      },
      want: [
        "A: {",
        "    /** @deprecated */",
        "    a?: unknown;",
        "    readonly b?: string;",
        "    c?: string;",
        "};",
      ],
    },
  ])("$given", async ({ schema, want }) => {
    expect(await typesOf({ A: schema })).toEqual(want);
  });
});

describe("the types of a document", () => {
  const paths: JsonObject = {
    "/things/{id}": {
      get: {
        parameters: [
          { $ref: "#/components/parameters/Id" },
          { name: "size", in: "query", schema: { type: "integer", default: 10 } },
        ],
        responses: {
          "200": {
            description: "ok",
            content: {
              "application/json": {
                schema: { type: "object", properties: { state: { type: "string", enum: ["on", "off"] } } },
              },
            },
          },
        },
      },
    },
  };
  const parameters = { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } };

  test("take any text where an answer has some to choose from", async () => {
    const text = renderSchema(await documentOf({ paths, components: { parameters, schemas: { A: {} } } }));
    expect(text.split("\n").filter((line) => /\b(?:id|size|state|Id|A)\b/.test(line))).toEqual([
      '    "/things/{id}": {',
      "                    size?: number;",
      '                    id: components["parameters"]["Id"];',
      '                            state?: ("on" | "off") | (string & {});',
      "        A: unknown;",
      "        Id: string;",
    ]);
  });
});

test("a document of which no types can be made is refused by name", async () => {
  const document = await documentOf({ paths: {}, components: { schemas: { A: [] } } });
  expect(() => renderSchema(document)).toThrow(
    new SpecError([
      {
        message:
          "openapi-typescript makes no types of it: Error: Expected SchemaObject, received Array at #/components/schemas/A",
        place: { file: "api.yaml" },
      },
    ]),
  );
});
