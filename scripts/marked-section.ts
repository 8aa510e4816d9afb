/**
 * Replaces the text between `<!-- NAME -->` and `<!-- /NAME -->` in a page.
 *
 * @param page - The text of the page.
 * @param name - The name of the section.
 * @param content - The new text.
 * @returns The page with the new text.
 * @throws Error if the page has no such marks.
 */
export function replaceMarkedSection(page: string, name: string, content: string): string {
  const sectionPattern = new RegExp(`(<!-- ${name} -->\n)[^]*(<!-- /${name} -->)`);
  if (!sectionPattern.test(page)) throw new Error(`The page has no <!-- ${name} --> … <!-- /${name} -->.`);
  return page.replace(sectionPattern, (_, open: string, close: string) => `${open}\n${content}\n\n${close}`);
}
