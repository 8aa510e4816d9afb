import { isObject, type Json, type JsonObject, toList } from "./json.js";
import { isUrl } from "./document-path.js";

/** Returns the URL of the first server, with the defaults of its variables. Undefined if there is none. */
export function resolveFirstServer(servers: Json | undefined): string | undefined {
  const [server] = Array.isArray(servers) ? (servers as JsonObject[]) : [];
  if (typeof server?.url !== "string") return undefined;
  // An empty URL would be that of the document itself.
  return expandServerUrl(server.url || "/", server.variables);
}

/**
 * Replaces the variables of a server's URL by their defaults.
 *
 * @param url - The URL with variables, such as `https://{region}.example.com`.
 * @param variables - The `variables` of the server.
 * @returns The URL. A variable without a default stays.
 */
export function expandServerUrl(url: string, variables: Json | undefined): string {
  return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const variable = isObject(variables) ? variables[name] : undefined;
    const value = isObject(variable) ? variable.default : undefined;
    // YAML reads a port without quotes as a number.
    return typeof value === "string" || typeof value === "number" ? String(value) : whole;
  });
}

/** Returns the first variable of a server's URL without a default. */
export function findOpenVariable(url: string): string | undefined {
  return /\{([^{}]+)\}/.exec(url)?.[1];
}

/**
 * Adds the variables of the document's servers to the servers of an operation with the same URLs. Such servers are
 * often copies without the variables.
 *
 * @param servers - The servers of a path or an operation.
 * @param documentServers - The servers of the document.
 * @returns The servers with the variables.
 */
export function inheritVariables(
  servers: Json | undefined,
  documentServers: Json | undefined,
): Json | undefined {
  if (!Array.isArray(servers)) return servers;
  const globalServers = toList(documentServers).filter(isObject);
  return servers.map((server) => {
    if (!isObject(server)) return server;
    const { variables } = globalServers.find(({ url }) => url === server.url) ?? {};
    const ownVariables = isObject(server.variables) ? server.variables : {};
    return isObject(variables) ? { ...server, variables: { ...variables, ...ownVariables } } : server;
  });
}

/**
 * Returns the URL to which the servers of a document are relative.
 *
 * @param absolute - The path or URL of the document.
 * @param self - The `$self` of OpenAPI 3.2.
 * @returns The URL. Undefined for a file without `$self`.
 */
export function resolveDocumentUrl(absolute: string, self: Json | undefined): string | undefined {
  const base = isUrl(absolute) ? absolute : undefined;
  const url = typeof self === "string" && URL.canParse(self, base) ? new URL(self, base).href : base;
  return url !== undefined && isUrl(url) ? url : undefined;
}

/**
 * Returns the URL of the first server, resolved against a URL if it is relative.
 *
 * @param servers - The servers of a document, a path or an operation.
 * @param base - The URL, such as that of the document.
 * @returns The URL. Undefined if there is no server.
 */
export function resolveServer(servers: Json | undefined, base: string | undefined): string | undefined {
  const server = resolveFirstServer(servers);
  if (server === undefined || isUrl(server) || !URL.canParse(server, base)) return server;
  return new URL(server, base).href;
}

/**
 * Returns the base URL of a document. A document without servers has the server `/`.
 *
 * @param document - The document.
 * @param url - The URL of the document, if it has one.
 * @returns The base URL. Empty if it is unknown.
 */
export function resolveBaseUrl({ servers }: JsonObject, url: string | undefined): string {
  const isMissing = resolveFirstServer(servers) === undefined;
  return resolveServer(isMissing && url !== undefined ? [{ url: "/" }] : servers, url) ?? "";
}
