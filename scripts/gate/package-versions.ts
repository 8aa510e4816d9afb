import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderCodeFrame, getPosition, type Problem, SpecError } from "../problem.js";

/** The files beside the document that state the version. */
export const PACKAGE_FILES = ["package.json", "package-lock.json"] as const;

interface Manifest {
  version?: unknown;
  /** In a lock file, the empty name stands for the package itself. */
  packages?: Record<string, { version?: unknown } | undefined>;
}

/** Returns a problem for each file of the package whose version is not the document's. */
export function checkPackageVersions(root: string, document: string, version: string): Problem[] {
  return PACKAGE_FILES.flatMap((file) => {
    const { text, manifest } = readManifest(root, file);
    const rootPackage = manifest.packages?.[""];
    const stated = [manifest.version, ...(rootPackage ? [rootPackage.version] : [])];
    const different = stated.find((statedVersion) => statedVersion !== version);
    if (stated.every((statedVersion) => statedVersion === version)) return [];
    const offset = Math.max(text.indexOf(`"version": ${JSON.stringify(different)}`), 0);
    const { line, column } = getPosition(text, offset);
    const message = `version is ${different === undefined ? "missing" : JSON.stringify(different)}, but info.version of ${document} is "${version}": they must be equal`;
    return [
      {
        message,
        location: { file, line, column },
        frame: () => renderCodeFrame(text.split(/\r?\n/), line, column),
      },
    ];
  });
}

/** Returns the text of a package file with another version, formatted like npm does. */
export function setVersion(root: string, file: (typeof PACKAGE_FILES)[number], version: string): string {
  const { manifest } = readManifest(root, file);
  manifest.version = version;
  const rootPackage = manifest.packages?.[""];
  if (rootPackage) rootPackage.version = version;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function readManifest(root: string, file: string): { text: string; manifest: Manifest } {
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch (error) {
    throw new SpecError([{ message: `cannot be read: ${(error as Error).message}`, location: { file } }]);
  }
  try {
    return { text, manifest: JSON.parse(text) as Manifest };
  } catch (error) {
    throw new SpecError([{ message: `is not JSON: ${(error as Error).message}`, location: { file } }]);
  }
}
