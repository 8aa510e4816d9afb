import { styleText } from "node:util";
import { ApiError } from "../errors.js";
import type { ListOptions, NextPage, PageInfo } from "../list-resource.js";
import type { Chunk, CommandDefinition, Options, Run } from "./context.js";
import { createEncoding, type Encoding } from "./formats.js";
import { createListOptions, createOption, FORMAT_OPTIONS, toFlag } from "./options.js";
import { createColumn, createItemTable, createTable, fitColumns } from "./table.js";

type Noun = "sessions" | "participants";
type Page = Partial<Record<Noun, object[]> & PageInfo<unknown> & NextPage>;

/** A command that writes rows. */
export interface RowsDefinition extends Omit<CommandDefinition, "options" | "run"> {
  /** The name of the rows in a page. */
  noun: Noun;
  /** The default columns of a table. The last ones do not fit every terminal. Without them, a table is of one item. */
  columns?: string;
  readPages: (run: Run, options: ListOptions) => AsyncIterable<Page>;
}

/** Creates a command that writes rows. */
export function createRowsCommand(definition: RowsDefinition): CommandDefinition {
  const { operation, noun } = definition;
  const fields = Object.keys(operation.fields ?? {});
  const columns = { type: "array", enum: fields, description: "Fields, separated by commas." };
  return {
    ...definition,
    options: [...createListOptions(operation), createOption("columns", columns), ...FORMAT_OPTIONS],
    run(run) {
      run.formatHint = (error) => formatHint(error, run, definition);
      const encoding = createRowEncoding(definition, run.options, run.width);
      return encodePages(run, encoding, readPages(run, definition), noun);
    },
  };
}

/** Creates the encoding of rows. */
export function createRowEncoding(
  { operation: { fields = {} }, columns }: RowsDefinition,
  options: Options,
  width: number,
): Encoding<object> {
  const names = Object.keys(fields);
  return createEncoding(options, names, () => {
    const shown = options.columns ?? columns?.split(",") ?? names;
    const known = shown.map((name) => createColumn(name, fields[name] ?? {}));
    if (!columns && !options.columns) return createItemTable(known);
    return createTable(options.columns ? known : fitColumns(known, width), width);
  });
}

/** Reads the pages of rows up to the limit, and shows the progress. */
export async function* readPages(run: Run, definition: RowsDefinition): AsyncIterable<object[]> {
  const { options, progress, signal } = run;
  const {
    noun,
    operation: { pagination },
  } = definition;
  const { concurrency, limit = pagination ? Infinity : 1 } = options;
  // The total is that of the whole list.
  const isWhole = options[pagination?.page ?? ""] === undefined;
  let count = 0;
  progress.draw();
  for await (const page of definition.readPages(run, { signal, concurrency })) {
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
  const { options, stdout } = run;
  const isStyled = options.format === "table" && (options.output ?? "-") === "-";
  const styled = isStyled ? styleText("bold", head, { stream: stdout }) : head;
  const encodeAt = (row: Row, index: number): string => (index ? "" : styled) + encode(row, index);
  for await (const rows of pages) yield rows.map((row, at) => encodeAt(row, run.count + at));
  yield (run.count ? "" : styled) + tail;
  if (!run.count) run.progress.print(`No ${noun} match.\n`);
}

/** Returns how many rows are written, and how to resume after an error. */
function formatHint(
  error: unknown,
  { count, resume, file, options }: Run,
  { noun, operation }: RowsDefinition,
): string {
  const { limit = Infinity } = options;
  const pageNo = error instanceof ApiError ? error.pageNo : resume.page;
  const written = `${count} ${noun} are written${file ? ` to ${file}` : ""}.`;
  if (typeof pageNo !== "number" || resume.count >= limit) return count ? written : "";
  const flags = [
    `${toFlag(operation.pagination?.page ?? "")} ${pageNo}`,
    limit !== Infinity && `--limit ${limit - resume.count}`,
    file && "and another --output",
  ].filter(Boolean);
  const rest = count - resume.count;
  const known = rest
    ? ` The first ${rest} ${noun} of that page are already written.`
    : pageNo === 1
      ? " If the API counts pages from 1, this page is already written."
      : "";
  return `${written} To resume, run the same command with ${flags.join(" ")}.${known}`;
}
