import { HEAD } from "./document-files.js";

/** The schema of a response with a list at `data`. */
export const LIST = "{ type: object, properties: { data: { type: array } } }";

/**
 * Creates a document. The extension of its operation is in line 6, its responses in line 7, and the rest in line 13.
 */
export const createPagedDocument = (
  extension: string,
  responses = `"200": { content: { application/json: { schema: ${LIST} } } }`,
  rest = "",
): string =>
  `${HEAD}paths: { "/{other}": { get: {
  x-speakeasy-pagination:
    ${extension},
  responses: { ${responses} },
  parameters: [
    { name: page, in: query, schema: { type: integer } },
    { name: from, in: query, schema: { type: number } },
    { name: size, in: query, schema: { type: integer } },
    { name: any, in: query },
    { name: other, in: path, schema: { type: integer } } ]${rest} } } }
`;

/** Renders an input of a pagination extension. */
export const renderInput = (name: string, type: string): string =>
  `{ name: ${name}, in: parameters, type: ${type} }`;
/** Renders an extension for pages by number or offset. */
export const renderOffsetLimit = (inputs: string[], results = "$.data"): string =>
  `{ type: offsetLimit, inputs: [${inputs.join(", ")}], outputs: { results: ${results} } }`;
/** An extension for pages by number. */
export const PAGED = renderOffsetLimit([renderInput("page", "page")]);

/** Renders a response with a schema. */
export const renderResponse = (schema: string, type = "application/json"): string =>
  `{ content: { ${type}: { schema: ${schema} } } }`;
