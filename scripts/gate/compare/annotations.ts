import type { JsonObject } from "../../document/json.js";
import { equal } from "../stable.js";
import { type Comparer, type Context, note, siteOfKeyword } from "./context.js";
import { show } from "./keyword-changes.js";

const WORDS = ["title", "description", "summary", "example", "examples", "externalDocs", "tags", "$comment"];

/** What differs in what no value is checked against. */
export function compareAnnotations(
  { pair }: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  if (context.trial) return;
  const site = (keyword: string): { site: Context["base"] } => ({
    site: siteOfKeyword(pair, context, [base, revision], keyword),
  });
  for (const keyword of WORDS)
    if (!equal(base[keyword], revision[keyword]))
      note(context, "words", "annotates", wording(keyword, base, revision), site(keyword));
  if (base.deprecated !== true && revision.deprecated === true)
    note(context, "deprecated", "adds", "It was deprecated.", site("deprecated"));
  else if (base.deprecated === true && revision.deprecated !== true)
    note(context, "words", "annotates", "It is no longer deprecated.", site("deprecated"));
  if (!context.required) compareDefault(base, revision, context, site("default"));
  if (pair.hasXml && !equal(base.xml, revision.xml))
    note(context, "xml", "changes", "`xml` changed.", site("xml"));
}

/** What happened to words, in words. */
export function wording(keyword: string, base: JsonObject, revision: JsonObject): string {
  const [before, after] = [base[keyword], revision[keyword]];
  if (before === undefined) return `\`${keyword}\` was added.`;
  if (after === undefined) return `\`${keyword}\` was removed.`;
  const [from, to] = [show(before), show(after)];
  return from.endsWith("...") || to.endsWith("...")
    ? `\`${keyword}\` changed.`
    : `\`${keyword}\` changed from ${from} to ${to}.`;
}

function compareDefault(
  base: JsonObject,
  revision: JsonObject,
  context: Context,
  site: { site: Context["base"] },
): void {
  const [before, after] = [base.default, revision.default];
  if (equal(before, after)) return;
  if (before === undefined)
    note(context, "default-added", "adds", `\`default\` was set to ${show(after)}.`, site);
  else if (after === undefined)
    note(context, "default", "changes", `\`default\` was removed, it was ${show(before)}.`, site);
  else
    note(context, "default", "changes", `\`default\` changed from ${show(before)} to ${show(after)}.`, site);
}
