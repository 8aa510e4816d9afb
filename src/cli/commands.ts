import { listSessionsEndpoint, listSessionsOperation } from "../../generated/index.js";
import { DEFAULT_PER_PAGE } from "../sessions-client.js";
import { type Flag, flagName, type Flags, flagsFor, type Parameter } from "./flags.js";
import { type Format, FORMATS } from "./formats.js";
import { type Grouping, GROUPINGS } from "./summary.js";

/** What a generated descriptor says of an operation, as much of it as commands need. */
export interface Operation {
  parameters: Readonly<Record<"path" | "query", Readonly<Record<string, Parameter>>>>;
}

/** A command and its flags. */
export interface Command {
  about: string;
  /** Those of the operation's query. */
  filters: Flags;
  /** Those of the operation's path. */
  ids: Flags;
  /** Those that no document has. */
  own: Flags;
}

/** What was given to the flags that the code knows by name. */
export interface Options {
  "account-id"?: string;
  "app-id"?: string;
  "token-file"?: string;
  demo?: true;
  concurrency?: number;
  format?: Format;
  limit?: number;
  by?: Grouping;
}

/** The variables of the environment that stand for flags. */
export const VARIABLES = {
  "account-id": "CLOUDFLARE_ACCOUNT_ID",
  "app-id": "REALTIMEKIT_APP_ID",
  "token-file": "CLOUDFLARE_API_TOKEN",
} as const;

const SHARED: Flags = {
  "token-file": {
    kind: "text",
    description: `The file that holds the API token, or - for the standard input. Default: the token in $${VARIABLES["token-file"]}.`,
  },
  demo: { kind: "switch", description: "Ask a fake of the API instead, without a token or a network." },
  concurrency: {
    kind: "number",
    least: 1,
    description:
      "How many pages to ask for at a time. Default: 1, which is exact while sessions come and go.",
  },
  format: {
    kind: "text",
    choices: FORMATS,
    description: "How to write what is found. Default: table on a terminal, ndjson elsewhere.",
  },
};

const LIST: Flags = {
  limit: { kind: "number", least: 1, description: "The most sessions to write. Default: all." },
};

const SUMMARY: Flags = {
  by: {
    kind: "text",
    choices: GROUPINGS,
    description: "What to sum up by: the day of creation in UTC, the meeting or the status. Default: day.",
  },
};

/** What a generated descriptor says of how an operation is paged, as much of it as commands need. */
export interface Pagination {
  /** The parameter for the number of a page. */
  page: string;
  /** The parameter for how many rows a page holds. */
  limit: string;
}

/** What the parameters are to a command that asks for all pages; the document tells what they are to one request. */
function pagingFlags({ page, limit }: Pagination, flags: Flags): Flags {
  const meant = {
    [flagName(page)]: "The number of the page to begin with. Default: the first.",
    [flagName(limit)]: `How many sessions to ask for at a time. Default: ${DEFAULT_PER_PAGE}.`,
  };
  return Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [
      name,
      { ...flag, description: meant[name] ?? flag.description },
    ]),
  );
}

/** The commands that list by an operation: a parameter that its document gains becomes a flag. */
export function commandsFor(
  { parameters }: Operation,
  pagination?: Pagination,
): Readonly<Record<string, Command>> {
  const query = flagsFor(parameters.query);
  const filters = pagination ? pagingFlags(pagination, query) : query;
  // Sums of the pages from the third on are of no use to anybody.
  const summed = Object.entries(filters).filter(
    ([name]) => name !== (pagination && flagName(pagination.page)),
  );
  const variables: Readonly<Record<string, string>> = VARIABLES;
  const ids = Object.fromEntries(
    Object.entries(flagsFor(parameters.path)).map(([name, flag]): [string, Flag] => {
      const variable = variables[name];
      return [name, variable ? { ...flag, description: `${flag.description} Default: $${variable}.` } : flag];
    }),
  );
  return {
    list: { about: "Writes the sessions of an app.", filters, ids, own: { ...LIST, ...SHARED } },
    summary: {
      about: "Sums up the sessions of an app: their number, minutes and peak participants.",
      filters: Object.fromEntries(summed),
      ids,
      own: { ...SUMMARY, ...SHARED },
    },
  };
}

/** The commands of this package. */
export const COMMANDS: Readonly<Record<string, Command>> = commandsFor(
  listSessionsOperation,
  listSessionsEndpoint.pagination,
);
