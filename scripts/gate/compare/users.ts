import type { Part } from "./finding.js";

/** The operations that use each part, by the way that its values go. */
export type UsersOfParts = ReadonlyMap<Part, ReadonlySet<string>>;

/** Finds who uses the parts that differ. `owners` are the operations. */
export function findUsers(owners: readonly Part[]): UsersOfParts {
  const interesting = partsToFindings(owners);
  const users = new Map<Part, Set<string>>();
  for (const owner of owners) {
    const seen = new Set<Part>();
    const visit = (part: Part): void => {
      if (seen.has(part) || !interesting.has(part)) return;
      seen.add(part);
      const names = users.get(part) ?? new Set<string>();
      users.set(part, names.add(owner.subject));
      part.children.forEach(visit);
    };
    visit(owner);
  }
  return users;
}

/** The parts that differ, and those that use them. */
function partsToFindings(owners: readonly Part[]): Set<Part> {
  const parents = new Map<Part, Part[]>();
  const seen = new Set<Part>();
  const visit = (part: Part): void => {
    if (seen.has(part)) return;
    seen.add(part);
    for (const child of part.children) {
      const known = parents.get(child);
      if (known) known.push(part);
      else parents.set(child, [part]);
      visit(child);
    }
  };
  owners.forEach(visit);
  const found = new Set([...seen].filter(({ findings }) => findings.length > 0));
  // A set goes on to those that are added while it is gone through.
  for (const part of found) for (const parent of parents.get(part) ?? []) found.add(parent);
  return found;
}

/** All parts that can be reached, each once. */
export function partsOf(owners: readonly Part[]): Set<Part> {
  const parts = new Set(owners);
  for (const part of parts) for (const child of part.children) parts.add(child);
  return parts;
}
