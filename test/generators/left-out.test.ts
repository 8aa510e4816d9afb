import { expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { leftOut } from "../../scripts/generate/left-out.js";
import { HEAD, temporaryFolder, writeTexts } from "./document-files.js";

const folder = temporaryFolder();

test("what the API itself calls is told with its place, as no function is made of it", async () => {
  const file = writeTexts(folder, {
    "api.yaml": `${HEAD}webhooks:
  ended: {}
paths:
  /a:
    post:
      callbacks:
        done: {}
      responses: {}
    get:
      responses: {}
`,
  });
  const lines = leftOut(await readDocument(file)).map((line) => line.replace(`${folder}/`, ""));
  expect(lines).toEqual([
    "api.yaml:5:3 webhooks ended: no function is made of what the API itself calls",
    "api.yaml:10:9 callbacks done: no function is made of what the API itself calls",
  ]);
});
