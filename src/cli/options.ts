import { extname } from "node:path";
import { listSessionsOperation } from "../../generated/index.js";
import type { Parameters } from "../operation.js";
import { UsageError } from "./usage-error.js";

const FORMATS = ["table", "json", "ndjson", "csv"] as const;
/** A format of rows. */
export type Format = (typeof FORMATS)[number];

const { path } = listSessionsOperation.parameters;

/** The options that identify the app and the token, or replace both by a fake API. */
export const CREDENTIALS: Parameters = {
  account_id: { type: "id", description: `${path.account_id.description} Default: $CLOUDFLARE_ACCOUNT_ID.` },
  app_id: { type: "id", description: `${path.app_id.description} Default: $REALTIMEKIT_APP_ID.` },
  token_file: {
    type: "file",
    description:
      "File with the API token; - is standard input. The token needs the permission Realtime or Realtime Admin. " +
      "Default: $CLOUDFLARE_API_TOKEN.",
  },
  base_url: { type: "url", description: "URL of the API. Default: https://api.cloudflare.com/client/v4." },
  demo: { type: "boolean", description: "Use a fake API with generated sessions: no token, no network." },
};

/** The options of a command that writes a file. */
export const FILE_OPTIONS: Parameters = {
  output: {
    type: "file",
    description: "File to write; - is standard output. It gets this name when it is complete.",
  },
  force: { type: "boolean", description: "Replace the file of --output." },
};

/** The options of a command that writes rows. */
export const FORMAT_OPTIONS: Parameters = {
  format: {
    enum: FORMATS,
    description: "Output format. Default: the extension of --output, table on a terminal, or else ndjson.",
  },
  json: { type: "boolean", description: "Short for --format json." },
  bom: { type: "boolean", description: "Begin CSV with a byte order mark, for Excel." },
  ...FILE_OPTIONS,
};

/** The options of a command that sends requests. */
export const CALL_OPTIONS: Parameters = {
  max_retry_after: {
    type: "integer",
    minimum: 0,
    maximum: 86_400,
    description: "Longest Retry-After to wait for before a retry, in seconds. Default: 60.",
  },
};

type Texts =
  "account_id" | "app_id" | "token_file" | "base_url" | "columns" | "output" | "start_time" | "end_time";
type Switches = "demo" | "json" | "bom" | "force";
type Numbers = "limit" | "concurrency" | "max_retry_after" | "top";

/** The values of options by parameter name. Those without their own type are filters. */
export type Options = Readonly<Record<string, unknown>> & { format?: Format | undefined } & Partial<
    Record<Texts, string> & Record<Switches, boolean> & Record<Numbers, number>
  >;

/** Returns the flag of a parameter: `--start-time` for `start_time`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

/**
 * Returns options with the format that they mean: that of `--json` or `--format`, or else the extension of `--output`.
 *
 * @param formats - The formats of the command. Without formats, the options are unchanged.
 * @throws UsageError for an extension that is not a format, and for options that exclude each other.
 */
export function withFormat(options: Options, formats: readonly unknown[]): Options {
  const { json, bom, format: chosen, output = "" } = options;
  if (!formats.length) return options;
  if (json && chosen) throw new UsageError("--json and --format exclude each other.");
  const extension = extname(output)
    .toLowerCase()
    .replace(/^\.jsonl$/, ".ndjson");
  const known = (formats as Format[]).find((each) => `.${each.toLowerCase()}` === extension);
  const format = json ? "json" : (chosen ?? known);
  if (extension && !format)
    throw new UsageError(
      `--output ${output} has an unknown extension. Add --format with one of ${formats.join(", ")}.`,
    );
  if (bom && format !== "csv") throw new UsageError("--bom needs --format csv.");
  return { ...options, format };
}
