import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Arguments, readArguments, USAGE } from "../../scripts/generate/arguments.js";
import { UsageError } from "../../scripts/run-command.js";
import { createTemporaryFolder, writeTexts } from "./document-files.js";

const root = resolve(import.meta.dirname, "../..");
const folder = createTemporaryFolder();

afterEach(() => {
  vi.restoreAllMocks();
});

const OURS: Arguments = {
  help: false,
  check: false,
  strict: false,
  verbose: false,
  watch: false,
  isOwnDocument: true,
  validators: true,
  spec: relative(process.cwd(), join(root, "spec/openapi.yaml")),
  out: relative(process.cwd(), join(root, "generated")),
  rules: ["--config", join(root, "redocly.yaml")],
  command: "npm run generate",
  updateCommand: "npm run generate",
};

describe("arguments without --spec", () => {
  test.each([
    ["no option", [], OURS],
    ["--check", ["--check"], { ...OURS, check: true }],
    ["--validators, which is the default", ["--validators"], OURS],
    ["--help", ["--help"], { ...OURS, help: true }],
  ])("select our document with %s", (_, argv, expected) => {
    expect(readArguments(argv)).toEqual(expected);
  });

  test.each([
    [".", "spec/openapi.yaml", "generated"],
    ["generated", "../spec/openapi.yaml", "."],
    ["spec", "openapi.yaml", "../generated"],
  ])("name our document relative to %s", (cwd, spec, out) => {
    vi.spyOn(process, "cwd").mockReturnValue(join(root, cwd));
    expect(readArguments([])).toEqual({ ...OURS, spec, out });
  });
});

describe("arguments with --spec and --out", () => {
  const argv = ["--spec", "their/api.yaml", "--out", "their/code"];
  const THEIRS: Arguments = {
    help: false,
    check: false,
    strict: false,
    verbose: false,
    watch: false,
    isOwnDocument: false,
    validators: false,
    spec: "their/api.yaml",
    out: "their/code",
    rules: [
      "--extends=minimal",
      "--skip-rule=no-unresolved-refs",
      "--skip-rule=no-invalid-media-type-examples",
      "--skip-rule=no-invalid-parameter-examples",
      "--skip-rule=no-invalid-schema-examples",
    ],
    command: "npm run generate -- --spec api.yaml --out DIR",
    updateCommand: "npm run generate -- --spec their/api.yaml --out their/code",
  };

  test.each([
    ["no other option, so that only the structure is linted", [], THEIRS],
    [
      "--strict, so that the examples are linted too",
      ["--strict"],
      { ...THEIRS, strict: true, rules: ["--extends=minimal", "--skip-rule=no-unresolved-refs"] },
    ],
    [
      "--verbose, so that the examples are linted too",
      ["--verbose"],
      { ...THEIRS, verbose: true, rules: ["--extends=minimal", "--skip-rule=no-unresolved-refs"] },
    ],
    ["--check", ["--check"], { ...THEIRS, check: true }],
    ["--help", ["--help"], { ...THEIRS, help: true }],
    [
      "--validators, which is part of the update command",
      ["--validators"],
      { ...THEIRS, validators: true, updateCommand: `${THEIRS.updateCommand} --validators` },
    ],
    ...["minimal", "recommended", "recommended-strict", "spec"].map(
      (name) =>
        [
          `the rule set ${name} of redocly`,
          ["--ruleset", name],
          {
            ...THEIRS,
            rules: [`--extends=${name}`],
            updateCommand: `${THEIRS.updateCommand} --ruleset ${name}`,
          },
        ] as const,
    ),
  ] as const)("select a document with %s", (_, flags, expected) => {
    expect(readArguments([...argv, ...flags])).toEqual(expected);
  });

  test.each([
    ["a path with a space", "my api.yaml", "'my api.yaml'", "'my api.yaml'"],
    ["a path with a quote", "it's.yaml", "'it'\\''s.yaml'", "'it'\\''s.yaml'"],
    ["a path with a line break", "a\nb.yaml", "'a b.yaml'", "'a\nb.yaml'"],
    [
      "a URL with a secret",
      "https://api.test/v1/api.json?key=1&b",
      "api.json",
      "'https://api.test/v1/api.json?key=1&b'",
    ],
    ["standard input", "-", "stdin", "-"],
  ])("have an update command that quotes %s", (_, spec, displayName, quoted) => {
    expect(readArguments(["--spec", spec, "--out", "code"])).toMatchObject({
      command: `npm run generate -- --spec ${displayName} --out DIR`,
      updateCommand: `npm run generate -- --spec ${quoted} --out code`,
    });
  });

  test("select the linter's configuration file", () => {
    const file = writeTexts(folder, { "rules.yaml": "rules: {}\n" });
    expect(readArguments([...argv, "--ruleset", file, "--validators"])).toEqual({
      ...THEIRS,
      validators: true,
      rules: ["--config", file],
      updateCommand: `${THEIRS.updateCommand} --ruleset ${file} --validators`,
    });
  });
});

describe("a usage error", () => {
  const missing = join(folder, "missing.yaml");
  test.each([
    ["--spec alone", ["--spec", "a.yaml"], "--spec and --out require each other."],
    ["--out alone", ["--out", "code"], "--spec and --out require each other."],
    ["an empty --spec", ["--spec", "", "--out", "code"], "--spec must not be empty."],
    ["an empty --out", ["--spec", "a.yaml", "--out="], "--out must not be empty."],
    [
      "rules for our own document",
      ["--ruleset", "minimal"],
      "--ruleset requires --spec. The rules for spec/openapi.yaml are in redocly.yaml.",
    ],
    [
      "a missing file of rules",
      ["--spec", "a.yaml", "--out", "code", "--ruleset", missing],
      `--ruleset ${missing} is neither a file nor one of minimal, recommended, recommended-strict, spec.`,
    ],
    ["--watch with --check", ["--watch", "--check"], "--watch and --check cannot be combined."],
    [
      "--watch of a URL",
      ["--watch", "--spec", "https://api.test/a.yaml", "--out", "code"],
      "--watch requires a file as --spec, got https://api.test/a.yaml.",
    ],
    [
      "--watch of standard input",
      ["--watch", "--spec", "-", "--out", "code"],
      "--watch requires a file as --spec, got -.",
    ],
    ["a missing value", ["--spec"], "Option '--spec <value>' argument missing"],
    ["an unexpected value", ["--check=yes"], "Option '--check' does not take an argument"],
  ])("is thrown with the usage for %s", (_, argv, expected) => {
    expect(existsSync(missing)).toBe(false);
    expect(() => readArguments(argv)).toThrow(new UsageError(`${expected}\n\n${USAGE}`));
  });

  test("names an unknown option", () => {
    expect(() => readArguments(["--chekc"])).toThrow(
      /^Unknown option '--chekc'.*\n\nUsage: npm run generate -- \[options\]\n/,
    );
  });
});
