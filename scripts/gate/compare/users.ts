import type { Part } from "./finding.js";

/** The operations that use each part. */
export type UsersOfParts = ReadonlyMap<Part, ReadonlySet<string>>;

/**
 * Finds the operations that use the parts with findings.
 *
 * @param owners - The parts of the operations.
 * @returns The names of the operations by part.
 */
export function findUsers(owners: readonly Part[]): UsersOfParts {
  const relevant = findRelevantParts(owners);
  const users = new Map<Part, Set<string>>();
  for (const owner of owners) {
    const seen = new Set<Part>();
    const visit = (part: Part): void => {
      if (seen.has(part) || !relevant.has(part)) return;
      seen.add(part);
      const names = users.get(part) ?? new Set<string>();
      users.set(part, names.add(owner.subject));
      part.children.forEach(visit);
    };
    visit(owner);
  }
  return users;
}

/** Returns the parts with findings, and the parts that use them. */
function findRelevantParts(owners: readonly Part[]): Set<Part> {
  const parents = new Map<Part, Part[]>();
  const seen = new Set<Part>();
  const visit = (part: Part): void => {
    if (seen.has(part)) return;
    seen.add(part);
    for (const child of part.children) {
      const childParents = parents.get(child);
      if (childParents) childParents.push(part);
      else parents.set(child, [part]);
      visit(child);
    }
  };
  owners.forEach(visit);
  const relevant = new Set([...seen].filter(({ findings }) => findings.length > 0));
  // The iteration of a set includes elements that are added during it.
  for (const part of relevant) for (const parent of parents.get(part) ?? []) relevant.add(parent);
  return relevant;
}

/** Returns all parts that can be reached from the owners. */
export function findParts(owners: readonly Part[]): Set<Part> {
  const parts = new Set(owners);
  for (const part of parts) for (const child of part.children) parts.add(child);
  return parts;
}
