/** A change of the public API, as a user of the package sees it. */
export interface ApiChange {
  /** The changed export or member, such as `RetryOptions.maxRetries`. */
  name: string;
  /** The change, such as `was removed`. */
  message: string;
  /** `major` if code that compiled may no longer compile or behaves differently, `minor` otherwise. */
  severity: "major" | "minor";
}

/** A change, before the removal of changes that only follow from others. */
export interface FoundChange extends ApiChange {
  /** The type of the export or member, if only a type that it names changed. */
  usedType?: string;
}

/**
 * Removes the changes that only follow from the change of another exported type.
 *
 * @param changes - All changes.
 * @returns The other changes. One whose changed type is not exported stays.
 */
export function removeIndirectChanges(changes: readonly FoundChange[]): ApiChange[] {
  const direct = changes.filter(({ usedType }) => usedType === undefined);
  const pending = new Set(changes.filter(({ usedType }) => usedType !== undefined));
  const removeConsequences = (causes: Set<string>): void => {
    // The iteration of a set includes elements that are added during it.
    for (const cause of causes)
      for (const change of pending)
        if (change.usedType?.match(/[\w$]+/g)?.includes(cause)) {
          pending.delete(change);
          causes.add(getExportName(change));
        }
  };
  removeConsequences(new Set(direct.filter(({ severity }) => severity === "major").map(getExportName)));
  const kept = new Set(direct);
  for (const change of pending) {
    pending.delete(change);
    kept.add(change);
    removeConsequences(new Set([getExportName(change)]));
  }
  return changes
    .filter((change) => kept.has(change))
    .map(({ name, message, severity }) => ({ name, message, severity }));
}

const getExportName = ({ name }: ApiChange): string => name.split(".")[0] ?? name;
