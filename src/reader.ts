import { CALL_RULES, type Validate } from "./client-options.js";
import {
  type Endpoint,
  type EndpointQuery,
  type ItemEndpoint,
  type ListEndpoint,
  numberAt,
  type PagedEndpoint,
  type SingleItem,
  valueAt,
} from "./endpoint.js";
import { downloadFile } from "./http/download.js";
import type { CallOptions } from "./http/retry.js";
import type { ApiRequest, JsonResponse, Transport } from "./http/transport.js";
import type { ListPage } from "./pagination/walk.js";
import type { WireQuery } from "./query.js";
import { readValue, readValues } from "./values.js";

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
 * @throws TypeError for an invalid id.
 */
export function createRead(
  { transport, validate, ids: sharedIds }: ClientContext<unknown>,
  { name, method, path: template }: Endpoint,
  ids: Ids,
): Read {
  const all = { ...sharedIds, ...ids };
  for (const [key, id] of Object.entries(ids)) readValue(key, id, { type: "id" }, transport.redact);
  const path = fillPath(template, all);
  // A 404 suggests a wrong id only before the first success.
  let idName = /.*\{(\w+)\}/.exec(template)?.[1];
  return async (query, options, more) => {
    const response = await transport.request({ method, path, query, idName, ...more }, options);
    idName = undefined;
    const issue = validate?.(response.body, name);
    if (issue) throw response.toError(issue);
    return response;
  };
}

/** Returns a path with its encoded parameters. */
export function fillPath(template: string, ids: Ids): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? ""));
}

/** Options of {@link Downloadable}'s `download`. */
export interface DownloadOptions extends CallOptions {
  /** Aborts the download, also while the body is read. */
  signal?: AbortSignal | undefined;
  /**
   * The time limit of one attempt in milliseconds, until the headers of the response. The body of a file has no limit.
   *
   * @default the client's `timeout`
   */
  timeout?: number | undefined;
}

/** An item that has the URL of a file. */
export type Downloadable<Item> = Item & {
  /**
   * Requests the file, without the API token, because it is on another host.
   *
   * It is retried like any other request until the headers of a response arrive.
   *
   * @param options - A signal, and retry options for this download.
   * @returns The response. Its body has not been read, so that a large file can be streamed.
   * @throws `TypeError` or `RangeError` if an option is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  download(options?: DownloadOptions): Promise<Response>;
};

/** The item of an endpoint, with a method for its file if it has one. */
type ItemOf<Paths, Described extends ItemEndpoint> = Described extends { readonly download: string }
  ? Downloadable<SingleItem<Paths, Described>>
  : SingleItem<Paths, Described>;

/**
 * Reads the item of an endpoint.
 *
 * @param context - The shared context of the client's resources.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context.
 */
export async function getItem<Paths, const Described extends ItemEndpoint>(
  context: ClientContext<Paths>,
  endpoint: Described,
  ids: Ids = {},
  query: EndpointQuery<Paths, Described> = {} as never,
  options: CallOptions = {},
): Promise<ItemOf<Paths, Described>> {
  const { redact } = context.transport;
  readValues("option", options, CALL_RULES, redact);
  const wire = readValues("query parameter", query, endpoint.query, redact) as WireQuery;
  const { body, toError } = await createRead(context, endpoint, ids)(wire, options);
  const { item: paths = [[]], nullTexts, download } = endpoint as ItemEndpoint;
  const item = paths.map((path) => valueAt(body, path)).find((value) => value && typeof value === "object");
  if (!item) throw toError(`the body has no object at ${paths.at(-1)?.join(".")}`);
  replaceNullTexts(item, nullTexts);
  if (download !== undefined)
    Object.defineProperty(item, "download", {
      async value(call: DownloadOptions = {}) {
        readValues("option", call, CALL_RULES, redact);
        return downloadFile((item as Record<string, unknown>)[download], call, context.transport);
      },
    });
  return item as ItemOf<Paths, Described>;
}

/** A page that was read. */
export interface ReadPage extends ListPage<unknown>, Omit<JsonResponse, "headers"> {}

/** Reads one page of a list. Its offsets count from that of the item at `from`. */
export async function readPage(
  read: Read,
  endpoint: ListEndpoint,
  query: WireQuery,
  options: CallOptions,
  from = 0,
): Promise<ReadPage> {
  const { page, offset = "", total, start, end, firstOffset = 0 } = endpoint.pagination;
  const name = page ?? offset;
  const response = await read(query, options, {
    page: { name, number: query[name] as number | undefined },
  });
  const { body } = response;
  // Without a spread, which would be most of the cost of this function.
  return {
    body,
    response: response.response,
    toError: response.toError,
    items: itemsOf(endpoint, response),
    total: numberAt(body, total, -from),
    start: numberAt(body, start, -firstOffset - from),
    end: numberAt(body, end, 1 - firstOffset - from),
  };
}

/** Returns the items of a body. */
export function itemsOf(
  { pagination: { results }, nullTexts }: PagedEndpoint,
  { body, toError }: JsonResponse,
): readonly unknown[] {
  const items = valueAt(body, results);
  if (!Array.isArray(items)) throw toError(`the body has no list at ${results.join(".") || "its root"}`);
  for (const item of items) replaceNullTexts(item, nullTexts);
  return items;
}

/** Returns the key of an item. Undefined if it is missing or empty. */
export function keyAt(item: unknown, name: string): string | undefined {
  const key = (item as Readonly<Record<string, unknown>> | null)?.[name];
  return typeof key === "number" || (typeof key === "string" && key) ? String(key) : undefined;
}

/** Replaces the text "null" by null in the properties for which the document requires it. */
function replaceNullTexts(item: unknown, names: readonly string[] = []): void {
  const fields = item as Record<string, unknown> | null;
  for (const name of names) if (fields?.[name] === "null") fields[name] = null;
}
