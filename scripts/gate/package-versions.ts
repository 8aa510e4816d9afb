import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeFrame, positionOf, type Problem, SpecError } from "../problem.js";

/** The files beside the document that state the version. */
export const PACKAGE_FILES = ["package.json", "package-lock.json"] as const;

interface Manifest {
  version?: unknown;
  /** In a lock file, the package itself under the empty name. */
  packages?: Record<string, { version?: unknown } | undefined>;
}

/** What is wrong with the package's versions: all have to be the document's. */
export function versionProblems(root: string, document: string, version: string): Problem[] {
  return PACKAGE_FILES.flatMap((file) => {
    const { text, manifest } = read(root, file);
    const own = manifest.packages?.[""];
    const stated = [manifest.version, ...(own ? [own.version] : [])];
    const wrong = stated.find((each) => each !== version);
    if (stated.every((each) => each === version)) return [];
    const offset = Math.max(text.indexOf(`"version": ${JSON.stringify(wrong)}`), 0);
    const { line, column } = positionOf(text, offset);
    const message = `version is ${wrong === undefined ? "missing" : JSON.stringify(wrong)}, but info.version of ${document} is "${version}": they must be equal`;
    return [
      { message, place: { file, line, column }, frame: () => codeFrame(text.split(/\r?\n/), line, column) },
    ];
  });
}

/** The text of a package's file with another version, as npm writes it. */
export function withVersion(root: string, file: (typeof PACKAGE_FILES)[number], version: string): string {
  const { manifest } = read(root, file);
  manifest.version = version;
  const own = manifest.packages?.[""];
  if (own) own.version = version;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function read(root: string, file: string): { text: string; manifest: Manifest } {
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch (error) {
    throw new SpecError([{ message: `cannot be read: ${(error as Error).message}`, place: { file } }]);
  }
  try {
    return { text, manifest: JSON.parse(text) as Manifest };
  } catch (error) {
    throw new SpecError([{ message: `is not JSON: ${(error as Error).message}`, place: { file } }]);
  }
}
