/** A line of Markdown that begins something of its own: a list item, a heading, a quote, a table or a tag. */
const BEGINS = /^\s*([-*+] |\d+[.)] |#{1,6} |>|\||@|\\@)/;
/** A line that stays as it is: of a table, of code, or of what is indented as code. */
const FIXED = /^(\s*\||\t| {4})/;

/** Wraps the comments of formatted source text, where a line of prose is longer than `width`. */
export function wrapComments(source: string, width: number): string {
  return source.replace(
    /^([ \t]*)\/\*\*(?: ([^\n]*) \*\/|\n((?:[ \t]*\*(?!\/)[^\n]*\n)*)[ \t]*\*\/)$/gm,
    (comment: string, indent: string, line: string | undefined, block: string | undefined) => {
      if (!comment.split("\n").some((each) => each.length > width)) return comment;
      const text = line ?? (block ?? "").replace(/^[ \t]*\* ?/gm, "").trimEnd();
      const lines = wrapMarkdown(text, width - indent.length - " * ".length);
      return [`${indent}/**`, ...lines.map((each) => `${indent} * ${each}`.trimEnd()), `${indent} */`].join(
        "\n",
      );
    },
  );
}

/** Breaks long paragraphs of Markdown at spaces. Tables and code stay as they are. */
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
    if (isCode || isFence || line === "" || FIXED.test(line)) {
      flush();
      lines.push(line);
    } else {
      if (BEGINS.test(line) || /( {2}|\\)$/.test(paragraph.at(-1) ?? "")) flush();
      paragraph.push(line);
    }
    if (isFence) isCode = !isCode;
  }
  flush();
  return lines;
}

/** A paragraph as it is, unless a line is too long. */
function wrapParagraph(paragraph: readonly string[], width: number): string[] {
  if (!paragraph.some((line) => line.length > width)) return [...paragraph];
  const [first = ""] = paragraph;
  const marker = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(first)?.[0] ?? /^\s*/.exec(first)?.[0] ?? "";
  const indent = " ".repeat(marker.length);
  const words = paragraph.join(" ").slice(marker.length).split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let current = "";
  for (const word of words) {
    // At the start of a line, such a word would begin something else.
    const fits = marker.length + current.length + 1 + word.length <= width;
    if (current && !fits && !BEGINS.test(`${word} `)) {
      lines.push(current);
      current = word;
    } else current = current ? `${current} ${word}` : word;
  }
  return [...lines, current].map((line, index) => (index ? indent : marker) + line);
}
