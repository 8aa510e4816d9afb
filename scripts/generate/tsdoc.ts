import type { Json, JsonObject } from "../document/json.js";
import { textOf } from "../document/reader.js";

/** A text that does not end the comment it stands in. */
export function unclosed(text: string): string {
  return text.replaceAll("*/", "*\\/");
}

/** A text of a document, no line of which is taken for a tag. */
export function untagged(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/^(\s*)@/gm, "$1\\@");
}

/**
 * The text of a comment for a schema, a parameter or another described object of a document: what it is first, then
 * its format, and tags for the rest. Undefined where there is nothing to say that its name does not.
 */
export function describe(object: JsonObject, name = ""): string | undefined {
  const { title, summary, description, format, deprecated, example } = object;
  const prose = proseOf(textOf(summary), textOf(description));
  const main = (prose.length ? prose : [textOf(title)]).filter(
    (each) => each !== undefined && !isName(each, name),
  );
  // The type says it.
  const formatName = format === "binary" ? undefined : textOf(format);
  const tags = [
    ...(object.default === undefined ? [] : tag("default", object.default)),
    ...(example === undefined ? [] : tag("example", example)),
    ...(deprecated === true ? ["@deprecated"] : []),
  ];
  const paragraphs = [
    ...main.map((each) => untagged(each ?? "")),
    ...(formatName === undefined ? [] : [`Format: ${formatName}`]),
    ...(tags.length ? [tags.join("\n")] : []),
  ];
  return paragraphs.length ? paragraphs.join("\n\n") : undefined;
}

/** The summary and the description of an object. Many documents have one text for both. */
export function proseOf(summary: string | undefined, description: string | undefined): string[] {
  const plain = (text: string | undefined): string | undefined => text?.trim().replace(/\.$/, "");
  const texts = plain(summary) === plain(description) ? [description] : [summary, description];
  return texts.filter((text): text is string => text !== undefined && text !== "");
}

/** Whether a text is the name of what it describes, in words. */
function isName(text: string, name: string): boolean {
  const letters = (each: string): string => each.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return letters(text) === letters(name);
}

/** A tag with a short value: whole objects and long texts say little beside a type. */
function tag(name: string, value: Json): string[] {
  const text = typeof value === "string" ? value.trim() : JSON.stringify(value);
  return text !== "" && text.length <= 80 && !text.includes("\n") && !(typeof value === "object" && value)
    ? [`@${name} ${text.replaceAll("@", "\\@")}`]
    : [];
}

/** The lines of a comment as source text, as they stand before a declaration. */
export function commentLines(text: string): string {
  const safe = unclosed(text);
  if (!safe.includes("\n")) return `/** ${safe} */`;
  return `/**\n${safe
    .split("\n")
    .map((line) => (line ? ` * ${line}` : " *"))
    .join("\n")}\n */`;
}
