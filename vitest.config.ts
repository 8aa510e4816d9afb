import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (name: string): string => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    // The examples import the package by its name. Tests run them against its sources.
    alias: [
      { find: /^realtimekit-sessions$/, replacement: source("index") },
      { find: /^realtimekit-sessions\/(testing|validate)$/, replacement: source("$1") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Some tests run compilers and whole commands, on whatever machine it is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
