/**
 * Renders a Markdown table with aligned columns.
 *
 * @param rows - The cells of each row. The first row is the header.
 * @returns The lines of the table, without a line break at the end.
 */
export function renderMarkdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const renderLine = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [
    renderLine(head),
    `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`,
    ...body.map(renderLine),
  ].join("\n");
}
