import type { SpecDocument } from "../document/document.js";
import { isObject, type JsonObject, type Pointer } from "../document/json.js";
import { resolvePointer } from "../document/references.js";

const KINDS: Record<string, string> = {
  examples: "example",
  headers: "header",
  parameters: "parameter",
  requestBodies: "request body",
  responses: "response",
  schemas: "schema",
  securitySchemes: "security scheme",
};

/**
 * Describes a pointer for users of the API: `listSessions, query parameter search`.
 *
 * @param document - The document.
 * @param pointer - The pointer.
 * @returns The description.
 */
export function describePointer({ root }: SpecDocument, pointer: Pointer): string {
  const [section, ...keys] = pointer.map(String);
  if (section === "paths") return describeOperation(root, pointer.map(String));
  if (section === "components") {
    const [kind, name, ...inner] = keys;
    if (kind === undefined || name === undefined) return "components";
    return joinParts(
      `${KINDS[kind] ?? kind} ${name}`,
      kind === "schemas" ? formatField(inner) : inner.join("."),
    );
  }
  return joinParts(
    { info: "the document", servers: "server", security: "security", tags: "tag" }[section ?? ""] ??
      section ??
      "the document",
  );
}

function describeOperation(root: JsonObject, [section, path, method, ...keys]: string[]): string {
  if (section === undefined || path === undefined) return "the paths";
  if (method === undefined) return path;
  const operation = resolvePointer(root, [section, path, method]);
  const id = isObject(operation) ? operation.operationId : undefined;
  const name = typeof id === "string" ? id : `${method.toUpperCase()} ${path}`;
  const [part, key, ...inner] = method === "parameters" ? [method, ...keys] : keys;
  switch (part) {
    case "parameters": {
      const ownerPointer = method === "parameters" ? [section, path] : [section, path, method];
      const parameter = key === undefined ? undefined : resolvePointer(root, [...ownerPointer, part, key]);
      const owner = method === "parameters" ? path : name;
      const { in: location, name: parameterName } = isObject(parameter) ? parameter : {};
      if (typeof location !== "string" || typeof parameterName !== "string")
        return joinParts(owner, "parameters");
      return joinParts(owner, `${location} parameter ${parameterName}`, formatField(inner.slice(1)));
    }
    case "requestBody":
      return joinParts(name, "request body", formatContentField(key === undefined ? [] : [key, ...inner]));
    case "responses":
      if (key === undefined) return joinParts(name, "responses");
      if (inner[0] === "headers")
        return joinParts(name, `response ${key}`, `header ${inner[1] ?? ""}`.trim());
      return joinParts(name, `response ${key}`, formatContentField(inner));
    case undefined:
      return name;
    default:
      return joinParts(name, part);
  }
}

/** Describes a pointer below `content`: the media type unless it is JSON, and the field. */
function formatContentField([content, media, schema, ...fieldPath]: string[]): string {
  if (content !== "content" || media === undefined) return content ?? "";
  const type = media === "application/json" ? "" : media;
  return joinParts(type, schema === "schema" ? formatField(fieldPath) : (schema ?? (type ? "" : media)));
}

/** Formats the path of a field of a schema: `data.sessions[].id`. */
function formatField(path: readonly string[]): string {
  let text = "";
  for (let index = 0; index < path.length; index++) {
    const part = path[index] ?? "";
    if (part === "properties" && path[index + 1] !== undefined)
      text += `${text ? "." : ""}${path[++index] ?? ""}`;
    else if (part === "items") text += "[]";
    else if (/^(allOf|anyOf|oneOf)$/.test(part))
      text += `${text ? " " : ""}(${part} ${Number(path[++index] ?? 0) + 1})`;
    else if (part !== "schema") text += `${text ? " " : ""}${part}`;
  }
  return text;
}

function joinParts(...parts: string[]): string {
  return parts.filter(Boolean).join(", ");
}
