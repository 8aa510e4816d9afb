import { generate } from "./generate/command.js";
import { runCommand } from "./problem.js";

await runCommand(() => generate(process.argv.slice(2)));
