import { describe, expect, test } from "vitest";
import type { Body } from "../../scripts/generate/bodies.js";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { readOperationList } from "./read-operations.js";

const folder = createTemporaryFolder();

/** Reads the body of a request with some content. */
async function readBody(content: string, required = "false"): Promise<Body | undefined> {
  const body = `{ required: ${required}, content: { ${content} } }`;
  const [operation] = await readOperationList(
    folder,
    `${HEAD}paths: { /a: { post: { requestBody: ${body} } } }\n`,
  );
  return operation?.body;
}

describe("a media type of a request body", () => {
  test.each([
    ["application/json: {}", "json", "application/json"],
    ["application/json-patch+json: {}", "json", "application/json-patch+json"],
    ["text/json: { schema: true }", "json", "text/json"],
    ["'*/*': { schema: { type: object } }", "json", "application/json"],
    ["application/*: { schema: {} }", "json", "application/json"],
    ["application/x-www-form-urlencoded: {}", "form", "application/x-www-form-urlencoded"],
    ["multipart/form-data: {}", "multipart", "multipart/form-data"],
    ["text/plain: { schema: { type: object } }", "text", "text/plain"],
    ["text/*: {}", "text", "text/plain"],
    ["application/json-seq: {}", "text", "application/json-seq"],
    ["application/xml: {}", "text", "application/xml"],
    ["image/png: {}", "raw", "image/png"],
    ["image/*: { schema: { type: object } }", "raw", "image/*"],
    ["'*/*': { schema: { type: string } }", "raw", "*/*"],
    ["application/*: {}", "raw", "application/*"],
  ])("{ %s } is written as %s and sent as %s", async (content, format, contentType) => {
    const body = await readBody(content);
    expect(body?.media.map((media) => [media.format, media.contentType])).toEqual([[format, contentType]]);
  });

  test("is listed in the order of the document if it can be written", async () => {
    const body = await readBody(
      "text/plain: {}, multipart/mixed: {}, application/json: {}, multipart/form-data: {}",
    );
    expect(body?.media.map(({ mediaType }) => mediaType)).toEqual([
      "text/plain",
      "application/json",
      "multipart/form-data",
    ]);
  });

  test("is left out if it is another name of JSON with the same schema", async () => {
    const schema = "schema: { type: object }";
    const synonyms = `text/json: { ${schema} }, application/json: { ${schema} }, application/*+json: { ${schema} }`;
    expect((await readBody(synonyms))?.media.map(({ mediaType }) => mediaType)).toEqual(["application/json"]);
    const different = `application/json: { ${schema} }, text/json: { schema: { type: array } }`;
    expect((await readBody(different))?.media.map(({ mediaType }) => mediaType)).toEqual([
      "application/json",
      "text/json",
    ]);
    const otherJson = `application/json: { ${schema} }, application/merge-patch+json: { ${schema} }`;
    expect((await readBody(otherJson))?.media).toHaveLength(2);
  });
});

describe("a request body", () => {
  test.each([
    ["true", true],
    ["false", false],
    ['"true"', false],
  ])("with `required: %s` has the flag %s", async (required, expected) => {
    expect((await readBody("text/plain: {}", required))?.required).toBe(expected);
  });

  test("has the styles of the fields of a form", async () => {
    const encoding = `a: { style: form, explode: false }, b: { style: deepObject, explode: true },
      c: { contentType: application/json }, d: { contentType: application/json, explode: true },
      e: { allowReserved: true }, f: { contentType: text/plain }, g: 1`;
    const body = await readBody(`application/x-www-form-urlencoded: { encoding: { ${encoding} } }`);
    expect(body?.media[0]?.styles).toEqual({
      a: { style: "form", explode: false },
      b: { style: "deepObject" },
      c: { json: true },
      d: { explode: true },
      e: { allowReserved: true },
    });
  });

  test("has the media types of the parts of a form", async () => {
    const encoding = `a: { contentType: application/json }, b: { contentType: "image/png, image/jpeg" },
      c: { contentType: "image/*" }, d: { contentType: text/plain; charset=utf-8 }, e: { style: deepObject }, f: {}`;
    const body = await readBody(`multipart/form-data: { encoding: { ${encoding} } }`);
    expect(body?.media[0]?.parts).toEqual({
      a: { contentType: "application/json" },
      e: { usesBrackets: true },
    });
  });
});
