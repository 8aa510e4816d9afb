import { parseReference } from "../../document/references.js";

const SCHEMAS = "#/components/schemas/";

/** Returns the name of the schema that a reference points to. */
export function getSchemaName($ref: string): string {
  const name = $ref.startsWith(SCHEMAS) ? parseReference($ref)?.[2] : undefined;
  return name ?? $ref;
}
