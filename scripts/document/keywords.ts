/** The keywords of a schema that hold a schema, a list of them, and schemas by name. */
export const ONE_SCHEMA = [
  ...["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
  ...["unevaluatedItems", "unevaluatedProperties"],
];
export const SCHEMA_LIST = ["allOf", "anyOf", "oneOf", "prefixItems"];
export const SCHEMAS_BY_NAME = ["dependentSchemas", "patternProperties", "properties"];

/** Those that say what a value must be, and hold no schema. */
export const PLAIN = [
  ...["type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern"],
  ...["minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
  ...["enum", "const", "required", "dependentRequired", "minContains", "maxContains"],
];

/** Those whose schemas are for the very value that the schema around them is for. */
export const COMPOSED = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

/** Those under which a schema that accepts more makes the whole accept less. */
export const TURNED = ["contains", "minContains", "maxContains", "if", "then", "else", "not"];
