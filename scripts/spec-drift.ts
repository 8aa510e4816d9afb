import * as endpoints from "../generated/operations.js";
import * as validators from "../generated/validators.js";
import { readText } from "./document/load-text.js";
import { findDrift } from "./drift/drift.js";
import { readRecordings } from "./drift/recordings.js";
import { runCommand, UsageError } from "./run-command.js";

const USAGE = `Usage: npm run spec:drift -- FILE

Compares recorded responses with spec/openapi.yaml. Prints the fields that differ, without their values.

FILE is a HAR file, as the developer tools of a browser export it, or has one JSON object per line:
  {"url": "https://…/sessions", "status": 200, "body": {…}}`;

function main(): number {
  const [file, ...otherFiles] = process.argv.slice(2);
  if (file === "--help" || file === "-h") {
    console.log(USAGE);
    return 0;
  }
  if (file === undefined || otherFiles.length)
    throw new UsageError(`Expected one file, got ${process.argv.length - 2}.\n\n${USAGE}`);
  const drift = findDrift(readRecordings(readText(file), file), endpoints, validators);
  if (!drift.length) {
    console.error(`${file} has no successful response of an operation in spec/openapi.yaml.`);
    return 1;
  }
  for (const { operation, responses, differences } of drift) {
    console.log(`${operation}: responses: ${responses}, kinds of differences: ${differences.length}`);
    for (const { field, message, count } of differences) console.log(`  ${count} x ${field} ${message}`);
  }
  return drift.some(({ differences }) => differences.length) ? 1 : 0;
}

await runCommand(main);
