import { ApiError } from "../errors.js";
import { DEFAULT_PER_PAGE } from "../list-resource.js";
import type { ListOptions, NextPage, PageInfo } from "../list-resource.js";
import { type Operation, type Parameters, splitParameters } from "../operation.js";
import { checkNames } from "../values.js";
import type { SessionsClient } from "../sessions.js";
import { connect, credentialOptions, MAX_RETRY_AFTER } from "./connect.js";
import type { Run } from "./context.js";
import { type Encoding, encodingFor } from "./formats.js";
import { checkUsage, countOption, flagOf, UsageError } from "./options.js";
import { FORMAT_OPTIONS, type Output, RowWriter, withOutput } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { type Column, encodeItem, encodeTable, fitColumns } from "./table.js";

type Page = Pick<PageInfo<unknown>, "total" | "pageNo"> & NextPage;

/** An operation that returns rows, with the columns of its output. */
export interface Source {
  operation: Operation;
  /** The name of the rows in a page. */
  noun: "sessions" | "participants";
  /** The fields of a row. */
  fields: Readonly<Record<string, Omit<Column<never>, "cell">>>;
  /** The default columns of a table. */
  table: readonly string[];
  /** Whether there is one row. Its table has a line for each field. */
  isSingle?: boolean;
  pages: (
    client: SessionsClient,
    ids: readonly string[],
    query: object,
    options: ListOptions,
  ) => AsyncIterable<Page>;
}

/** Describes a command by its operation. A new parameter of the document becomes an option. */
export function describe(
  operation: Operation,
  examples: readonly string[],
  own: Parameters,
): Omit<CommandDefinition, "name" | "run"> {
  const { summary, parameters, pagination } = operation;
  const { ids, filters } = splitParameters(operation);
  const { limit = "" } = pagination ?? {};
  const pageSize = countOption(`Page size of the requests. Default: ${DEFAULT_PER_PAGE}.`);
  const concurrency = countOption(
    "Pages to request at a time. Above 1, a changing list is not exact. Default: 1.",
  );
  return {
    description: `${summary}.`,
    examples,
    arguments: ids,
    options: {
      [pagination ? "Filters" : "Parameters"]: filters,
      Credentials: credentialOptions(parameters.path),
      Options: {
        ...own,
        ...(pagination && { [limit]: { ...parameters.query?.[limit], ...pageSize }, concurrency }),
        max_retry_after: MAX_RETRY_AFTER,
      },
    },
  };
}

/** Returns the query of a run. */
export function queryOf({ options }: Run, { parameters: { query = {} } }: Operation): object {
  return Object.fromEntries(Object.keys(query).map((name) => [name, options[name]]));
}

/** Creates a command that writes the rows of an operation. */
export function rowsCommand(name: string, source: Source, examples: readonly string[]): CommandDefinition {
  const { operation, noun, fields } = source;
  const { page } = operation.pagination ?? {};
  const first = { type: "integer", description: "Page number to start from. Default: the first page." };
  const own = {
    ...(page && {
      limit: countOption(`Maximum number of ${noun}. Default: all.`),
      [page]: { ...operation.parameters.query?.[page], ...first },
    }),
    columns: { description: `Fields, separated by commas: ${Object.keys(fields).join(", ")}.` },
    ...FORMAT_OPTIONS,
  };
  return {
    name,
    ...describe(operation, examples, own),
    run: (run) => withOutput(run, (output) => writeRows(run, source, output)),
  };
}

async function writeRows(run: Run, source: Source, output: Output): Promise<void> {
  const { operation, noun } = source;
  const writer = new RowWriter(output, encodingOf(source, run.options.columns, output), run);
  let whole = 0;
  let resumeFrom: number | null | undefined;
  run.hint = (error) => {
    const { pageNo, retryAfterMs = 0 } = error instanceof ApiError ? error : { pageNo: resumeFrom };
    const written = `${writer.count} ${noun} are written${output.file ? ` to ${output.file}` : ""}.`;
    if (typeof pageNo !== "number") return writer.count ? written : "";
    const { limit = Infinity } = run.options;
    if (whole >= limit) return written;
    const how = [
      retryAfterMs && `in ${Math.ceil(retryAfterMs / 1000)} s`,
      `with ${flagOf(operation.pagination?.page ?? "")} ${pageNo}`,
      limit !== Infinity && `--limit ${limit - whole}`,
      output.file && "and another --output",
    ].filter(Boolean);
    const rest = writer.count - whole;
    const known = rest
      ? ` The first ${rest} ${noun} of that page are already written.`
      : pageNo === 1
        ? " If the API counts pages from 1, this page is already written."
        : "";
    return `${written} To resume, run the same command ${how.join(" ")}.${known}`;
  };
  for await (const { rows, pageNo, nextPageNo } of pagesOf(run, source)) {
    resumeFrom = pageNo;
    await writer.write(rows);
    whole = writer.count;
    resumeFrom = nextPageNo;
  }
  await writer.end();
  if (!writer.count) run.progress.print(`No ${noun} match.\n`);
}

/** Reads the pages of rows up to the limit, and shows the progress. */
export async function* pagesOf(
  run: Run,
  { operation, noun, pages }: Source,
): AsyncGenerator<Page & { rows: readonly object[] }, void, undefined> {
  const { options, progress, signal, ids } = run;
  const { start_time: start = "", end_time: end = "", concurrency, limit = Infinity } = options;
  if (Date.parse(start) > Date.parse(end))
    throw new UsageError(`--start-time ${start} is after --end-time ${end}.`);
  const client = await connect(run);
  const found = checkUsage(() => pages(client, ids, queryOf(run, operation), { signal, concurrency }));
  progress.draw();
  let count = 0;
  for await (const page of found) {
    const all = (page as Page & Partial<Record<typeof noun, object[]>>)[noun] ?? [];
    const rows = all.slice(0, limit - count);
    count += rows.length;
    // The total is that of the whole list.
    const total = options[operation.pagination?.page ?? ""] === undefined ? (page.total ?? NaN) : NaN;
    progress.addPage(rows.length, Math.min(limit, total));
    yield { ...page, rows };
    if (count === limit) return;
    progress.draw();
  }
}

/** Returns the encoding of rows. `columns` are the names that the user chose, separated by commas. */
export function encodingOf(
  { fields, table, isSingle = false }: Pick<Source, "fields" | "table" | "isSingle">,
  columns: string | undefined,
  output: Omit<Output, "stream">,
): Encoding<object> {
  const known = Object.keys(fields);
  const chosen = columns?.split(",").map((name) => name.trim().toLowerCase());
  if (chosen?.includes("")) throw new UsageError("--columns must not have an empty name.");
  checkUsage(() => {
    checkNames("column", Object.fromEntries((chosen ?? []).map((name) => [name, name])), known);
  });
  const { format } = output;
  if (format !== "table") return encodingFor({ ...output, format }, known, chosen);
  const shown = (chosen ?? (isSingle ? known : table)).map((name): Column<object> => ({
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
  const time = new Date(typeof value === "string" ? value : NaN);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 16).replace("T", " ");
}
