import { createConfig } from "@redocly/openapi-core";
import { parse } from "yaml";
import type { SpecDocument } from "../../scripts/document/document.js";
import type { JsonObject } from "../../scripts/document/json.js";

/** A document in the process, as the reader of files would give it. */
export async function documentOf(root: JsonObject): Promise<SpecDocument> {
  const config = await createConfig({}, { extends: [] });
  return {
    file: "api.yaml",
    root,
    config,
    warnings: [],
    files: [],
    hasUnresolved: false,
    problemAt: (pointer, message) => ({
      message: `${pointer.join("/")}: ${message}`,
      place: { file: "api.yaml" },
    }),
  };
}

/** A document of OpenAPI 3.1 by the YAML of its schemas and paths. */
export function rootOf(schemas: string, paths = "{}", openapi = "3.1.0"): JsonObject {
  return {
    openapi,
    info: { title: "T", version: "1" },
    servers: [{ url: "https://api.test/v1" }],
    paths: parse(paths) as JsonObject,
    components: { schemas: parse(schemas) as JsonObject },
  };
}

/** The YAML of an operation that takes one schema and returns another. */
export const exchange = (request: string, response: string): string => `
/things:
  post:
    operationId: send
    requestBody: { required: true, content: { application/json: { schema: ${request} } } }
    responses: { "200": { description: ok, content: { application/json: { schema: ${response} } } } }
`;
