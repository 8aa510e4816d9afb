#!/usr/bin/env node
import { createWriteStream } from "node:fs";
import { Socket } from "node:net";
import type { Terminal } from "./cli/context.js";
import { main } from "./cli/main.js";

const { argv, stdin, stderr, env } = process;
const standardOutput: Terminal = process.stdout;
// For a file, Node's own stream drops what a full disk did not take. A WriteStream writes on, or fails.
const stdout =
  standardOutput instanceof Socket ? standardOutput : createWriteStream("", { fd: 1, autoClose: false });
const interrupt = new AbortController();
// Once: a second Ctrl-C ends the process at once.
process.once("SIGINT", () => {
  interrupt.abort();
});
// process.exit would cut off output that is still in a pipe.
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, env, interrupted: interrupt.signal });
