import { checkCallOptions, checkId, type Validate, withRedaction } from "./client-options.js";
import {
  type Endpoint,
  type EndpointQuery,
  type ItemEndpoint,
  type ListEndpoint,
  numberAt,
  type SingleItem,
  valueAt,
} from "./endpoint.js";
import type { CallOptions } from "./http/retry.js";
import type { JsonResponse, Transport } from "./http/transport.js";
import type { ListPage } from "./pagination/walk.js";
import { serializeQuery, type WireQuery } from "./query.js";

/** What the resources of a client share. `Paths` are the generated types of its document. */
export interface ClientContext<Paths> {
  readonly transport: Transport;
  readonly validate?: Validate | undefined;
  /** The parameters of the path that all resources have. */
  readonly ids: Ids;
  /** Exists in the types only. */
  readonly paths?: Paths;
}

/** Parameters of a path by name. */
export type Ids = Readonly<Record<string, string>>;

/** Reads the responses of one endpoint with its ids. */
export class EndpointReader<Described extends Endpoint> {
  readonly endpoint: Described;
  readonly #context: ClientContext<unknown>;
  readonly #path: string;
  #isKnownToExist = false;

  /** @throws TypeError for an id that cannot be right. */
  constructor(context: ClientContext<unknown>, endpoint: Described, ids: Ids) {
    this.endpoint = endpoint;
    this.#context = context;
    this.check(() => {
      for (const [name, id] of Object.entries(ids)) checkId(name, id);
    });
    const all = { ...context.ids, ...ids };
    this.#path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(all[name] ?? ""),
    );
  }

  /** Runs a check of arguments. The message of its error does not contain the token. */
  check<Result>(check: () => Result): Result {
    return withRedaction(this.#context.transport.redact, check);
  }

  /** Sends a request, with its retries, and returns the response with its body. */
  async read(
    query: WireQuery,
    options: CallOptions,
    page?: { name: string; number: number | undefined },
  ): Promise<JsonResponse> {
    const { transport, validate } = this.#context;
    const { method } = this.endpoint;
    const result = await transport.request(
      { method, path: this.#path, query, isKnownToExist: this.#isKnownToExist, ...(page && { page }) },
      options,
    );
    this.#isKnownToExist = true;
    const issue = validate?.(result.body);
    if (issue) throw result.toError(issue);
    return result;
  }
}

/**
 * Reads the one item of an endpoint.
 *
 * @param context - What the resources of the client share.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context.
 */
export async function getItem<Paths, const Described extends ItemEndpoint>(
  context: ClientContext<Paths>,
  endpoint: Described,
  ids: Ids = {},
  query?: EndpointQuery<Paths, Described>,
  options: CallOptions = {},
): Promise<SingleItem<Paths, Described>> {
  const reader = new EndpointReader(context, endpoint, ids);
  const wire = reader.check(() => {
    checkCallOptions(options);
    return serializeQuery(query ?? {}, endpoint.query);
  });
  const { body, toError } = await reader.read(wire, options);
  const paths = endpoint.item ?? [[]];
  const item = paths.map((path) => valueAt(body, path)).find((value) => value && typeof value === "object");
  if (!item) throw toError(`the body has no object at ${paths.at(-1)?.join(".")}`);
  replaceNullTexts(item, endpoint.nullTexts);
  return item as SingleItem<Paths, Described>;
}

/** A page as it was read. */
export interface ReadPage extends ListPage<unknown>, JsonResponse {}

/** Reads one page of a list. */
export async function readPage(
  reader: EndpointReader<ListEndpoint>,
  query: WireQuery,
  options: CallOptions,
): Promise<ReadPage> {
  const { pagination, nullTexts } = reader.endpoint;
  const { page, offset = "", results, total, start, end, firstOffset = 0 } = pagination;
  const name = page ?? offset;
  const response = await reader.read(query, options, { name, number: query[name] as number | undefined });
  const { body, toError } = response;
  const items = valueAt(body, results);
  if (!Array.isArray(items)) throw toError(`the body has no list at ${results.join(".")}`);
  for (const item of items) replaceNullTexts(item, nullTexts);
  return {
    ...response,
    items,
    total: numberAt(body, total),
    start: numberAt(body, start, -firstOffset),
    end: numberAt(body, end, 1 - firstOffset),
  };
}

/** Replaces the text "null" by null, where the document says that it means that. */
function replaceNullTexts(item: unknown, names: readonly string[] = []): void {
  const fields = item as Record<string, unknown> | null;
  for (const name of names) if (fields?.[name] === "null") fields[name] = null;
}
