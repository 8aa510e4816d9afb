import { type JsonObject, toList } from "../../document/json.js";
import { INVERTING_KEYWORDS } from "../../document/keywords.js";

/** The keywords that a tolerant schema does not have. */
const CLOSING_KEYWORDS = [
  ...INVERTING_KEYWORDS,
  "enum",
  "const",
  "unevaluatedItems",
  "unevaluatedProperties",
];

/** Removes the keywords that reject future changes of the API. */
export function loosenSchema(schema: JsonObject): void {
  for (const keyword of CLOSING_KEYWORDS) Reflect.deleteProperty(schema, keyword);
  for (const keyword of ["additionalProperties", "items"])
    if (schema[keyword] === false) Reflect.deleteProperty(schema, keyword);
  // In tolerant schemas, several members of a union may match the same value.
  if (Array.isArray(schema.oneOf)) {
    const oneOf = schema.oneOf;
    Reflect.deleteProperty(schema, "oneOf");
    if (schema.anyOf === undefined) schema.anyOf = oneOf;
    else schema.allOf = [...toList(schema.allOf), { anyOf: oneOf }];
  }
}
