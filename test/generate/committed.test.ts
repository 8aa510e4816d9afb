import { expect, test } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { compareFiles } from "../../scripts/generate/output.js";
import { renderComplete } from "../../scripts/generate/render.js";

test("the committed code is exactly what the document generates", async () => {
  const options = { command: "npm run generate", validators: true };
  const files = await renderComplete(await readDocument("spec/openapi.yaml"), options);
  expect(compareFiles("generated", files)).toEqual([]);
});
