// For the runtimes with a command line: Node, Deno and Bun.
import process from "node:process";
import { listAll } from "./consumer.js";

console.log(JSON.stringify(await listAll(JSON.parse(process.argv[2]))));
