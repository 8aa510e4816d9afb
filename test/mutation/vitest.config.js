import { defineConfig } from "vitest/config";

// Cuts the runs of each property: a mutant that dozens do not find is rarely found by a thousand.
process.env.FC_RUNS ??= "40";

export default defineConfig({
  test: {
    // A worker for each file would take most of the time. Nothing that the tests change outlives them.
    isolate: false,
    include: [
      "test/{cli,client,document,faults,pagination,testing,validate,generators,gate,start}/**/*.test.ts",
    ],
    // What packs, compiles, starts a process or serves over the loopback: seconds for each of thousands of mutants.
    exclude: [
      "test/cli/command.test.ts",
      "test/client/pace.test.ts",
      "test/faults/{final,passing,redirects}.test.ts",
      "test/gate/{bad-documents,corpus,gate,kill,release}.test.ts",
      "test/generators/{command,tree-shaking,types}.test.ts",
      "test/start/{serve,start}.test.ts",
    ],
  },
});
