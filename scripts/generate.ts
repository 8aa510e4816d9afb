import { findCallersFolder } from "./callers-folder.js";
import { generate } from "./generate/command.js";
import { runCommand } from "./run-command.js";

const folder = findCallersFolder(process.argv[1], process.env);
if (folder !== undefined) process.chdir(folder);
await runCommand(() => generate(process.argv.slice(2)));
