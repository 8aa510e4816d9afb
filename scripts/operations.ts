import { type Json, type JsonObject, type Pointer, refuse, type SpecDocument } from "./document.js";
import { NameSpace } from "./names.js";
import type { Problem } from "./problem.js";

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

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

/** How a list operation is paged: by `x-speakeasy-pagination`, checked against the operation. */
export interface Pagination {
  type: "offsetLimit";
  /** The query parameter that takes the page's number. */
  page?: string;
  /** The query parameter that takes the place of the first item. */
  offset?: string;
  /** The query parameter that takes how many items a page holds. */
  limit?: string;
  /** The way to the list in the body of the answer. */
  results: string[];
}

/** How openapi-fetch is to write arrays and objects into the query, where that is not as it would by default. */
export interface QueryStyle {
  array?: { style: string; explode: boolean };
  object?: { style: string; explode: boolean };
}

/** One operation, as the stages after this one see it. */
export interface Operation {
  /** The name of its function, free of clashes. */
  name: string;
  operationId?: string;
  method: Method;
  path: string;
  summary?: string;
  description?: string;
  deprecated: boolean;
  parameters: Parameter[];
  body?: { mediaType: string; required: boolean };
  /** How the body of a success is read; undefined means as JSON. */
  parseAs?: "text" | "blob";
  queryStyle?: QueryStyle;
  /** The alternatives, each a list of schemes to satisfy together. */
  security: string[][];
  pagination?: Pagination;
}

const JSON_MEDIA = /^application\/([\w.+-]+\+)?json\b/i;
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;

/** A value, and where it stands. */
interface Found {
  value: JsonObject;
  pointer: Pointer;
}

