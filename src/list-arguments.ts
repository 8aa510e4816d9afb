import { CALL_RULES } from "./client-options.js";
import type { ListEndpoint } from "./endpoint.js";
import type { Redact } from "./http/redact.js";
import type { CallOptions } from "./http/retry.js";
import type { WireQuery } from "./query.js";
import { readValue, readValues, type Rule, type Rules } from "./values.js";

/** The page size of a query without one. The API's own default is not published. */
export const DEFAULT_PER_PAGE = 100;

const COUNT: Rule = { type: "integer", minimum: 1 };

/** The options of a listing. */
export const LIST_RULES: Rules = { ...CALL_RULES, concurrency: COUNT };

/** The options of a listing with a limit. */
export const COLLECT_RULES: Rules = { ...LIST_RULES, limit: { ...COUNT, required: true } };

/** The options of a listing. */
export interface WalkOptions extends CallOptions {
  concurrency?: number | undefined;
  limit?: number | undefined;
}

/**
 * Checks the arguments of a call, and returns the query as sent.
 *
 * @param redact - Removes the token from messages.
 * @param rules - The rules of the call's options.
 */
export function checkArguments(
  { query: parameters, pagination }: ListEndpoint,
  redact: Redact,
  query: object = {},
  options: WalkOptions,
  rules: Rules,
): WireQuery {
  readValues("option", options, rules, redact);
  const wire = readValues("query parameter", query, parameters, redact) as WireQuery;
  const { limit: name } = pagination;
  if (name === undefined) return wire;
  const most = Math.min(DEFAULT_PER_PAGE, parameters[name]?.maximum ?? Infinity, options.limit ?? Infinity);
  const { [name]: size = most } = wire;
  readValue(name, size, COUNT, redact);
  return { ...wire, [name]: size };
}
