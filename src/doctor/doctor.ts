import { listSessionsStrict } from "../../generated/validators.js";
import { createSessionsClient, type SessionsClientOptions } from "../index.js";
import { diagnose, type Finding } from "./diagnose.js";
import { examine, listObservations } from "./examine.js";
import { type SchemaDifference, SchemaDifferences } from "./schema-differences.js";

/** The report of `doctor` about an API. It contains no id, title, name or token. */
interface DoctorReport {
  /** The number of requests that were sent. */
  requests: number;
  findings: Finding[];
  /** The ways in which responses differ from the OpenAPI document. */
  differences: SchemaDifference[];
}

/**
 * Examines the undocumented behavior of an API, with at most ten read-only requests.
 *
 * @param options - As for `createSessionsClient`. Requests are not retried.
 * @param signal - Aborts the examination. Default: none.
 * @returns The report.
 * @throws `ConnectionError` if there is no response to the first request.
 */
export async function runDoctor(options: SessionsClientOptions, signal?: AbortSignal): Promise<DoctorReport> {
  const differences = new SchemaDifferences();
  const validate = (body: unknown): undefined => {
    differences.add(body, listSessionsStrict);
  };
  const client = createSessionsClient({ ...options, maxRetries: 0, validate });
  const examination = await examine(client, signal);
  return {
    requests: listObservations(examination).length,
    findings: diagnose(examination),
    differences: differences.list(),
  };
}

/** Returns whether a listing of this API is exact, according to the report. */
export function isHealthy({ findings }: DoctorReport): boolean {
  return findings.every(({ level }) => level !== "problem");
}

/** Formats a report for people. */
export function formatReport({ requests, findings, differences }: DoctorReport): string {
  const mark = { ok: "ok", unknown: "--", problem: "!!" } as const;
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, result, level, advice }) => [
    `${mark[level]}  ${check.padEnd(width)}  ${result}`,
    ...(advice === undefined ? [] : [`    ${advice}`]),
  ]);
  const differing = differences.map(({ field, message, count }) => `    ${count} x ${field} ${message}`);
  const summary = differing.length
    ? "Responses differ from the OpenAPI document:"
    : "Responses match the OpenAPI document.";
  return [
    ...lines,
    "",
    // After the first request is rejected, there is nothing to compare.
    ...(requests > 1 ? [summary, ...differing, ""] : []),
    `Requests: ${requests}. The report contains no ids, titles, names or tokens.`,
  ].join("\n");
}
