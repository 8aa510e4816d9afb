import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type CommandOutput, shellOutput } from "./command-output.js";
import { compareUpstream, type Difference } from "./gate/compare-upstream.js";
import { readCompleteDocument, type SpecDocument } from "./document/document.js";
import { type FetchedDocument, fetchDocument } from "./document/fetch-document.js";
import { findOperations } from "./gate/find-operation.js";
import { type Operation, readOperations } from "./generate/operations.js";
import { formatLocation, runCommand, UsageError } from "./problem.js";
import { resolveFirstServer } from "./document/servers.js";
import { root } from "./project-folder.js";

const USAGE = `Usage: npm run spec:upstream -- FILE_OR_URL [options]

Compares spec/openapi.yaml with another OpenAPI description of the same API, in JSON or YAML. Lists what only theirs has,
what differs, and what only ours has. Exits with 1 if a difference breaks our callers.

  --operation "GET /path"   the operation to compare; may be repeated (default: all)
  --spec FILE               a document instead of spec/openapi.yaml
  --help                    print this help`;

/** The differences of one operation. */
export interface Comparison {
  operation: string;
  differences: Difference[];
}

/** Compares the operations of a document with those of another. */
export async function compareWith(
  ours: SpecDocument,
  source: string,
  only: readonly string[],
): Promise<Comparison[]> {
  const operations = choose(readOperations(ours).operations, only);
  const theirs = await fetchDocument(source);
  return operations.map((operation) => ({
    operation: formatName(operation),
    differences: compareOperation(ours, operation, theirs),
  }));
}

function compareOperation(ours: SpecDocument, operation: Operation, theirs: FetchedDocument): Difference[] {
  const { method, path, pagination } = operation;
  const base = resolveFirstServer(ours.root.servers) ?? "";
  const [mine] = findOperations(ours.root, method, path, base);
  const found = findOperations(theirs.root, method, path, base);
  if (!mine) throw new Error(`${formatName(operation)} is not in the document that it was read from`);
  const [match, ...others] = found;
  if (!match) return [createMissing("theirs does not have it")];
  if (others.length)
    return [createMissing(`theirs has several candidates: ${found.map((each) => each.path).join(", ")}`)];
  return compareUpstream(
    { document: ours, match: mine },
    { document: theirs, match: match },
    pagination?.results,
  );
}

const createMissing = (message: string): Difference => ({
  kind: "ours only",
  isBreaking: true,
  subject: "the operation",
  message,
});

function choose(operations: readonly Operation[], only: readonly string[]): readonly Operation[] {
  if (!only.length) return operations;
  return only.map((name) => {
    const found = operations.find((each) => formatName(each) === name.trim().replace(/\s+/, " "));
    if (found) return found;
    throw new UsageError(
      `Unknown operation ${JSON.stringify(name)}. The document has:\n  ${operations.map(formatName).join("\n  ")}`,
    );
  });
}

const formatName = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path}`;

/** Formats a comparison for a terminal. */
export function formatComparison({ operation, differences }: Comparison): string {
  const groups: readonly [Difference["kind"], string][] = [
    ["theirs only", "Only in theirs"],
    ["differs", "Differs"],
    ["ours only", "Only in ours"],
  ];
  const lists = groups.flatMap(([kind, heading]) => {
    const lines = differences
      .filter((each) => each.kind === kind)
      .map(
        ({ isBreaking, subject, message, location }) =>
          `  ${isBreaking ? "breaking" : "note    "} ${subject}: ${message}${location ? ` (${formatLocation(location)})` : ""}`,
      );
    return lines.length ? [`${heading}:\n${lines.join("\n")}`] : [];
  });
  const breaking = differences.filter((each) => each.isBreaking).length;
  const total = differences.length
    ? `${differences.length} ${differences.length === 1 ? "difference" : "differences"}, ${breaking} breaking.`
    : "No difference.";
  return [operation, ...lists, total].join("\n\n");
}

/** Runs the command, and resolves to its exit code. */
export async function main(args: readonly string[], { print }: CommandOutput): Promise<number> {
  const { help, source, spec, operation } = readArguments(args);
  if (help) {
    print(USAGE);
    return 0;
  }
  if (source === undefined) throw new UsageError(`Missing document: pass a file or a URL.\n\n${USAGE}`);
  const ours = await readCompleteDocument(spec ?? relative(process.cwd(), join(root, "spec/openapi.yaml")));
  const comparisons = await compareWith(ours, source, operation);
  print(comparisons.map(formatComparison).join("\n\n"));
  return comparisons.some(({ differences }) => differences.some((each) => each.isBreaking)) ? 1 : 0;
}

function readArguments(args: readonly string[]): {
  help: boolean;
  source: string | undefined;
  spec: string | undefined;
  operation: string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        operation: { type: "string", multiple: true, default: [] },
        spec: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (positionals.length > 1) throw new Error(`Expected one document, got ${positionals.length}.`);
    return { help: values.help, source: positionals[0], spec: values.spec, operation: values.operation };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() => main(process.argv.slice(2), shellOutput));
