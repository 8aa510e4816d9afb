/** A page of the site that typedoc does not render. */
export interface SitePage {
  title: string;
  file: string;
  /** The fragment of the URL at which it opens. */
  fragment: string;
}

/**
 * Completes the HTML of a page from typedoc.
 *
 * @param html - The HTML that typedoc rendered.
 * @param sitePath - The relative URL of the site's folder, such as `../`.
 * @param pages - The pages that typedoc does not render.
 * @param examples - The URLs of the examples' pages by the names of their files, relative to the site's folder.
 * @returns The HTML with working links and with scrollable tables.
 */
export function completePage(
  html: string,
  sitePath: string,
  pages: readonly SitePage[],
  examples: ReadonlyMap<string, string>,
): string {
  const withPages = pages.reduce(
    // typedoc does not adapt such a link to the folder of the page.
    (text, { file, fragment }) => text.replaceAll(`href="${file}"`, `href="${sitePath}${file}${fragment}"`),
    html,
  );
  return (
    withPages
      .replace(/href="[./]*media\/([\w-]+\.ts)"/g, (link, file: string) => {
        const url = examples.get(file);
        return url === undefined ? link : `href="${sitePath}${url}"`;
      })
      .replace(/<code>examples\/([\w-]+\.ts)<\/code>/g, (code, file: string) => {
        const url = examples.get(file);
        return url === undefined ? code : `<a href="${sitePath}${url}">${code}</a>`;
      })
      // A wide table scrolls by itself, not with the page.
      .replace(/<table\b/g, '<div class="table" tabindex="0"><table')
      .replaceAll("</table>", "</table></div>")
  );
}
