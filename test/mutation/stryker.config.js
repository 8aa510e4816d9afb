/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "src/**/*.ts",
    "scripts/{document,generate,gate}/**/*.ts",
    "scripts/{code-frame,markdown-table,problem,run-command}.ts",
    // Re-exports, and entry points that are tested as processes.
    "!src/{cli,index,testing}.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.js" },
  // Stryker's marker would make every file of generated/ outdated.
  disableTypeChecks: false,
  coverageAnalysis: "perTest",
  // A mutant in code that runs on import needs the whole suite in a fresh process.
  ignoreStatic: true,
  // Reports of runs over some files accumulate.
  incremental: true,
  incrementalFile: "test/mutation/reports/incremental.json",
  // An equivalent mutant has its reason beside the code: `// Stryker disable next-line <mutator>: <reason>`.
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "test/mutation/reports/mutation.json" },
  htmlReporter: { fileName: "test/mutation/reports/mutation.html" },
  tempDirName: "test/mutation/.stryker-tmp",
  ignorePatterns: ["bench", "test/runtimes/node_modules", "dist", "docs/site", "test/mutation/reports"],
  timeoutMS: 2_000,
  timeoutFactor: 2,
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
};
