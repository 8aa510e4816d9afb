import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Some tests run compilers and whole commands, on whatever machine it is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
