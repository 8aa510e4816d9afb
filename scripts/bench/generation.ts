import { join } from "node:path";
import { renderMarkdownTable } from "../markdown-table.js";
import { root } from "../project-folder.js";
import { type Figures, measureCommand } from "./measure-command.js";
import { bench } from "./run.js";
import { computeMedian, computeMedianRatio } from "./statistics.js";
import { type Subject, writeSubjects } from "./subjects.js";

interface Generator {
  name: string;
  command: (file: string) => string[];
}

/**
 * Measures the generation from documents of several sizes.
 *
 * @param folder - A folder for the documents and the output.
 * @returns A Markdown table.
 */
export async function measureGeneration(folder: string): Promise<string> {
  const generators = createGenerators(folder);
  const rows = [
    ["Document", "Generator", "CPU, s", "CPU ratio", "wall, s", "wall ratio", "memory, MB", "memory ratio"],
  ];
  for (const subject of writeSubjects(folder))
    rows.push(...(await compareGenerators(subject, generators, folder)));
  return renderMarkdownTable(rows);
}

/** Creates the generators. The first one is the baseline of CPU time, the last one that of wall time and memory. */
function createGenerators(folder: string): Generator[] {
  const locatePeer = (name: string): string => join(bench, "node_modules/.bin", name);
  // As `npm run generate` does.
  const createCommand = (name: string): string[] => [
    ...[process.execPath, "--expose-gc", "--import", import.meta.resolve("tsx/esm")],
    join(root, "scripts", name),
  ];
  const unlintedCommand = createCommand("bench/generate-unlinted.ts");
  return [
    {
      name: "openapi-typescript: types",
      command: (file) => [locatePeer("openapi-typescript"), file, "-o", join(folder, "types.ts")],
    },
    { name: "ours, rendered", command: (file) => [...unlintedCommand, file] },
    {
      name: "ours, rendered and compiled",
      command: (file) => [...unlintedCommand, file, join(folder, "unlinted")],
    },
    {
      name: "ours: `npm run generate`",
      command: (file) => [...createCommand("generate.ts"), "--spec", file, "--out", join(folder, "ours")],
    },
    {
      name: "@hey-api/openapi-ts",
      command: (file) => [
        locatePeer("openapi-ts"),
        ...["-i", file, "-o", join(folder, "hey-api-generated"), "--no-log-file"],
      ],
    },
  ];
}

async function compareGenerators(
  { name, file, rounds }: Subject,
  generators: readonly Generator[],
  folder: string,
): Promise<string[][]> {
  const figures = generators.map((): Figures[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, { command }] of generators.entries())
      figures[index]?.push(await measureCommand(command(file), folder));
  const readColumn = (index: number, key: keyof Figures): number[] =>
    figures.at(index)?.map((figure) => figure[key]) ?? [];
  return generators.map((generator, index) => {
    const formatCell = (key: keyof Figures, digits: number): string =>
      computeMedian(readColumn(index, key)).toFixed(digits);
    const formatRatio = (key: keyof Figures, baselineIndex: number): string =>
      computeMedianRatio(readColumn(index, key), readColumn(baselineIndex, key)).toFixed(2);
    return [
      ...[name, generator.name],
      ...[formatCell("cpuSeconds", 2), formatRatio("cpuSeconds", 0)],
      ...[formatCell("wallSeconds", 2), formatRatio("wallSeconds", -1)],
      ...[formatCell("megabytes", 0), formatRatio("megabytes", -1)],
    ];
  });
}
