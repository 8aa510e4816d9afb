import { expect, it } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import { compareFiles } from "../../scripts/generate/output.js";
import { render } from "../../scripts/generate/render.js";

it("What is committed is what the document generates, and nothing else", async () => {
  const files = await render(await readDocument("spec/openapi.yaml"), "npm run generate", true);
  expect(compareFiles("generated", files)).toEqual([]);
  expect(files.size).toBeGreaterThan(0);
});
