import { type Change, sortBySeverity } from "../change.js";
import { describeUsers } from "./describe-changes.js";

/** The changes of one operation or component. */
export interface Group {
  /** The changed operation or component, and its users. */
  title: string;
  changes: Change[];
}

/** Groups changes by their subject. The group with the most severe change is first. */
export function groupChanges(changes: readonly Change[]): Group[] {
  const groups = new Map<string, Change[]>();
  for (const change of sortBySeverity(changes)) {
    const title = change.users ? `${change.subject}: ${describeUsers(change.users)}` : change.subject;
    const group = groups.get(title);
    if (group) group.push(change);
    else groups.set(title, [change]);
  }
  return [...groups].map(([title, members]) => ({ title, changes: members }));
}
