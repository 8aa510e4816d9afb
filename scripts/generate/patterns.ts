/**
 * Converts a regular expression of a document for the `u` flag, which validators use. Removes needless escapes such as
 * `\-`. Undefined if it is invalid.
 */
export function toUnicodePattern(pattern: string): string | undefined {
  if (isValid(pattern, "u")) return pattern;
  if (!isValid(pattern, "")) return undefined;
  const clean = removeNeedlessEscapes(pattern);
  return isValid(clean, "u") ? clean : undefined;
}

function removeNeedlessEscapes(pattern: string): string {
  let isInClass = false;
  return pattern.replace(/\\?[^]/gu, (token) => {
    const [, escaped] = /^\\([^])$/u.exec(token) ?? [];
    if (escaped === undefined) {
      if (token === "[") isInClass = true;
      if (token === "]") isInClass = false;
      return token;
    }
    const isSyntax = /[\^$\\.*+?()[\]{}|/]/.test(escaped) || (isInClass && escaped === "-");
    return isSyntax || /[a-zA-Z0-9]/.test(escaped) ? token : escaped;
  });
}

function isValid(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    // An invalid expression throws a SyntaxError.
    return false;
  }
}
