/** The keywords of a schema that contain one schema. */
export const ONE_SCHEMA = [
  ...["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
  ...["unevaluatedItems", "unevaluatedProperties"],
];
/** The keywords that contain a list of schemas. */
export const SCHEMA_LIST = ["allOf", "anyOf", "oneOf", "prefixItems"];
/** The keywords that contain schemas by name. */
export const SCHEMAS_BY_NAME = ["dependentSchemas", "patternProperties", "properties"];

/** The keywords that constrain a value and contain no schema. */
export const ASSERTIONS = [
  ...["type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern"],
  ...["minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
  ...["enum", "const", "required", "dependentRequired", "minContains", "maxContains"],
];

/** The keywords whose schemas apply to the same value as the schema that contains them. */
export const COMPOSED = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

/** The keywords under which a wider schema can make the whole schema narrower. */
export const INVERTING = ["contains", "minContains", "maxContains", "if", "then", "else", "not"];
