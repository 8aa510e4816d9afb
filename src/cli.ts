#!/usr/bin/env node
import { createWriteStream } from "node:fs";
import { Socket } from "node:net";
import type { Stream } from "./cli/context.js";
import { main } from "./cli/main.js";

const { argv, stdin, stderr } = process;
const standardOutput: Stream = process.stdout;
// Node's own stream to a file loses bytes if the disk is full. A WriteStream writes the rest, or fails.
const stdout =
  standardOutput instanceof Socket ? standardOutput : createWriteStream("", { fd: 1, autoClose: false });
const interrupt = new AbortController();
// A second Ctrl-C ends the process immediately.
process.once("SIGINT", () => {
  interrupt.abort();
});
process.exitCode = await main(argv.slice(2), { stdin, stdout, stderr, interrupted: interrupt.signal });
// An interrupted write to a pipe that nobody reads would keep the process alive. Otherwise, the pipe gets all output.
if (interrupt.signal.aborted) process.exit();
