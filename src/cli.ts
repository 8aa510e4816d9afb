#!/usr/bin/env node
import { run } from "./cli/run.js";

const { argv, stdin, stdout, stderr, env } = process;
const interrupt = new AbortController();
// Once: a second Ctrl-C ends the process as it would without us.
process.once("SIGINT", () => {
  interrupt.abort();
});
// No process.exit, which would cut off what is not written yet.
process.exitCode = await run(argv.slice(2), { stdin, stdout, stderr, env, interrupted: interrupt.signal });
