import { CALL_CHECKS, withRedaction } from "./client-options.js";
import type { ListEndpoint } from "./endpoint.js";
import type { Redact } from "./http/redact.js";
import type { CallOptions } from "./http/retry.js";
import { type Check, checkInteger, checkOptions } from "./options.js";
import { serializeQuery, type WireQuery } from "./query.js";

/** The page size of a query without one. The API's own default is not published. */
export const DEFAULT_PER_PAGE = 100;

const checkCount: Check = (name, value) => {
  checkInteger(name, value, 1);
};

/** The options of a listing. */
export interface WalkOptions extends CallOptions {
  concurrency?: number | undefined;
  limit?: number | undefined;
}

/**
 * Checks the arguments of a call, and returns the query as it is sent.
 *
 * @param redact - Removes the token from messages.
 * @param names - The options that the call has besides those of any call. Of these, `limit` is required.
 */
export function checkArguments(
  { query: parameters, pagination }: ListEndpoint,
  redact: Redact,
  query: object | undefined,
  options: WalkOptions,
  names: readonly string[],
): WireQuery {
  return withRedaction(redact, () => {
    const checks = Object.fromEntries(names.map((name) => [name, checkCount]));
    checkOptions(options, { ...CALL_CHECKS, ...checks }, names.slice(1));
    const wire = serializeQuery(query, parameters);
    const { limit: name } = pagination;
    if (name === undefined) return wire;
    const most = Math.min(DEFAULT_PER_PAGE, parameters[name]?.maximum ?? Infinity, options.limit ?? Infinity);
    const { [name]: size = most } = wire;
    checkCount(name, size);
    return { ...wire, [name]: size };
  });
}
