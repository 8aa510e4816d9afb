import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findHighestSeverity } from "../../scripts/gate/change.js";
import { compareDocuments } from "../../scripts/gate/compare-documents.js";
import { readDocument } from "../../scripts/document/document.js";
import { renderComplete } from "../../scripts/generate/render.js";
import { runRedocly } from "../../scripts/document/lint.js";
import { compareFiles, writeFiles } from "../../scripts/generate/output.js";
import { SpecError } from "../../scripts/problem.js";
import { FROZEN, frozenText, renderFrozen } from "./frozen.js";
import { smallEdits } from "./small-edits/small-edits.js";
import type { Outcomes, SmallEdit } from "./small-edits/small-edit.js";

const folder = mkdtempSync(join(tmpdir(), "small-edits-"));
const getFolder = (validators: boolean): string => join(folder, validators ? "generated" : "unvalidated");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a document in a folder of its own. */
function write(name: string, text: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, name, "openapi.yaml");
  writeFileSync(file, text);
  return file;
}

/** Returns the documents that fail the linter. All are linted at once, because redocly needs a second to start. */
async function lintAll(files: readonly string[]): Promise<Set<string>> {
  const options = ["--config", "redocly.yaml", "--format", "json", "--max-problems", "100000"];
  const { text } = await runRedocly(["lint", ...files, ...options]);
  const failing = [...text.matchAll(/"ref": "([^"]+)"/g)].map(([, ref = ""]) => relative(".", ref));
  return new Set(failing);
}

/** Generates the code of a document. The validators are compared last, because they are slow. */
async function generateOutcome(file: string): Promise<Outcomes["generate"]> {
  try {
    for (const validators of [false, true]) {
      const options = { command: "npm run generate", validators };
      const files = await renderComplete(await readDocument(file), options);
      if (compareFiles(getFolder(validators), files).length) return "stale";
    }
    return "fresh";
  } catch (error) {
    if (error instanceof SpecError) return "rejected";
    throw error;
  }
}

describe("a small edit", () => {
  const outcomes = new Map<SmallEdit, Outcomes>();

  beforeAll(async () => {
    for (const validators of [false, true]) writeFiles(getFolder(validators), await renderFrozen(validators));
    const ours = await readDocument(FROZEN);
    const files = smallEdits.map(({ edit }, index) => write(`${index}`, edit(frozenText)));
    const lint = lintAll(files);
    const outcomeUpdates = smallEdits.map(async (smallEdit, index) => {
      const { releasedEdit } = smallEdit;
      const file = files[index] ?? "";
      const base = releasedEdit ? await readDocument(write(`${index}-base`, releasedEdit(frozenText))) : ours;
      const changes = compareDocuments(base, await readDocument(file));
      outcomes.set(smallEdit, {
        lint: (await lint).has(relative(".", file)) ? "fails" : "passes",
        generate: await generateOutcome(file),
        diff: findHighestSeverity(changes) ?? "none",
      });
    });
    await Promise.all(outcomeUpdates);
  }, 180_000);

  test.each(smallEdits)("is rated by its effect if $name ($effect)", (smallEdit) => {
    const { lint, generate, diff } = smallEdit;
    expect(outcomes.get(smallEdit)).toEqual({ lint, generate, diff });
  });
});

test("the small edits have unique names", () => {
  expect(new Set(smallEdits.map(({ name }) => name)).size).toBe(smallEdits.length);
});
