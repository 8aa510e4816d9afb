import type { Endpoint } from "../endpoint.js";
import { parseParameter } from "../query.js";

/** A fake API as a function that works like `fetch`. Wrap it to count, delay or replace responses. */
export type FakeApi = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A response of a fake. */
export interface FakeResponse {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/** A valid request of an endpoint. */
export interface FakeRequest {
  /** The query as sent. */
  query: URLSearchParams;
  /** The parameters of the path. */
  ids: Readonly<Record<string, string>>;
}

/** An endpoint of a fake, and its responses. */
export interface FakeRoute {
  endpoint: Endpoint;
  respond: (request: FakeRequest) => FakeResponse;
  /** Checks constraints that the endpoint does not describe. Returns the message of an error. */
  check?: (query: URLSearchParams) => string | undefined;
}

/** Options of {@link createFakeServer}. */
interface FakeServerOptions {
  apiToken: string;
  /** The valid values of path parameters, and the response for any other value. */
  ids: Readonly<Record<string, { value: string; otherwise: FakeResponse }>>;
  routes: readonly FakeRoute[];
}

/** Creates a fake of generated endpoints, under any base URL. */
export function createFakeServer(options: FakeServerOptions): FakeApi {
  const matchers = options.routes.map((route) => ({ route, pattern: createPattern(route.endpoint.path) }));
  let requests = 0;
  return async (input, init = {}) => {
    // The `RequestUrl` that a client passes has a method and headers too.
    const given = input as Partial<Request>;
    const signal = init.signal ?? given.signal;
    // Like a real fetch, it responds asynchronously, so that its caller can abort first.
    await Promise.resolve();
    if (signal?.aborted)
      throw (signal.reason as Error | undefined) ?? new DOMException("Aborted", "AbortError");
    const method = init.method ?? given.method ?? "GET";
    const url = new URL(given.url ?? (input as string | URL).toString());
    // Headers are not copied, because MSW adds recorded headers to a copy.
    const sent = !init.headers && given.headers ? given.headers : new Headers(init.headers);
    const route = findRoute(matchers, method, url);
    const { status, body, headers } =
      "status" in route ? route : (authorize(options, sent, route) ?? respond(route, url.searchParams));
    return new Response(JSON.stringify(body), {
      status,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "cf-ray": `${(++requests).toString(16).padStart(16, "0")}-FAKE`,
        ...headers,
      },
    });
  };
}

/** The route of a request, and the encoded parameters of its path. */
interface MatchedRoute {
  route: FakeRoute;
  segments: Readonly<Record<string, string>>;
}

/** Returns the route of a request, or the response if there is none. */
function findRoute(
  matchers: readonly { route: FakeRoute; pattern: RegExp }[],
  method: string,
  url: URL,
): MatchedRoute | FakeResponse {
  const matches = matchers.flatMap(({ route, pattern }) => {
    const match = pattern.exec(url.pathname);
    return match ? [{ route, segments: match.groups ?? {} }] : [];
  });
  if (!matches.length) return createCloudflareFailure(404, 7003, `Could not route to ${url.pathname}`);
  const found = matches.find(({ route }) => route.endpoint.method === method);
  if (found) return found;
  const allow = matches.map(({ route }) => route.endpoint.method).join(", ");
  return { ...createCloudflareFailure(405, 10405, `Method ${method} is not allowed`), headers: { allow } };
}

/** Returns the response to a request with another token, account or app. */
function authorize(
  { apiToken, ids }: FakeServerOptions,
  headers: Headers,
  { segments }: MatchedRoute,
): FakeResponse | undefined {
  if (headers.get("authorization") !== `Bearer ${apiToken}`)
    return createCloudflareFailure(401, 10000, "Authentication error");
  const unknown = Object.entries(ids).find(
    ([name, { value }]) => segments[name] !== undefined && !isSegmentOf(segments[name], value),
  );
  return unknown?.[1].otherwise;
}

function respond({ route, segments }: MatchedRoute, query: URLSearchParams): FakeResponse {
  const problem = findProblem(route.endpoint, query) ?? route.check?.(query);
  if (problem) return createRealtimeKitFailure(400, problem);
  const decoded = Object.entries(segments).map(([name, segment]) => [name, decodeURIComponent(segment)]);
  return route.respond({ query, ids: Object.fromEntries(decoded) as Record<string, string> });
}

/** Creates the pattern that matches a path at the end of a URL. The part before is the base URL. */
function createPattern(path: string): RegExp {
  return new RegExp(`${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]*)")}$`);
}

/** Returns whether a segment of a path is an id, either fully percent-encoded or only as far as necessary. */
function isSegmentOf(segment: string, id: string): boolean {
  return segment === encodeURI(id) || segment === encodeURIComponent(id);
}

/** Returns the message of the first invalid parameter of a query. Unknown parameters are ignored. */
function findProblem({ query: parameters }: Endpoint, query: URLSearchParams): string | undefined {
  for (const [name, parameter] of Object.entries(parameters)) {
    const text = query.get(name);
    if (text === null && parameter.required) return `${name} is required.`;
    if (text === null) continue;
    try {
      // The client completes a time without seconds. The document does not allow one.
      if (parseParameter(name, text, parameter) !== text && parameter.format === "date-time")
        return `${name} must be a time in RFC 3339 such as 2026-06-30T09:00:00Z.`;
    } catch (error) {
      return (error as Error).message;
    }
  }
  return undefined;
}

/** Creates an error response in the common format of Cloudflare's APIs. */
export function createCloudflareFailure(status: number, code: number, message: string): FakeResponse {
  return { status, body: { success: false, errors: [{ code, message }], messages: [], result: null } };
}

/** Creates an error response in RealtimeKit's own format. */
export function createRealtimeKitFailure(status: number, message: string): FakeResponse {
  return { status, body: { success: false, error: { code: status, message } } };
}
