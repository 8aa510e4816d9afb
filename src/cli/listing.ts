import { ApiError } from "../errors.js";
import { checkNames } from "../options.js";
import { DEFAULT_PER_PAGE } from "../listing.js";
import type { SessionsClient } from "../sessions.js";
import { connect, credentialOptions } from "./connect.js";
import type { Run } from "./context.js";
import { type Encoding, encodingFor, FORMATS } from "./formats.js";
import { checkUsage, flagOf, type Parameters, UsageError } from "./options.js";
import { createRowWriter, type Output, withOutput } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { type Column, encodeTable, fitColumns } from "./table.js";

/** The path parameters that are options. */
const APP_IDS = ["account_id", "app_id"];

const OUTPUT_OPTIONS: Parameters = {
  concurrency: {
    type: "integer",
    minimum: 1,
    description: "Pages to request at a time. Default: 1, which is exact while the list changes.",
  },
  format: {
    enum: FORMATS,
    description:
      "Output format. Default: the ending of --output; else table on a terminal, ndjson elsewhere.",
  },
  json: { type: "boolean", description: "Short for --format json." },
  bom: { type: "boolean", description: "Begin CSV with a byte order mark, for Excel." },
  output: { format: "file", description: "File to write. It gets this name when it is complete." },
  force: { type: "boolean", description: "Replace the file of --output." },
};

/** One page, as far as commands need it. */
export interface Page<Row> {
  rows: readonly Row[];
  pageNo: number | undefined;
  nextPageNo: number | undefined;
  /** How many rows come after this page; NaN where unknown. */
  remaining: number;
}

/** A generated operation that returns pages, and what the command line adds to it. */
export interface Listing<Row> {
  endpoint: {
    readonly query: Parameters;
    readonly pagination: { readonly page: string; readonly limit: string };
  };
  /** What the document says about the endpoint. */
  operation: { readonly parameters: Readonly<Record<"path" | "query", Parameters>> };
  /** What the rows are called. */
  noun: string;
  /** The fields of a row. */
  fields: Readonly<Record<string, Omit<Column<Row>, "cell">>>;
  /** The fields that a table has by default. */
  table: readonly string[];
  pages: (
    client: SessionsClient,
    ids: readonly string[],
    query: object,
    options: { signal: AbortSignal; concurrency: number | undefined },
  ) => AsyncIterable<Page<Row>>;
}

/** Returns the options of a command that reads a listing: a parameter that the document gains becomes a filter. */
export function listingOptions<Row>(
  { endpoint, operation, noun }: Listing<Row>,
  own: (page: Parameters) => Parameters,
): CommandDefinition["options"] {
  const { page, limit } = endpoint.pagination;
  const parameters = Object.entries(operation.parameters.query).map(
    ([name, prose]) => [name, { ...prose, ...endpoint.query[name] }] as const,
  );
  const { [page]: pageNo, [limit]: pageSize } = Object.fromEntries(parameters);
  return {
    Filters: Object.fromEntries(parameters.filter(([name]) => name !== page && name !== limit)),
    Credentials: credentialOptions(operation.parameters.path),
    Options: {
      ...own({ [page]: { ...pageNo, description: "Page number to start from. Default: the first page." } }),
      [limit]: { ...pageSize, description: `Number of ${noun} per request. Default: ${DEFAULT_PER_PAGE}.` },
      ...OUTPUT_OPTIONS,
    },
  };
}

/** Makes a command that writes the rows of a listing. */
export function listCommand<Row>(
  listing: Listing<Row>,
  texts: Pick<CommandDefinition, "name" | "description" | "examples">,
): CommandDefinition {
  const ids = Object.entries(listing.operation.parameters.path).filter(([name]) => !APP_IDS.includes(name));
  return {
    ...texts,
    arguments: Object.fromEntries(ids),
    options: listingOptions(listing, (page) => ({
      limit: { type: "integer", minimum: 1, description: `Maximum number of ${listing.noun}. Default: all.` },
      columns: {
        description: `Fields to write, separated by commas: ${Object.keys(listing.fields).join(", ")}.`,
      },
      ...page,
    })),
    run: (run) => withOutput(run, (output) => writeRows(run, listing, output)),
  };
}

