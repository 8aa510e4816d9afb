/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    "src/**/*.ts",
    // The files of scripts/ itself are run as processes, and tested as such.
    "scripts/{document,generate}/**/*.ts",
    "scripts/{problem,markdown-table}.ts",
    // The rest of the gate runs the linter or stages files for a release, and so do the tests of it.
    "scripts/gate/{change,changelog,compare-upstream,find-operation,package-versions}.ts",
    "scripts/gate/{render-changes,schema-view,version}.ts",
    "!scripts/document/{fetch-document,lint}.ts",
    // Re-exports, and what makes a process of the command line, which is tested as one.
    "!src/{cli,index,testing}.ts",
  ],
  testRunner: "vitest",
  vitest: { configFile: "mutation/vitest.config.js" },
  // Its mark would make every file of generated/ differ from what the document generates.
  disableTypeChecks: false,
  coverageAnalysis: "perTest",
  // A mutant in code that runs on import would need the whole suite in a fresh process, for a constant each.
  ignoreStatic: true,
  // A report adds up from runs of some files each.
  incremental: true,
  incrementalFile: "mutation/reports/incremental.json",
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: "mutation/reports/mutation.json" },
  htmlReporter: { fileName: "mutation/reports/mutation.html" },
  tempDirName: "mutation/.stryker-tmp",
  ignorePatterns: ["bench", "runtimes", "dist", "docs/site", "mutation/reports"],
  timeoutMS: 2_000,
  timeoutFactor: 2,
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
};
