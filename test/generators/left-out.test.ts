import { describe, expect, it } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { callsOfTheApi } from "../../scripts/generate/left-out.js";
import { formatProblem } from "../../scripts/problem.js";
import { HEAD, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();

const linesOf = async (text: string): Promise<string[]> => {
  const file = writeTexts(folder, { "api.yaml": HEAD + text });
  return callsOfTheApi(await readDocument(file)).map((problem) =>
    formatProblem(problem).replace(`${folder}/`, ""),
  );
};

describe("what the API itself calls is told with its place, as no function is made of it", () => {
  it("as webhooks and as callbacks", async () => {
    const lines = await linesOf(`webhooks:
  ended: {}
  begun: {}
paths:
  /a:
    post:
      callbacks:
        done: {}
        failed: {}
      responses: {}
    get:
      responses: {}
`);
    expect(lines).toEqual([
      "api.yaml:5:3 webhooks ended, begun: no function is generated for calls that the API makes",
      "api.yaml:11:9 callbacks done, failed: no function is generated for calls that the API makes",
    ]);
  });

  it.each([
    ["nothing of the kind", "paths: { /a: { get: {} } }\n"],
    ["no paths", ""],
    [
      "none of them, though there is a place for them",
      "webhooks: {}\npaths: { /a: { get: { callbacks: {} } } }\n",
    ],
    ["what is no object", "webhooks: []\npaths: { /a: [], /b: { get: 1, summary: B } }\n"],
  ])("and nothing where it has %s", async (_, text) => {
    expect(await linesOf(text)).toEqual([]);
  });
});
