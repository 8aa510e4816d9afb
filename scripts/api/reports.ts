import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import type { ApiChange } from "./change.js";
import { compareApi } from "./compare.js";
import { renderApiReport } from "./report.js";

/** The folder of the API reports. */
const FOLDER = "api";
/** The folder of the reports of the last release. */
const RELEASED = "api/released";

/** An entry of the package that has declarations. */
interface Entry {
  /** The name under which users import it. */
  name: string;
  /** The path of its declarations. */
  types: string;
  /** The name of its report. */
  file: string;
}

const entries: Entry[] = Object.entries(manifest.exports).flatMap(([key, entry]) =>
  typeof entry === "string"
    ? []
    : [
        {
          name: `${manifest.name}${key.slice(1)}`,
          types: entry.types,
          file: `${key.slice(2) || "index"}.api.md`,
        },
      ],
);

/**
 * Renders the report of each entry from the built declarations.
 *
 * @param root - The project's folder. `npm run build` writes the declarations.
 * @returns The text of each report by its path.
 */
export function renderReports(root: string): Map<string, string> {
  return new Map(
    entries.map(({ name, types, file }) => [`${FOLDER}/${file}`, renderApiReport(join(root, types), name)]),
  );
}

/**
 * Compares the committed reports with those of the last release.
 *
 * @param root - The project's folder.
 * @returns The changes of all entries, each with the names of its entry and report. Empty before the first release.
 */
export function compareWithReleased(root: string): (ApiChange & { entry: string; file: string })[] {
  return entries.filter(isRated).flatMap(({ name, file }) => {
    const released = join(root, RELEASED, file);
    if (!existsSync(released)) return [];
    const changes = compareApi(readDeclarations(released), readDeclarations(join(root, FOLDER, file)));
    return changes.map((change) => ({ ...change, entry: name, file: `${FOLDER}/${file}` }));
  });
}

/** Returns whether changes of an entry are rated. Changes of the generated entry are rated by the document. */
function isRated({ file }: Entry): boolean {
  return file !== "generated.api.md";
}

/** Returns the path of each report, and that of its copy of the last release. */
export function listReleasedCopies(): { report: string; released: string }[] {
  return entries.map(({ file }) => ({ report: `${FOLDER}/${file}`, released: `${RELEASED}/${file}` }));
}

function readDeclarations(path: string): string {
  const text = readFileSync(path, "utf8");
  const [, declarations] = /^```ts\n([^]*?)^```$/m.exec(text) ?? [];
  if (declarations === undefined)
    throw new Error(`${path} has no block of TypeScript. To write it again, run: npm run api -- --write`);
  return declarations;
}
