import type { SpecDocument } from "../document/document.js";
import { isUrl } from "../document/document-path.js";
import type { JsonObject, Pointer } from "../document/json.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";
import {
  findOpenVariable,
  inheritVariables,
  resolveBaseUrl,
  resolveFirstServer,
  resolveServer,
} from "../document/servers.js";

/** An operation, and the location of its servers. */
interface OperationLocation {
  pathItem: DocumentNode;
  /** The pointer to the operation. */
  pointer: Pointer;
  operation: JsonObject;
}

/**
 * Returns the URL of an operation's own server. A relative one is resolved against the document's server if that is
 * absolute, or else against the document's URL. It remains relative if there is neither.
 *
 * @param reader - Collects problems.
 * @param document - The document and its URL.
 * @param location - The path item and the operation.
 * @returns The URL. Undefined without an own server.
 */
export function readOperationServer(
  reader: Reader,
  { root, url }: Pick<SpecDocument, "root" | "url">,
  { pathItem, pointer, operation }: OperationLocation,
): string | undefined {
  const server = resolveFirstServer(root.servers);
  const base = server !== undefined && isUrl(server) ? server : url;
  const servers = inheritVariables(operation.servers ?? pathItem.value.servers, root.servers);
  const baseUrl = resolveServer(servers, base);
  if (baseUrl === undefined || baseUrl === resolveBaseUrl(root, url)) return undefined;
  // A resolved URL has encoded braces in its path.
  const variable = findOpenVariable(resolveFirstServer(servers) ?? "") ?? findOpenVariable(baseUrl);
  if (variable !== undefined)
    reader.warn(
      "server-variable",
      [...(operation.servers === undefined ? pathItem.pointer : pointer), "servers"],
      `the variable ${variable} of the operation's server has no default: pass a baseUrl to its function`,
    );
  return baseUrl;
}
