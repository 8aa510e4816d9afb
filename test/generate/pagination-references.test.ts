import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD } from "./document-files.js";
import { findWarnings } from "./read-operations.js";

const folder = createTemporaryFolder();

const renderOperation = (rest: string): string => `${HEAD}paths:
  /a:
${rest}
`;

describe("a pagination extension of a document with references", () => {
  const createPagedDocument = (extension: string): string =>
    renderOperation(`    get:
      x-speakeasy-pagination:
${extension.replace(/^/gm, "        ")}
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: size, in: query, schema: { $ref: "#/components/schemas/Size" } }
        - { name: q, in: query, schema: { type: string } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/List" } } } }`) +
    `components:
  schemas:
    Size: { anyOf: [{ type: integer }, { type: "null" }] }
    List: { allOf: [{ type: object, properties: { data: { type: object, properties: { items: { type: array }, next: { type: string } } } } }] }
`;
  const renderInputs = (page: string): string =>
    `type: offsetLimit\ninputs:\n  - ${page}\n  - { name: size, in: parameters, type: limit }\n`;
  const results = "outputs: { results: $.data.items }";

  test("is accepted if it is valid", async () => {
    expect(
      await findWarnings(
        folder,
        createPagedDocument(renderInputs("{ name: page, in: parameters, type: page }") + results),
      ),
    ).toEqual([]);
  });

  test.each([
    [
      "another type",
      "type: pages",
      'api.yaml:8:15 x-speakeasy-pagination: the type must be offsetLimit, cursor or url, got "pages"',
    ],
    [
      "a missing parameter",
      renderInputs("{ name: page_no, in: parameters, type: page }") + results,
      'api.yaml:10:21 x-speakeasy-pagination: there is no query parameter "page_no"',
    ],
    [
      "a parameter that is a string",
      renderInputs("{ name: q, in: parameters, type: page }") + results,
      "api.yaml:10:21 x-speakeasy-pagination: the query parameter q must be a number, but its type is string",
    ],
    [
      "an input in the body",
      renderInputs("{ name: page, in: requestBody, type: page }") + results,
      'api.yaml:10:31 x-speakeasy-pagination: an input must be in parameters, got "requestBody"',
    ],
    [
      "two limits and no page",
      renderInputs("{ name: page, in: parameters, type: limit }") + results,
      "api.yaml:11:49 x-speakeasy-pagination: there are two inputs of the type limit",
    ],
    [
      "neither a page nor an offset",
      `type: offsetLimit\ninputs: [{ name: size, in: parameters, type: limit }]\n${results}`,
      "api.yaml:9:17 x-speakeasy-pagination: there must be exactly one input of the type page or offset, got none",
    ],
    [
      "results that are a string",
      `${renderInputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.data.next }`,
      "api.yaml:12:29 x-speakeasy-pagination: $.data.next is not an array in the JSON of a successful response",
    ],
    [
      "missing results",
      `${renderInputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.items }`,
      "api.yaml:12:29 x-speakeasy-pagination: $.items is not an array in the JSON of a successful response",
    ],
    [
      "an unknown output",
      `${renderInputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.data.items, pages: $.n }`,
      "api.yaml:12:50 x-speakeasy-pagination: pages is not supported",
    ],
    [
      "results that are not a path",
      `${renderInputs("{ name: page, in: parameters, type: page }")}outputs: { results: "$.data[0]" }`,
      'api.yaml:12:29 x-speakeasy-pagination: outputs.results must be a path such as $.data.items, got "$.data[0]"',
    ],
  ])("is rejected at its value with %s", async (_, extension, expected) => {
    expect(await findWarnings(folder, createPagedDocument(extension))).toEqual([expected]);
  });
});
