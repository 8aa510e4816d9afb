import { ApiError } from "../errors.js";
import type { ListOptions, NextPage, PageInfo } from "../list-resource.js";
import { COUNT } from "../values.js";
import type { Chunks, CommandDefinition, Run } from "./context.js";
import { createEncoding, type Encoding } from "./formats.js";
import { createOption, createPagingOptions, createParameterOption, FORMAT_OPTIONS } from "./options.js";
import { createColumn, createTable, formatItem } from "./table.js";

type Noun = "sessions" | "participants";
type Page = Partial<Record<Noun, object[]> & PageInfo<unknown> & NextPage>;

/** A command that writes rows. */
export interface RowsDefinition extends Omit<CommandDefinition, "options" | "run"> {
  /** The name of the rows in a page. */
  noun: Noun;
  /** The default columns of a table, of which the last may not fit. Without columns, a table has one item. */
  columns?: string;
  readPages: (run: Run, options: ListOptions) => AsyncIterable<Page>;
}

/** Creates a command that writes rows. */
export function createRowsCommand(definition: RowsDefinition): CommandDefinition {
  const { operation, noun } = definition;
  const { fields = {}, pagination } = operation;
  const names = Object.keys(fields);
  const columnsRule = { type: "array", enum: names };
  const columns = createOption("--columns <names>", "Fields, separated by commas.", columnsRule);
  const limit = createOption("--limit <integer>", `Maximum number of ${noun}. Default: all.`, COUNT);
  const first = { ...COUNT, minimum: 0, description: "Page number to start from. Default: the first." };
  const page = pagination && createParameterOption(pagination.page, first);
  const own = page ? [limit, page, columns] : [columns];
  return {
    ...definition,
    options: [...own, ...createPagingOptions(operation), ...FORMAT_OPTIONS],
    run(run) {
      const table = (): Encoding<object> => createRowTable(definition, run.width, run.options.columns);
      const resume: Resume = { flag: page?.long, count: 0 };
      run.formatHint = (error) => formatHint(error, run, noun, resume);
      return encodePages(run, noun, createEncoding(run, names, table), readPages(run, definition, resume));
    },
  };
}

/** Creates the table of the chosen columns, or of the default columns that fit, or of one item. */
export function createRowTable(
  definition: RowsDefinition,
  width: number,
  chosen?: string[],
): Encoding<object> {
  const { fields = {} } = definition.operation;
  const names = chosen ?? definition.columns?.split(",");
  if (!names) return { head: "", encode: formatItem, tail: "" };
  const columns = names.map((name) => createColumn(name, fields[name] ?? {}));
  return createTable(columns, width, !chosen);
}

/** How to resume a listing. */
interface Resume {
  /** The option of the page number, if there are pages. */
  flag?: string | null | undefined;
  /** The page, if it is known. */
  page?: number | null | undefined;
  /** The number of rows that are written before the page. */
  count: number;
}

/** Reads the pages of rows up to the limit, and shows the progress. */
export async function* readPages(
  run: Run,
  { operation, noun, ...definition }: RowsDefinition,
  resume: Resume = { count: 0 },
): AsyncIterable<object[]> {
  const { options, progress, signal } = run;
  const { concurrency, limit = Infinity } = options;
  // The total is that of the whole list.
  const isWhole = options[operation.pagination?.page ?? ""] === undefined;
  let count = 0;
  progress.draw();
  for await (const page of definition.readPages(run, { signal, concurrency })) {
    const rows = (page[noun] ?? []).slice(0, limit - count);
    count += rows.length;
    progress.addPage(rows.length, Math.min(limit, isWhole ? (page.total ?? NaN) : NaN));
    resume.page = page.pageNo;
    yield rows;
    Object.assign(resume, { page: page.nextPageNo, count: run.count });
    if (count === limit) return;
    if (page.nextPageNo) progress.draw();
  }
}

/** Formats the rows of pages. The rows of a page are written together. */
export async function* encodePages<Row>(
  run: Run,
  noun: string,
  rows: Encoding<Row>,
  pages: AsyncIterable<Row[]> | Iterable<Row[]>,
): Chunks {
  const { head, encode, tail } = rows;
  const encodeAt = (row: Row, index: number): string => (index ? "" : head) + encode(row, index);
  for await (const page of pages) yield page.map((row, index) => encodeAt(row, run.count + index));
  yield (run.count ? "" : head) + tail;
  if (!run.count) run.progress.print(`No ${noun} match.\n`);
}

/** Returns how many rows are written, and how to resume after an error. */
function formatHint(error: unknown, { count, file, options }: Run, noun: Noun, resume: Resume): string {
  const { limit = Infinity } = options;
  const page = error instanceof ApiError ? error.pageNo : resume.page;
  const written = `${count} ${noun} are written${file ? ` to ${file}` : ""}.`;
  if (typeof page !== "number" || resume.count >= limit) return written;
  const flags = [
    `${resume.flag} ${page}`,
    limit !== Infinity && `--limit ${limit - resume.count}`,
    file && "and another --output",
  ].filter(Boolean);
  const rest = count - resume.count;
  const first = page === 1 ? " If the API counts pages from 1, this page is already written." : "";
  const known = rest ? ` The first ${rest} ${noun} of that page are already written.` : first;
  return `${written} To resume, run the same command with ${flags.join(" ")}.${known}`;
}
