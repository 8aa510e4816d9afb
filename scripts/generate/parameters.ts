import { isObject, type Json, type JsonObject, type Pointer } from "../document/json.js";
import { isJsonMediaType } from "../document/media-types.js";
import { type Reader, toText } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";
import type { ParameterStyle } from "./runtime/encode.js";
import { isWellFormed } from "./well-formed-keywords.js";

/** The supported locations of parameters. */
export const LOCATIONS = ["path", "query", "header", "cookie"] as const;
/** The location of a parameter. */
export type Location = (typeof LOCATIONS)[number];
type Style = NonNullable<ParameterStyle["style"]>;

/** The run-time description of a parameter. Its keys are those of OpenAPI. */
export interface Parameter {
  name: string;
  in: Location;
  required: boolean;
  /** The schema's type. Undefined if it has several or none. */
  type?: string;
  format?: string;
  enum?: Json[];
  default?: Json;
  minimum?: number;
  maximum?: number;
  deprecated?: true;
  description?: string;
  /** The serialization, if it is not the default of the location. */
  style?: ParameterStyle;
}

/** The styles of each location, the default first, as in the OpenAPI specification. */
const STYLES: Record<Location, readonly Style[]> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** The styles that are exploded by default. */
const EXPLODED: readonly unknown[] = ["form", "cookie"];

/** Returns whether the type is neither an array nor an object. */
export function isPrimitive(type: string | undefined): boolean {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}

/** The header parameters that OpenAPI ignores: media types and security schemes describe them. */
const IGNORED_HEADERS: readonly unknown[] = ["accept", "content-type", "authorization"];

/** Returns whether OpenAPI ignores a parameter. */
export function isIgnoredParameter({ name, in: location }: JsonObject): boolean {
  return location === "header" && typeof name === "string" && IGNORED_HEADERS.includes(name.toLowerCase());
}

/**
 * Reads the parameters of an operation, which override those of its path.
 *
 * @param reader - Follows references, and collects problems.
 * @param lists - The parameters of the path, then those of the operation.
 * @returns The parameters that are generated.
 */
export function readParameters(
  reader: Reader,
  lists: readonly { list: Json | undefined; pointer: Pointer }[],
): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const { list, pointer } of lists) {
    reader.readList(pointer, list).forEach((written, index) => {
      const node = reader.follow([...pointer, index], written);
      const parameter = node && !isIgnoredParameter(node.value) && readParameter(reader, node);
      if (parameter) byKey.set(`${parameter.in} ${parameter.name}`, parameter);
    });
  }
  return [...byKey.values()];
}

function readParameter(reader: Reader, node: DocumentNode): Parameter | undefined {
  const { value, pointer } = node;
  const { name, in: location } = value;
  if (typeof name !== "string" || typeof location !== "string") {
    reader.report(pointer, "a parameter needs a name and an in");
    return undefined;
  }
  if (!isLocation(location)) {
    const isBody = location === "body" || location === "formData";
    reader.report(
      [...pointer, "in"],
      isBody
        ? `${location} parameter ${name} is of Swagger 2.0: use a requestBody`
        : `${location} parameter ${name} is not supported: use ${LOCATIONS.join(", ")}`,
    );
    return undefined;
  }
  if (value.schema === undefined && value.content === undefined && value.type !== undefined)
    reader.warn(
      "swagger-2.0",
      [...pointer, "type"],
      `${location} parameter ${name} has its type as in Swagger 2.0, which is ignored: put it into a schema`,
    );
  const content = readParameterContent(reader, node);
  const schema = readParameterSchema(reader, content?.node ?? node);
  const type = schema && reader.getType(schema);
  const style = content
    ? { ...(isJsonMediaType(content.mediaType) && { json: true }) }
    : readStyle(reader, node, { name, location, type });
  return {
    name,
    in: location,
    required: location === "path" || value.required === true,
    ...(type && { type }),
    ...(schema && readKeywords(reader, schema)),
    ...(value.deprecated === true && { deprecated: true }),
    ...(toText(value.description) && { description: toText(value.description) }),
    ...(Object.keys(style).length && { style }),
  } as Parameter;
}

function isLocation(location: string): location is Location {
  return LOCATIONS.some((candidate) => candidate === location);
}

/** Returns the only media type of a parameter with `content`. */
function readParameterContent(
  reader: Reader,
  { value: { content }, pointer }: DocumentNode,
): { mediaType: string; node: DocumentNode } | undefined {
  const [entry] = Object.entries(reader.readObject([...pointer, "content"], content));
  if (!entry) return undefined;
  const [mediaType, value] = entry;
  return {
    mediaType,
    node: { value: isObject(value) ? value : {}, pointer: [...pointer, "content", mediaType] },
  };
}

function readParameterSchema(
  reader: Reader,
  { value: { schema }, pointer }: DocumentNode,
): DocumentNode | undefined {
  // A boolean schema has no keywords.
  return schema === undefined || typeof schema === "boolean"
    ? undefined
    : reader.followSchema([...pointer, "schema"], schema);
}

/** The keywords of a parameter's schema besides its type. */
const CONSTRAINTS = ["format", "enum", "default", "minimum", "maximum"];

/**
 * Returns keywords of a schema. The first part with a keyword has precedence.
 *
 * @param reader - Follows references.
 * @param schema - The schema.
 * @param keywords - The names of the keywords.
 * @returns The keywords that the schema has.
 */
export function readKeywords(
  reader: Reader,
  schema: DocumentNode,
  keywords: readonly string[] = CONSTRAINTS,
): JsonObject {
  const parts = reader.collectParts(schema);
  const constraints: JsonObject = {};
  for (const keyword of keywords) {
    const part = parts.find(({ value }) => isWellFormed(keyword, value[keyword]));
    if (part) constraints[keyword] = part.value[keyword];
  }
  return constraints;
}

/** Returns the serialization of a parameter, without defaults. */
function readStyle(
  reader: Reader,
  { value, pointer }: DocumentNode,
  { name, location, type }: { name: string; location: Location; type: string | undefined },
): ParameterStyle {
  const [defaultStyle] = STYLES[location];
  const style = STYLES[location].find((candidate) => candidate === (value.style ?? defaultStyle));
  if (style === undefined)
    reader.warn(
      "parameter-style",
      [...pointer, "style"],
      `${location} parameter ${name} cannot have the style ${JSON.stringify(value.style)}: it is sent as ${defaultStyle}`,
    );
  const isExploded = EXPLODED.includes(style ?? defaultStyle);
  const explode = typeof value.explode === "boolean" ? value.explode : isExploded;
  // A scalar is affected only by styles that add a prefix.
  const isPlain = isPrimitive(type) && style !== "label" && style !== "matrix" && style !== "cookie";
  return {
    ...(style !== undefined && style !== defaultStyle && !isPlain && { style }),
    ...(explode !== isExploded && style !== "deepObject" && !isPlain && { explode }),
    ...(value.allowReserved === true &&
      (location === "query" || location === "path") && { allowReserved: true }),
  };
}
