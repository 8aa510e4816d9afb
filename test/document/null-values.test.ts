import { describe, expect, test } from "vitest";
import { readDocumentText } from "../../scripts/document/document.js";
import { formatProblem } from "../../scripts/problem.js";

/** Reads a document in YAML, and returns its root and its formatted warnings. */
async function readYaml(text: string): Promise<{ root: unknown; warnings: string[] }> {
  const { root, warnings } = await readDocumentText("api.yaml", `openapi: 3.1.0\n${text}\n`);
  return { root, warnings: warnings.map((warning) => formatProblem(warning)) };
}

describe("a key without a value", () => {
  test("is ignored, if it is a keyword", async () => {
    const { root, warnings } = await readYaml("info: { description: }\npaths:");
    expect(root).toEqual({ openapi: "3.1.0", info: {} });
    expect(warnings).toEqual([
      "api.yaml:3:1 paths is null: it is ignored",
      "api.yaml:2:9 description is null: it is ignored",
    ]);
  });

  test("is an empty object, if it is a name", async () => {
    const { root, warnings } = await readYaml(
      "components: { schemas: { A: , B: { properties: { type: } } } }",
    );
    expect(root).toMatchObject({ components: { schemas: { A: {}, B: { properties: { type: {} } } } } });
    expect(warnings).toEqual([
      "api.yaml:2:26 A is null: it is read as an empty object",
      "api.yaml:2:50 type is null: it is read as an empty object",
    ]);
  });

  test("is an empty list, if it is a scheme of a security requirement", async () => {
    const { root, warnings } = await readYaml("security: [{ apiKey: }]");
    expect(root).toMatchObject({ security: [{ apiKey: [] }] });
    expect(warnings).toEqual(["api.yaml:2:14 apiKey is null: it is read as an empty list"]);
  });

  test("is the type null, if it is a type", async () => {
    const { root, warnings } = await readYaml(
      "components: { schemas: { A: { type: null }, B: { type: [string, null] } } }",
    );
    expect(root).toMatchObject({
      components: { schemas: { A: { type: "null" }, B: { type: ["string", "null"] } } },
    });
    expect(warnings).toEqual(['api.yaml:2:37 type is null: it is read as "null"']);
  });

  test.for(["default", "const", "example", "x-note"])("stays null, if it is %s", async (key) => {
    const { root, warnings } = await readYaml(`components: { schemas: { A: { ${key}: null } } }`);
    expect(root).toMatchObject({ components: { schemas: { A: { [key]: null } } } });
    expect(warnings).toEqual([]);
  });
});
