import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  // Generated code is compiled under our strictest settings instead, by a test.
  {
    ignores: [
      "dist/",
      "docs/site/",
      ".docs.*/",
      "generated/",
      "coverage/",
      "test/mutation/reports/",
      "test/mutation/.stryker-tmp/",
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Numbers in messages need no ceremony.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // The library and the runtime of generated code run wherever fetch does: no Node in them.
    files: ["src/**/*.ts", "scripts/generate/runtime/**/*.ts"],
    ignores: ["src/cli.ts", "src/cli/**", "src/mcp/serve.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["node:*"], message: "This code runs outside Node too." }] },
      ],
      "no-restricted-globals": [
        "error",
        "process",
        "Buffer",
        "global",
        "setImmediate",
        "require",
        "__dirname",
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "vitest", importNames: ["it"], message: "Import `test` instead." }] },
      ],
    },
  },
  {
    files: ["**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
