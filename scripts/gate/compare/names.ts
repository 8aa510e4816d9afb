import { parsePointer } from "../subject.js";

const SCHEMAS = "#/components/schemas/";

/** The name of the schema that a reference leads to. */
export function nameOf($ref: string): string {
  const [name] = $ref.startsWith(SCHEMAS) ? parsePointer($ref.slice(SCHEMAS.length - 1)) : [];
  return name === undefined ? $ref : String(name);
}
