import type { JsonObject } from "../../document/json.js";
import { parseReference } from "../../document/references.js";
import { getTypes } from "../normalize/canonical.js";
import type { Comparer } from "./context.js";
import { formatTypes } from "./format-values.js";

const SCHEMAS = "#/components/schemas/";

/** Returns the name of the schema that a reference points to. */
export function getSchemaName($ref: string): string {
  const name = $ref.startsWith(SCHEMAS) ? parseReference($ref)?.[2] : undefined;
  return name ?? $ref;
}

/** Returns the name of an alternative. */
export function nameMember({ pair }: Comparer, member: JsonObject): string {
  const ref = pair.revision.schemas.getOnlyRef(member);
  if (ref !== undefined) return getSchemaName(ref);
  const { title } = member;
  return typeof title === "string" ? title : formatTypes(getTypes(member), "any");
}
