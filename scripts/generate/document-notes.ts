import type { SpecDocument } from "../document/document.js";
import { isObject, type Pointer } from "../document/json.js";
import { isUrl } from "../document/document-path.js";
import { findOpenVariable, resolveBaseUrl, resolveFirstServer } from "../document/servers.js";
import type { Problem } from "../problem.js";

/** Returns a note if the client has no default base URL, or if that has a variable without a default. */
export function noteMissingBaseUrl({ root, file, url, createProblem }: SpecDocument): Problem[] {
  const baseUrl = resolveBaseUrl(root, url);
  // A resolved URL has encoded braces in its path.
  const variable = findOpenVariable(resolveFirstServer(root.servers) ?? "");
  if (isUrl(baseUrl) && variable === undefined) return [];
  const reason =
    variable === undefined
      ? "there is no absolute URL of a server"
      : `the variable ${variable} of the server has no default`;
  const message = `${reason}: pass a baseUrl to createApiClient`;
  return [root.servers === undefined ? { message, location: { file } } : createProblem(["servers"], message)];
}

/**
 * Lists the webhooks and callbacks of a document, for which no function is generated, because the API calls them.
 *
 * @param document - The document.
 * @param verbose - Whether to list each with its location. By default they are counted in one line.
 * @returns The notes.
 */
export function listWebhooksAndCallbacks(
  { root, file, createProblem }: SpecDocument,
  verbose: boolean,
): Problem[] {
  const webhooks: Pointer[] = listNames(root.webhooks).map((name) => ["webhooks", name]);
  const callbacks: Pointer[] = Object.entries(isObject(root.paths) ? root.paths : {}).flatMap(
    ([path, item]) =>
      Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) =>
        listNames(isObject(operation) ? operation.callbacks : undefined).map((name) => [
          ...["paths", path, method, "callbacks"],
          name,
        ]),
      ),
  );
  if (verbose)
    return [...webhooks, ...callbacks].map((pointer) =>
      createProblem(
        pointer,
        `${pointer[0] === "webhooks" ? "webhook" : "callback"} ${pointer.at(-1)} is left out`,
      ),
    );
  const counts = [
    ...(webhooks.length ? [`webhooks: ${webhooks.length}`] : []),
    ...(callbacks.length ? [`callbacks: ${callbacks.length}`] : []),
  ];
  if (!counts.length) return [];
  const message = `${counts.join(", ")}. No functions are generated for calls that the API makes.`;
  return [{ message, location: { file } }];
}

function listNames(value: Parameters<typeof isObject>[0]): string[] {
  return isObject(value) ? Object.keys(value) : [];
}
