import { describe, expect, test } from "vitest";
import { SpecError } from "../../scripts/problem.js";
import { HEAD, renderAll, temporaryFolder, writeTexts } from "./document-files.js";
import { typeErrors } from "./type-check.js";

const folder = temporaryFolder();

/** Lists the left-out operations, or else the errors of a document. */
async function problemsOf(texts: Record<string, string>): Promise<string[]> {
  const name = expect.getState().currentTestName?.replace(/\W+/g, "-").slice(-80) ?? "";
  const file = writeTexts(`${folder}/${name}`, texts);
  const problems = await renderAll(file).then(
    ({ leftOut, warnings }) => [...leftOut, ...warnings],
    (error: unknown) => {
      expect(error).toBeInstanceOf(SpecError);
      return (error as SpecError).problems;
    },
  );
  return problems.map(({ message, location }) =>
    [location.file.replace(`${folder}/${name}/`, ""), location.line, location.column]
      .filter((part) => part !== undefined)
      .join(":")
      .concat(` ${message.replace(/^[A-Z]+ \S+ is left out: /, "")}`),
  );
}

const operation = (rest: string): string => `${HEAD}paths:
  /a:
${rest}
`;

describe("a reference that cannot be resolved", () => {
  const text = `${HEAD}paths:
  /a:
    get: { responses: { "200": { $ref: "#/components/responses/None" } } }
    put: { responses: { "204": { description: ok } } }
  /b:
    get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } }
components:
  schemas:
    A: { type: object, properties: { b: { $ref: "#/components/schemas/B" } } }
    B: { type: object, properties: { c: { $ref: none.yaml } } }
    C: { $ref: none.yaml }
`;

  test("leaves out the operations that use it, directly or through others", async () => {
    const file = writeTexts(`${folder}/unresolved`, { "api.yaml": text });
    const { operations, leftOut, warnings } = await renderAll(file);
    expect(operations.map(({ name }) => name)).toEqual(["putA"]);
    expect(leftOut.map(({ message }) => message)).toEqual([
      "GET /a is left out: $ref #/components/responses/None cannot be resolved",
      expect.stringMatching(/^GET \/b is left out: \$ref none\.yaml cannot be resolved: /),
    ]);
    expect(warnings.map(({ rule, location }) => [rule, location.line])).toEqual([
      ["unresolved-reference", 6],
      ["unresolved-reference", 13],
      ["unresolved-reference", 14],
    ]);
  });

  test("leaves types that compile", async () => {
    const file = writeTexts(`${folder}/unresolved`, { "api.yaml": text });
    expect(typeErrors((await renderAll(file)).files)).toEqual([]);
  });

  test("is ignored in an example", async () => {
    const examples = `examples: { a: { value: { $ref: "#/definitions/none" } } }`;
    const given = operation(`    get:
      responses: { "200": { description: ok, content: { application/json: { ${examples} } } } }`);
    expect(await problemsOf({ "api.yaml": given })).toEqual([]);
  });

  test("leaves out the path if it is a path item", async () => {
    expect(await problemsOf({ "api.yaml": operation(`    $ref: parts/none.yaml`) })).toEqual([
      expect.stringMatching(/^api\.yaml:6:5 \/a is left out: .*none\.yaml/),
      expect.stringMatching(/^api\.yaml:6:11 \$ref parts\/none\.yaml cannot be resolved: /),
    ]);
  });
});

