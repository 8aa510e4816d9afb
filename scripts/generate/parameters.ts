import type { Json, JsonObject, Pointer } from "../document/json.js";
import { isJsonMediaType } from "../document/media-types.js";
import { type Found, isObject, type Reader, textOf } from "../document/reader.js";
import type { ParameterStyle } from "./runtime/encode.js";

export const LOCATIONS = ["path", "query", "header", "cookie"] as const;
export type Location = (typeof LOCATIONS)[number];
type Style = NonNullable<ParameterStyle["style"]>;

/** What is known of a parameter at run time; the keys are OpenAPI's. */
export interface Parameter {
  name: string;
  in: Location;
  required: boolean;
  /** The schema's type; undefined where it has several, or none. */
  type?: string;
  format?: string;
  enum?: Json[];
  default?: Json;
  minimum?: number;
  maximum?: number;
  deprecated?: true;
  description?: string;
  /** How it is serialized, where that differs from the default of its location. */
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

/** Whether a value of the type has no parts. */
export function isPrimitive(type: string | undefined): boolean {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}

/** Reads the parameters of an operation. Those of the operation replace those of its path. */
export function readParameters(
  reader: Reader,
  lists: readonly { list: Json | undefined; pointer: Pointer }[],
): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const { list, pointer } of lists) {
    if (!Array.isArray(list)) continue;
    list.forEach((each, index) => {
      const found = reader.follow([...pointer, index], each);
      const parameter = found && readParameter(reader, found);
      if (parameter) byKey.set(`${parameter.in} ${parameter.name}`, parameter);
    });
  }
  return [...byKey.values()];
}

function readParameter(reader: Reader, found: Found): Parameter | undefined {
  const { value, pointer } = found;
  const { name, in: location } = value;
  if (typeof name !== "string" || typeof location !== "string") {
    reader.report(pointer, "a parameter needs a name and an in");
    return undefined;
  }
  if (!isLocation(location)) {
    reader.report(
      [...pointer, "in"],
      `${location} parameter ${name} is not supported: use ${LOCATIONS.join(", ")}`,
    );
    return undefined;
  }
  const content = readContent(found);
  const schema = readSchema(reader, content?.found ?? found);
  const type = schema && reader.typeOf(schema);
  const style = content
    ? { ...(isJsonMediaType(content.mediaType) && { json: true }) }
    : readStyle(reader, found, { name, location, type });
  return {
    name,
    in: location,
    required: location === "path" || value.required === true,
    ...(type && { type }),
    ...(schema && readFacts(reader, schema)),
    ...(value.deprecated === true && { deprecated: true }),
    ...(textOf(value.description) && { description: textOf(value.description) }),
    ...(Object.keys(style).length && { style }),
  } as Parameter;
}

function isLocation(location: string): location is Location {
  return LOCATIONS.some((each) => each === location);
}

/** The one media type of a parameter with `content`. */
export function readContent({
  value: { content },
  pointer,
}: Found): { mediaType: string; found: Found } | undefined {
  const [entry] = Object.entries(isObject(content) ? content : {});
  if (!entry) return undefined;
  const [mediaType, value] = entry;
  return {
    mediaType,
    found: { value: isObject(value) ? value : {}, pointer: [...pointer, "content", mediaType] },
  };
}

function readSchema(reader: Reader, { value: { schema }, pointer }: Found): Found | undefined {
  // A boolean schema says nothing that a parameter needs.
  return schema === undefined || typeof schema === "boolean"
    ? undefined
    : reader.follow([...pointer, "schema"], schema);
}

/** What a schema says about the value beside its type: the first part that says it counts. */
function readFacts(reader: Reader, schema: Found): JsonObject {
  const parts = reader.parts(schema);
  const keywords = ["format", "enum", "default", "minimum", "maximum"] as const;
  const facts: JsonObject = {};
  for (const keyword of keywords) {
    const part = parts.find(({ value }) => value[keyword] !== undefined);
    if (part) facts[keyword] = part.value[keyword];
  }
  return facts;
}

/** How a parameter is serialized, without what is the default. */
function readStyle(
  reader: Reader,
  { value, pointer }: Found,
  { name, location, type }: { name: string; location: Location; type: string | undefined },
): ParameterStyle {
  const [usual] = STYLES[location];
  const style = STYLES[location].find((each) => each === (value.style ?? usual));
  if (style === undefined)
    reader.warn(
      "parameter-style",
      [...pointer, "style"],
      `${location} parameter ${name} cannot have the style ${JSON.stringify(value.style)}: it is sent as ${usual}`,
    );
  const isExploded = EXPLODED.includes(style ?? usual);
  const explode = typeof value.explode === "boolean" ? value.explode : isExploded;
  // What has no parts is only affected by the styles that add to it.
  const isPlain = isPrimitive(type) && style !== "label" && style !== "matrix" && style !== "cookie";
  return {
    ...(style !== undefined && style !== usual && !isPlain && { style }),
    ...(explode !== isExploded && style !== "deepObject" && !isPlain && { explode }),
    ...(value.allowReserved === true &&
      (location === "query" || location === "path") && { allowReserved: true }),
  };
}
