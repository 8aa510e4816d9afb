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
      // A number in a template string has an obvious format.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "sort-imports": ["error", { ignoreCase: true, ignoreDeclarationSort: true }],
    },
  },
  {
    // The library and the runtime of generated code must not use Node: they run in every runtime with fetch.
    files: ["src/**/*.ts", "scripts/generate/runtime/**/*.ts"],
    ignores: ["src/cli.ts", "src/cli/**", "src/mcp/serve.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["node:*"],
              message: "This code also runs in browsers and Workers, which have no Node modules.",
            },
          ],
        },
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
