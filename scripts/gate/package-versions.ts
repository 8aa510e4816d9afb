import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Source } from "@redocly/openapi-core";
import { createProblemAtOffset } from "../document/create-problem.js";
import { type Problem, SpecError } from "../problem.js";

/** The files beside the document that state the version. */
export const PACKAGE_FILES = ["package.json", "package-lock.json"] as const;

interface Manifest {
  version?: unknown;
  /** In a lock file, the empty name stands for the package itself. */
  packages?: Record<string, { version?: unknown } | undefined>;
}

/**
 * Checks that the files of the package have the version of the document.
 *
 * @param root - The folder of the package.
 * @param document - The path of the document, for the messages.
 * @param version - The version of the document.
 * @returns A problem for each file with another version.
 * @throws SpecError if a file cannot be read or parsed.
 */
export function checkPackageVersions(root: string, document: string, version: string): Problem[] {
  return PACKAGE_FILES.flatMap((file) => {
    const { text, manifest } = readManifest(root, file);
    const rootPackage = manifest.packages?.[""];
    const stated = [manifest.version, ...(rootPackage ? [rootPackage.version] : [])];
    const different = stated.find((statedVersion) => statedVersion !== version);
    if (stated.every((statedVersion) => statedVersion === version)) return [];
    const offset = Math.max(text.indexOf(`"version": ${JSON.stringify(different)}`), 0);
    const message = `version is ${different === undefined ? "missing" : JSON.stringify(different)}, but info.version of ${document} is "${version}": they must be equal`;
    return [createProblemAtOffset(file, new Source(file, text), offset, message)];
  });
}

/**
 * Sets the version of a package file. The file itself is not changed.
 *
 * @param root - The folder of the package.
 * @param file - The name of the file.
 * @param version - The new version.
 * @returns The new text of the file, formatted like npm does.
 * @throws SpecError if the file cannot be read or parsed.
 */
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
