import type { JsonObject } from "../../document/json.js";
import { getTypes } from "./canonical.js";

/** Normalizes bounds to one keyword for each end, from both OpenAPI 3.0 and 3.1. */
export function normalizeBounds(schema: JsonObject): void {
  normalizeBound(schema, "minimum", "exclusiveMinimum", Math.max);
  normalizeBound(schema, "maximum", "exclusiveMaximum", Math.min);
  const types = getTypes(schema);
  if (
    typeof schema.multipleOf === "number" &&
    Number.isInteger(schema.multipleOf) &&
    types?.includes("number")
  )
    schema.type = [...types.filter((type) => type !== "number"), "integer"].sort();
  const isWhole = getTypes(schema)?.includes("integer") ?? false;
  if (!isWhole) return;
  if (schema.multipleOf === 1) schema.multipleOf = undefined;
  if (typeof schema.exclusiveMinimum === "number") {
    schema.minimum = Math.floor(schema.exclusiveMinimum) + 1;
    schema.exclusiveMinimum = undefined;
  } else if (typeof schema.minimum === "number") schema.minimum = Math.ceil(schema.minimum);
  if (typeof schema.exclusiveMaximum === "number") {
    schema.maximum = Math.ceil(schema.exclusiveMaximum) - 1;
    schema.exclusiveMaximum = undefined;
  } else if (typeof schema.maximum === "number") schema.maximum = Math.floor(schema.maximum);
}

function normalizeBound(
  schema: JsonObject,
  inclusive: string,
  exclusive: string,
  chooseTighter: (first: number, second: number) => number,
): void {
  // In OpenAPI 3.0 the keyword is a boolean, in 3.1 a number.
  if (schema[exclusive] === true) {
    schema[exclusive] = schema[inclusive];
    schema[inclusive] = undefined;
  }
  if (typeof schema[exclusive] !== "number") schema[exclusive] = undefined;
  const [exclusiveBound, inclusiveBound] = [schema[exclusive], schema[inclusive]];
  if (typeof exclusiveBound !== "number" || typeof inclusiveBound !== "number") return;
  if (chooseTighter(exclusiveBound, inclusiveBound) === exclusiveBound) schema[inclusive] = undefined;
  else schema[exclusive] = undefined;
}
