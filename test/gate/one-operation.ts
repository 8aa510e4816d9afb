import type { JsonObject } from "../../scripts/document/json.js";
import { compareUpstream, type Side } from "../../scripts/gate/compare-upstream.js";

/** One operation, and what it needs of its document. */
export interface Document {
  operation?: JsonObject;
  item?: JsonObject;
  pathNames?: string[];
  root?: JsonObject;
}

const side = ({ operation = {}, item = {}, pathNames = [], root = {} }: Document): Side => ({
  method: "GET",
  path: "/sessions",
  pathNames,
  item,
  operation,
  root,
});

/** The differences, a line for each; `!` marks those that break a caller. */
export const compare = (ours: Document, theirs: Document, listAt?: string[]): string[] =>
  compareUpstream(side(ours), side(theirs), listAt).map(
    ({ kind, breaking, subject, message }) => `${breaking ? "!" : " "} ${kind}: ${subject}: ${message}`,
  );
