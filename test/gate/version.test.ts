import { describe, expect, it } from "vitest";
import type { Impact } from "../../scripts/gate/change.js";
import {
  compareVersions,
  formatVersion,
  nextVersion,
  parseVersion,
  suffices,
} from "../../scripts/gate/version.js";

const version = (text: string): NonNullable<ReturnType<typeof parseVersion>> => {
  const parsed = parseVersion(text);
  if (!parsed) throw new Error(`${text} is no version`);
  return parsed;
};

describe("nextVersion", () => {
  it.each<[released: string, impact: Impact, next: string]>([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    // Below 1.0.0 the minor number is what `^0.1.0` holds on to.
    ["0.1.2", "major", "0.2.0"],
    ["0.1.2", "minor", "0.1.3"],
    ["0.1.2", "patch", "0.1.3"],
    ["0.0.4", "major", "0.0.5"],
    // A prerelease may go on to carry what its release may.
    ["2.0.0-beta.1", "major", "2.0.0-beta.2"],
    ["2.0.0-beta", "major", "2.0.0-beta.1"],
    ["1.3.0-rc.9", "minor", "1.3.0-rc.10"],
    ["1.3.0-rc.10", "minor", "1.3.0-rc.11"],
    ["1.3.0-rc.9", "major", "2.0.0"],
    ["1.2.4-rc.1", "minor", "1.3.0"],
    ["0.2.0-beta.1", "major", "0.2.0-beta.2"],
    ["0.1.1-beta.1", "major", "0.2.0"],
    ["1.2.4-rc.1", "patch", "1.2.4-rc.2"],
    ["0.0.4-beta.1", "major", "0.0.4-beta.2"],
    ["2.0.0-beta.1.5", "major", "2.0.0-beta.1.6"],
  ])("of %s with a %s change is %s", (released, impact, next) => {
    expect(formatVersion(nextVersion(version(released), impact))).toBe(next);
  });
});

describe("suffices", () => {
  it.each<[present: string, released: string, impact: Impact, answer: boolean]>([
    ["2.0.0", "1.2.3", "major", true],
    ["2.0.0-beta.1", "1.2.3", "major", true],
    ["3.1.0", "1.2.3", "major", true],
    ["1.3.0", "1.2.3", "major", false],
    ["1.2.3", "1.2.3", "patch", false],
    ["1.2.4", "1.2.3", "minor", false],
    ["0.2.0", "0.1.0", "major", true],
    ["0.1.1", "0.1.0", "major", false],
    ["0.1.1", "0.1.0", "minor", true],
    ["1.0.0", "0.9.0", "major", true],
    ["0.1.0", "0.2.0", "patch", false],
    ["2.0.0", "2.0.0-beta.1", "major", true],
    ["2.0.0-beta.1", "2.0.0-beta.1", "major", false],
  ])("%s after %s with a %s change: %s", (present, released, impact, answer) => {
    expect(suffices(version(present), version(released), impact)).toBe(answer);
  });
});

describe("a version", () => {
  it("is ordered as semver says, from either side", () => {
    const ordered = ["1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0-1a", "1.0.0-alpha", "1.0.0-alpha.1"];
    ordered.push("1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0-rc1", "1.0.0");
    ordered.push("1.0.1", "1.1.0", "2.0.0");
    const signs = ordered.map((one) =>
      ordered.map((other) => Math.sign(compareVersions(version(one), version(other)))),
    );
    expect(signs).toEqual(ordered.map((_, one) => ordered.map((_, other) => Math.sign(one - other))));
  });

  it("is the same with other build metadata", () => {
    expect(compareVersions(version("1.0.0-rc.1+linux"), version("1.0.0-rc.1+7"))).toBe(0);
  });

  it.each(["1.2", "v1.2.3", "01.2.3", "1.2.3-", "1.2.3-01", "latest", ""])("is not: %j", (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});
