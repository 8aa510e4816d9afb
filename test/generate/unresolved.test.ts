import { describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD, renderAll, writeTexts } from "./document-files.js";
import { findTypeErrors } from "./type-check.js";

const folder = createTemporaryFolder();

/** Returns the left-out operations and the warnings of a document as lines. */
async function findProblems(texts: Record<string, string>): Promise<string[]> {
  const name = expect.getState().currentTestName?.replace(/\W+/g, "-").slice(-80) ?? "";
  const file = writeTexts(`${folder}/${name}`, texts);
  const { leftOut, warnings } = await renderAll(file);
  return [...leftOut, ...warnings].map(({ message, location }) =>
    [location.file.replace(`${folder}/${name}/`, ""), location.line, location.column]
      .filter((part) => part !== undefined)
      .join(":")
      .concat(` ${message.replace(/^[A-Z]+ \S+ is left out: /, "")}`),
  );
}

const renderOperation = (rest: string): string => `${HEAD}paths:
  /a:
${rest}
`;

describe("a reference that cannot be resolved", () => {
  const text = `${HEAD}paths:
  /a:
    get: { responses: { "200": { $ref: "#/components/responses/Missing" } } }
    put: { responses: { "204": { description: ok } } }
  /b:
    get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } }
components:
  schemas:
    A: { type: object, properties: { b: { $ref: "#/components/schemas/B" } } }
    B: { type: object, properties: { c: { $ref: missing.yaml } } }
    C: { $ref: missing.yaml }
`;

  test("leaves out the operations that use it directly or indirectly", async () => {
    const file = writeTexts(`${folder}/unresolved`, { "api.yaml": text });
    const { operations, leftOut, warnings } = await renderAll(file);
    expect(operations.map(({ name }) => name)).toEqual(["putA"]);
    expect(leftOut.map(({ message }) => message)).toEqual([
      "GET /a is left out: $ref #/components/responses/Missing cannot be resolved",
      expect.stringMatching(/^GET \/b is left out: \$ref missing\.yaml cannot be resolved: /),
    ]);
    expect(warnings.map(({ rule, location }) => [rule, location.line])).toEqual([
      ["unresolved-reference", 6],
      ["unresolved-reference", 13],
      ["unresolved-reference", 14],
    ]);
  });

  test("leaves types that compile", async () => {
    const file = writeTexts(`${folder}/unresolved`, { "api.yaml": text });
    expect(findTypeErrors((await renderAll(file)).files)).toEqual([]);
  });

  test("is ignored in an example", async () => {
    const examples = `examples: { a: { value: { $ref: "#/definitions/missing" } } }`;
    const given = renderOperation(`    get:
      responses: { "200": { description: ok, content: { application/json: { ${examples} } } } }`);
    expect(await findProblems({ "api.yaml": given })).toEqual([]);
  });

  test("leaves out the path if it is a path item", async () => {
    expect(await findProblems({ "api.yaml": renderOperation(`    $ref: parts/missing.yaml`) })).toEqual([
      expect.stringMatching(/^api\.yaml:6:5 \/a is left out: .*missing\.yaml/),
      expect.stringMatching(/^api\.yaml:6:11 \$ref parts\/missing\.yaml cannot be resolved: /),
    ]);
  });
});
