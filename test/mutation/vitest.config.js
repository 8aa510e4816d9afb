import { defineConfig } from "vitest/config";

// Fewer runs of each property: a thousand runs rarely find a mutant that 40 do not.
process.env.FC_RUNS ??= "40";

export default defineConfig({
  test: {
    // A worker for each file would be slow. The tests restore global state.
    isolate: false,
    include: [
      "test/{cli,client,doctor,document,failures,http,mcp,pagination,query,resource,scripts,summary,testing,validate}/**/*.test.ts",
      "test/{gate,generate}/**/*.test.ts",
    ],
    // Tests that pack, compile, start a process or open sockets would need seconds for each mutant.
    exclude: [
      "test/cli/command.test.ts",
      "test/failures/{permanent,redirects,temporary}.test.ts",
      "test/resource/generic-types.test.ts",
      "test/gate/{commands,gate,invalid-documents,release,small-edits}.test.ts",
      "test/generate/{command,generated-code,tree-shaking}.test.ts",
      "test/scripts/{serve,start}.test.ts",
    ],
  },
});
