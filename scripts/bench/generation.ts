import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../document/json.js";
import { markdownTable } from "../markdown-table.js";
import { root } from "../project-folder.js";
import { sliceOperations } from "./document-pairs.js";
import { sampleMemory } from "./process-memory.js";
import { bench } from "./run.js";
import { median, medianRatio } from "./statistics.js";

interface Figures {
  cpuSeconds: number;
  wallSeconds: number;
  megabytes: number;
}

interface Generator {
  name: string;
  command: (file: string) => string[];
}

/** A document that generators are measured with. */
interface Subject {
  name: string;
  file: string;
  rounds: number;
}

const GITHUB = join(bench, "node_modules/@octokit/openapi/generated/api.github.com.json");

/** The numbers of operations of the documents that are cut from GitHub's. */
const CUTS = [50, 200, 600];

/**
 * Measures the generation from documents of several sizes.
 *
 * @param folder - A folder for the documents and the output.
 * @returns A Markdown table.
 */
export async function measureGeneration(folder: string): Promise<string> {
  const generators = makeGenerators(folder);
  const rows = [
    ["Document", "Generator", "CPU, s", "CPU ratio", "wall, s", "wall ratio", "memory, MB", "memory ratio"],
  ];
  for (const subject of makeSubjects(folder)) rows.push(...(await compare(subject, generators, folder)));
  return markdownTable(rows);
}

function makeSubjects(folder: string): Subject[] {
  const github = JSON.parse(readFileSync(GITHUB, "utf8")) as JsonObject;
  const cuts = CUTS.map((operations): Subject => {
    const file = join(folder, `github-${operations}.json`);
    writeFileSync(file, JSON.stringify(sliceOperations(github, operations), null, 2));
    return { name: `GitHub's, ${operations} operations`, file, rounds: 5 };
  });
  return [
    { name: "ours, 8 operations", file: join(root, "spec/openapi.yaml"), rounds: 5 },
    ...cuts,
    { name: "GitHub's, all 1,223", file: GITHUB, rounds: 5 },
  ];
}

/** The generators. The ratios of CPU time are to the first one, those of wall time and memory to the last one. */
function makeGenerators(folder: string): Generator[] {
  const peer = (name: string): string => join(bench, "node_modules/.bin", name);
  // As `npm run generate` does.
  const script = (name: string): string[] => [
    ...[process.execPath, "--expose-gc", "--import", import.meta.resolve("tsx/esm")],
    join(root, "scripts", name),
  ];
  const unlinted = script("bench/generate-unlinted.ts");
  return [
    {
      name: "openapi-typescript: types",
      command: (file) => [peer("openapi-typescript"), file, "-o", join(folder, "types.ts")],
    },
    { name: "ours, rendered", command: (file) => [...unlinted, file] },
    {
      name: "ours, rendered and compiled",
      command: (file) => [...unlinted, file, join(folder, "unlinted")],
    },
    {
      name: "ours: `npm run generate`",
      command: (file) => [...script("generate.ts"), "--spec", file, "--out", join(folder, "ours")],
    },
    {
      name: "@hey-api/openapi-ts",
      command: (file) => [
        peer("openapi-ts"),
        ...["-i", file, "-o", join(folder, "hey-api-generated"), "--no-log-file"],
      ],
    },
  ];
}

async function compare(
  { name, file, rounds }: Subject,
  generators: readonly Generator[],
  folder: string,
): Promise<string[][]> {
  const figures = generators.map((): Figures[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, { command }] of generators.entries())
      figures[index]?.push(await measureCommand(command(file), folder));
  const column = (index: number, key: keyof Figures): number[] =>
    figures.at(index)?.map((figure) => figure[key]) ?? [];
  return generators.map((generator, index) => {
    const cell = (key: keyof Figures, digits: number): string => median(column(index, key)).toFixed(digits);
    const ratio = (key: keyof Figures, base: number): string =>
      medianRatio(column(index, key), column(base, key)).toFixed(2);
    return [
      ...[name, generator.name],
      ...[cell("cpuSeconds", 2), ratio("cpuSeconds", 0)],
      ...[cell("wallSeconds", 2), ratio("wallSeconds", -1)],
      ...[cell("megabytes", 0), ratio("megabytes", -1)],
    ];
  });
}

/** Runs a command and measures it. The shell adds up the CPU time of all child processes. */
async function measureCommand(command: readonly string[], cwd: string): Promise<Figures> {
  const start = performance.now();
  const args = ["-c", '"$@" >/dev/null 2>&1 || exit 1; times', "sh", ...command];
  const { stdout, megabytes } = await run(args, cwd);
  const wallSeconds = (performance.now() - start) / 1000;
  const spent = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const cpuSeconds = spent.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { cpuSeconds, wallSeconds, megabytes };
}

function run(args: string[], cwd: string): Promise<{ stdout: string; megabytes: number }> {
  return new Promise((resolve, reject) => {
    const child = execFile("sh", args, { cwd }, (error, stdout) => {
      const megabytes = finish();
      if (error)
        reject(
          new Error(`${args.slice(3).join(" ")} failed. Run it alone to see its output.`, { cause: error }),
        );
      else resolve({ stdout, megabytes });
    });
    const finish = sampleMemory(child.pid ?? 0);
  });
}
