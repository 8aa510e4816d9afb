import { parsePointer } from "../subject.js";

const SCHEMAS = "#/components/schemas/";

/** Returns the name of the schema that a reference points to. */
export function nameOf($ref: string): string {
  const [name] = $ref.startsWith(SCHEMAS) ? parsePointer($ref.slice(SCHEMAS.length - 1)) : [];
  return name === undefined ? $ref : String(name);
}
