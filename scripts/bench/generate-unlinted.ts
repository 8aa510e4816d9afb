// Generates like `npm run generate`, but without the linter: generate-unlinted.ts FILE [OUT]
// Without OUT, the code is only rendered. With OUT, it is also compiled and written.
import { readDocument } from "../document/document.js";
import { writeFiles } from "../generate/output.js";
import { renderFormatted } from "../generate/render.js";
import { renderCompiled } from "../generate/render-compiled.js";

const [, , file = "", out] = process.argv;
const document = await readDocument(file);
const options = { command: "npm run generate", validators: false };
if (out === undefined) await renderFormatted(document, options);
else writeFiles(out, (await renderCompiled(document, options)).files);
