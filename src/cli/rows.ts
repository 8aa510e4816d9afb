import { parseDateTime } from "../date-time.js";
import { checkNames, COUNT } from "../values.js";
import { connect } from "./connect.js";
import type { Chunk, CommandDefinition, Output, Run } from "./context.js";
import { type Encoding, encodingFor } from "./formats.js";
import { createOperationCommand, queryOf } from "./operation-command.js";
import { FORMAT_OPTIONS } from "./options.js";
import { formatResumeHint } from "./resume-hint.js";
import type { Source } from "./sources.js";
import { type Column, encodeItem, encodeTable, fitColumns } from "./table.js";
import { checkUsage, UsageError } from "./usage-error.js";

/** Creates a command that writes the rows of a source. */
export function createRowsCommand(
  name: string,
  source: Source,
  examples: readonly string[],
): CommandDefinition {
  const { operation, noun, fields } = source;
  const { page } = operation.pagination ?? {};
  const own = {
    ...(page && {
      limit: { ...COUNT, description: `Maximum number of ${noun}. Default: all.` },
      [page]: { type: "integer", minimum: 0, description: "Page number to start from. Default: the first." },
    }),
    columns: { description: `Fields, separated by commas: ${Object.keys(fields).join(", ")}.` },
    ...FORMAT_OPTIONS,
  };
  return createOperationCommand(name, operation, own, examples, (run, output) => {
    run.hint = (error) => formatResumeHint(error, run, source, output.file);
    return encodePages(run, encodingOf(source, run.options.columns, output), pagesOf(run, source), noun);
  });
}

/** Reads the pages of rows up to the limit, and shows the progress. */
export async function* pagesOf(run: Run, { operation, noun, pages }: Source): AsyncIterable<object[]> {
  const { options, progress, signal, ids } = run;
  const { start_time: start = "", end_time: end = "", concurrency } = options;
  const { limit = operation.pagination ? Infinity : 1 } = options;
  if (Date.parse(start) > Date.parse(end))
    throw new UsageError(`The start of the time range, ${start}, must not be after its end, ${end}.`);
  const client = await connect(run);
  progress.draw();
  // The total is that of the whole list.
  const isWhole = options[operation.pagination?.page ?? ""] === undefined;
  let count = 0;
  for await (const page of pages(client, ids[0] ?? "", queryOf(run, operation), { signal, concurrency })) {
    const rows = (page[noun] ?? []).slice(0, limit - count);
    count += rows.length;
    progress.addPage(rows.length, Math.min(limit, isWhole ? (page.total ?? NaN) : NaN));
    run.resume.page = page.pageNo;
    yield rows;
    run.resume = { page: page.nextPageNo, count: run.count };
    if (count === limit) return;
    progress.draw();
  }
}

/** Formats the rows of pages. The rows of a page are written together. */
export async function* encodePages<Row>(
  run: Run,
  { head, encode, tail }: Encoding<Row>,
  pages: AsyncIterable<Row[]> | Iterable<Row[]>,
  noun: string,
): AsyncIterable<Chunk> {
  const encodeAt = (row: Row, index: number): string => (index ? "" : head) + encode(row, index);
  for await (const rows of pages) yield rows.map((row, at) => encodeAt(row, run.count + at));
  yield (run.count ? "" : head) + tail;
  if (!run.count) run.progress.print(`No ${noun} match.\n`);
}

/** Returns the encoding of rows. `columns` are the names that the user chose, separated by commas. */
export function encodingOf(
  { operation, fields, table }: Source,
  columns: string | undefined,
  output: Output,
): Encoding<object> {
  const isSingle = !operation.pagination;
  const known = Object.keys(fields);
  const chosen = columns?.split(",").map((name) => name.trim().toLowerCase());
  if (chosen?.includes("")) throw new UsageError("--columns must not have an empty name.");
  checkUsage(() => {
    checkNames("column", Object.fromEntries((chosen ?? []).map((name) => [name, true])), known);
  });
  if (output.format !== "table") return encodingFor(output, known, chosen);
  const names = chosen ?? (isSingle ? known : table.split(","));
  const shown = names.map((name): Column<object> => ({
    title: name,
    ...fields[name],
    cell: (row) => cellOf(name, Reflect.get(row, name)),
  }));
  if (isSingle && !chosen) return encodeItem(shown, output);
  return encodeTable(chosen ? shown : fitColumns(shown, output.width), output);
}

/** Formats a time in UTC to the minute. Other values are unchanged. */
function cellOf(name: string, value: unknown): unknown {
  if (!name.endsWith("_at")) return value;
  const time = parseDateTime(value);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 16).replace("T", " ");
}
