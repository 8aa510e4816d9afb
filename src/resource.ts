import type { Validate } from "./client-options.js";
import { type Endpoint, getValueAt, type PagedEndpoint } from "./endpoint.js";
import { createSignal, getAbortReason, throwIfAborted } from "./http/abort.js";
import type { CallOptions } from "./http/hooks.js";
import type { Redact } from "./http/redact.js";
import type { ApiRequest, JsonResponse, Transport } from "./http/transport.js";
import type { WireQuery } from "./query.js";
import { COUNT, readValue, readValues, type Rules } from "./values.js";

/** The shared context of a client's resources. `Paths` are the generated types of its document. */
export interface ClientContext<Paths> {
  readonly transport: Transport;
  readonly validate?: Validate | undefined;
  /** The parameters of the path that all resources have. */
  readonly ids: Ids;
  /** Exists only in the types. */
  readonly paths?: Paths;
}

/** Parameters of a path by name. */
export type Ids = Readonly<Record<string, string>>;

/** Sends the requests of one endpoint with its ids, and returns the contents of its responses. */
export type Read = (
  query: WireQuery,
  options: CallOptions,
  more?: Pick<ApiRequest, "page" | "url">,
) => Promise<JsonResponse>;

/**
 * Creates the function that sends the requests of an endpoint.
 *
 * @param context - The transport, the validation and the ids of the client.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context.
 * @returns The function.
 * @throws TypeError for an invalid id.
 */
export function createRead(
  { transport, validate, ids: sharedIds }: ClientContext<unknown>,
  { name, method, path: template }: Endpoint,
  ids: Ids,
): Read {
  const path = fillPath(template, { ...sharedIds, ...ids }, transport.redact);
  // A 404 suggests a wrong id only before the first success.
  let idName = /.*\{([^{}]+)\}/.exec(template)?.[1];
  return async (query, options, more) => {
    const response = await transport.request({ method, path, query, idName, ...more }, options);
    idName = undefined;
    const issue = validate?.(response.body, name);
    if (issue) throw response.toError(issue);
    return response;
  };
}

/**
 * Replaces the parameters in the template of a path by the encoded ids.
 *
 * @param template - The path with its parameters, such as `/rooms/{room_id}`.
 * @param ids - The values of the parameters.
 * @param redact - Removes the token from messages.
 * @returns The path.
 * @throws TypeError for an invalid id.
 */
export function fillPath(template: string, ids: Ids, redact: Redact): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(readValue(name, ids[name], { type: "id" }, redact) as string),
  );
}

/**
 * Returns the items of a body. Some servers state an empty list as null, and leave it out of pages past the end.
 *
 * @param endpoint - The generated endpoint.
 * @param response - The response.
 * @param isLater - Whether an earlier page of the same listing was read. Default: false.
 * @returns The items.
 * @throws InvalidResponseError if the body has no list.
 */
export function getItems(
  { pagination: { results }, nullTexts }: PagedEndpoint,
  { body, toError }: JsonResponse,
  isLater = false,
): readonly unknown[] {
  const stated = getValueAt(body, results);
  const items = stated === null || (isLater && stated === undefined) ? [] : stated;
  if (!Array.isArray(items)) throw toError(`the body has no list at ${results.join(".") || "its root"}`);
  for (const item of items) replaceNullTexts(item, nullTexts);
  return items;
}

/** Replaces the text "null" by null in the properties for which the document requires it. */
export function replaceNullTexts(item: unknown, names: readonly string[] = []): void {
  const fields = item as Record<string, unknown> | null;
  for (const name of names) if (fields?.[name] === "null") fields[name] = null;
}

/** The options of every kind of listing. */
export interface ListingOptions extends CallOptions {
  /** The maximum number of concurrent requests. @default 1 */
  concurrency?: number | undefined;
  /** The maximum number of items to collect. @default no limit */
  limit?: number | undefined;
  /** The cursor or URL of the page to start with. @default the first page */
  from?: string | undefined;
}

/** One page of a list. */
export interface ListStep {
  readonly page: JsonResponse;
  /** The items of the page; in a listing, those that it has not yielded before. */
  readonly items: readonly unknown[];
  /** Further fields of the page for callers, such as the number of the next page. */
  readonly [field: string]: unknown;
}

