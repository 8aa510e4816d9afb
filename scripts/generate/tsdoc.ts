import type { Json, JsonObject } from "../document/json.js";
import { toText } from "../document/reader.js";
import { convertHtml } from "./html.js";
import { readEnumValues } from "./types/enum-values.js";

/** Escapes a text so that it does not end its comment. */
export function escapeCommentEnd(text: string): string {
  return text.replaceAll("*/", "*\\/");
}

/** Escapes a text so that no line becomes a tag. */
export function escapeTags(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/^(\s*)@/gm, "$1\\@");
}

/**
 * Returns the comment of a schema, a parameter or another described object: the description, the format, and tags.
 * Undefined if it would only repeat the name.
 *
 * @param object - The described object.
 * @param name - The name, which the comment must not only repeat. Default: empty.
 * @returns The text of the comment.
 */
export function renderDescription(object: JsonObject, name = ""): string | undefined {
  const { title, summary, description, format, deprecated, example } = object;
  const prose = formatProse(toText(summary), toText(description));
  const main = (prose.length ? prose : [toText(title)]).filter(
    (text) => text !== undefined && !repeatsName(text, name),
  );
  // The types of files, constants and enums already state the format.
  const isStated = format === "binary" || object.const !== undefined || readEnumValues(object) !== undefined;
  const formatName = isStated ? undefined : toText(format);
  const tags = [
    ...(object.default === undefined ? [] : renderTag("default", object.default)),
    ...(example === undefined ? [] : renderTag("example", example)),
    ...(deprecated === true ? ["@deprecated"] : []),
  ];
  const paragraphs = [
    ...main.map((text) => escapeTags(text ?? "")),
    ...(formatName === undefined ? [] : [`Format: ${formatName}`]),
    ...(tags.length ? [tags.join("\n")] : []),
  ];
  return paragraphs.length ? paragraphs.join("\n\n") : undefined;
}

/**
 * Returns the summary and the description of an object. Many documents have one text for both.
 *
 * @param summary - The summary.
 * @param description - The description.
 * @returns The paragraphs as Markdown.
 */
export function formatProse(summary: string | undefined, description: string | undefined): string[] {
  const simplify = (text: string | undefined): string | undefined => text?.trim().replace(/\.$/, "");
  const texts = simplify(summary) === simplify(description) ? [description] : [summary, description];
  return texts.map((text) => convertHtml(text ?? "")).filter((text) => text !== "");
}

/** Returns whether a text only repeats the name. */
function repeatsName(text: string, name: string): boolean {
  const keepLetters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return keepLetters(text) === keepLetters(name);
}

/** Renders a tag with a short value. Objects and long texts are left out. */
function renderTag(name: string, value: Json): string[] {
  const text = typeof value === "string" ? value.trim() : JSON.stringify(value);
  return text !== "" && text.length <= 80 && !text.includes("\n") && !(typeof value === "object" && value)
    ? [`@${name} ${text.replaceAll("@", "\\@")}`]
    : [];
}

/** Renders the lines of a comment before a declaration. */
export function renderCommentLines(text: string): string {
  const safe = escapeCommentEnd(text);
  if (!safe.includes("\n")) return `/** ${safe} */`;
  return `/**\n${safe
    .split("\n")
    .map((line) => (line ? ` * ${line}` : " *"))
    .join("\n")}\n */`;
}
