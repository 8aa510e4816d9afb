/** Returns a text on one line, with one space for any white space. */
export function joinLines(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
