// What `npm run generate` does, but for the lint and the writing: generate-unlinted.ts FILE
import { readDocument } from "../document/document.js";
import { render } from "../generate/render.js";

const [, , file = ""] = process.argv;
await render(await readDocument(file), { command: "npm run generate", validators: false });
