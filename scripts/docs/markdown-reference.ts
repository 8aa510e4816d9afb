import type { Json, JsonObject } from "../document/json.js";
import { dereference } from "../document/references.js";
import { joinLines } from "./join-lines.js";

/** The part of a schema that the reference shows. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

interface Response {
  description: string;
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  parameters?: (Parameter | { $ref: string })[];
  responses: Record<string, Response | { $ref: string }>;
  "x-codeSamples"?: { label: string; source: string }[];
}

/** The part of an OpenAPI document that the reference shows. */
export interface ReferenceDocument {
  info: { title: string; summary?: string; version: string };
  servers?: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { parameters?: Record<string, Parameter>; schemas: Record<string, Schema> };
}

/**
 * Renders a compact reference of an OpenAPI document in Markdown, for readers without a browser and for language
 * models. It lists each operation with its parameters, responses and SDK sample, then each schema. Parameters and
 * responses of all operations are listed once.
 *
 * @param document - The document, with local references only.
 * @returns The text of the page.
 */
export function renderMarkdownReference(document: ReferenceDocument): string {
  const { info, servers = [], paths, components } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      request: `${method.toUpperCase()} ${path}`,
      operation,
      items: listItems(document, operation),
    })),
  );
  const common = new Set(
    operations[0]?.items.filter((item) => operations.every(({ items }) => items.includes(item))),
  );
  return joinBlocks([
    `# ${info.title} ${info.version}`,
    info.summary,
    ...servers.map(({ url }) => `Base URL: ${url}`),
    "## Every operation",
    [...common].join("\n"),
    "## Operations",
    ...operations.map(({ request, operation, items }) =>
      renderOperation(
        request,
        operation,
        items.filter((item) => !common.has(item)),
      ),
    ),
    "## Schemas",
    ...Object.entries(components.schemas).map(([name, schema]) => renderSchema(name, schema)),
  ]);
}

/** Renders the parameters and responses of an operation, each as an item of a list. */
function listItems(document: ReferenceDocument, { parameters = [], responses }: Operation): string[] {
  return [
    ...parameters.map((parameter) => renderParameter(document, resolve<Parameter>(document, parameter))),
    ...Object.entries(responses).map(([status, response]) =>
      renderResponse(status, resolve<Response>(document, response)),
    ),
  ];
}

function renderParameter(document: ReferenceDocument, parameter: Parameter): string {
  const { name, in: location, required, schema = {}, description } = parameter;
  const type = formatTypeAsCode(resolve(document, schema));
  return `- \`${name}\`${required ? "" : "?"} (${location}, ${type})${formatSuffix(description)}`;
}

function renderResponse(status: string, { description, content = {} }: Response): string {
  const types = new Set(Object.values(content).map(({ schema = {} }) => formatTypeAsCode(schema)));
  return `- ${status === "default" ? "Other statuses" : status} (${[...types].join(" or ") || "no body"}): ${joinLines(description)}`;
}

function renderOperation(request: string, operation: Operation, items: readonly string[]): string {
  const { operationId, summary, description, "x-codeSamples": samples = [] } = operation;
  return joinBlocks([
    `### ${operationId}`,
    `\`${request}\``,
    summary && `${summary}.`,
    description,
    items.join("\n"),
    ...samples
      .filter(({ label }) => label === "SDK")
      .map(({ source }) => `\`\`\`ts\n${source.trim()}\n\`\`\``),
  ]);
}

function renderSchema(name: string, schema: Schema): string {
  const fields = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const mark = schema.required?.includes(field) ? "" : "?";
    return `- \`${field}\`${mark} (${formatTypeAsCode(property)})${formatSuffix(property.description)}`;
  });
  return joinBlocks([`### ${name}`, schema.description, fields.join("\n") || formatTypeAsCode(schema)]);
}

/** Returns a schema's type in code, with the names of the schemas that it refers to. */
function formatTypeAsCode(schema: Schema): string {
  return `\`${formatType(schema)}\``;
}

function formatType(schema: Schema): string {
  if (schema.$ref !== undefined) return getSchemaName(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return schema.anyOf.map(formatType).join(" | ");
  if (schema.items) return `${formatType(schema.items)}[]`;
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => `${name}${schema.required?.includes(name) ? "" : "?"}: ${formatType(property)}`,
  );
  if (fields.length) return `{ ${fields.join("; ")} }`;
  return [schema.type ?? "unknown"].flat().join(" | ");
}

const getSchemaName = (reference: string): string => reference.slice(reference.lastIndexOf("/") + 1);

/** Returns an object of the document, or the one that a reference leads to. */
function resolve<Value>(document: ReferenceDocument, value: Value | { $ref: string }): Value {
  return dereference(document as unknown as JsonObject, value as Json) as Value;
}

const formatSuffix = (description = ""): string => description && `: ${joinLines(description)}`;

/** Joins blocks of Markdown by blank lines. Absent and empty blocks are skipped. */
function joinBlocks(blocks: readonly (string | undefined)[]): string {
  return `${blocks.flatMap((block) => (block ? [block.trim()] : [])).join("\n\n")}\n`;
}
