import { renderMermaidSVG } from "beautiful-mermaid";

const FENCE = /^```mermaid\n(.*?)^```/ms;

/**
 * Renders a fenced Mermaid diagram as an inline SVG in the colors of the page.
 *
 * @param code - A block of code with its fences.
 * @returns The HTML, or undefined for other code.
 */
export function renderDiagram(code: string): string | undefined {
  const [, diagram] = FENCE.exec(code) ?? [];
  if (diagram === undefined) return undefined;
  const svg = renderMermaidSVG(diagram, {
    bg: "var(--color-background)",
    fg: "var(--color-text)",
    transparent: true,
  })
    // The import would request a font from another host.
    .replace(/^\s*@import .*;$/m, "")
    // A blank line would end the HTML in the Markdown.
    .replace(/\n\s*/g, " ");
  return `\n<figure class="diagram">${svg}</figure>\n`;
}
