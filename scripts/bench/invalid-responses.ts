import { renderMarkdownTable } from "../markdown-table.js";
import { runProgram } from "./run.js";

const TIMEOUT_MS = 500;
const DEADLINE_MS = 3_000;

/** Compares how this client and Cloudflare's handle responses without a list. */
export async function compareInvalidResponses(): Promise<string> {
  const argument = { timeoutMs: TIMEOUT_MS, deadlineMs: DEADLINE_MS };
  const results = (await runProgram("invalid-responses.js", argument)) as {
    name: string;
    outcomes: Record<string, string>;
  }[];
  const clients = Object.keys(results[0]?.outcomes ?? {});
  return renderMarkdownTable([
    ["Response", ...clients],
    ...results.map(({ name, outcomes }) => [name, ...clients.map((client) => `\`${outcomes[client]}\``)]),
  ]);
}
