import type { SpecDocument } from "./document.js";
import type { Json, JsonObject, Pointer } from "./json.js";
import { NameSpace } from "./names.js";
import { type Pagination, readPagination } from "./pagination.js";
import { type Parameter, type QueryStyle, readParameters, readQueryStyle } from "./parameters.js";
import { type Found, isObject, Reader, textOf } from "./reader.js";

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

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

/** Reads the operations out of a document, and refuses, all at once, what would not work. */
export function readOperations(document: SpecDocument): Operation[] {
  const { root } = document;
  const reader = new Reader(document);
  const components = isObject(root.components) ? root.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  const ids = new Set<string>();
  const found: Omit<Operation, "name">[] = [];
  const paths = root.paths;
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
      const readable = success.media.length === 0 || success.media.some((type) => JSON_MEDIA.test(type));
      const queryStyle = readQueryStyle(reader, read);
      const body = readBody(reader, [...pointer, "requestBody"], value.requestBody);
      const pagination = readPagination(
        reader,
        [...pointer, "x-speakeasy-pagination"],
        value["x-speakeasy-pagination"],
        parameters,
        success.schemas,
      );
      const operationId = textOf(value.operationId);
      if (operationId !== undefined && ids.has(operationId))
        reader.report(
          [...pointer, "operationId"],
          `operationId ${operationId} is taken by another operation`,
        );
      if (operationId !== undefined) ids.add(operationId);
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
            ? readSecurity(reader, schemes, ["security"], root.security)
            : readSecurity(reader, schemes, [...pointer, "security"], value.security),
        ...(pagination && { pagination }),
      });
    }
  }
  reader.finish();

  // By path and method, so that a name does not depend on the order of the document.
  const names = new NameSpace();
  return found
    .sort((a, b) => compare(a.path, b.path) || METHODS.indexOf(a.method) - METHODS.indexOf(b.method))
    .map((operation) => ({
      name: names.ofOperation(operation.operationId ?? `${operation.method} ${operation.path}`),
      ...operation,
    }));
}

function readBody(reader: Reader, pointer: Pointer, body: Json | undefined): Operation["body"] {
  if (body === undefined) return undefined;
  const found = reader.follow(pointer, body);
  if (!found) return undefined;
  const { content } = found.value;
  const media = isObject(content) ? Object.keys(content) : [];
  const mediaType =
    media.find((each) => JSON_MEDIA.test(each)) ??
    media.find((each) => !/^(multipart\/|application\/x-www-form-urlencoded)/i.test(each));
  if (mediaType === undefined) {
    reader.report(
      [...found.pointer, "content"],
      `a request body of ${media.join(", ") || "no media type"} is not supported: only JSON and plain text or bytes are`,
    );
    return undefined;
  }
  return { mediaType, required: found.value.required === true };
}

/** The media types and the JSON schema of the answers that are a success. */
function readSuccess(
  reader: Reader,
  pointer: Pointer,
  responses: Json | undefined,
): { media: string[]; schemas: Found[] } {
  const media: string[] = [];
  const schemas: Found[] = [];
  if (!isObject(responses)) return { media, schemas };
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith("2")) continue;
    const found = reader.follow([...pointer, status], response);
    const content = found?.value.content;
    if (!found || !isObject(content)) continue;
    for (const [type, value] of Object.entries(content)) {
      media.push(type);
      if (!JSON_MEDIA.test(type) || !isObject(value) || value.schema === undefined) continue;
      const schema = reader.follow([...found.pointer, "content", type, "schema"], value.schema);
      if (schema) schemas.push(schema);
    }
  }
  return { media, schemas };
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
