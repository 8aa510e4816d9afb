// Does what `npm run generate` does without the lint: generate-unlinted.ts FILE [OUT]. With OUT it compiles and writes too.
import { readDocument } from "../document/document.js";
import { writeFiles } from "../generate/output.js";
import { render } from "../generate/render.js";
import { renderCompiled } from "../generate/render-compiled.js";

const [, , file = "", out] = process.argv;
const document = await readDocument(file);
const options = { command: "npm run generate", validators: false };
if (out === undefined) await render(document, options);
else writeFiles(out, (await renderCompiled(document, options)).files);
