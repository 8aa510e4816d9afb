import type { Rule } from "./values.js";

/** A parameter with its description. It is in the document, or belongs to a command. */
export type Parameter = Rule & { readonly title?: string; readonly description?: string };

/** Parameters by name, in the spelling of the document. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** The description of an operation in the document. */
export interface Operation {
  readonly summary: string;
  readonly parameters: { readonly path: Parameters; readonly query?: Parameters };
  readonly pagination?: { readonly page: string; readonly limit: string };
  /** The fields of an item. */
  readonly fields?: Parameters;
  readonly security?: readonly unknown[];
}

/** Splits parameters: the ids that a client does not have, and the query without page number and page size. */
export function splitParameters({ parameters: { path, query = {} }, pagination }: Operation): {
  ids: Parameters;
  filters: Parameters;
} {
  const omit = (parameters: Parameters, names: readonly (string | undefined)[]): Parameters =>
    Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));
  return {
    ids: omit(path, ["account_id", "app_id"]),
    filters: omit(query, [pagination?.page, pagination?.limit]),
  };
}

/** Returns an operation without the parameters of the order, which does not change sums. */
export function omitOrder({ parameters: { path, query = {} }, ...operation }: Operation): Operation {
  const kept = Object.entries(query).filter(([name]) => !name.startsWith("sort_"));
  return { ...operation, parameters: { path, query: Object.fromEntries(kept) } };
}
