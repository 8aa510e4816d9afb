import { dirname } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import type { SpecDocument } from "../document/document.js";
import { isObject, type Json, type JsonObject } from "../document/json.js";
import { resolveObject } from "../document/resolve-object.js";
import { type Problem, SpecError } from "../problem.js";
import type { Operation } from "./operations.js";
import { ResponseSchemas, type Strictness } from "./response-schemas/response-schemas.js";
import { ValidatorNames } from "./validator-names.js";

const STRICTNESSES: readonly Strictness[] = ["strict", "tolerant"];

/** The rendered validators. */
export interface RenderedValidators {
  files: Record<string, string>;
  /** The keywords that the validators do not check. */
  warnings: Problem[];
}

/**
 * Renders functions that check the successful responses of operations, and their types. Strict and tolerant ones are in
 * separate modules, because the modules are large.
 *
 * @param operations - The operations.
 * @param document - The document.
 * @returns The files and the warnings.
 * @throws SpecError if a schema cannot be compiled.
 */
export async function renderValidators(
  operations: readonly Pick<Operation, "name" | "method" | "path" | "responses">[],
  document: SpecDocument,
): Promise<RenderedValidators> {
  const checkedOperations = operations.flatMap((operation) => {
    const schemas = listSuccessSchemas(document.root, operation);
    return schemas.length ? [{ ...operation, schemas }] : [];
  });
  const invalidPatterns = new Map<JsonObject, string>();
  const files: (readonly [name: string, text: string])[] = [];
  // One after the other, because each needs much memory for a large document.
  for (const strictness of STRICTNESSES) {
    const onInvalidPattern = (schema: JsonObject, pattern: string): void =>
      void invalidPatterns.set(schema, pattern);
    const schemas = new ResponseSchemas({ root: document.root, strictness, onInvalidPattern });
    const roots = checkedOperations.map(
      ({ name, schemas: successSchemas }) =>
        [nameValidator(name, strictness), schemas.convert(successSchemas)] as const,
    );
    const module = compileValidators(document, strictness, roots, schemas.definitions);
    const name = `validators-${strictness}`;
    files.push(
      [`${name}.js`, await bundleModule(module)],
      [`${name}.d.ts`, renderDeclarations(checkedOperations, strictness)],
    );
  }
  const exports = STRICTNESSES.map((strictness) => `export * from "./validators-${strictness}.js";\n`).join(
    "",
  );
  return {
    files: {
      "validators.js": exports,
      "validators.d.ts": `export type * from "./validator.js";\n${exports}`,
      "validator.d.ts": VALIDATOR,
      ...Object.fromEntries(files),
    },
    warnings: createPatternWarnings(document, invalidPatterns),
  };
}

/** Returns the JSON schemas of the successful responses of an operation, as written. */
function listSuccessSchemas(
  root: JsonObject,
  { path, method, responses }: Pick<Operation, "path" | "method" | "responses">,
): JsonObject[] {
  const item = resolveObject(root, resolveObject(root, root.paths)[path]);
  const responsesByStatus = resolveObject(root, resolveObject(root, item[method]).responses);
  return responses.success.flatMap(({ status, media: { type, isJson } }) => {
    const { schema } = resolveObject(
      root,
      resolveObject(root, resolveObject(root, responsesByStatus[status]).content)[type],
    );
    return isJson && isObject(schema) ? [schema] : [];
  });
}

function nameValidator(name: string, strictness: Strictness): string {
  return `${name}${strictness === "strict" ? "Strict" : "Tolerant"}`;
}

/** Creates ajv for JSON Schema 2020-12, without features that few schemas need. */
function createCompiler(strictness: Strictness): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    // The document is linted elsewhere.
    strict: false,
    validateSchema: false,
    // Each schema is compiled once, regardless of the number of references.
    inlineRefs: false,
    // A loop is shorter than separate checks, and as fast.
    loopRequired: 2,
    loopEnum: 4,
    // 19.99 is a multiple of 0.01, although binary fractions are inexact.
    multipleOfPrecision: 5,
    // An object without its own `constructor` inherits one.
    ownProperties: true,
    code: { esm: true, source: true },
  });
  // No documented option disables these keywords.
  return Object.assign(ajv, {
    opts: { ...ajv.opts, dynamicRef: false, unevaluated: strictness === "strict" },
  });
}

