import { createRequire } from "node:module";
import type * as OpenApiTypeScript from "openapi-typescript";
import type TypeScript from "typescript";

const require = createRequire(import.meta.url);

/**
 * The compiler, and the generator that is built on it, as CommonJS. To import the compiler as a module takes half a
 * second and 70 MB more, since Node then searches its whole source for exports.
 */
export const ts = require("typescript") as typeof TypeScript;
export const openApiTypeScript = require("openapi-typescript") as typeof OpenApiTypeScript;
