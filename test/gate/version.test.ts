import { describe, expect, test } from "vitest";
import type { Severity } from "../../scripts/gate/change.js";
import {
  compareVersions,
  computeNextVersion,
  isSufficientVersion,
  parseLooseVersion,
  parseVersion,
} from "../../scripts/gate/version.js";

describe("computeNextVersion", () => {
  test.each<[released: string, severity: Severity, next: string]>([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    // Below 1.0.0, `^0.1.0` allows only patch versions.
    ["0.1.2", "major", "0.2.0"],
    ["0.1.2", "minor", "0.1.3"],
    ["0.1.2", "patch", "0.1.3"],
    ["0.0.4", "major", "0.0.5"],
    // A prerelease allows the same changes as its release.
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
  ])("increases %s for a %s change to %s", (released, severity, next) => {
    expect(computeNextVersion(released, severity)).toBe(next);
  });
});

describe("isSufficientVersion", () => {
  test.each<[version: string, released: string, severity: Severity, expected: boolean]>([
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
  ])("rates %s after %s with a %s change as %s", (version, released, severity, expected) => {
    expect(isSufficientVersion(version, released, severity)).toBe(expected);
  });
});

describe("parseVersion", () => {
  test("ignores build metadata", () => {
    expect(parseVersion("1.0.0-rc.1+linux")?.version).toBe("1.0.0-rc.1");
    expect(compareVersions("1.0.0-rc.1+linux", "1.0.0-rc.1+7")).toBe(0);
  });

  test.each(["1.2", "v1.2.3", "01.2.3", "1.2.3-", "1.2.3-01", " 1.2.3", "latest", ""])(
    "rejects %j",
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});

describe("parseLooseVersion", () => {
  test.each([
    ["1.2", "1.2.0"],
    ["v2", "2.0.0"],
    ["3", "3.0.0"],
    ["1.2.3-rc.1", "1.2.3-rc.1"],
  ])("reads %s as %s", (text, version) => {
    expect(parseLooseVersion(text)?.version).toBe(version);
  });

  test.each(["2026-06-01", "latest", "1.2.3.4", ""])("rejects %j, which has no order", (text) => {
    expect(parseLooseVersion(text)).toBeUndefined();
  });
});
