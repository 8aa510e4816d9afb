import { compareWithReleased } from "../api/reports.js";
import type { Change } from "./change.js";

const CONSEQUENCES = {
  major: "Code that uses it may no longer compile, or behaves differently.",
  minor: "Existing code still compiles.",
};

/**
 * Returns the changes of the TypeScript API since the last release, by the committed API reports.
 *
 * @param root - The project's folder.
 * @returns The changes. Empty before the first release.
 */
export function compareApiReports(root: string): Change[] {
  return compareWithReleased(root).map(({ entry, name, message, severity, file }) => ({
    rule: `typescript-api-${severity}`,
    severity,
    subject: `TypeScript API of ${entry}`,
    path: name,
    message: `It ${message}.`,
    consequence: CONSEQUENCES[severity],
    side: "revision",
    location: { file },
  }));
}
