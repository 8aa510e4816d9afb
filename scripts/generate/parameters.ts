import type { Json, Pointer } from "../document/json.js";
import { type Found, type Reader, textOf } from "../document/reader.js";

/** Where a parameter goes. Cookies are refused: openapi-fetch sends none. */
export const LOCATIONS = ["path", "query", "header"] as const;
export type Location = (typeof LOCATIONS)[number];

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
}

/** How openapi-fetch is to write arrays and objects into the query, where that is not as it would by default. */
export interface QueryStyle {
  array?: { style: string; explode: boolean };
  object?: { style: string; explode: boolean };
}

const KINDS = ["array", "object"] as const;

/** The styles that openapi-fetch writes. */
const STYLES: Record<(typeof KINDS)[number], string[]> = {
  array: ["form", "spaceDelimited", "pipeDelimited"],
  object: ["form", "deepObject"],
};

/** Whether a value of the type is written as it is, whatever the style. */
function isPrimitive(type: string | undefined): boolean {
  return type === "string" || type === "number" || type === "integer" || type === "boolean";
}

/** A parameter, and where the document has it. */
export interface ReadParameter {
  found: Found;
  parameter: Parameter;
}

/** The parameters of an operation. What the operation says of one replaces what its path says of it. */
export function readParameters(
  reader: Reader,
  lists: readonly { list: Json | undefined; pointer: Pointer }[],
): ReadParameter[] {
  const byKey = new Map<string, ReadParameter>();
  for (const { list, pointer } of lists) {
    if (!Array.isArray(list)) continue;
    list.forEach((each, index) => {
      const found = reader.follow([...pointer, index], each);
      const parameter = found && readParameter(reader, found);
      if (parameter) byKey.set(`${parameter.in} ${parameter.name}`, { found, parameter });
    });
  }
  return [...byKey.values()];
}

function readParameter(reader: Reader, { value, pointer }: Found): Parameter | undefined {
  const { name, in: location, style, explode, content } = value;
  if (typeof name !== "string" || typeof location !== "string") {
    reader.report(pointer, "a parameter needs a name and an in");
    return undefined;
  }
  const what = `${location} parameter ${name}`;
  if (!LOCATIONS.some((each) => each === location)) {
    reader.report(
      [...pointer, "in"],
      `${what} is not supported: only path, query and header parameters are sent`,
    );
    return undefined;
  }
  if (content !== undefined)
    reader.report([...pointer, "content"], `${what} has a content, which is not supported: give it a schema`);
  if (location !== "query" && style !== undefined && style !== "simple")
    reader.report(
      [...pointer, "style"],
      `${what} has the style ${JSON.stringify(style)}, which is not supported`,
    );
  const schema = value.schema === undefined ? undefined : reader.follow([...pointer, "schema"], value.schema);
  const type = schema && reader.typeOf(schema);
  if (location !== "query" && explode === true && !isPrimitive(type))
    reader.report([...pointer, "explode"], `${what} is exploded, which is not supported`);
  if (location !== "query" && type === "object")
    reader.report(pointer, `${what} is an object, which is not supported`);
  if (value.allowReserved === true)
    reader.report(
      [...pointer, "allowReserved"],
      `${what} allows reserved characters, which is not supported`,
    );
  const pick = <Key extends string>(key: Key): Partial<Record<Key, Json>> => {
    const found =
      schema && reader.parts(schema).find(({ value: part }) => part[key] !== undefined)?.value[key];
    return (found === undefined ? {} : { [key]: found }) as Partial<Record<Key, Json>>;
  };
  const description = textOf(value.description);
  return {
    name,
    in: location as Location,
    required: location === "path" || value.required === true,
    ...(type && { type }),
    ...(pick("format") as { format?: string }),
    ...(pick("enum") as { enum?: Json[] }),
    ...pick("default"),
    ...(pick("minimum") as { minimum?: number }),
    ...(pick("maximum") as { maximum?: number }),
    ...(value.deprecated === true && { deprecated: true }),
    ...(description && { description }),
  };
}

/** How arrays and objects go into the query: openapi-fetch knows one way for all of an operation's parameters. */
export function readQueryStyle(reader: Reader, parameters: readonly ReadParameter[]): QueryStyle | undefined {
  const result: QueryStyle = {};
  for (const { found, parameter } of parameters) {
    if (parameter.in !== "query") continue;
    const { style = "form", explode = style === "form" || style === "deepObject" } = found.value;
    const way = { style: style as string, explode: explode === true };
    const stated = found.value.style !== undefined || found.value.explode !== undefined;
    // A parameter that may be either is written as the document says in both cases.
    for (const kind of KINDS) {
      if (parameter.type === undefined ? !stated : parameter.type !== kind) continue;
      if (!STYLES[kind].includes(way.style)) {
        if (parameter.type !== undefined || way.style !== "deepObject")
          reader.report(
            [...found.pointer, "style"],
            `query parameter ${parameter.name} has the style ${way.style}, which is not supported for an ${kind}`,
          );
        continue;
      }
      if (result[kind] && JSON.stringify(result[kind]) !== JSON.stringify(way))
        reader.report(
          found.pointer,
          `query parameter ${parameter.name} is written in another style than the ${kind}s before it, which is not supported`,
        );
      result[kind] = way;
    }
  }
  // openapi-fetch's own defaults need no saying.
  if (result.array?.style === "form" && result.array.explode) delete result.array;
  if (result.object?.style === "deepObject") delete result.object;
  return Object.keys(result).length ? result : undefined;
}
