import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { JsonObject } from "../../scripts/document/json.js";
import { type CompileError, compileFiles } from "../../scripts/generate/compile.js";
import { renderFormatted } from "../../scripts/generate/render.js";
import { renderCompiled } from "../../scripts/generate/render-compiled.js";
import { SpecError } from "../../scripts/problem.js";
import { createDocument, createRoot } from "./create-document.js";

const options = { command: "make", validators: false };
const OK = `responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Outer" } } } } }`;
const createThings = (): Promise<SpecDocument> =>
  createDocument(
    createRoot(
      "{ Outer: { type: object, properties: { inner: { $ref: '#/components/schemas/Inner' } } }, Inner: { type: string }, Other: {} }",
      `
/things:
  get: { operationId: "list things", ${OK} }
  put: { ${OK} }
  post: { operationId: add, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Other" } } } } } }
`,
    ),
  );

/** Returns the number of the line of a file that begins with a text. */
async function findLine(file: string, start: string): Promise<number> {
  const { files } = await renderFormatted(await createThings(), options);
  return (
    (files
      .get(file)
      ?.split("\n")
      .findIndex((line) => line.startsWith(start)) ?? -1) + 1
  );
}

/** Renders with a compiler that reports errors in its first two runs, and no errors afterwards. */
async function renderWith(
  ...errors: CompileError[]
): Promise<{ leftOut: string[]; names: string[]; schema: string }> {
  const results = [errors, errors, []];
  const { leftOut, operations, files } = await renderCompiled(await createThings(), options, () =>
    Promise.resolve(results.shift() ?? []),
  );
  return {
    leftOut: leftOut.map(({ message }) => message),
    names: operations.map(({ name }) => name),
    schema: files.get("schema.ts") ?? "",
  };
}

describe("the compiler", () => {
  test("accepts generated code, and finds errors with their lines", async () => {
    const { files } = await renderFormatted(await createThings(), options);
    expect(await compileFiles(files)).toEqual([]);
    const indexText =
      'export * from "./client.js";\n// \u{1F600}\nexport const one: string = 1;\nimport "./missing.js";\n';
    expect(await compileFiles(new Map([...files, ["index.ts", indexText]]))).toEqual([
      { file: "index.ts", line: 3, message: "Type 'number' is not assignable to type 'string'." },
      {
        file: "index.ts",
        line: 4,
        message: expect.stringContaining("'./missing.js'") as string,
      },
    ]);
  });
});

describe("an operation whose code does not compile", () => {
  test.each([
    {
      given: "its function",
      file: "client.ts",
      start: "export function listThings",
      method: "get",
      rest: "add putThings",
    },
    {
      given: "its constants",
      file: "operations.ts",
      start: "export const addPath",
      method: "post",
      rest: "listThings putThings",
    },
    {
      given: "its types",
      file: "schema.ts",
      start: '  "list things": {',
      method: "get",
      rest: "add putThings",
    },
    {
      given: "its types, without an id",
      file: "schema.ts",
      start: "    put: {",
      method: "put",
      rest: "listThings add",
    },
  ])("is left out with the message of the compiler for $given", async ({ file, start, method, rest }) => {
    const line = (await findLine(file, start)) + (file === "client.ts" ? 1 : 0);
    const { names, leftOut } = await renderWith({ file, line, message: "Wrong." });
    expect(leftOut).toEqual([
      `paths//things/${method}: ${method.toUpperCase()} /things is left out: its generated code does not compile: Wrong.`,
    ]);
    expect(new Set(names)).toEqual(new Set(rest.split(" ")));
  });

  test("is left out with the other operations that use the same invalid type of a schema", async () => {
    const line = await findLine("schema.ts", "export type Inner");
    const { names, leftOut, schema } = await renderWith({ file: "schema.ts", line, message: "Wrong." });
    expect(names).toEqual(["add"]);
    expect(leftOut.map((message) => message.split(": ").at(-1))).toEqual([
      "the type Inner of a schema",
      "the type Inner of a schema",
    ]);
    expect(schema).not.toContain("Inner");
  });
});

describe("a component that does not compile", () => {
  const renderResponse = (schema: string): string =>
    `{ description: no, content: { application/json: { schema: ${schema} } } }`;
  const createDocumentWithResponses = (): Promise<SpecDocument> => {
    const root = createRoot(
      "{}",
      `
/things:
  get: { operationId: list things, responses: { "204": { description: ok }, default: { $ref: "#/components/responses/Bad-one" } } }
  put: { operationId: add, responses: { "204": { description: ok }, default: { $ref: "#/components/responses/Other" } } }
`,
    );
    const responses = parse(
      `{ Bad-one: ${renderResponse("{ type: object }")}, Other: ${renderResponse("{ type: string }")} }`,
    ) as JsonObject;
    return createDocument({ ...root, components: { responses } });
  };

  test("is left out with the operations that use it", async () => {
    const { files } = await renderFormatted(await createDocumentWithResponses(), options);
    const lines = files.get("schema.ts")?.split("\n") ?? [];
    const error = { file: "schema.ts", line: lines.indexOf('    "Bad-one": {') + 2, message: "Wrong." };
    const results = [[error], [error], []];
    const rendered = await renderCompiled(await createDocumentWithResponses(), options, () =>
      Promise.resolve(results.shift() ?? []),
    );
    expect(rendered.leftOut.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^paths\/\/things\/get: GET .* does not compile: components\.responses\.Bad-one$/,
      ),
    ]);
    expect(rendered.operations.map(({ name }) => name)).toEqual(["add"]);
    expect(rendered.files.get("schema.ts")).not.toMatch(/Bad-one/);
  });
});

test("an error that no part of the document explains is a bug of the generator", async () => {
  const error = { file: "index.ts", line: 1, message: "Wrong." };
  const rendered = renderCompiled(await createThings(), options, () => Promise.resolve([error]));
  await expect(rendered).rejects.toThrow("This is a bug of the generator.\nindex.ts:1 Wrong.");
  await expect(rendered).rejects.toBeInstanceOf(SpecError);
});
