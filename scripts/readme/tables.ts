import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type JSDoc, type Symbol as MorphSymbol, Node, Project } from "ts-morph";
import { parse } from "yaml";
import type { JsonObject } from "../document/json.js";
import { dereference } from "../document/references.js";
import { renderMarkdownTable } from "../markdown-table.js";

/** The part of a schema that the tables show. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: string[];
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
}

interface Parameter {
  name: string;
  in: string;
  description: string;
  schema: Schema;
}

/** Renders the tables of the README by section: client options, query parameters and session fields. */
export function renderTables(root: string): Map<string, string> {
  const document: unknown = parse(readFileSync(join(root, "spec/openapi.yaml"), "utf8"));
  return new Map([
    ["options", renderOptions(join(root, "src/index.ts"))],
    ["parameters", renderParameters(document)],
    ["fields", renderFields(document)],
  ]);
}

function renderOptions(entry: string): string {
  const project = new Project({
    tsConfigFilePath: join(entry, "../../tsconfig.json"),
    skipAddingFilesFromTsConfig: true,
  });
  const file = project.addSourceFileAtPath(entry);
  const [options] = file.getExportedDeclarations().get("SessionsClientOptions") ?? [];
  if (!options) throw new Error("src/index.ts does not export SessionsClientOptions.");
  const rows = options.getType().getProperties().map(renderOption);
  return renderMarkdownTable([["Option", "Default", "Description"], ...rows]);
}

function renderOption(option: MorphSymbol): string[] {
  const declaration = option.getDeclarations().find(Node.isPropertySignature);
  const docs = declaration?.getJsDocs() ?? [];
  const fallback = declaration?.hasQuestionToken() ? "none" : "required";
  return [
    `\`${option.getName()}\``,
    toCode(getTag(docs, "default") ?? fallback),
    toCell(docs[0]?.getDescription() ?? ""),
  ];
}

function getTag(docs: readonly JSDoc[], name: string): string | undefined {
  const tag = docs.flatMap((doc) => doc.getTags()).find((candidate) => candidate.getTagName() === name);
  const text = tag?.getCommentText();
  return text === undefined ? undefined : toCell(text);
}

/** Formats a number as code. Other defaults are prose, or contain their own code. */
function toCode(text: string): string {
  return /^[\d_]+$/.test(text) ? `\`${text}\`` : text;
}

function renderParameters(document: unknown): string {
  const [path] = Object.values(
    (document as { paths: Record<string, { get: { parameters: Schema[] } }> }).paths,
  );
  const rows = (path?.get.parameters ?? [])
    .map((reference) => resolve(document, reference) as unknown as Parameter)
    .filter((parameter) => parameter.in === "query")
    .map(({ name, schema, description }) => [
      `\`${name}\``,
      formatType(document, schema),
      toCell(description),
    ]);
  return renderMarkdownTable([["Parameter", "Type", "Description"], ...rows]);
}

function renderFields(document: unknown): string {
  const session = resolve(document, { $ref: "#/components/schemas/Session" });
  const rows = Object.entries(session.properties ?? {}).map(([name, schema]) => [
    `\`${name}\`${session.required?.includes(name) ? "" : "?"}`,
    formatType(document, schema),
    toCell(schema.description ?? resolve(document, schema).description ?? ""),
  ]);
  return renderMarkdownTable([["Field", "Type", "Description"], ...rows]);
}

function resolve(document: unknown, schema: Schema): Schema {
  return dereference(document as JsonObject, schema as JsonObject) as Schema;
}

function formatType(document: unknown, schema: Schema): string {
  const { enum: values, type, format, anyOf } = resolve(document, schema);
  if (values) return values.map((value) => `\`"${value}"\``).join(", ");
  if (anyOf) return anyOf.map((member) => formatType(document, member)).join(", ");
  if (format === "date-time") return "time";
  return [type ?? "any"].flat().join(" or ");
}

/** Returns a text as a cell of a table: on one line, with plain names instead of links. */
function toCell(text: string): string {
  return text
    .trim()
    .replace(/\{@link (?:[^}|]*\|)?\s*([^}]*)\}/g, "`$1`")
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|");
}
