import { parseDateTime } from "../date-time.js";
import { ApiError } from "../errors.js";
import { DEFAULT_PER_PAGE } from "../list-resource.js";
import { type Operation, type Parameters, splitParameters } from "../operation.js";
import { checkNames, COUNT } from "../values.js";
import { connect } from "./connect.js";
import type { Chunk, CommandDefinition, Output, Run } from "./context.js";
import { type Column, encodeItem, encodeTable, type Encoding, encodingFor, fitColumns } from "./formats.js";
import { CALL_OPTIONS, checkUsage, CREDENTIALS, flagOf, FORMAT_OPTIONS, UsageError } from "./options.js";
import type { Source } from "./sources.js";

/** Creates a command for an operation. A new parameter of the document becomes an option. */
export function operationCommand(
  name: string,
  operation: Operation,
  own: Parameters,
  examples: readonly string[],
  run: CommandDefinition["run"],
): CommandDefinition {
  const { summary, pagination } = operation;
  const { ids, filters } = splitParameters(operation);
  const paging = pagination && {
    [pagination.limit]: { ...COUNT, description: `Page size of the requests. Default: ${DEFAULT_PER_PAGE}.` },
    concurrency: {
      ...COUNT,
      description: "Pages to request at a time. Above 1, a changing list is not exact. Default: 1.",
    },
  };
  const options = {
    [pagination ? "Filters" : "Parameters"]: filters,
    Credentials: CREDENTIALS,
    Options: { ...own, ...paging, ...CALL_OPTIONS },
  };
  return { name, description: `${summary}.`, examples, arguments: ids, options, run };
}

/** Returns the values of the options that are query parameters of an operation. */
export function queryOf({ options }: Run, { parameters: { query = {} } }: Operation): object {
  return Object.fromEntries(Object.keys(query).map((name) => [name, options[name]]));
}

/** Creates a command that writes the rows of a source. */
export function rowsCommand(name: string, source: Source, examples: readonly string[]): CommandDefinition {
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
  return operationCommand(name, operation, own, examples, (run, output) => {
    run.hint = (error) => formatHint(error, run, source, output.file);
    return encodePages(run, encodingOf(source, run.options.columns, output), pagesOf(run, source), noun);
  });
}

/** Returns how many rows are written, and how to resume after an error. */
function formatHint(error: unknown, run: Run, { noun, operation }: Source, file?: string): string {
  const { count, resume } = run;
  const { limit = Infinity } = run.options;
  const { pageNo, retryAfterMs = 0 } = error instanceof ApiError ? error : { pageNo: resume.page };
  const written = `${count} ${noun} are written${file ? ` to ${file}` : ""}.`;
  if (typeof pageNo !== "number" || resume.count >= limit) return count ? written : "";
  const how = [
    retryAfterMs && `in ${Math.ceil(retryAfterMs / 1000)} s`,
    `with ${flagOf(operation.pagination?.page ?? "")} ${pageNo}`,
    limit !== Infinity && `--limit ${limit - resume.count}`,
    file && "and another --output",
  ].filter(Boolean);
  const rest = count - resume.count;
  const known = rest
    ? ` The first ${rest} ${noun} of that page are already written.`
    : pageNo === 1
      ? " If the API counts pages from 1, this page is already written."
      : "";
  return `${written} To resume, run the same command ${how.join(" ")}.${known}`;
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
