import { expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { findIgnoredExtensions } from "../../scripts/generate/ignored-extensions.js";
import { formatProblem } from "../../scripts/problem.js";
import { createTemporaryFolder, HEAD, writeTexts } from "./document-files.js";

const folder = createTemporaryFolder();

test("findIgnoredExtensions reports misspelled extensions and invalid flags, each at its location", async () => {
  const text = `${HEAD}paths:
  /pets:
    get:
      x-lists: { itemKey: id }
      x-item: [$.data]
      x-codeSamples: []
      responses:
        "200":
          description: Pets
          content: { application/json: { schema: { properties: { at: { x-nullText: true }, to: { x-null-text: yes } } } } }
`;
  const document = await readDocument(writeTexts(folder, { "api.yaml": text }));
  const lines = findIgnoredExtensions(document).map((problem) => formatProblem(problem));
  expect(lines.map((line) => line.replace(`${folder}/`, ""))).toEqual([
    expect.stringMatching(/^api\.yaml:\d+:\d+ x-lists is not supported\. Did you mean x-list\?$/),
    expect.stringMatching(/^api\.yaml:\d+:\d+ x-nullText is not supported\. Did you mean x-null-text\?$/),
    expect.stringMatching(/^api\.yaml:\d+:\d+ x-null-text must be true or false, got "yes"$/),
  ]);
});
