import { findNearest } from "../../src/nearest.js";
import type { SpecDocument } from "../document/document.js";
import type { Json, Pointer } from "../document/json.js";
import type { Problem } from "../problem.js";

/** The extensions whose values are true or false. */
const FLAGS = ["x-null-text", "x-usually-present"];

/** The extensions that change the generated code. */
const EXTENSIONS = ["x-speakeasy-pagination", "x-list", "x-item", "x-download", ...FLAGS];

/**
 * Reports extensions that would be ignored: flags that are not true or false, and names that are nearly those that the
 * generator reads. Only the project's own document is checked, because others may have such extensions of other tools.
 */
export function findIgnoredExtensions({ root, createProblem }: SpecDocument): Problem[] {
  const check = (value: Json | undefined, pointer: Pointer): Problem[] => {
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([name, child]) => {
      const childPointer = [...pointer, name];
      const message = findMistake(name, child);
      const problems = check(child, childPointer);
      return message === undefined ? problems : [createProblem(childPointer, message), ...problems];
    });
  };
  return check(root, []);
}

function findMistake(name: string, value: Json | undefined): string | undefined {
  if (FLAGS.includes(name) && typeof value !== "boolean")
    return `${name} must be true or false, got ${JSON.stringify(value)}`;
  const near = isMisspelled(name) ? findNearest(name, EXTENSIONS) : undefined;
  return near && `${name} is not supported. Did you mean ${near}?`;
}

function isMisspelled(name: string): boolean {
  return name.startsWith("x-") && !EXTENSIONS.includes(name);
}
