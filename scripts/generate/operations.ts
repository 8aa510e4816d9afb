import type { SpecDocument } from "../document/document.js";
import type { Json, JsonObject, Pointer } from "../document/json.js";
import { NameSpace } from "./names.js";
import { type Pagination, readPagination } from "./pagination.js";
import { type Parameter, type QueryStyle, readParameters, readQueryStyle } from "./parameters.js";
import { type Found, isObject, Reader, textOf } from "../document/reader.js";
import { firstServer } from "../document/servers.js";

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

/** The body of a request. */
export interface Body {
  /** As the document names it: perhaps a range such as `*\/*`. */
  mediaType: string;
  required: boolean;
  /** Whether it is written as JSON; otherwise it is sent as it is. */
  json: boolean;
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
  body?: Body;
  /** Where the operation is, if not where most of the API is. */
  baseUrl?: string;
  /** How the body of a success is read; undefined means as JSON. */
  parseAs?: "text" | "blob";
  queryStyle?: QueryStyle;
  /** The alternatives, each a list of schemes to satisfy together. */
  security: string[][];
  pagination?: Pagination;
}

export const JSON_MEDIA = /^(application|text)\/([\w.+-]+\+)?json\b/i;
const ANY_MEDIA = /^(\*|application)\/\*/;

/** Reads the operations out of a document, and refuses, all at once, what would not work. */
export function readOperations(document: SpecDocument): Operation[] {
  const { root } = document;
  const reader = new Reader(document);
  const components = isObject(root.components) ? root.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  const ids = new Set<string>();
  const found: Omit<Operation, "name">[] = [];
  const paths = root.paths;
  const usual = firstServer(root.servers);
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    if (path.startsWith("x-")) continue;
    const pathItem = reader.follow(["paths", path], item);
    if (!pathItem) continue;
    for (const method of METHODS) {
      const value = pathItem.value[method];
      if (value === undefined) continue;
      const pointer = [...pathItem.pointer, method];
      if (!isObject(value)) {
        reader.report(pointer, "an operation must be an object");
        continue;
      }
      const read = readParameters(reader, [
        { list: pathItem.value.parameters, pointer: [...pathItem.pointer, "parameters"] },
        { list: value.parameters, pointer: [...pointer, "parameters"] },
      ]);
      const parameters = read.map(({ parameter }) => parameter);
      for (const [, name] of path.matchAll(/\{([^{}]+)\}/g))
        if (!parameters.some((each) => each.in === "path" && each.name === name))
          reader.report(pointer, `the path has {${name}}, but there is no such path parameter`);
      const success = readSuccess(reader, [...pointer, "responses"], value.responses);
      if (method === "trace") reader.report(pointer, "TRACE is not supported: fetch refuses to send it");
      if ((method === "get" || method === "head") && value.requestBody !== undefined)
        reader.report(
          [...pointer, "requestBody"],
          `a ${method.toUpperCase()} with a body is not supported: fetch refuses to send it`,
        );
      const baseUrl = firstServer(value.servers ?? pathItem.value.servers);
      if (baseUrl !== undefined && !/^https?:/i.test(baseUrl))
        reader.report(
          [...(value.servers === undefined ? pathItem.pointer : pointer), "servers"],
          `the server ${baseUrl} of an operation is not supported: it must be a whole URL`,
        );
      const queryStyle = readQueryStyle(reader, read);
      const body = readBody(reader, [...pointer, "requestBody"], value.requestBody);
      const pagination = readPagination(reader, { value, pointer, parameters, schemas: success.schemas });
      const operationId = textOf(value.operationId);
      if (operationId !== undefined) {
        if (ids.has(operationId))
          reader.report(
            [...pointer, "operationId"],
            `operationId ${operationId} is taken by another operation`,
          );
        ids.add(operationId);
      }
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
        ...(success.parseAs && { parseAs: success.parseAs }),
        ...(baseUrl !== undefined && baseUrl !== usual && { baseUrl }),
        ...(queryStyle && { queryStyle }),
        security:
          value.security === undefined
            ? readSecurity(reader, schemes, ["security"], root.security)
            : readSecurity(reader, schemes, [...pointer, "security"], value.security),
        ...(pagination && { pagination }),
      });
    }
  }
  reader.finish();

  // By path, as they are by method already, so that a name does not depend on the order of the document.
  const names = new NameSpace();
  return found
    .sort((a, b) => compare(a.path, b.path))
    .map((operation) => ({
      name: names.ofOperation(operation.operationId ?? `${operation.method} ${operation.path}`),
      ...operation,
    }));
}

function readBody(reader: Reader, pointer: Pointer, body: Json | undefined): Body | undefined {
  if (body === undefined) return undefined;
  const found = reader.follow(pointer, body);
  if (!found) return undefined;
  const media = readContent(reader, found);
  const best =
    media.find(({ json }) => json) ??
    media.find(({ type }) => !/^(multipart\/|application\/x-www-form-urlencoded)/i.test(type));
  if (best === undefined) {
    const types = media.map(({ type }) => type).join(", ") || "no media type";
    reader.report(
      [...found.pointer, "content"],
      `a request body of ${types} is not supported: only JSON, text and bytes are`,
    );
    return undefined;
  }
  return { mediaType: best.type, required: found.value.required === true, json: best.json };
}

/** A media type of a body. */
interface Media {
  type: string;
  json: boolean;
  schema: Found | undefined;
}

function readContent(reader: Reader, { value: { content }, pointer }: Found): Media[] {
  return Object.entries(isObject(content) ? content : {}).map(([type, value]) => {
    const schema =
      isObject(value) && value.schema !== undefined && value.schema !== true
        ? reader.follow([...pointer, "content", type, "schema"], value.schema)
        : undefined;
    // Some generators of documents write a range where they mean JSON.
    const json =
      JSON_MEDIA.test(type) || (ANY_MEDIA.test(type) && !!schema && reader.typeOf(schema) !== "string");
    return { type, json, schema };
  });
}

/** The answers that are a success, by status: without one, the default is, to openapi-fetch's types as well. */
export function successesOf(responses: JsonObject): [status: string, response: Json | undefined][] {
  const all = Object.entries(responses);
  const successes = all.filter(([status]) => status.startsWith("2"));
  return successes.length ? successes : all.filter(([status]) => status === "default");
}

/** How the answers that are a success are read, and the schemas of the JSON in them. */
function readSuccess(
  reader: Reader,
  pointer: Pointer,
  responses: Json | undefined,
): { parseAs?: "text" | "blob"; schemas: Found[] } {
  const media = successesOf(isObject(responses) ? responses : {}).flatMap(([status, response]) => {
    const found = reader.follow([...pointer, status], response);
    return found ? readContent(reader, found) : [];
  });
  return {
    ...(media.length > 0 &&
      !media.some(({ json }) => json) && {
        parseAs: media.every(({ type }) => /^text\//i.test(type)) ? "text" : "blob",
      }),
    schemas: media.flatMap(({ json, schema }) => (json && schema ? [schema] : [])),
  };
}

function readSecurity(
  reader: Reader,
  schemes: JsonObject,
  pointer: Pointer,
  security: Json | undefined,
): string[][] {
  if (!Array.isArray(security)) return [];
  return security.map((alternative, index) => {
    const names = isObject(alternative) ? Object.keys(alternative) : [];
    for (const name of names)
      if (schemes[name] === undefined)
        reader.report([...pointer, index, name], `security names the scheme ${name}, which is not there`);
    return names;
  });
}

/** By code units: the same order on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
