import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../document/json.js";
import { root } from "../project-folder.js";
import { sliceOperations } from "./document-pairs.js";
import { bench } from "./run.js";

/** A document that generators are measured with. */
export interface Subject {
  name: string;
  file: string;
  rounds: number;
}

const GITHUB_FILE = join(bench, "node_modules/@octokit/openapi/generated/api.github.com.json");

/** The numbers of operations of the documents that are cut from GitHub's. */
const OPERATION_COUNTS = [50, 200, 600];

/**
 * Writes the documents that are cut from GitHub's.
 *
 * @param folder - The folder for the documents.
 * @returns Our document, these documents, and GitHub's.
 */
export function writeSubjects(folder: string): Subject[] {
  const github = JSON.parse(readFileSync(GITHUB_FILE, "utf8")) as JsonObject;
  const slices = OPERATION_COUNTS.map((operationCount): Subject => {
    const file = join(folder, `github-${operationCount}.json`);
    writeFileSync(file, JSON.stringify(sliceOperations(github, operationCount), null, 2));
    return { name: `GitHub's, ${operationCount} operations`, file, rounds: 5 };
  });
  return [
    { name: "ours, 8 operations", file: join(root, "spec/openapi.yaml"), rounds: 5 },
    ...slices,
    { name: "GitHub's, all 1,223", file: GITHUB_FILE, rounds: 5 },
  ];
}
