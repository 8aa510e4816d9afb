/** One link of a `Link` header: its URL and its parameters. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)/g;

/** One parameter of a link: its name and its value, quoted or not. */
const PARAMETER = /;\s*([^\s=;,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]+)))?/g;

/**
 * Parses the URL of the next page in a `Link` header, by RFC 8288.
 *
 * @param header - The header, with all its values.
 * @returns The URL; undefined if the header has none.
 */
export function parseNextLink(header: string | null): string | undefined {
  for (const [, url, parameters = ""] of (header ?? "").matchAll(LINK))
    for (const [, name, quoted, plain = ""] of parameters.matchAll(PARAMETER)) {
      if (name?.toLowerCase() !== "rel") continue;
      if ((quoted ?? plain).toLowerCase().split(/\s/).includes("next")) return url;
      // RFC 8288: only the first `rel` counts.
      break;
    }
  return undefined;
}
