import { defineConfig } from "vitest/config";

// Fewer runs of each property: a thousand runs rarely find a mutant that 40 do not.
process.env.FC_RUNS ??= "40";

export default defineConfig({
  test: {
    // A worker for each file would be slow. The tests restore global state.
    isolate: false,
    include: [
      "test/{cli,client,document,failures,http,pagination,query,resource,testing,validate}/**/*.test.ts",
      "test/{generators,gate,start}/**/*.test.ts",
    ],
    // Tests that pack, compile, start a process or open sockets would need seconds for each mutant.
    exclude: [
      "test/cli/command.test.ts",
      "test/failures/{final,passing,redirects}.test.ts",
      "test/resource/generic.test.ts",
      "test/gate/{bad-documents,corpus,gate,release}.test.ts",
      "test/generators/{command,tree-shaking,types}.test.ts",
      "test/start/{serve,start}.test.ts",
    ],
  },
});
