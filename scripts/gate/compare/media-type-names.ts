/** Returns the name of a media type in lower case, without the default charset UTF-8. */
export function normalizeMediaType(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/;charset="?utf-8"?$/, "");
}

/**
 * Returns whether a range such as `text/*` includes a media type.
 *
 * @param range - The media type, which may be a range.
 * @param name - The other media type.
 * @returns Whether it is included.
 */
export function includesMediaType(range: string, name: string): boolean {
  if (range === "*/*") return true;
  return range.endsWith("/*") && name.startsWith(range.slice(0, -1));
}