describe("an operation that fetch does not support", () => {
  test.each([
    [
      "GET with a body",
      operation(`    get:
      requestBody: { content: { application/json: {} } }
      responses: { "204": { description: ok } }`),
      "api.yaml:7:20 the optional body of a GET is left out: fetch refuses to send it",
    ],
    [
      "TRACE",
      operation(`    trace: { responses: { "204": { description: ok } } }`),
      "api.yaml:6:12 TRACE is not supported: fetch refuses to send it",
    ],
    [
      "a relative server of one operation, in a document without an absolute URL",
      operation(`    get:
      servers: [{ url: /v2 }]
      responses: { "204": { description: ok } }`).replace("https://api.test", ""),
      "api.yaml:7:16 the server /v2 of an operation is relative, and the document has no absolute URL of a server",
    ],
    [
      "a path with a parameter that is not there",
      operation(`    get: { responses: { "204": { description: ok } } }`).replace("/a:", "/a/{id}:"),
      "api.yaml:6:10 the path has {id}, but no such path parameter is declared: it is a string",
    ],
    [
      "an operationId twice",
      operation(`    get: { operationId: a, responses: { "204": { description: ok } } }
    put: { operationId: a, responses: { "204": { description: ok } } }`),
      "api.yaml:7:25 operationId a is used by another operation too: the function is named a2",
    ],
  ])("is left out with its name and location: %s", async (_, text, expected) => {
    expect(await problemsOf({ "api.yaml": text })).toEqual([expected]);
  });

  test("is reported with all others, at its location in its file", async () => {
    const given = {
      "api.yaml": operation(`    get:
      parameters: [{ $ref: "parts/common.yaml#/part" }]
      responses: { "204": { description: ok } }
    trace: { responses: { "204": { description: ok } } }`),
      "parts/common.yaml": "part:\n  name: part\n  in: body\n  schema: { type: string }\n",
    };
    expect(await problemsOf(given)).toEqual([
      "parts/common.yaml:3:7 body parameter part is not supported: use path, query, header, cookie",
      "api.yaml:9:12 TRACE is not supported: fetch refuses to send it",
    ]);
  });
});

describe("a pagination extension", () => {
  const paged = (extension: string): string =>
    operation(`    get:
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
  const inputs = (page: string): string =>
    `type: offsetLimit\ninputs:\n  - ${page}\n  - { name: size, in: parameters, type: limit }\n`;
  const results = "outputs: { results: $.data.items }";

  test("is accepted if it is valid", async () => {
    expect(
      await problemsOf({ "api.yaml": paged(inputs("{ name: page, in: parameters, type: page }") + results) }),
    ).toEqual([]);
  });

  test.each([
    [
      "another type",
      "type: pages",
      'api.yaml:8:15 x-speakeasy-pagination: the type must be offsetLimit, cursor or url, got "pages"',
    ],
    [
      "a parameter that is not there",
      inputs("{ name: page_no, in: parameters, type: page }") + results,
      'api.yaml:10:21 x-speakeasy-pagination: there is no query parameter "page_no"',
    ],
    [
      "a parameter that is no number",
      inputs("{ name: q, in: parameters, type: page }") + results,
      "api.yaml:10:21 x-speakeasy-pagination: the query parameter q must be a number, but its type is string",
    ],
    [
      "an input elsewhere",
      inputs("{ name: page, in: requestBody, type: page }") + results,
      "api.yaml:10:31 x-speakeasy-pagination: an input must be in parameters",
    ],
    [
      "two limits and no page",
      inputs("{ name: page, in: parameters, type: limit }") + results,
      "api.yaml:11:49 x-speakeasy-pagination: there are two inputs of the type limit",
    ],
    [
      "neither a page nor an offset",
      `type: offsetLimit\ninputs: [{ name: size, in: parameters, type: limit }]\n${results}`,
      "api.yaml:9:17 x-speakeasy-pagination: there must be one input of the type page or offset, and not both",
    ],
    [
      "results that are no array",
      `${inputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.data.next }`,
      "api.yaml:12:29 x-speakeasy-pagination: $.data.next leads to no array in the JSON of a successful response",
    ],
    [
      "results that are not there",
      `${inputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.items }`,
      "api.yaml:12:29 x-speakeasy-pagination: $.items leads to no array in the JSON of a successful response",
    ],
    [
      "an output that is not read",
      `${inputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.data.items, pages: $.n }`,
      "api.yaml:12:50 x-speakeasy-pagination: pages is not supported",
    ],
    [
      "results that are no path",
      `${inputs("{ name: page, in: parameters, type: page }")}outputs: { results: "$.data[0]" }`,
      "api.yaml:12:29 x-speakeasy-pagination: outputs.results must be a path such as $.data.items",
    ],
  ])("is rejected at its own value with %s", async (_, extension, expected) => {
    expect(await problemsOf({ "api.yaml": paged(extension) })).toEqual([expected]);
  });
});
