import type { Impact } from "./change.js";

/** A semantic version. Build metadata is read over: it orders nothing. */
export interface Version {
  major: number;
  minor: number;
  patch: number;
  /** The identifiers after the hyphen; none for a release proper. */
  prerelease: readonly (string | number)[];
}

const NUMBER = "(0|[1-9]\\d*)";
const IDENTIFIER = "(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)";
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9a-zA-Z.-]+)?$`,
);

/** Reads a version; undefined if it is none. */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (!match) return undefined;
  const [, major, minor, patch, prerelease] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease: (prerelease?.split(".") ?? []).map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  };
}

export function formatVersion({ major, minor, patch, prerelease }: Version): string {
  return `${major}.${minor}.${patch}${prerelease.length ? `-${prerelease.join(".")}` : ""}`;
}

/** Below zero if `a` comes before `b`, above zero if after. A prerelease comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    Number(a.prerelease.length === 0) - Number(b.prerelease.length === 0) ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

function comparePrereleases(a: Version["prerelease"], b: Version["prerelease"]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (one === other) continue;
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

/**
 * The lowest version after `released` that may carry a change of this weight.
 *
 * Below 1.0.0 a breaking change asks for a step of the minor number, and anything else for one of the patch number:
 * that is what `^0.1.0` in a user's package.json relies on. Below 0.1.0 nothing is promised, and every change asks
 * for a step of the patch number.
 *
 * A prerelease is a step towards its release. Where that release may carry the change already, as 2.0.0 may carry a
 * breaking one, the next prerelease will do.
 */
export function nextVersion(released: Version, impact: Impact): Version {
  const { major, minor, patch, prerelease } = released;
  const step = stepFor(released, impact);
  if (prerelease.length && carries(released, step)) {
    const last = prerelease.at(-1);
    return {
      ...released,
      prerelease: typeof last === "number" ? [...prerelease.slice(0, -1), last + 1] : [...prerelease, 1],
    };
  }
  if (step === "major") return { major: major + 1, minor: 0, patch: 0, prerelease: [] };
  if (step === "minor") return { major, minor: minor + 1, patch: 0, prerelease: [] };
  return { major, minor, patch: patch + 1, prerelease: [] };
}

/**
 * Whether `present` may carry a change of this weight since `released`. The prereleases that lead up to a version
 * may carry what it may: 2.0.0-beta.1 a breaking change.
 */
export function suffices(present: Version, released: Version, impact: Impact): boolean {
  if (compareVersions(present, released) <= 0) return false;
  return compareVersions({ ...present, prerelease: [] }, nextVersion(released, impact)) >= 0;
}

function stepFor({ major, minor }: Version, impact: Impact): Impact {
  if (major > 0) return impact;
  return impact === "major" && minor > 0 ? "minor" : "patch";
}

/** Whether a version is such a step from the one before it. */
function carries({ minor, patch }: Version, step: Impact): boolean {
  return step === "patch" || (patch === 0 && (step === "minor" || minor === 0));
}
