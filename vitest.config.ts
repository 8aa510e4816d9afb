import { defineConfig } from "vitest/config";

/** What packs, compiles much, tries a property hundreds of times, starts processes or builds the site. It needs a build. */
const SLOW = [
  "test/cli/command.test.ts",
  "test/client/properties.test.ts",
  "test/{api,docs,package,readme,start}/**/*.test.ts",
  "test/gate/{bad-documents,release}.test.ts",
  "test/generators/{client,command,schema-types,types}.test.ts",
];
/** What replaces modules, which other files of its worker may have loaded before. */
const ISOLATED = ["test/examples/**/*.test.ts", "test/generators/output-interrupted.test.ts"];

export default defineConfig({
  test: {
    // Vitest leaves a core for itself, half of a machine that has two.
    maxWorkers: "100%",
    // Some tests run compilers and whole commands, on whatever machine it is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // The files of a worker share their imports: compilers and linters take a second each to import.
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          exclude: [...SLOW, ...ISOLATED, "**/node_modules/**"],
          isolate: false,
        },
      },
      { extends: true, test: { name: "slow", include: SLOW, isolate: false } },
      { extends: true, test: { name: "isolated", include: ISOLATED } },
    ],
  },
});
