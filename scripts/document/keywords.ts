/** The keywords of a schema that contain one schema. */
export const SCHEMA_KEYWORDS = [
  ...["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
  ...["unevaluatedItems", "unevaluatedProperties"],
];
/** The keywords that contain a list of schemas. */
export const SCHEMA_LIST_KEYWORDS = ["allOf", "anyOf", "oneOf", "prefixItems"];
/** The keywords that contain schemas by name. */
export const SCHEMA_MAP_KEYWORDS = ["dependentSchemas", "patternProperties", "properties"];

/** The keywords that constrain a value and contain no schema. */
export const ASSERTION_KEYWORDS = [
  ...["type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern"],
  ...["minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
  ...["enum", "const", "required", "dependentRequired", "minContains", "maxContains"],
];

/** The keywords whose schemas apply to the same value as the schema that contains them. */
export const IN_PLACE_APPLICATORS = ["allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas"];

/** The keywords under which a wider schema can make the whole schema narrower. */
export const INVERTING_KEYWORDS = ["contains", "minContains", "maxContains", "if", "then", "else", "not"];
