// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

export * from "./client.js";
export * from "./operations.js";
export * from "./schema.js";
