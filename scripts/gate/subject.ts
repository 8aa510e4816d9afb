import type { SpecDocument } from "../document/document.js";
import type { Json, JsonObject, Pointer } from "../document/json.js";
import { isObject } from "../document/reader.js";
import { partsOf } from "../document/references.js";

/** Reads a JSON pointer, such as `#/paths/~1sessions/get`. */
export function parsePointer(text: string): Pointer {
  return text
    .replace(/^#?\//, "")
    .split("/")
    .filter((part) => part !== "")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value that a pointer leads to, by way of references; undefined if it leads nowhere. */
export function followTo(root: JsonObject, pointer: Pointer): Json | undefined {
  let value = dereference(root, root);
  for (const part of pointer) {
    if (typeof value !== "object" || value === null) return undefined;
    value = dereference(root, (value as Record<string | number, Json | undefined>)[part]);
  }
  return value;
}

/** A value, or what it refers to. References that lead round in a circle were refused when the document was read. */
export function dereference(root: JsonObject, value: Json | undefined): Json | undefined {
  const $ref = isObject(value) ? value.$ref : undefined;
  if (typeof $ref !== "string") return value;
  const parts = partsOf($ref);
  return parts && followTo(root, parts);
}

const KINDS: Record<string, string> = {
  examples: "example",
  headers: "header",
  parameters: "parameter",
  requestBodies: "request body",
  responses: "response",
  schemas: "schema",
  securitySchemes: "security scheme",
};

/** What a place is called by those who use the API: `listSessions, query parameter search`. */
export function subjectOf({ root }: SpecDocument, pointer: Pointer): string {
  const [section, ...rest] = pointer.map(String);
  if (section === "paths") return operationSubject(root, pointer.map(String));
  if (section === "components") {
    const [kind, name, ...inner] = rest;
    if (kind === undefined || name === undefined) return "components";
    return joined(`${KINDS[kind] ?? kind} ${name}`, kind === "schemas" ? field(inner) : inner.join("."));
  }
  return joined(
    { info: "the document", servers: "server", security: "security", tags: "tag" }[section ?? ""] ??
      section ??
      "the document",
  );
}

function operationSubject(root: JsonObject, [section, path, method, ...rest]: string[]): string {
  if (section === undefined || path === undefined) return "the paths";
  if (method === undefined) return path;
  const operation = followTo(root, [section, path, method]);
  const id = isObject(operation) ? operation.operationId : undefined;
  const name = typeof id === "string" ? id : `${method.toUpperCase()} ${path}`;
  const [part, key, ...inner] = method === "parameters" ? [method, ...rest] : rest;
  switch (part) {
    case "parameters": {
      const at = method === "parameters" ? [section, path] : [section, path, method];
      const parameter = key === undefined ? undefined : followTo(root, [...at, part, key]);
      const owner = method === "parameters" ? path : name;
      const { in: location, name: called } = isObject(parameter) ? parameter : {};
      if (typeof location !== "string" || typeof called !== "string") return joined(owner, "parameters");
      return joined(owner, `${location} parameter ${called}`, field(inner.slice(1)));
    }
    case "requestBody":
      return joined(name, "request body", contentField(key === undefined ? [] : [key, ...inner]));
    case "responses":
      if (key === undefined) return joined(name, "responses");
      if (inner[0] === "headers") return joined(name, `response ${key}`, `header ${inner[1] ?? ""}`.trim());
      return joined(name, `response ${key}`, contentField(inner));
    case undefined:
      return name;
    default:
      return joined(name, part);
  }
}

/** What stands below `content`: the media type where it is not JSON, and the field. */
function contentField([content, media, schema, ...rest]: string[]): string {
  if (content !== "content" || media === undefined) return content ?? "";
  const type = media === "application/json" ? "" : media;
  return joined(type, schema === "schema" ? field(rest) : (schema ?? (type ? "" : media)));
}

/** The way to a field of a schema, as code would take it: `data.sessions[].id`. */
function field(way: readonly string[]): string {
  let text = "";
  for (let index = 0; index < way.length; index++) {
    const part = way[index] ?? "";
    if (part === "properties" && way[index + 1] !== undefined)
      text += `${text ? "." : ""}${way[++index] ?? ""}`;
    else if (part === "items") text += "[]";
    else if (/^(allOf|anyOf|oneOf)$/.test(part))
      text += `${text ? " " : ""}(${part} ${Number(way[++index] ?? 0) + 1})`;
    else if (part !== "schema") text += `${text ? " " : ""}${part}`;
  }
  return text;
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}
