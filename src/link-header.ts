/** One link of a `Link` header: its URL and its parameters. */
const LINK = /<([^>]*)>((?:\s*;\s*[\w!#$%&'*+.^`|~-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]+))?)*)/g;

/** The parameter that names the relations of a link, apart by white space. */
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i;

/**
 * Returns the URL of the next page in a `Link` header, by RFC 8288.
 *
 * @param header - The header, with all its values.
 */
export function nextLink(header: string | null): string | undefined {
  for (const [, url, parameters = ""] of (header ?? "").matchAll(LINK)) {
    const [, quoted, plain = ""] = REL.exec(parameters) ?? [];
    if ((quoted ?? plain).toLowerCase().split(/\s+/).includes("next")) return url;
  }
  return undefined;
}
