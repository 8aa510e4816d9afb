import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Arguments, readArguments, USAGE } from "../../scripts/generate/arguments.js";
import { UsageError } from "../../scripts/problem.js";
import { temporaryFolder, writeTexts } from "./document-files.js";

const root = resolve(import.meta.dirname, "../..");
const folder = temporaryFolder();

afterEach(() => {
  vi.restoreAllMocks();
});

const OURS: Arguments = {
  help: false,
  check: false,
  strict: false,
  verbose: false,
  ours: true,
  validators: true,
  spec: relative(process.cwd(), join(root, "spec/openapi.yaml")),
  out: relative(process.cwd(), join(root, "generated")),
  rules: ["--config", join(root, "redocly.yaml")],
  command: "npm run generate",
  update: "npm run generate",
};

describe("without --spec it is our own document", () => {
  it.each([
    ["as it is", [], OURS],
    ["only checked", ["--check"], { ...OURS, check: true }],
    ["with its validators, asked for or not", ["--validators"], OURS],
    ["asked for help", ["--help"], { ...OURS, help: true }],
  ])("%s", (_, argv, want) => {
    expect(readArguments(argv)).toEqual(want);
  });

  it.each([
    [".", "spec/openapi.yaml", "generated"],
    ["generated", "../spec/openapi.yaml", "."],
    ["spec", "openapi.yaml", "../generated"],
  ])("and named as seen from %s", (cwd, spec, out) => {
    vi.spyOn(process, "cwd").mockReturnValue(join(root, cwd));
    expect(readArguments([])).toEqual({ ...OURS, spec, out });
  });
});

describe("with --spec and --out it is another document", () => {
  const argv = ["--spec", "their/api.yaml", "--out", "their/code"];
  const THEIRS: Arguments = {
    help: false,
    check: false,
    strict: false,
    verbose: false,
    ours: false,
    validators: false,
    spec: "their/api.yaml",
    out: "their/code",
    rules: ["--extends=minimal"],
    command: "npm run generate -- --spec api.yaml --out DIR",
    update: "npm run generate -- --spec their/api.yaml --out their/code",
  };

  it.each([
    ["linted for its structure only", [], THEIRS],
    ["only checked", ["--check"], { ...THEIRS, check: true }],
    ["asked for help", ["--help"], { ...THEIRS, help: true }],
    [
      "with validators if asked for, also by the command that mends it",
      ["--validators"],
      { ...THEIRS, validators: true, update: `${THEIRS.update} --validators` },
    ],
    ...["minimal", "recommended", "recommended-strict", "spec"].map(
      (name) =>
        [
          `linted by redocly's rule set ${name}`,
          ["--ruleset", name],
          {
            ...THEIRS,
            rules: [`--extends=${name}`],
            update: `${THEIRS.update} --ruleset ${name}`,
          },
        ] as const,
    ),
  ] as const)("%s", (_, more, want) => {
    expect(readArguments([...argv, ...more])).toEqual(want);
  });

  it("linted by a configuration file", () => {
    const file = writeTexts(folder, { "rules.yaml": "rules: {}\n" });
    expect(readArguments([...argv, "--ruleset", file, "--validators"])).toEqual({
      ...THEIRS,
      validators: true,
      rules: ["--config", file],
      update: `${THEIRS.update} --ruleset ${file} --validators`,
    });
  });
});

describe("a wrong call is told with the usage", () => {
  const none = join(folder, "none.yaml");
  it.each([
    ["--spec alone", ["--spec", "a.yaml"], "--spec and --out go together."],
    ["--out alone", ["--out", "code"], "--spec and --out go together."],
    [
      "rules for our own document",
      ["--ruleset", "minimal"],
      "--ruleset goes with --spec: redocly.yaml has the rules for spec/openapi.yaml.",
    ],
    [
      "rules that are not there",
      ["--spec", "a.yaml", "--out", "code", "--ruleset", none],
      `--ruleset ${none} is neither a file nor one of minimal, recommended, recommended-strict, spec.`,
    ],
    ["a value that is missing", ["--spec"], "Option '--spec <value>' argument missing"],
    ["a value too much", ["--check=yes"], "Option '--check' does not take an argument"],
  ])("%s", (_, argv, want) => {
    expect(existsSync(none)).toBe(false);
    expect(() => readArguments(argv)).toThrow(new UsageError(`${want}\n\n${USAGE}`));
  });

  it("an option that is not known, by its name", () => {
    expect(() => readArguments(["--chekc"])).toThrow(
      /^Unknown option '--chekc'.*\n\nUsage: npm run generate -- \[options\]\n/,
    );
  });
});
