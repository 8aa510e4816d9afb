import { ApiError } from "../errors.js";
import { DEFAULT_PER_PAGE } from "../list-arguments.js";
import { checkNames } from "../options.js";
import type { ListOptions } from "../list-resource.js";
import type { SessionsClient } from "../sessions.js";
import { connect, credentialOptions } from "./connect.js";
import type { Run } from "./context.js";
import { type Encoding, encodingFor, FORMATS } from "./formats.js";
import { checkUsage, countOption, flagOf, type Parameters, UsageError } from "./options.js";
import { type Output, RowWriter, withOutput } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { type Column, encodeTable, fitColumns } from "./table.js";

/** The options of a command that writes rows. */
export const FORMAT_OPTIONS: Parameters = {
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

/** A page of any list: its rows have the name of the list. */
interface Page {
  total: number | undefined;
  pageNo: number | undefined;
  nextPageNo: number | null;
}

/** A generated endpoint that returns pages, and what the command line adds to it. */
export interface Listing {
  endpoint: {
    readonly query: Parameters;
    readonly pagination: { page: string; limit: string; results: readonly string[] };
  };
  /** What the document says about the endpoint. */
  operation: { readonly parameters: Readonly<Record<"path" | "query", Parameters>> };
  /** The fields of a row. */
  fields: Readonly<Record<string, Omit<Column<never>, "cell">>>;
  /** The fields that a table has by default. */
  table: readonly string[];
  resource: (
    client: SessionsClient,
    ids: readonly string[],
  ) => { pages: (query: object, options: ListOptions) => AsyncIterable<Page> };
}

/** Returns the options of a command that reads a listing: a parameter that the document gains becomes a filter. */
export function listingOptions(
  { endpoint, operation }: Listing,
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
      [limit]: { ...pageSize, description: `Page size of the requests. Default: ${DEFAULT_PER_PAGE}.` },
      concurrency: countOption(
        "Pages to request at a time. Default: 1, which is exact while the list changes.",
      ),
      ...FORMAT_OPTIONS,
    },
  };
}

/** Makes a command that writes the rows of a listing. */
export function listCommand(
  listing: Listing,
  texts: Pick<CommandDefinition, "name" | "description" | "examples">,
): CommandDefinition {
  const ids = Object.entries(listing.operation.parameters.path).filter(
    ([name]) => !/^(account|app)_id$/.test(name),
  );
  return {
    ...texts,
    arguments: Object.fromEntries(ids),
    options: listingOptions(listing, (page) => ({
      limit: countOption(`Maximum number of ${nounOf(listing)}. Default: all.`),
      columns: { description: `Fields, separated by commas: ${Object.keys(listing.fields).join(", ")}.` },
      ...page,
    })),
    run: (run) => withOutput(run, (output) => writeRows(run, listing, output)),
  };
}

async function writeRows(run: Run, listing: Listing, output: Output): Promise<void> {
  const writer = new RowWriter(output, encodingOf(listing, run.options.columns, output), run);
  const noun = nounOf(listing);
  let whole = 0;
  let resumeFrom: number | null | undefined;
  run.hint = (error) => {
    const { pageNo, retryAfter = 0 } = error instanceof ApiError ? error : { pageNo: resumeFrom };
    const to = output.file ? ` to ${output.file}` : "";
    if (typeof pageNo !== "number") return writer.count ? `${writer.count} ${noun} are written${to}.` : "";
    const rest = writer.count - whole;
    const { limit } = run.options;
    return (
      [
        `${writer.count} ${noun} are written${to}. To resume, run the same command`,
        retryAfter && `in ${Math.ceil(retryAfter / 1000)} s`,
        `with ${flagOf(listing.endpoint.pagination.page)} ${pageNo}`,
        limit !== undefined && `--limit ${limit - whole}`,
        output.file && "and another --output",
      ]
        .filter(Boolean)
        .join(" ") + (rest ? `. The first ${rest} ${noun} of that page are already written.` : ".")
    );
  };
  for await (const { rows, pageNo, nextPageNo } of pagesOf(run, listing)) {
    resumeFrom = pageNo;
    await writer.write(rows);
    whole = writer.count;
    resumeFrom = nextPageNo;
  }
  await writer.end();
  if (!writer.count) run.context.stderr.write(`No ${noun} match.\n`);
}

/** Reads the pages of a listing up to the limit, and shows the progress. */
export async function* pagesOf(
  run: Run,
  listing: Listing,
): AsyncGenerator<Page & { rows: readonly object[] }, void, undefined> {
  const { options, progress, signal } = run;
  const { endpoint, resource } = listing;
  const { start_time: start = "", end_time: end = "", concurrency, limit = Infinity } = options;
  if (Date.parse(start) > Date.parse(end))
    throw new UsageError(`--start-time ${start} is after --end-time ${end}.`);
  const query = Object.fromEntries(Object.keys(endpoint.query).map((name) => [name, options[name]]));
  const { pages } = resource(await connect(run), run.ids);
  const found = checkUsage(() => pages(query, { signal, concurrency }));
  progress.draw();
  let count = 0;
  for await (const page of found) {
    const rows =
      (page as unknown as Record<string, object[]>)[nounOf(listing)]?.slice(0, limit - count) ?? [];
    count += rows.length;
    // The total is that of the whole list.
    const total = options[endpoint.pagination.page] === undefined ? (page.total ?? NaN) : NaN;
    progress.addPage(rows.length, Math.min(limit, total));
    yield { ...page, rows };
    if (count === limit) return;
    progress.draw();
  }
}

/** What the rows of a listing are called, such as sessions. */
function nounOf({ endpoint }: Listing): string {
  return endpoint.pagination.results.at(-1) ?? "rows";
}

/** Returns how rows become text: `columns` are those that the user chose, separated by commas. */
export function encodingOf(
  { fields, table }: Listing,
  columns: string | undefined,
  output: Omit<Output, "stream">,
): Encoding<object> {
  const known = Object.keys(fields);
  const chosen = columns?.split(",").map((name) => name.trim().toLowerCase());
  checkUsage(() => {
    checkNames("column", Object.fromEntries((chosen ?? []).map((name) => [name, name])), known);
  });
  const { format } = output;
  if (format !== "table") return encodingFor({ ...output, format }, known, chosen);
  const shown = (chosen ?? table).map((name): Column<object> => ({
    title: name,
    ...fields[name],
    cell: (row) => cellOf(name, Reflect.get(row, name)),
  }));
  return encodeTable(chosen ? shown : fitColumns(shown, output.width), output);
}

/** A time in UTC to the minute, a number to one decimal, and anything else as it is. */
function cellOf(name: string, value: unknown): unknown {
  if (!name.endsWith("_at")) return typeof value === "number" ? Math.round(value * 10) / 10 : value;
  const time = new Date(typeof value === "string" ? value : NaN);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 16).replace("T", " ");
}
