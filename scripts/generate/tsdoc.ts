/** A text that does not end the comment it stands in. */
export function unclosed(text: string): string {
  return text.replaceAll("*/", "*\\/");
}

/** A text of a document, no line of which is taken for a tag. */
export function untagged(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/^(\s*)@/gm, "$1\\@");
}