/** Reads the operations out of a document, and refuses, all at once, what would not work. */
export function readOperations(document: SpecDocument): Operation[] {
  const { root } = document;
  const problems: Problem[] = [];
  const report = (pointer: Pointer, message: string): void => {
    problems.push(document.problemAt(pointer, message));
  };

  /** Follows references, to the value and its own place. */
  function follow(
    pointer: Pointer,
    value: Json | undefined,
    trail: readonly string[] = [],
  ): Found | undefined {
    if (!isObject(value)) {
      report(pointer, "must be an object");
      return undefined;
    }
    const { $ref } = value;
    if (typeof $ref !== "string") return { value, pointer };
    if (trail.includes($ref)) {
      report(pointer, `$ref ${$ref} leads back to itself`);
      return undefined;
    }
    const target = $ref
      .replace(/^#\//, "")
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
    let found: Json | undefined = root;
    for (const part of target)
      found = Array.isArray(found) ? found[Number(part)] : isObject(found) ? found[part] : undefined;
    if (!$ref.startsWith("#/") || found === undefined) {
      report(pointer, `$ref ${$ref} leads nowhere`);
      return undefined;
    }
    return follow(target, found, [...trail, $ref]);
  }

  /** The schemas that a schema consists of: itself, and what `allOf` adds. */
  function parts({ value, pointer }: Found, depth = 0): Found[] {
    const all = Array.isArray(value.allOf) && depth < 20 ? value.allOf : [];
    return [
      { value, pointer },
      ...all.flatMap((each, index) => {
        const found = follow([...pointer, "allOf", index], each);
        return found ? parts(found, depth + 1) : [];
      }),
    ];
  }

  function typeOf(schema: Found): string | undefined {
    const types = parts(schema)
      .flatMap(({ value: { type } }) => (Array.isArray(type) ? type : [type]))
      .filter((type) => typeof type === "string" && type !== "null");
    const [type] = types;
    return new Set(types).size === 1 ? (type as string) : undefined;
  }

  function readParameter({ value, pointer }: Found): Parameter | undefined {
    const { name, in: location, style, explode, content } = value;
    if (typeof name !== "string" || typeof location !== "string") {
      report(pointer, "a parameter needs a name and an in");
      return undefined;
    }
    const what = `${location} parameter ${name}`;
    if (!LOCATIONS.some((each) => each === location)) {
      report([...pointer, "in"], `${what} is not supported: only path, query and header parameters are sent`);
      return undefined;
    }
    if (content !== undefined)
      report([...pointer, "content"], `${what} has a content, which is not supported: give it a schema`);
    const usual = location === "query" ? undefined : "simple";
    if (usual && style !== undefined && style !== usual)
      report([...pointer, "style"], `${what} has the style ${String(style)}, which is not supported`);
    if (location !== "query" && explode === true)
      report([...pointer, "explode"], `${what} is exploded, which is not supported`);
    const schema = value.schema === undefined ? undefined : follow([...pointer, "schema"], value.schema);
    const type = schema && typeOf(schema);
    const pick = <Key extends string>(key: Key): Partial<Record<Key, Json>> => {
      const found = schema && parts(schema).find(({ value: part }) => part[key] !== undefined)?.value[key];
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
  function readQueryStyle(found: { raw: Found; parameter: Parameter }[]): QueryStyle | undefined {
    const result: QueryStyle = {};
    for (const { raw, parameter } of found) {
      if (parameter.in !== "query" || (parameter.type !== "array" && parameter.type !== "object")) continue;
      const { style = "form", explode = style === "form" || style === "deepObject" } = raw.value;
      const way = { style: String(style), explode: explode === true };
      const kind = parameter.type;
      if (result[kind] && JSON.stringify(result[kind]) !== JSON.stringify(way))
        report(
          raw.pointer,
          `query parameter ${parameter.name} is written in another style than the ${kind}s before it, which is not supported`,
        );
      result[kind] = way;
    }
    // openapi-fetch's own defaults need no saying.
    if (result.array?.style === "form" && result.array.explode) delete result.array;
    if (result.object?.style === "deepObject") delete result.object;
    return Object.keys(result).length ? result : undefined;
  }

  function readBody(pointer: Pointer, body: Json | undefined): Operation["body"] {
    if (body === undefined) return undefined;
    const found = follow(pointer, body);
    if (!found) return undefined;
    const { content } = found.value;
    const media = isObject(content) ? Object.keys(content) : [];
    const mediaType =
      media.find((each) => JSON_MEDIA.test(each)) ??
      media.find((each) => !/^(multipart\/|application\/x-www-form-urlencoded)/i.test(each));
    if (mediaType === undefined) {
      report(
        [...found.pointer, "content"],
        `a request body of ${media.join(", ") || "no media type"} is not supported: only JSON and plain text or bytes are`,
      );
      return undefined;
    }
    return { mediaType, required: found.value.required === true };
  }

  /** The media types and the JSON schema of the answers that are a success. */
  function readSuccess(pointer: Pointer, responses: Json | undefined): { media: string[]; schemas: Found[] } {
    const media: string[] = [];
    const schemas: Found[] = [];
    if (!isObject(responses)) return { media, schemas };
    for (const [status, response] of Object.entries(responses)) {
      if (!status.startsWith("2")) continue;
      const found = follow([...pointer, status], response);
      const content = found?.value.content;
      if (!found || !isObject(content)) continue;
      for (const [type, value] of Object.entries(content)) {
        media.push(type);
        if (!JSON_MEDIA.test(type) || !isObject(value) || value.schema === undefined) continue;
        const schema = follow([...found.pointer, "content", type, "schema"], value.schema);
        if (schema) schemas.push(schema);
      }
    }
    return { media, schemas };
  }

  function readPagination(
    pointer: Pointer,
    extension: Json | undefined,
    parameters: readonly Parameter[],
    schemas: readonly Found[],
  ): Pagination | undefined {
    if (extension === undefined) return undefined;
    const name = "x-speakeasy-pagination";
    if (!isObject(extension) || extension.type !== "offsetLimit") {
      report([...pointer, "type"], `${name} must be of the type offsetLimit`);
      return undefined;
    }
    const result: Pagination = { type: "offsetLimit", results: [] };
    const inputs = Array.isArray(extension.inputs) ? extension.inputs : [];
    inputs.forEach((input, index) => {
      const at = [...pointer, "inputs", index];
      const { name: input_, in: location, type } = isObject(input) ? input : {};
      if (location !== "parameters") report([...at, "in"], `${name}: inputs must be in parameters`);
      else if (type !== "page" && type !== "limit" && type !== "offset")
        report([...at, "type"], `${name}: an input's type must be page, limit or offset`);
      else {
        const parameter = parameters.find((each) => each.in === "query" && each.name === input_);
        if (!parameter)
          report(
            [...at, "name"],
            `${name} names the query parameter ${JSON.stringify(input_)}, which is not there`,
          );
        else if (parameter.type !== "number" && parameter.type !== "integer")
          report([...at, "name"], `${name} names the query parameter ${parameter.name}, which is no number`);
        else result[type] = parameter.name;
      }
    });
    if ((result.page === undefined) === (result.offset === undefined) && !problems.length)
      report([...pointer, "inputs"], `${name} needs one input of the type page or offset`);
    const outputs = isObject(extension.outputs) ? extension.outputs : {};
    const results = outputs.results;
    const at = [...pointer, "outputs", "results"];
    if (typeof results !== "string" || !/^\$(\.[^.[\]*]+)*$/.test(results))
      report(at, `${name}: outputs.results must be a path such as $.data.items`);
    else {
      result.results = results.split(".").slice(1);
      if (!schemas.some((schema) => leadsToArray(schema, result.results)))
        report(at, `${name}: ${results} leads to no array in the JSON of a successful answer`);
    }
    return result;
  }

  function leadsToArray(schema: Found, way: readonly string[]): boolean {
    const [name, ...rest] = way;
    if (name === undefined) return typeOf(schema) === "array";
    return parts(schema).some(({ value: { properties }, pointer }) => {
      if (!isObject(properties) || properties[name] === undefined) return false;
      const found = follow([...pointer, "properties", name], properties[name]);
      return found !== undefined && leadsToArray(found, rest);
    });
  }

  const schemes =
    isObject(root.components) && isObject(root.components.securitySchemes)
      ? root.components.securitySchemes
      : {};
  function readSecurity(pointer: Pointer, security: Json | undefined): string[][] {
    if (!Array.isArray(security)) return [];
    return security.map((alternative, index) => {
      const names = isObject(alternative) ? Object.keys(alternative) : [];
      for (const name of names)
        if (schemes[name] === undefined)
          report([...pointer, index, name], `security names the scheme ${name}, which is not there`);
      return names;
    });
  }

  const found: Omit<Operation, "name">[] = [];
  const paths = root.paths;
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    if (path.startsWith("x-")) continue;
    const pathItem = follow(["paths", path], item);
    if (!pathItem) continue;
    const shared = Array.isArray(pathItem.value.parameters) ? pathItem.value.parameters : [];
    for (const method of METHODS) {
      const value = pathItem.value[method];
      if (value === undefined) continue;
      const pointer = [...pathItem.pointer, method];
      if (!isObject(value)) {
        report(pointer, "an operation must be an object");
        continue;
      }
      // What the operation says of a parameter replaces what the path says of it.
      const byKey = new Map<string, { raw: Found; parameter: Parameter }>();
      const own = Array.isArray(value.parameters) ? value.parameters : [];
      for (const [list, base] of [
        [shared, [...pathItem.pointer, "parameters"]],
        [own, [...pointer, "parameters"]],
      ] as const) {
        list.forEach((each, index) => {
          const raw = follow([...base, index], each);
          const parameter = raw && readParameter(raw);
          if (parameter) byKey.set(`${parameter.in} ${parameter.name}`, { raw, parameter });
        });
      }
      const parameters = [...byKey.values()].map(({ parameter }) => parameter);
      for (const [, name] of path.matchAll(/\{([^{}]+)\}/g))
        if (!parameters.some((each) => each.in === "path" && each.name === name))
          report(pointer, `the path has {${name}}, but there is no such path parameter`);
      const success = readSuccess([...pointer, "responses"], value.responses);
      const readable = success.media.length === 0 || success.media.some((type) => JSON_MEDIA.test(type));
      const queryStyle = readQueryStyle([...byKey.values()]);
      const body = readBody([...pointer, "requestBody"], value.requestBody);
      const pagination = readPagination(
        [...pointer, "x-speakeasy-pagination"],
        value["x-speakeasy-pagination"],
        parameters,
        success.schemas,
      );
      const operationId = textOf(value.operationId);
      const summary = textOf(value.summary);
      const description = textOf(value.description);
      found.push({
        ...(operationId && { operationId }),
        method,
        path,
        ...(summary && { summary }),
        ...(description && { description }),
        deprecated: value.deprecated === true,
        parameters,
        ...(body && { body }),
        ...(!readable && { parseAs: success.media.every((type) => /^text\//i.test(type)) ? "text" : "blob" }),
        ...(queryStyle && { queryStyle }),
        security:
          value.security === undefined
            ? readSecurity(["security"], root.security)
            : readSecurity([...pointer, "security"], value.security),
        ...(pagination && { pagination }),
      });
    }
  }
  refuse(problems);

  // By path and method, so that a name does not depend on the order of the document.
  const names = new NameSpace();
  return found
    .sort((a, b) => compare(a.path, b.path) || METHODS.indexOf(a.method) - METHODS.indexOf(b.method))
    .map((operation) => ({
      name: names.ofOperation(operation.operationId ?? `${operation.method} ${operation.path}`),
      ...operation,
    }));
}

/** By code units: the same order on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
