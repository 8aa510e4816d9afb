import { expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { findMisspelledExtensions } from "../../scripts/generate/misspelled-extensions.js";
import { formatProblem } from "../../scripts/problem.js";
import { createTemporaryFolder, HEAD, writeTexts } from "./document-files.js";

const folder = createTemporaryFolder();

test("findMisspelledExtensions reports only misspelled extensions, each at its location", async () => {
  const text = `${HEAD}paths:
  /pets:
    get:
      x-lists: { itemKey: id }
      x-item: [$.data]
      x-codeSamples: []
      responses:
        "200":
          description: Pets
          content: { application/json: { schema: { properties: { at: { x-nullText: true } } } } }
`;
  const document = await readDocument(writeTexts(folder, { "api.yaml": text }));
  const lines = findMisspelledExtensions(document).map((problem) => formatProblem(problem));
  expect(lines.map((line) => line.replace(`${folder}/`, ""))).toEqual([
    expect.stringMatching(/^api\.yaml:\d+:\d+ x-lists is not supported\. Did you mean x-list\?$/),
    expect.stringMatching(/^api\.yaml:\d+:\d+ x-nullText is not supported\. Did you mean x-null-text\?$/),
  ]);
});
