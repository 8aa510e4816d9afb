/** The Markdown before and after the contents of an inline HTML element. */
const MARKS: Readonly<Record<string, string>> = { b: "**", strong: "**", i: "*", em: "*", code: "`" };

/** The elements that separate blocks, and their Markdown. */
const BLOCKS: readonly (readonly [RegExp, string])[] = [
  [/<br ?\/?>\n?/gi, "\n"],
  [/\s*<\/?(?:p|ul|ol)>\s*/gi, "\n\n"],
  [/\s*<li>\s*/gi, "\n- "],
  [/\s*<\/li>/gi, ""],
];

/** Code in Markdown, whose HTML is kept. */
const CODE = /(```[\s\S]*?(?:```|$)|`[^`\n]*`)/;

/**
 * Converts simple HTML in a description to Markdown, because editors show HTML tags as text. Other elements are not
 * changed.
 */
export function convertHtml(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text;
  const parts = text.split(CODE).map((part, index) => (index % 2 ? part : toMarkdown(part)));
  return parts
    .join("")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function toMarkdown(text: string): string {
  const inline = text
    .replace(/<a\s[^<>]*?href=["']([^"'<>\s]+)["'][^<>]*>([^<>[\]]+)<\/a>/gi, "[$2]($1)")
    .replace(/<(b|strong|i|em|code)>([^<>`*\n]+)<\/\1>/gi, (_, name: string, contents: string) => {
      const mark = MARKS[name.toLowerCase()] ?? "";
      return `${mark}${contents}${mark}`;
    });
  return BLOCKS.reduce((result, [element, markdown]) => result.replace(element, markdown), inline);
}
