import { listSessionsOperation } from "../../generated/index.js";
import { formatReport, isHealthy, runDoctor } from "../doctor/doctor.js";
import { clientOptions, credentialOptions } from "./connect.js";
import { writeText } from "./output.js";
import type { CommandDefinition } from "./program.js";

/** Thrown after the report of an API that would make a listing inexact, so that the exit code is 1. */
class UnhealthyApiError extends Error {
  constructor() {
    super("A listing of this API can be inexact. The lines marked !! say what to do.");
  }
}

/** The command that examines how the API behaves. */
export const doctorCommand: CommandDefinition = {
  name: "doctor",
  description:
    "Examines how the API behaves, with at most ten read-only requests. The report has no ids, names or titles.",
  examples: ["doctor --demo", "doctor --json > report.json"],
  options: {
    Credentials: credentialOptions(listSessionsOperation.parameters.path),
    Options: { json: { type: "boolean", description: "Write the report as JSON." } },
  },
  async run(run) {
    const { context, options, signal } = run;
    const report = await runDoctor(await clientOptions(run), signal);
    const text = options.json ? JSON.stringify(report, null, 2) : formatReport(report);
    await writeText(context.stdout, `${text}\n`, signal);
    if (!isHealthy(report)) throw new UnhealthyApiError();
  },
};
