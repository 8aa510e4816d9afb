import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandOutput, shellOutput } from "./command-output.js";
import { compareUpstream, type Difference } from "./gate/compare-upstream.js";
import { readCompleteDocument, type SpecDocument } from "./document/document.js";
import { fetchDocument, type FetchedDocument } from "./document/fetch-document.js";
import { findOperations } from "./gate/find-operation.js";
import { type Operation, readOperations } from "./generate/operations.js";
import { formatLocation } from "./problem.js";
import { runCommand, UsageError } from "./run-command.js";
import { parseOptions } from "./parse-options.js";
import { resolveFirstServer } from "./document/servers.js";
import { root } from "./project-folder.js";

const USAGE = `Usage: npm run spec:upstream -- FILE_OR_URL [options]

Compares spec/openapi.yaml with another OpenAPI document of the same API, in JSON or YAML. Lists what only theirs has,
what differs, and what only ours has. Exits with 1 if a difference breaks our callers.

  --operation "GET /path"   the operation to compare; may be repeated (default: all)
  --spec FILE               a document instead of spec/openapi.yaml
  --help                    print this help`;

/** The differences of one operation. */
export interface Comparison {
  operation: string;
  differences: Difference[];
}

/**
 * Compares the operations of a document with those of an upstream document.
 *
 * @param ours - Our document.
 * @param source - The path or URL of the upstream document.
 * @param only - The names of the compared operations, such as `GET /rooms`. All if it is empty.
 * @returns The differences of each operation.
 * @throws UsageError if our document does not have an operation.
 */
export async function compareWithUpstream(
  ours: SpecDocument,
  source: string,
  only: readonly string[],
): Promise<Comparison[]> {
  const operations = chooseOperations(readOperations(ours).operations, only);
  const theirs = await fetchDocument(source);
  return operations.map((operation) => ({
    operation: formatOperationName(operation),
    differences: compareOperation(ours, operation, theirs),
  }));
}

function compareOperation(ours: SpecDocument, operation: Operation, theirs: FetchedDocument): Difference[] {
  const { method, path, pagination } = operation;
  const base = resolveFirstServer(ours.root.servers) ?? "";
  const [ourOperation] = findOperations(ours.root, method, path, base);
  const candidates = findOperations(theirs.root, method, path, base);
  if (!ourOperation)
    throw new Error(`${formatOperationName(operation)} is not in the document that it was read from`);
  const [theirOperation, ...otherCandidates] = candidates;
  if (!theirOperation) return [createMissingOperation("theirs does not have it")];
  if (otherCandidates.length)
    return [
      createMissingOperation(
        `theirs has several candidates: ${candidates.map((candidate) => candidate.path).join(", ")}`,
      ),
    ];
  return compareUpstream(
    { document: ours, match: ourOperation },
    { document: theirs, match: theirOperation },
    pagination?.results,
  );
}

const createMissingOperation = (message: string): Difference => ({
  kind: "ours only",
  isBreaking: true,
  subject: "the operation",
  message,
});

function chooseOperations(operations: readonly Operation[], only: readonly string[]): readonly Operation[] {
  if (!only.length) return operations;
  return only.map((name) => {
    const operation = operations.find(
      (candidate) => formatOperationName(candidate) === name.trim().replace(/\s+/, " "),
    );
    if (operation) return operation;
    throw new UsageError(
      `Unknown operation ${JSON.stringify(name)}. The document has:\n  ${operations.map(formatOperationName).join("\n  ")}`,
    );
  });
}

const formatOperationName = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

/** Formats a comparison for a terminal. */
function formatComparison({ operation, differences }: Comparison): string {
  const groups: readonly [Difference["kind"], string][] = [
    ["theirs only", "Only in theirs"],
    ["differs", "Differs"],
    ["ours only", "Only in ours"],
  ];
  const lists = groups.flatMap(([kind, heading]) => {
    const lines = differences
      .filter((difference) => difference.kind === kind)
      .map(
        ({ isBreaking, subject, message, location }) =>
          `  ${isBreaking ? "breaking" : "note    "} ${subject}: ${message}${location ? ` (${formatLocation(location)})` : ""}`,
      );
    return lines.length ? [`${heading}:\n${lines.join("\n")}`] : [];
  });
  const breaking = differences.filter((difference) => difference.isBreaking).length;
  const total = differences.length
    ? `${differences.length} ${differences.length === 1 ? "difference" : "differences"}, ${breaking} breaking.`
    : "No difference.";
  return [operation, ...lists, total].join("\n\n");
}

/**
 * Runs `npm run spec:upstream`.
 *
 * @param args - The arguments of the command line.
 * @param output - The output of the command.
 * @returns The exit code: 1 if a difference is breaking.
 * @throws UsageError if an argument is invalid.
 */
export async function main(args: readonly string[], { print }: CommandOutput): Promise<number> {
  const { help, source, spec, operation } = readArguments(args);
  if (help) {
    print(USAGE);
    return 0;
  }
  if (source === undefined) throw new UsageError(`Missing document: pass a file or a URL.\n\n${USAGE}`);
  const ours = await readCompleteDocument(spec ?? relative(process.cwd(), join(root, "spec/openapi.yaml")));
  const comparisons = await compareWithUpstream(ours, source, operation);
  print(comparisons.map(formatComparison).join("\n\n"));
  return comparisons.some(({ differences }) => differences.some((difference) => difference.isBreaking))
    ? 1
    : 0;
}

function readArguments(args: readonly string[]): {
  help: boolean;
  source: string | undefined;
  spec: string | undefined;
  operation: string[];
} {
  const options = {
    operation: { type: "string", multiple: true, default: [] as string[] },
    spec: { type: "string" },
    help: { type: "boolean", default: false },
  } as const;
  const { values, positionals } = parseOptions({ args: [...args], allowPositionals: true, options }, USAGE);
  if (positionals.length > 1)
    throw new UsageError(`Expected one document, got ${positionals.length}.\n\n${USAGE}`);
  return { help: values.help, source: positionals[0], spec: values.spec, operation: values.operation };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() => main(process.argv.slice(2), shellOutput));