async function writeRows<Row>(run: Run, listing: Listing<Row>, output: Output): Promise<void> {
  const writer = createRowWriter(output, encodingOf(listing, run.options.columns, output), run);
  const position: Position = { whole: 0, pageNo: undefined };
  run.hint = (error) => resumeHint(error, position, writer.count(), listing, run, output);
  for await (const { rows, pageNo, nextPageNo } of pagesOf(run, listing)) {
    position.pageNo = pageNo;
    await writer.write(rows);
    Object.assign(position, { whole: writer.count(), pageNo: nextPageNo });
  }
  await writer.end();
  if (!writer.count()) run.context.stderr.write(`No ${listing.noun} match.\n`);
}

/** Reads the pages of a listing up to the limit, and shows the progress. */
export async function* pagesOf<Row>(
  run: Run,
  listing: Listing<Row>,
): AsyncGenerator<Page<Row>, void, undefined> {
  const { options, progress, signal } = run;
  const names = Object.keys(listing.endpoint.query);
  const query = Object.fromEntries(names.map((name) => [name, options[name]]));
  const [start, end] = [String(options.start_time), String(options.end_time)];
  if (Date.parse(start) > Date.parse(end))
    throw new UsageError(`--start-time ${start} is after --end-time ${end}.`);
  const client = await connect(run);
  const pages = checkUsage(() =>
    listing.pages(client, run.ids, query, { signal, concurrency: options.concurrency }),
  );
  progress.draw();
  let left = options.limit ?? Infinity;
  for await (const page of pages) {
    const rows = page.rows.slice(0, left);
    left -= rows.length;
    progress.addPage(rows.length, Math.min(left, page.remaining));
    yield { ...page, rows };
    if (!left) return;
    progress.draw();
  }
}

/** Returns how rows become text: `columns` are those that the user chose, separated by commas. */
export function encodingOf<Row>(
  { fields, table }: Listing<Row>,
  columns: string | undefined,
  output: Omit<Output, "stream">,
): Encoding<Row> {
  const chosen = columns?.split(",").map((name) => name.trim().toLowerCase());
  const known = Object.keys(fields);
  checkUsage(() => {
    checkNames("column", Object.fromEntries((chosen ?? []).map((name) => [name, name])), known);
  });
  const { format } = output;
  if (format !== "table") return encodingFor({ ...output, format }, known, chosen);
  const shown = (chosen ?? table).map((name): Column<Row> => ({
    title: name,
    ...fields[name],
    cell: (row) => cellOf(name, row[name as keyof Row]),
  }));
  return encodeTable(chosen ? shown : fitColumns(shown, output.width), output);
}

/** A time in UTC to the minute, and anything else as it is. */
function cellOf(name: string, value: unknown): unknown {
  if (!name.endsWith("_at")) return value;
  const time = new Date(typeof value === "string" ? value : NaN);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 16).replace("T", " ");
}

/** How far a listing is. */
interface Position {
  /** How many rows are on pages that are written whole. */
  whole: number;
  /** The page to resume from; undefined where only a new start is right. */
  pageNo: number | undefined;
}

/** Returns how to resume a listing after an error. */
function resumeHint<Row>(
  error: unknown,
  { whole, pageNo }: Position,
  count: number,
  { noun, endpoint }: Listing<Row>,
  { options: { limit } }: Run,
  { file }: Output,
): string {
  const failure = error instanceof ApiError ? error : undefined;
  const resumeFrom = failure ? failure.pageNo : pageNo;
  const written =
    count || resumeFrom !== undefined ? `${count} ${noun} are written${file ? ` to ${file}` : ""}.` : "";
  if (resumeFrom === undefined) return written;
  const wait = failure?.retryAfter ? ` in ${Math.ceil(failure.retryAfter / 1000)} s` : "";
  const rest = count > whole ? ` The first ${count - whole} ${noun} of that page are already written.` : "";
  const left = limit === undefined ? "" : ` --limit ${limit - whole}`;
  const other = file ? " and another --output" : "";
  return `${written} To resume, run the same command${wait} with ${flagOf(endpoint.pagination.page)} ${resumeFrom}${left}${other}.${rest}`;
}
