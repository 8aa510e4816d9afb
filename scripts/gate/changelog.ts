import type { Change } from "./change.js";
import { formatChangesAsList } from "./report/markdown.js";

const TITLE = "# Changelog\n";
const UNRELEASED = /^## Unreleased\s*$/m;

/**
 * Returns the changelog with an entry for a version on top. Handwritten notes under `## Unreleased` become the
 * beginning of the entry.
 *
 * @param changelog - The text of the changelog.
 * @param version - The version of the entry.
 * @param changes - The changes of the version.
 * @returns The new text of the changelog.
 */
export function addEntry(changelog: string, version: string, changes: readonly Change[]): string {
  const text = changelog.trim() === "" ? TITLE : changelog;
  const unreleased = UNRELEASED.exec(text);
  const start = unreleased?.index ?? findNextHeading(text, 0);
  const end = unreleased ? findNextHeading(text, start + unreleased[0].length) : start;
  const notes = unreleased ? text.slice(start + unreleased[0].length, end).trim() : "";
  const list = formatChangesAsList(changes) || (notes ? "" : "The described API did not change.");
  const entry = [`## ${version}`, notes, list].filter(Boolean).join("\n\n");
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trim()];
  return `${[before, entry, after].filter(Boolean).join("\n\n")}\n`;
}

/** Returns the offset of the next entry, or the end of the text. */
function findNextHeading(text: string, from: number): number {
  const index = text.slice(from).search(/^## /m);
  return index < 0 ? text.length : from + index;
}
