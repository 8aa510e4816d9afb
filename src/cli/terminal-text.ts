/** Replaces control characters, which a terminal interprets. JSON escapes only some of them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
}

/**
 * Formats a value for one line of a terminal, a number to one decimal. The text cannot move the cursor, change colors
 * or reverse the direction of other text, because anybody can set a title.
 */
export function printable(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  return (typeof value === "string" ? value : JSON.stringify(value))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, "");
}
