/** Returns a text on one line, with one space for any white space. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
