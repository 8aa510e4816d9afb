import { CALL_RULES } from "./client-options.js";
import { type EndpointQuery, getValueAt, type ItemEndpoint, type SingleItem } from "./endpoint.js";
import { downloadFile } from "./http/download.js";
import type { CallOptions } from "./http/hooks.js";
import type { WireQuery } from "./query.js";
import { type ClientContext, createRead, type Ids, replaceNullTexts } from "./resource.js";
import { readValues } from "./values.js";

/** Options of {@link Downloadable}'s `download`. */
export interface DownloadOptions extends CallOptions {
  /**
   * Aborts the download, also while the body is read.
   *
   * @default no signal
   */
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
   * Requests the file, without the API token, because it is on another host. The request is retried like any other
   * until the headers of a response arrive.
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
 * @param ids - The parameters of the path besides those of the context. Default: none.
 * @param query - The parameters of the API by their own names. Default: none.
 * @param options - A signal, and retry options for this call. Default: none.
 * @returns The item.
 * @throws TypeError or RangeError if an argument is invalid. No request is sent then.
 * @throws ApiError or one of its subclasses if the request fails.
 */
export async function getItem<Paths, const Described extends ItemEndpoint>(
  context: ClientContext<Paths>,
  endpoint: Described,
  ids: Ids = {},
  query: EndpointQuery<Paths, Described> = {} as never,
  options: CallOptions = {},
): Promise<ItemOf<Paths, Described>> {
  const { redact } = context.transport;
  const call: CallOptions = readValues("option", options, CALL_RULES, redact);
  const wire = readValues("query parameter", query, endpoint.query, redact) as WireQuery;
  const { body, toError } = await createRead(context, endpoint, ids)(wire, call);
  const { item: paths = [[]], nullTexts, download } = endpoint as ItemEndpoint;
  const item = paths
    .map((path) => getValueAt(body, path))
    .find((value) => value && typeof value === "object");
  if (!item) throw toError(`the body has no object at ${(paths.at(-1) ?? []).join(".") || "its root"}`);
  replaceNullTexts(item, nullTexts);
  if (download)
    Object.defineProperty(item, "download", {
      async value(given: DownloadOptions = {}) {
        const file: DownloadOptions = readValues("option", given, CALL_RULES, redact);
        return downloadFile((item as Record<string, unknown>)[download], file, context.transport);
      },
    });
  return item as ItemOf<Paths, Described>;
}
