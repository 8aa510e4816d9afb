import { execFile } from "node:child_process";
import { join } from "node:path";
import { bench } from "../bench/run.js";
import { root } from "../project-folder.js";

/** The outcome of a generator. */
export interface Outcome {
  passed: boolean;
  seconds: number;
  /** The operations that are generated, and those that are left out; 0 for the other generators, which count none. */
  operations: number;
  leftOut: number;
}

/**
 * Runs our generator and the others on a document, one after the other.
 *
 * @param document - The path of the document.
 * @param folder - The folder for the output.
 * @returns The outcome of each generator.
 */
export async function runGenerators(
  document: string,
  folder: string,
): Promise<{ ours: Outcome; peers: Outcome[] }> {
  const locatePeer = (name: string): string => join(bench, "node_modules/.bin", name);
  const ours = await runGenerator(join(root, "node_modules/.bin/tsx"), [
    join(root, "scripts/generate.ts"),
    ...["--spec", document, "--out", join(folder, "ours")],
  ]);
  const types = await runGenerator(locatePeer("openapi-typescript"), [
    document,
    "-o",
    join(folder, "types.ts"),
  ]);
  const heyApi = await runGenerator(locatePeer("openapi-ts"), [
    ...["-i", document, "-o", join(folder, "hey-api"), "--no-log-file"],
  ]);
  return { ours, peers: [types, heyApi] };
}

function runGenerator(command: string, args: readonly string[]): Promise<Outcome> {
  const start = performance.now();
  return new Promise((resolve) => {
    execFile(command, args, { cwd: bench, maxBuffer: 2 ** 28 }, (error, stdout) => {
      resolve({
        passed: error === null,
        seconds: (performance.now() - start) / 1000,
        ...readSummary(stdout),
      });
    });
  });
}

/** Reads the summary line of `npm run generate`. */
export function readSummary(stdout: string): Pick<Outcome, "operations" | "leftOut"> {
  const [, operations = "0", leftOut = "0"] =
    /^([\d,]+) operations?, [\d,]+ schemas?, ([\d,]+) operations? left out, /m.exec(stdout) ?? [];
  return { operations: toNumber(operations), leftOut: toNumber(leftOut) };
}

const toNumber = (text: string): number => Number(text.replaceAll(",", ""));
