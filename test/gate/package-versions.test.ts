import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkPackageVersions, setVersion } from "../../scripts/gate/package-versions.js";
import { type Problem, SpecError } from "../../scripts/problem.js";
import { getThrown } from "../thrown.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "package-versions-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const renderJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const PACKAGE = { name: "sessions", version: "1.2.3" };
const LOCK = { name: "sessions", version: "1.2.3", lockfileVersion: 3, packages: { "": PACKAGE } };

function writePackage(files: { "package.json"?: string; "package-lock.json"?: string }): void {
  for (const [file, text] of Object.entries({
    "package.json": renderJson(PACKAGE),
    "package-lock.json": renderJson(LOCK),
    ...files,
  }))
    writeFileSync(join(root, file), text);
}

/** Adds the code frames to problems. */
const addFrames = (problems: readonly Problem[]): object[] =>
  problems.map(({ renderFrame, ...problem }) => ({
    ...problem,
    ...(renderFrame && { frame: renderFrame() }),
  }));

function findProblems(call: () => unknown): SpecError["problems"] {
  const error = getThrown(call);
  expect(error).toBeInstanceOf(SpecError);
  return (error as SpecError).problems;
}

describe("checkPackageVersions", () => {
  test("returns no problem if all versions are equal", () => {
    writePackage({});
    expect(checkPackageVersions(root, "spec/openapi.yaml", "1.2.3")).toEqual([]);
  });

  test("accepts a lock file without an entry of the package itself", () => {
    writePackage({
      "package-lock.json": renderJson({ version: "1.2.3", packages: { "node_modules/a": { version: "9" } } }),
    });
    expect(checkPackageVersions(root, "spec/openapi.yaml", "1.2.3")).toEqual([]);
    writePackage({ "package-lock.json": renderJson({ version: "1.2.3" }) });
    expect(checkPackageVersions(root, "spec/openapi.yaml", "1.2.3")).toEqual([]);
  });

  const formatMessage = (value: string): string =>
    `version is ${value}, but info.version of spec/openapi.yaml is "1.2.3": they must be equal`;

  test("returns a problem for each file with another version", () => {
    writePackage({
      "package.json": renderJson({ ...PACKAGE, version: "1.2.4" }),
      "package-lock.json": renderJson({ version: "2.0.0" }),
    });
    expect(addFrames(checkPackageVersions(root, "spec/openapi.yaml", "1.2.3"))).toEqual([
      {
        message: formatMessage('"1.2.4"'),
        location: { file: "package.json", line: 3, column: 3 },
        frame: [
          "  1 | {",
          '  2 |   "name": "sessions",',
          '  3 |   "version": "1.2.4"',
          "    |   ^",
          "  4 | }",
        ].join("\n"),
      },
      {
        message: formatMessage('"2.0.0"'),
        location: { file: "package-lock.json", line: 2, column: 3 },
        frame: ["  1 | {", '  2 |   "version": "2.0.0"', "    |   ^", "  3 | }"].join("\n"),
      },
    ]);
  });

  test("returns a problem if only the package's own entry in the lock file has another version", () => {
    writePackage({
      "package-lock.json": renderJson({ version: "1.2.3", packages: { "": { version: "1.2.4" } } }),
    });
    expect(addFrames(checkPackageVersions(root, "spec/openapi.yaml", "1.2.3"))).toEqual([
      {
        message: formatMessage('"1.2.4"'),
        location: { file: "package-lock.json", line: 5, column: 7 },
        frame: [
          '  3 |   "packages": {',
          '  4 |     "": {',
          '  5 |       "version": "1.2.4"',
          "    |       ^",
          "  6 |     }",
        ].join("\n"),
      },
    ]);
  });

  test("locates the problem at the top of a file without a version", () => {
    writePackage({ "package.json": renderJson({ name: "sessions" }) });
    expect(addFrames(checkPackageVersions(root, "spec/openapi.yaml", "1.2.3"))).toEqual([
      {
        message: formatMessage("missing"),
        location: { file: "package.json", line: 1, column: 1 },
        frame: ["  1 | {", "    | ^", '  2 |   "name": "sessions"'].join("\n"),
      },
    ]);
  });

  test.each(["package.json", "package-lock.json"] as const)("rejects a package without %s", (file) => {
    writePackage({});
    rmSync(join(root, file));
    expect(findProblems(() => checkPackageVersions(root, "spec/openapi.yaml", "1.2.3"))).toEqual([
      {
        message: `cannot be read: ENOENT: no such file or directory, open '${join(root, file)}'`,
        location: { file },
      },
    ]);
  });

  test("rejects a file that is not JSON", () => {
    writePackage({ "package.json": "version = 1.2.3" });
    expect(findProblems(() => checkPackageVersions(root, "spec/openapi.yaml", "1.2.3"))).toEqual([
      { message: expect.stringMatching(/^is not JSON: \S/) as string, location: { file: "package.json" } },
    ]);
  });
});

describe("setVersion", () => {
  test("changes only the version", () => {
    writePackage({ "package.json": renderJson({ ...PACKAGE, description: "Größe" }) });
    expect(setVersion(root, "package.json", "2.0.0")).toBe(
      '{\n  "name": "sessions",\n  "version": "2.0.0",\n  "description": "Größe"\n}\n',
    );
  });

  test("changes only the package's own entry in a lock file", () => {
    const other = { "node_modules/a": { version: "1.2.3" } };
    writePackage({ "package-lock.json": renderJson({ ...LOCK, packages: { ...LOCK.packages, ...other } }) });
    expect(setVersion(root, "package-lock.json", "2.0.0")).toBe(
      renderJson({ ...LOCK, version: "2.0.0", packages: { "": { ...PACKAGE, version: "2.0.0" }, ...other } }),
    );
  });

  test("changes a lock file without an entry of the package itself", () => {
    writePackage({ "package-lock.json": renderJson({ version: "1.2.3", packages: {} }) });
    expect(setVersion(root, "package-lock.json", "2.0.0")).toBe(
      renderJson({ version: "2.0.0", packages: {} }),
    );
  });
});
