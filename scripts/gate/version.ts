import { coerce, compare, parse, SemVer } from "semver";
import type { Impact } from "./change.js";

/** Reads a semantic version; undefined if it is not one. Build metadata is dropped: it orders nothing. */
export function parseVersion(text: string): SemVer | undefined {
  return /^\d\S*$/.test(text) ? (parse(text) ?? undefined) : undefined;
}

/** Reads a version of another API, which may have fewer numbers or a `v` before them. */
export function parseLoosely(text: string): SemVer | undefined {
  return parseVersion(text) ?? (/^v?\d+(\.\d+)?$/.test(text) ? (coerce(text) ?? undefined) : undefined);
}

/** Below zero if `a` comes before `b`, above zero if after. A prerelease comes before its release. */
export function compareVersions(a: string, b: string): number {
  return compare(a, b);
}

/**
 * The lowest version after `released` that may carry a change of this severity.
 *
 * Below 1.0.0 a breaking change asks for a step of the minor number, and anything else for one of the patch number:
 * that is what `^0.1.0` in a user's package.json relies on. Below 0.1.0 nothing is promised, and every change asks
 * for a step of the patch number.
 *
 * A prerelease is a step towards its release. Where that release may carry the change already, as 2.0.0 may carry a
 * breaking one, the next prerelease will do.
 */
export function nextVersion(released: string, impact: Impact): string {
  const version = new SemVer(released);
  const step = stepFor(version, impact);
  const isStep = version.prerelease.length > 0 && carries(version, step);
  return isStep ? version.inc("prerelease", undefined, "1").version : version.inc(step).version;
}

/**
 * Whether `present` may carry a change of this severity since `released`. The prereleases that lead up to a version
 * may carry what it may: 2.0.0-beta.1 a breaking change.
 */
export function suffices(present: string, released: string, impact: Impact): boolean {
  if (compareVersions(present, released) <= 0) return false;
  const { major, minor, patch } = new SemVer(present);
  return compareVersions(`${major}.${minor}.${patch}`, nextVersion(released, impact)) >= 0;
}

function stepFor({ major, minor }: SemVer, impact: Impact): Impact {
  if (major > 0) return impact;
  return impact === "major" && minor > 0 ? "minor" : "patch";
}

/** Whether a version is such a step from the one before it. */
function carries({ minor, patch }: SemVer, step: Impact): boolean {
  return step === "patch" || (patch === 0 && (step === "minor" || minor === 0));
}
