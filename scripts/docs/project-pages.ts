/** Pages about the project, after the guides, with their titles. */
export const PROJECT_PAGES: Readonly<Record<string, string>> = {
  "docs/runtimes.md": "Runtimes",
  "bench/RESULTS.md": "Benchmark",
  "CONTRIBUTING.md": "Contributing",
  "CHANGELOG.md": "Changelog",
};
