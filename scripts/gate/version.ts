import { coerce, compare, parse, SemVer } from "semver";
import type { Severity } from "./change.js";

/** Parses a semantic version. Build metadata is dropped, because it has no order. Undefined if it is invalid. */
export function parseVersion(text: string): SemVer | undefined {
  return /^\d\S*$/.test(text) ? (parse(text) ?? undefined) : undefined;
}

/** Parses a version of another API, which may have fewer numbers or a leading `v`. */
export function parseLooseVersion(text: string): SemVer | undefined {
  return parseVersion(text) ?? (/^v?\d+(\.\d+)?$/.test(text) ? (coerce(text) ?? undefined) : undefined);
}

/**
 * Compares two versions. A prerelease is lower than its release.
 *
 * @param first - A version.
 * @param second - Another version.
 * @returns A negative number if `first` is lower than `second`, a positive one if it is higher, or else 0.
 */
export function compareVersions(first: string, second: string): number {
  return compare(first, second);
}

/**
 * Returns the lowest version after `released` for a change of this severity.
 *
 * Below 1.0.0 a breaking change requires a minor step, and any other change a patch step. `^0.1.0` in a user's
 * package.json relies on that. Below 0.1.0 every change requires a patch step.
 *
 * If the release of a prerelease is high enough for the change, the next prerelease is too. A breaking change after
 * 2.0.0-beta.1 requires 2.0.0-beta.2.
 *
 * @param released - The released version.
 * @param severity - The highest severity of the changes.
 * @returns The version.
 */
export function computeNextVersion(released: string, severity: Severity): string {
  const version = new SemVer(released);
  const step = chooseStep(version, severity);
  const isReleaseSufficient = version.prerelease.length > 0 && isStepOf(version, step);
  return isReleaseSufficient ? version.inc("prerelease", undefined, "1").version : version.inc(step).version;
}

/**
 * Returns whether a version is high enough for a change since the last release. A prerelease is as high as its release:
 * 2.0.0-beta.1 allows a breaking change.
 *
 * @param version - The version.
 * @param released - The released version.
 * @param severity - The severity of the change.
 * @returns Whether the version is high enough.
 */
export function isSufficientVersion(version: string, released: string, severity: Severity): boolean {
  if (compareVersions(version, released) <= 0) return false;
  const { major, minor, patch } = new SemVer(version);
  return compareVersions(`${major}.${minor}.${patch}`, computeNextVersion(released, severity)) >= 0;
}

function chooseStep({ major, minor }: SemVer, severity: Severity): Severity {
  if (major > 0) return severity;
  return severity === "major" && minor > 0 ? "minor" : "patch";
}

/** Returns whether a step of this kind can lead to a version, as a minor step leads to 1.2.0. */
function isStepOf({ minor, patch }: SemVer, step: Severity): boolean {
  return step === "patch" || (patch === 0 && (step === "minor" || minor === 0));
}
