import { ApiError } from "../errors.js";
import type { Run } from "./context.js";
import { flagOf } from "./options.js";
import type { Source } from "./sources.js";

/** Returns how many rows are written, and how to resume after an error. */
export function formatResumeHint(
  error: unknown,
  run: Run,
  { noun, operation }: Source,
  file?: string,
): string {
  const { count, resume } = run;
  const { limit = Infinity } = run.options;
  const { pageNo, retryAfterMs = 0 } = error instanceof ApiError ? error : { pageNo: resume.page };
  const written = `${count} ${noun} are written${file ? ` to ${file}` : ""}.`;
  if (typeof pageNo !== "number" || resume.count >= limit) return count ? written : "";
  const how = [
    retryAfterMs && `in ${Math.ceil(retryAfterMs / 1000)} s`,
    `with ${flagOf(operation.pagination?.page ?? "")} ${pageNo}`,
    limit !== Infinity && `--limit ${limit - resume.count}`,
    file && "and another --output",
  ].filter(Boolean);
  const rest = count - resume.count;
  const known = rest
    ? ` The first ${rest} ${noun} of that page are already written.`
    : pageNo === 1
      ? " If the API counts pages from 1, this page is already written."
      : "";
  return `${written} To resume, run the same command ${how.join(" ")}.${known}`;
}
