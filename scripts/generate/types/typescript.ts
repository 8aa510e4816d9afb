import { createRequire } from "node:module";
import type * as OpenApiTypeScript from "openapi-typescript";
import type TypeScript from "typescript";

const require = createRequire(import.meta.url);

/**
 * The TypeScript compiler. It is loaded as CommonJS, because an import as a module takes half a second and 70 MB more:
 * Node would search its whole source for exports.
 */
export const ts = require("typescript") as typeof TypeScript;
/** The generator of types, which uses the same copy of the compiler. */
export const openApiTypeScript = require("openapi-typescript") as typeof OpenApiTypeScript;
