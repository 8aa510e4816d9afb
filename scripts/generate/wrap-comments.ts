/** A line of Markdown that begins a block: a list item, a heading, a quote, a table or a tag. */
const BLOCK_START = /^\s*([-*+] |\d+[.)] |#{1,6} |>|\||@|\\@)/;
/** A line of a table, which is not wrapped. */
const TABLE_ROW = /^\s*\|/;
/** A line of code, if it does not continue a paragraph. */
const INDENTED_CODE = /^(\t| {4})/;
/** The marks at the beginning of each line of a quote. */
const QUOTE_MARK = /^\s*(?:>\s?)+/;

/**
 * Wraps the comments of formatted source text if a line of prose is longer than `width`.
 *
 * @param source - The source text.
 * @param width - The maximum length of a line.
 * @returns The text with wrapped comments.
 */
export function wrapComments(source: string, width: number): string {
  return source.replace(
    /^([ \t]*)\/\*\*(?: ([^\n]*) \*\/|\n((?:[ \t]*\*(?!\/)[^\n]*\n)*)[ \t]*\*\/)$/gm,
    (comment: string, indent: string, line: string | undefined, block: string | undefined) => {
      if (!comment.split("\n").some((commentLine) => commentLine.length > width)) return comment;
      const text = line ?? (block ?? "").replace(/^[ \t]*\* ?/gm, "").trimEnd();
      const lines = wrapMarkdown(text, width - indent.length - " * ".length);
      return [
        `${indent}/**`,
        ...lines.map((wrappedLine) => `${indent} * ${wrappedLine}`.trimEnd()),
        `${indent} */`,
      ].join("\n");
    },
  );
}

/**
 * Wraps long paragraphs of Markdown. Tables and code are not changed.
 *
 * @param text - The Markdown.
 * @param width - The maximum length of a line.
 * @returns The lines.
 */
export function wrapMarkdown(text: string, width: number): string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let isCode = false;
  const flush = (): void => {
    lines.push(...wrapParagraph(paragraph, width));
    paragraph = [];
  };
  for (const line of text.split("\n")) {
    const isFence = /^\s*(```|~~~)/.test(line);
    const isIndented = !paragraph.length && INDENTED_CODE.test(line);
    if (isCode || isFence || line === "" || TABLE_ROW.test(line) || isIndented) {
      flush();
      lines.push(line);
    } else {
      if (BLOCK_START.test(line) || /( {2}|\\)$/.test(paragraph.at(-1) ?? "")) flush();
      paragraph.push(line);
    }
    if (isFence) isCode = !isCode;
  }
  flush();
  return lines;
}

/** Wraps a paragraph if a line is too long. */
function wrapParagraph(paragraph: readonly string[], width: number): string[] {
  if (!paragraph.some((line) => line.length > width)) return [...paragraph];
  const [firstLine = ""] = paragraph;
  const quote = QUOTE_MARK.exec(firstLine)?.[0];
  const marker =
    quote ?? /^\s*(?:[-*+]|\d+[.)])\s+/.exec(firstLine)?.[0] ?? /^\s*/.exec(firstLine)?.[0] ?? "";
  const indent = quote ?? " ".repeat(marker.length);
  const words = paragraph.join(" ").slice(marker.length).split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let current = "";
  for (const word of words) {
    // At the start of a line, such a word would begin another block.
    const fits = marker.length + current.length + 1 + word.length <= width;
    if (current && !fits && !BLOCK_START.test(`${word} `)) {
      lines.push(current);
      current = word;
    } else current = current ? `${current} ${word}` : word;
  }
  return [...lines, current].map((line, index) => (index ? indent : marker) + line);
}
