// Writes the documents of this folder. They have a few operations of real documents, with extensions that describe the
// pagination. They are extracted from the documents of the corpus, so run `npm run corpus -- GitHub` first. Then run:
// npx tsx test/generate/real-documents/write-documents.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DOCUMENTS } from "../../../scripts/corpus/documents.js";
import { isObject, type Json, type JsonObject } from "../../../scripts/document/json.js";
import { getValueAt, parseReference } from "../../../scripts/document/references.js";

const root = resolve(import.meta.dirname, "../../..");

/** The extensions that are added to an operation. */
type Extensions = Readonly<Record<string, JsonObject>>;

const createPageExtension = (results: string): JsonObject => ({
  type: "offsetLimit",
  inputs: [
    { name: "page", in: "parameters", type: "page" },
    { name: "per_page", in: "parameters", type: "limit" },
  ],
  outputs: { results },
});

const GITHUB: Readonly<Record<string, Extensions>> = {
  "/repos/{owner}/{repo}/actions/runs": {
    "x-speakeasy-pagination": createPageExtension("$.workflow_runs"),
    "x-list": { itemKey: "id", total: ["$.total_count"] },
  },
  "/repos/{owner}/{repo}/branches": {
    "x-speakeasy-pagination": createPageExtension("$"),
    "x-list": { itemKey: "name" },
  },
  "/search/labels": {
    "x-speakeasy-pagination": createPageExtension("$.items"),
    "x-list": { itemKey: "id", total: ["$.total_count"] },
  },
  "/repos/{owner}/{repo}/tags": {
    "x-list": { linkHeader: "Link", results: "$", itemKey: "name" },
  },
};

const SQUARE: Readonly<Record<string, Extensions>> = {
  "/v2/customers": {
    "x-speakeasy-pagination": {
      type: "cursor",
      inputs: [
        { name: "cursor", in: "parameters", type: "cursor" },
        { name: "limit", in: "parameters", type: "limit" },
      ],
      outputs: { results: "$.customers", nextCursor: "$.cursor" },
    },
    "x-list": { itemKey: "id" },
  },
};

/** Extracts the GET operations of some paths, with their extensions and the components that they use. */
function extract(document: JsonObject, operations: Readonly<Record<string, Extensions>>): JsonObject {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([path, extensions]) => {
      const operation = getValueAt(document, ["paths", path, "get"]) as JsonObject;
      return [path, { get: removeDescriptions({ ...operation, ...extensions }) }];
    }),
  );
  const { openapi = "", info, servers = [] } = document;
  const { title = "", version = "" } = info as JsonObject;
  return {
    openapi,
    info: { title, version },
    servers,
    paths,
    components: extractComponents(document, paths),
  };
}

/** Returns a value without descriptions, examples and other extensions. */
function removeDescriptions(value: Json): Json {
  if (Array.isArray(value)) return value.map(removeDescriptions);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => !isDescription(key, entry))
      .map(([key, entry]) => [key, removeDescriptions(entry ?? null)]),
  );
}

function isDescription(key: string, value: Json | undefined): boolean {
  if (key.startsWith("x-")) return !["x-speakeasy-pagination", "x-list"].includes(key);
  // A property of a schema may have these names too.
  if (key === "description") return typeof value === "string";
  return ["example", "examples", "externalDocs"].includes(key);
}

function extractComponents(document: JsonObject, paths: JsonObject): JsonObject {
  // Security requirements name the schemes without a reference.
  const securitySchemes = removeDescriptions(getValueAt(document, ["components", "securitySchemes"]) ?? {});
  const components: Record<string, JsonObject> = { securitySchemes: securitySchemes as JsonObject };
  const pending = findReferences(paths);
  for (let ref = pending.pop(); ref !== undefined; ref = pending.pop()) {
    const parts = parseReference(ref) ?? [];
    const [, kind = "", name = ""] = parts;
    if (components[kind]?.[name] !== undefined) continue;
    const component = removeDescriptions(getValueAt(document, parts) ?? null);
    (components[kind] ??= {})[name] = component;
    pending.push(...findReferences(component));
  }
  return components;
}

function findReferences(value: Json): string[] {
  return [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
}

for (const [name, documentName, operations] of [
  ["github", "GitHub", GITHUB],
  ["square", "Square", SQUARE],
] as const) {
  const file = join(root, "bench/corpus/node_modules", DOCUMENTS[documentName] ?? "");
  const document = JSON.parse(readFileSync(file, "utf8")) as JsonObject;
  const text = JSON.stringify(extract(document, operations), null, 2);
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${text}\n`);
}
