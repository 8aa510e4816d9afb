/**
 * Renders the lines around a location, with a mark below it.
 *
 * @param lines - All lines of the file.
 * @param line - The line of the location, from 1.
 * @param column - The column of the location, from 1.
 * @returns The numbered lines. Of a long line, only the part around the column.
 */
export function renderCodeFrame(lines: readonly string[], line: number, column: number): string {
  const firstLine = Math.max(1, line - 2);
  const shown = lines.slice(firstLine - 1, line + 1);
  const numberWidth = String(firstLine + shown.length - 1).length;
  // A document may be one long line.
  const startColumn = Math.max(0, column - 120);
  return shown
    .flatMap((content, index) => {
      const lineNumber = firstLine + index;
      const numberedLine = `${String(lineNumber).padStart(numberWidth + 2)} | ${content.slice(startColumn, startColumn + 160)}`;
      const mark = `${" ".repeat(numberWidth + 2)} | ${" ".repeat(column - 1 - startColumn)}^`;
      return lineNumber === line ? [numberedLine, mark] : [numberedLine];
    })
    .join("\n");
}
