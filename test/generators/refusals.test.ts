import { describe, expect, it } from "vitest";
import { SpecError } from "../../scripts/problem.js";
import { HEAD, renderAll, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();

/** Lists the operations that are left out, or else what a document is refused for. */
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
  return problems.map(({ message, place }) =>
    [place.file.replace(`${folder}/${name}/`, ""), place.line, place.column]
      .filter((part) => part !== undefined)
      .join(":")
      .concat(` ${message.replace(/^[A-Z]+ \S+ is left out: /, "")}`),
  );
}

const operation = (rest: string): string => `${HEAD}paths:
  /a:
${rest}
`;

describe("what is no OpenAPI document is refused", () => {
  it.each([
    ["an empty file", "  \n", "api.yaml is empty: an OpenAPI document is expected"],
    ["a list", "[1]\n", "api.yaml:1:1 must be an object, as an OpenAPI document is"],
    ["a tab", `${HEAD}paths:\n\t/a: {}\n`, "api.yaml:5:1 tab characters must not be used in indentation"],
    ["a key twice", `${HEAD}paths:\n  /a: {}\n  /a: {}\n`, "api.yaml:6:3 duplicated mapping key"],
    [
      "Swagger 2.0",
      'swagger: "2.0"\npaths: {}\n',
      'api.yaml:1:10 Swagger "2.0" is not supported: convert it to OpenAPI 3.1',
    ],
    [
      "a version to come",
      "openapi: 4.0.0\npaths: {}\n",
      'api.yaml:1:10 openapi must be 3.0.x or 3.1.x, not "4.0.0"',
    ],
    [
      "no version",
      "paths: {}\n",
      "api.yaml:1:1 has no openapi, which tells its version: is it an OpenAPI document?",
    ],
  ])("%s", async (_, text, want) => {
    expect(await problemsOf({ "api.yaml": text })).toEqual([want]);
  });

  it("JSON that is none, at the place of the fault", async () => {
    const [problem] = await problemsOf({ "api.json": '{\n  "openapi": "3.1.0",\n}\n' });
    expect(problem).toMatch(/^api\.json:\d+:\d+ /);
  });

  it("a file that is not there", async () => {
    await expect(renderAll("nowhere.yaml")).rejects.toThrow(
      "nowhere.yaml cannot be read: ENOENT: no such file or directory",
    );
  });

  it.each([
    ["api.yaml", `${HEAD}paths: {}\n`],
    ["api.json", '{\n"openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {} }\n'],
  ])("but a byte order mark and Windows' line ends are no fault of %s", async (name, text) => {
    expect(await problemsOf({ [name]: `\uFEFF${text}`.replaceAll("\n", "\r\n") })).toEqual([]);
  });
});

describe("references that reach nothing are refused at their place", () => {
  it.each([
    [
      "to nowhere",
      operation(`    get: { responses: { "200": { $ref: "#/components/responses/None" } } }`),
      ["api.yaml:6:40 $ref #/components/responses/None leads nowhere"],
    ],
    [
      "that cannot be decoded",
      operation(`    get: { responses: { "200": { $ref: "#/components/responses/N%zz" } } }`),
      ["api.yaml:6:40 $ref #/components/responses/N%zz leads nowhere"],
    ],
    [
      "in a circle",
      `${HEAD}paths: {}
components:
  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/A" }
`,
      [
        "api.yaml:7:16 $ref #/components/schemas/B leads back to itself",
        "api.yaml:8:16 $ref #/components/schemas/A leads back to itself",
      ],
    ],
  ])("%s", async (_, text, want) => {
    expect(await problemsOf({ "api.yaml": text })).toEqual(want);
  });

  it("in an example is none", async () => {
    const examples = `examples: { a: { value: { $ref: "#/definitions/none" } } }`;
    const text = operation(`    get:
      responses: { "200": { description: ok, content: { application/json: { ${examples} } } } }`);
    const problems = await problemsOf({ "api.yaml": text });
    // The bundler takes it for one; what we add to that is nothing.
    expect(problems.filter((problem) => problem.includes("leads nowhere"))).toEqual([]);
  });

  it("to a file that is not there", async () => {
    const [problem] = await problemsOf({ "api.yaml": operation(`    $ref: parts/none.yaml`) });
    expect(problem).toMatch(/^api\.yaml:6:5 .*none\.yaml/);
  });
});

describe("what openapi-fetch or fetch cannot do is refused by name and place", () => {
  it.each([
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
      "a server of one operation that is no whole URL",
      operation(`    get:
      servers: [{ url: /v2 }]
      responses: { "204": { description: ok } }`),
      "api.yaml:7:16 the server /v2 of an operation is not supported: it must be a whole URL",
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
  ])("%s", async (_, text, want) => {
    expect(await problemsOf({ "api.yaml": text })).toEqual([want]);
  });

  it("all at once, and in another file at the place in that file", async () => {
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

describe("a pagination extension is checked against the operation", () => {
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

  it("that is sound passes", async () => {
    expect(
      await problemsOf({ "api.yaml": paged(inputs("{ name: page, in: parameters, type: page }") + results) }),
    ).toEqual([]);
  });

  it.each([
    [
      "another type",
      "type: cursor",
      'api.yaml:8:15 x-speakeasy-pagination: the type must be offsetLimit, got "cursor"',
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
      `${inputs("{ name: page, in: parameters, type: page }")}outputs: { results: $.data.items, numPages: $.n }`,
      "api.yaml:12:53 x-speakeasy-pagination: numPages is not supported",
    ],
    [
      "results that are no path",
      `${inputs("{ name: page, in: parameters, type: page }")}outputs: { results: "$.data[0]" }`,
      "api.yaml:12:29 x-speakeasy-pagination: outputs.results must be a path such as $.data.items",
    ],
  ])("with %s is refused at its own value", async (_, extension, want) => {
    expect(await problemsOf({ "api.yaml": paged(extension) })).toEqual([want]);
  });
});
