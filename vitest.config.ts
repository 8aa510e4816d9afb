import { defineConfig } from "vitest/config";
import { runs } from "./test/runs.js";

/** Tests that pack, compile many files, run property tests, start processes or build the site. They need a build. */
const SLOW = [
  "test/cli/command.test.ts",
  "test/client/properties.test.ts",
  "test/{api,docs,package,readme}/**/*.test.ts",
  "test/scripts/{serve,start}.test.ts",
  "test/gate/{commands,invalid-documents,release}.test.ts",
  "test/generate/{client,command,generated-code,schema-guarantees}.test.ts",
];
/** Tests that mock modules, which other files of the worker may have loaded already. */
const ISOLATED = ["test/examples/**/*.test.ts", "test/generate/output-interrupted.test.ts"];

export default defineConfig({
  test: {
    // By default Vitest leaves one core unused.
    maxWorkers: "100%",
    // Some tests run compilers and whole commands, also on slow machines. The nightly property tests take longer.
    testTimeout: 120_000 + 30 * runs,
    hookTimeout: 120_000,
    // By default a value in the title of a test is truncated to 40 characters.
    chaiConfig: { truncateThreshold: 100 },
    projects: [
      {
        extends: true,
        // The files of a worker share their imports, because compilers and linters are slow to import.
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          // A run of the mutation tests has copies of the tests in its folder.
          exclude: [...SLOW, ...ISOLATED, "**/node_modules/**", "test/mutation/**"],
          isolate: false,
        },
      },
      { extends: true, test: { name: "slow", include: SLOW, isolate: false } },
      { extends: true, test: { name: "isolated", include: ISOLATED } },
    ],
  },
});
