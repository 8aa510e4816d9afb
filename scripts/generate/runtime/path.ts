import {
  encodeReserved,
  getOwnValue,
  isNested,
  listTexts,
  type ParameterStyle,
  type ParameterStyles,
  percentEncode,
  toJsonValue,
} from "./encode.js";

/** A path, and its optional query. */
const PATH_AND_QUERY = /^((?:\{[^{}]*\}|[^?])*)(.*)$/s;
const SEGMENT = /(?:\{[^{}]*\}|[^/])+/g;

/** A segment that URLs resolve instead of keeping it. */
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/** The reserved characters that would end a path segment or the path. */
const STRUCTURAL = /^[/?#[\]]$/;

/**
 * Creates the `pathSerializer` of an operation: it replaces each `{name}` in the path by the parameter's value.
 *
 * @param styles - The styles of the parameters that differ from `simple`.
 * @returns The serializer. It throws a TypeError if a value is missing or empty, or if it turns a segment into `.` or
 * `..`. Such a segment would send the request to another path.
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function createPathSerializer(styles: ParameterStyles = {}): (path: string, values: object) => string {
  return (template, values) => {
    const [, path = "", query = ""] = PATH_AND_QUERY.exec(template) ?? [];
    const expanded = path.replace(SEGMENT, (segment) => {
      const text = expandTemplate(segment, styles, values);
      if (text !== segment && DOT_SEGMENT.test(text))
        throw new TypeError(
          `Path segment ${segment} must not become "." or "..", got ${JSON.stringify(text)}.`,
        );
      return text;
    });
    return expanded + expandTemplate(query, styles, values);
  };
}

function expandTemplate(template: string, styles: ParameterStyles, values: object): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = toJsonValue(getOwnValue(values as Record<string, unknown>, name));
    const text =
      value === undefined || value === null
        ? ""
        : serializeParameter(name, value, getOwnValue(styles, name) ?? {});
    if (!text) throw new TypeError(`Path parameter ${name} must not be missing or empty.`);
    return text;
  });
}

function serializeParameter(name: string, value: unknown, parameterStyle: ParameterStyle): string {
  const { style = "simple", explode = false, allowReserved = false, json = false } = parameterStyle;
  const encodeText = allowReserved ? (text: string) => encodeReserved(text, STRUCTURAL) : percentEncode;
  if (json) return encodeText(JSON.stringify(value));
  const parts = isNested(value)
    ? listTexts(`Path parameter ${name}`, value, explode, encodeText)
    : [encodeText(String(value))];
  const separator = explode && style === "label" ? "." : ",";
  if (style === "label") return parts.length ? `.${parts.join(separator)}` : "";
  if (style !== "matrix") return parts.join(separator);
  const addName = (text: string): string =>
    text ? `;${percentEncode(name)}=${text}` : `;${percentEncode(name)}`;
  if (!explode || !isNested(value)) return parts.length ? addName(parts.join(",")) : "";
  return parts.map(Array.isArray(value) ? addName : (pair) => `;${pair.replace(/=$/, "")}`).join("");
}
