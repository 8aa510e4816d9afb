import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mostSevere } from "../../scripts/gate/change.js";
import { compareDocuments } from "../../scripts/gate/compare-documents.js";
import { readDocument } from "../../scripts/document/document.js";
import { renderComplete } from "../../scripts/generate/render.js";
import { redocly } from "../../scripts/document/lint.js";
import { compareFiles, writeFiles } from "../../scripts/generate/output.js";
import { SpecError } from "../../scripts/problem.js";
import { corpus, type Mutation, type Outcomes } from "./corpus.js";
import { FROZEN, frozenText, renderFrozen } from "./frozen.js";

const folder = mkdtempSync(join(tmpdir(), "corpus-"));
const folderOf = (validators: boolean): string => join(folder, validators ? "generated" : "unvalidated");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a document, with the file name of ours. */
function write(name: string, text: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, name, "openapi.yaml");
  writeFileSync(file, text);
  return file;
}

/** Returns the documents that fail the linter. All are linted at once, because redocly needs a second to start. */
async function lintAll(files: readonly string[]): Promise<Set<string>> {
  const options = ["--config", "redocly.yaml", "--format", "json", "--max-problems", "100000"];
  const { text } = await redocly(["lint", ...files, ...options]);
  const found = [...text.matchAll(/"ref": "([^"]+)"/g)].map(([, ref = ""]) => relative(".", ref));
  return new Set(found);
}

/** Generates the code of a document. The validators are compared last, because they are slow. */
async function generateOutcome(file: string): Promise<Outcomes["generate"]> {
  try {
    for (const validators of [false, true]) {
      const options = { command: "npm run generate", validators };
      const files = await renderComplete(await readDocument(file), options);
      if (compareFiles(folderOf(validators), files).length) return "stale";
    }
    return "fresh";
  } catch (error) {
    if (error instanceof SpecError) return "rejected";
    throw error;
  }
}

describe("A small edit of the document is rated by its effect on a caller", () => {
  const outcomes = new Map<Mutation, Outcomes>();

  beforeAll(async () => {
    for (const validators of [false, true]) writeFiles(folderOf(validators), await renderFrozen(validators));
    const ours = await readDocument(FROZEN);
    const files = corpus.map(({ edit }, index) => write(`${index}`, edit(frozenText)));
    const lint = lintAll(files);
    const rows = corpus.map(async (mutation, index) => {
      const { from } = mutation;
      const file = files[index] ?? "";
      const base = from ? await readDocument(write(`${index}-base`, from(frozenText))) : ours;
      const changes = compareDocuments(base, await readDocument(file));
      outcomes.set(mutation, {
        lint: (await lint).has(relative(".", file)) ? "fails" : "passes",
        generate: await generateOutcome(file),
        diff: mostSevere(changes) ?? "none",
      });
    });
    await Promise.all(rows);
  }, 180_000);

  test.each(corpus)("has these effects: $name, $why", (mutation) => {
    const { lint, generate, diff } = mutation;
    expect(outcomes.get(mutation)).toEqual({ lint, generate, diff });
  });

  test("has its own name", () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });
});
