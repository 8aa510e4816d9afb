import { findNearest } from "../../src/nearest.js";
import type { SpecDocument } from "../document/document.js";
import type { Json, Pointer } from "../document/json.js";
import type { Problem } from "../problem.js";

/** The extensions that change the generated code. */
const EXTENSIONS = [
  "x-speakeasy-pagination",
  "x-list",
  "x-item",
  "x-download",
  "x-null-text",
  "x-usually-present",
];

/**
 * Reports extensions whose names are nearly those that the generator reads. They would be ignored. Only the project's
 * own document is checked, because others may have such extensions of other tools.
 */
export function findMisspelledExtensions({ root, createProblem }: SpecDocument): Problem[] {
  const check = (value: Json | undefined, pointer: Pointer): Problem[] => {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, child]) => {
      const childPointer = [...pointer, name];
      const near = isMisspelled(name) ? findNearest(name, EXTENSIONS) : undefined;
      const problems = check(child, childPointer);
      return near
        ? [createProblem(childPointer, `${name} is not supported. Did you mean ${near}?`), ...problems]
        : problems;
    });
  };
  return check(root, []);
}

function isMisspelled(name: string): boolean {
  return name.startsWith("x-") && !EXTENSIONS.includes(name);
}
