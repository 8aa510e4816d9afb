import { createConfig } from "@redocly/openapi-core";
import { parse } from "yaml";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { JsonObject } from "../../scripts/document/json.js";

/** Creates a document without a file. */
export async function createDocument(root: JsonObject): Promise<SpecDocument> {
  const config = await createConfig({}, { extends: [] });
  return {
    file: "api.yaml",
    root,
    config,
    warnings: [],
    files: [],
    hasUnresolved: false,
    createProblem: (pointer, message) => ({
      message: `${pointer.join("/")}: ${message}`,
      location: { file: "api.yaml" },
    }),
  };
}

/** Creates an OpenAPI 3.1 document from the YAML of its schemas and paths. */
export function createRoot(schemas: string, paths = "{}", openapi = "3.1.0"): JsonObject {
  return {
    openapi,
    info: { title: "T", version: "1" },
    servers: [{ url: "https://api.test/v1" }],
    paths: parse(paths) as JsonObject,
    components: { schemas: parse(schemas) as JsonObject },
  };
}

/** Returns the YAML of an operation with a request schema and a response schema. */
export const renderExchange = (request: string, response: string): string => `
/things:
  post:
    operationId: send
    requestBody: { required: true, content: { application/json: { schema: ${request} } } }
    responses: { "200": { description: ok, content: { application/json: { schema: ${response} } } } }
`;
