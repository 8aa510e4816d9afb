import { alternatives } from "./alternatives.js";
import { annotations } from "./annotations.js";
import { combinations } from "./combinations.js";
import { equivalents } from "./equivalents.js";
import { implied } from "./implied.js";
import { lists } from "./lists.js";
import { objects } from "./objects.js";
import { values } from "./values.js";
import type { SchemaPair } from "./schema-pair.js";

/** All pairs of schemas. */
export const schemaPairs: SchemaPair[] = [
  ...values,
  ...lists,
  ...objects,
  ...combinations,
  ...alternatives,
  ...annotations,
  ...equivalents,
  ...implied,
];
