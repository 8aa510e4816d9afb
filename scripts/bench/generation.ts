import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { markdownTable } from "../markdown-table.js";
import { bench, root } from "./run.js";
import { median, medianRatio } from "./statistics.js";

interface Figure {
  cpu: number;
  wall: number;
}

/** Runs a command and measures it in seconds. The shell adds up the CPU time of all child processes. */
async function measureCommand(command: readonly string[], cwd: string): Promise<Figure> {
  const start = performance.now();
  const args = ["-c", '"$@" >/dev/null 2>&1 || exit 1; times', "sh", ...command];
  const { stdout } = await promisify(execFile)("sh", args, { cwd });
  const wall = (performance.now() - start) / 1000;
  const spent = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  return {
    cpu: spent.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0),
    wall,
  };
}

const DOCUMENTS = [
  { name: "ours, 1 operation", file: join(root, "spec/openapi.yaml"), rounds: 5 },
  {
    name: "GitHub's, 1,223 operations",
    file: join(bench, "node_modules/@octokit/openapi/generated/api.github.com.json"),
    rounds: 3,
  },
];

/** A measured generator. */
interface Generator {
  name: string;
  command: (file: string) => string[];
}

function createGenerators(folder: string): Generator[] {
  const tsx = join(root, "node_modules/.bin/tsx");
  const peer = (name: string): string => join(bench, "node_modules/.bin", name);
  return [
    {
      name: "openapi-typescript alone: types",
      command: (file) => [peer("openapi-typescript"), file, "-o", join(folder, "types.ts")],
    },
    {
      name: "our generators, without the lint",
      command: (file) => [tsx, join(root, "scripts/bench/generate-unlinted.ts"), file],
    },
    {
      name: "our `generate`, with the lint",
      command: (file) => [
        tsx,
        join(root, "scripts/generate.ts"),
        ...["--spec", file, "--out", join(folder, "ours")],
      ],
    },
    {
      name: "@hey-api/openapi-ts, which lints nothing",
      command: (file) => [
        peer("openapi-ts"),
        ...["-i", file, "-o", join(folder, "hey-api-generated"), "--no-log-file"],
      ],
    },
  ];
}

/** Measures the generation from a small and a large document. */
export async function generation(folder: string): Promise<string> {
  const generators = createGenerators(folder);
  const rows = [["Document", "Generator", "CPU, s", "ratio", "wall, s"]];
  for (const { name: document, file, rounds } of DOCUMENTS) {
    const figures = generators.map((): Figure[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [index, { command }] of generators.entries())
        figures[index]?.push(await measureCommand(command(file), folder));
    const cpuTimes = (index: number): number[] => figures[index]?.map((figure) => figure.cpu) ?? [];
    for (const [index, { name }] of generators.entries())
      rows.push([
        document,
        name,
        median(cpuTimes(index)).toFixed(2),
        medianRatio(cpuTimes(index), cpuTimes(0)).toFixed(2),
        median(figures[index]?.map(({ wall }) => wall) ?? []).toFixed(2),
      ]);
  }
  return markdownTable(rows);
}
