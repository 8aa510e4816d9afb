import { mergeHeaders } from "openapi-fetch";
import { createPathSerializer } from "./path.js";
import { type BodyReaders, readBody } from "./responses.js";

/** The options of a call: those of openapi-fetch, the parameters and the body. */
interface CallInit {
  params?: Partial<Record<"path" | "query" | "header" | "cookie", object | undefined>> | undefined;
  body?: unknown;
  headers?: Parameters<typeof mergeHeaders>[0];
  parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream" | undefined;
}

/** The description of an operation in the document. */
interface Endpoint {
  accept?: BodyReaders;
  /** The successful statuses whose body the document does not describe. */
  unread?: readonly number[];
  /** The media type of the body. `fetch` writes that of a multipart body. */
  contentType?: string | undefined;
  baseUrl?: string;
  pathSerializer?: (path: string, values: object) => string;
  querySerializer?: (query: object) => string;
  headerSerializer?: (header: object) => object;
  cookieSerializer?: (cookie: object) => string | undefined;
  bodySerializer?: ((body: unknown) => unknown) | undefined;
}

type SendMethod = (
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/**
 * Sends a request through openapi-fetch, without its types. Each generated function has its own types, which are much
 * faster to check.
 *
 * @param send - A method of an openapi-fetch client.
 * @param path - The path of the document, with its parameters in braces.
 * @param init - The parameters, the body and the options of the caller.
 * @param endpoint - The serialization and the media types of the operation. The default is that of JSON.
 * @returns The result of the generated function.
 * @throws ResponseBodyError if a successful response does not have the documented JSON body.
 */
export async function call(
  send: unknown,
  path: string,
  init: CallInit,
  endpoint: Endpoint = {},
): Promise<never> {
  const { parseAs = "json" } = init;
  const { accept = {}, unread = [], ...serialization } = endpoint;
  const { data, error, response } = await (send as SendMethod)(path, createInit(init, accept, serialization));
  if (!response.ok) {
    const isEmpty = error === undefined || error === "";
    return {
      error: isEmpty ? `HTTP ${response.status} ${response.statusText}`.trim() : error,
      response,
    } as never;
  }
  if (parseAs !== "json" || data === undefined) return { data, response } as never;
  const isUnread = unread.includes(response.status);
  return { data: isUnread ? undefined : await readBody(response, accept), response } as never;
}

/** Creates the options of openapi-fetch. */
function createInit(
  init: CallInit,
  accept: BodyReaders,
  { contentType, headerSerializer, cookieSerializer, ...serializers }: Omit<Endpoint, "accept" | "unread">,
): object {
  const { params = {}, body, headers, parseAs = "json" } = init;
  const defaults = {
    Accept: Object.keys(accept).join(", ") || undefined,
    "Content-Type": body === undefined || contentType?.startsWith("multipart/") ? undefined : contentType,
    Cookie: cookieSerializer?.(params.cookie ?? {}),
  };
  return {
    pathSerializer: createPathSerializer(),
    ...serializers,
    // An undefined option would override that of the client.
    ...Object.fromEntries(Object.entries(init).filter(([, option]) => option !== undefined)),
    params: {
      ...params,
      path: params.path ?? {},
      header: headerSerializer?.(params.header ?? {}) ?? params.header,
    },
    headers: mergeHeaders(defaults, headers),
    parseAs: parseAs === "json" ? "stream" : parseAs,
    // The fetch standard requires it for a stream.
    ...(body instanceof ReadableStream && { duplex: "half" }),
  };
}
