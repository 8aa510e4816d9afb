/** The base URLs of clients. */
const baseUrls = new WeakMap<object, string>();

/**
 * Stores the base URL of a client, to which the servers of some operations are relative.
 *
 * @param client - The client.
 * @param baseUrl - Its base URL.
 * @returns The client.
 */
export function rememberBaseUrl<Client extends object>(client: Client, baseUrl: string): Client {
  baseUrls.set(client, baseUrl);
  return client;
}

/**
 * Resolves the relative server of an operation against the base URL of a client. If that is relative too, such as
 * `/api` in a browser, the server is returned unchanged.
 *
 * @param client - The client.
 * @param server - The URL of the server.
 * @returns The resolved URL.
 * @throws TypeError if `createApiClient` did not create the client.
 */
export function resolveServer(client: object, server: string): string {
  const base = baseUrls.get(client);
  if (base === undefined)
    throw new TypeError(
      `The server ${server} of the operation is relative: create the client with createApiClient.`,
    );
  return URL.canParse(server, base) ? new URL(server, base).href : server;
}
