/** Returns the name of a media type in lower case, without the default charset UTF-8. */
export function normalizeMediaType(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/;charset="?utf-8"?$/, "");
}