/** The part of a list's methods that depends on the kind of pagination. */
interface ListReader {
  /** The rules of the options of `list`. */
  readonly rules: Rules;
  /** The rules of the options of `pages` and `iterate`. @default those of `list` */
  readonly walkRules?: Rules;
  /** Checks the arguments further, and returns the query as sent. */
  prepare: (query: WireQuery, options: ListingOptions) => WireQuery;
  /** Reads one page. */
  read: (query: WireQuery, options: ListingOptions) => Promise<ListStep>;
  /** Walks the list. */
  walk: (
    query: WireQuery,
    options: ListingOptions & { signal: AbortSignal },
  ) => AsyncGenerator<ListStep, void, undefined>;
}

/** The methods of a list. Each resource gives them the types of its document. */
interface ListMethods {
  list: (query?: object, options?: ListingOptions) => Promise<object>;
  pages: (query?: object, options?: ListingOptions) => AsyncGenerator<object, void, undefined>;
  iterate: (query?: object, options?: ListingOptions) => AsyncGenerator<unknown, void, undefined>;
  collect: (query: object | undefined, options: ListingOptions) => Promise<unknown[]>;
}

const getStepItems = ({ items }: ListStep): readonly unknown[] => items;

/** Creates the methods of a list. Invalid arguments throw at the call, not at the first step. */
export function createListMethods(
  { transport: { redact } }: ClientContext<unknown>,
  { query: parameters, pagination: { results } }: PagedEndpoint,
  { rules, walkRules = rules, prepare, read, walk }: ListReader,
): ListMethods {
  const check = (
    query: object = {},
    options: ListingOptions,
    optionRules: Rules,
  ): [query: WireQuery, options: ListingOptions] => {
    const call = readValues("option", options, optionRules, redact) as ListingOptions;
    return [prepare(readValues("query parameter", query, parameters, redact) as WireQuery, call), call];
  };
  const toPage = ({ page: { body, response }, items, ...fields }: ListStep): object => ({
    [results.at(-1) ?? "items"]: items,
    ...fields,
    body,
    response,
  });
  const start = <Yielded>(
    query: object | undefined,
    options: ListingOptions,
    getContents: (step: ListStep) => readonly Yielded[],
    optionRules = walkRules,
  ): AsyncGenerator<Yielded, void, undefined> => {
    const [wire, call] = check(query, options, optionRules);
    return yieldContents((signal) => walk(wire, { ...call, signal }), call.signal, getContents);
  };
  return {
    list: async (query, options = {}) => toPage(await read(...check(query, options, rules))),
    pages: (query, options = {}) => start(query, options, (step) => [toPage(step)]),
    iterate: (query, options = {}) => start(query, options, getStepItems),
    async collect(query, options = {}) {
      const found: unknown[] = [];
      const optionRules = { ...walkRules, limit: { ...COUNT, required: true } };
      for await (const item of start(query, options, getStepItems, optionRules))
        if (found.push(item) === options.limit) break;
      return found;
    },
  };
}

/**
 * Yields the contents of each step of a walk. `return()` aborts pending requests, and so does the caller's signal.
 *
 * @param start - Starts the walk, whose requests the given signal aborts.
 * @param signal - The caller's signal.
 * @param getContents - Returns the values to yield for a step.
 * @returns The generator.
 */
function yieldContents<Step, Yielded>(
  start: (signal: AbortSignal) => AsyncGenerator<Step, void, undefined>,
  signal: AbortSignal | undefined,
  getContents: (step: Step) => readonly Yielded[],
): AsyncGenerator<Yielded, void, undefined> {
  const [walkSignal, abortWalk] = createSignal();
  const steps = start(walkSignal);
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    abortWalk();
  };

  async function* generate(): AsyncGenerator<Yielded, void, undefined> {
    throwIfAborted(signal);
    const abort = (): void => {
      abortWalk(signal && getAbortReason(signal));
    };
    signal?.addEventListener("abort", abort);
    try {
      for await (const step of steps)
        for (const each of getContents(step)) {
          throwIfAborted(signal);
          yield each;
        }
    } catch (error) {
      if (!isStopped) throw error;
    } finally {
      // Also aborts the pages that are read ahead.
      stop();
      signal?.removeEventListener("abort", abort);
    }
  }

  const generator = generate();
  const end = generator.return.bind(generator);
  // The walk's own return() would wait for the pending page.
  generator.return = (value) => {
    stop();
    return end(value);
  };
  return generator;
}
