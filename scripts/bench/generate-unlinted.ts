// Does what `npm run generate` does, without linting and writing: generate-unlinted.ts FILE
import { readDocument } from "../document/document.js";
import { render } from "../generate/render.js";

const [, , file = ""] = process.argv;
await render(await readDocument(file), { command: "npm run generate", validators: false });