/** Renders the validators of schemas as a module that exports them by name. */
function compileValidators(
  { file }: SpecDocument,
  strictness: Strictness,
  roots: readonly (readonly [string, JsonObject])[],
  definitions: Record<string, JsonObject>,
): string {
  const ajv = createCompiler(strictness);
  const names = new ValidatorNames();
  const $defs = {
    ...definitions,
    ...Object.fromEntries(roots.map(([name, schema]) => [`export.${name}`, schema])),
  };
  const references = Object.fromEntries(roots.map(([name]) => [name, `${strictness}#/$defs/export.${name}`]));
  try {
    ajv.addSchema({ $id: strictness, $defs });
    // The definitions that others refer to are first. ajv would compile a long chain of references recursively.
    for (const name of Object.keys(definitions))
      names.add(ajv.getSchema(`${strictness}#/$defs/${name}`), name);
    // No definition has a dollar sign in its name, so that these names are unique.
    for (const [name, reference] of Object.entries(references))
      names.add(ajv.getSchema(reference), `response$${name}`);
    return names.replaceIn(standalone.default(ajv, references));
  } catch (error) {
    throw new SpecError([
      { message: `validators cannot be generated: ${String(error)}`, location: { file } },
    ]);
  }
}

/** The types of all validators. */
const VALIDATOR = `/** A difference between a value and its schema in the document. */
export interface SchemaViolation {
  /** The JSON pointer to the value. */
  instancePath: string;
  /** The JSON pointer to the violated keyword in the schema. */
  schemaPath: string;
  /** The keyword of JSON Schema that is violated. */
  keyword: string;
  params: {
    missingProperty?: string;
    additionalProperty?: string;
    unevaluatedProperty?: string;
    allowedValues?: unknown[];
    [name: string]: unknown;
  };
  message?: string;
}

/** Returns whether a value matches the document. \`errors\` has the violations of the last value. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaViolation[] | null;
}
`;

/** Renders the declarations of the validators. */
function renderDeclarations(
  operations: readonly Pick<Operation, "name" | "method" | "path">[],
  strictness: Strictness,
): string {
  if (!operations.length) return "export {};\n";
  const declarations = operations.map(
    ({ name, method, path }) =>
      `/** The ${strictness} validator of a successful response of \`${method.toUpperCase()} ${path.replaceAll("*/", "*\\/")}\`. */\n` +
      `export declare const ${nameValidator(name, strictness)}: Validator;\n`,
  );
  return `import type { Validator } from "./validator.js";\n\n${declarations.join("")}`;
}

/** Bundles a module with the required functions of ajv, and without unused schemas. */
async function bundleModule(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    // The bundle contains paths that are relative to here, so that they are the same on every machine.
    absWorkingDir: dirname(dirname(import.meta.dirname)),
    bundle: true,
    format: "esm",
    // Without a platform, it is an ES module.
    platform: "neutral",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

function createPatternWarnings(
  { root, createProblem }: SpecDocument,
  invalidPatterns: ReadonlyMap<JsonObject, string>,
): Problem[] {
  if (!invalidPatterns.size) return [];
  const warnings: Problem[] = [];
  const seen = new Set<object>();
  const visit = (value: Json | undefined, pointer: readonly string[]): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    const pattern = Array.isArray(value) ? undefined : invalidPatterns.get(value);
    if (pattern !== undefined)
      warnings.push({
        ...createProblem(
          pointer,
          `the pattern ${pattern} is not checked: it is not a valid regular expression`,
        ),
        rule: "invalid-pattern",
      });
    for (const [key, child] of Object.entries(value)) visit(child, [...pointer, key]);
  };
  visit(root, []);
  return warnings;
}
