import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Writes a page for each file of `examples/`, because a browser would download the files themselves.
 *
 * @param root - The folder of the package.
 * @param folder - The folder of the pages.
 * @returns The paths of the pages.
 */
export function writeExamplePages(root: string, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(join(root, "examples"))
    .sort()
    .map((file) => {
      const page = join(folder, file.replace(/\.ts$/, ".md"));
      const code = readFileSync(join(root, "examples", file), "utf8");
      const title = `examples/${basename(file)}`;
      writeFileSync(
        page,
        `---\ntitle: ${title}\ngroup: Examples\n---\n\n# ${title}\n\n\`\`\`ts\n${code}\`\`\`\n`,
      );
      return page;
    });
}
