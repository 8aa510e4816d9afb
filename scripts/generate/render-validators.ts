import { dirname } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { answerSchema, type Strictness } from "./answer-schemas.js";
import type { SpecDocument } from "../document/document.js";
import type { JsonObject } from "../document/json.js";
import { isJsonMediaType } from "../document/media-types.js";
import type { Operation } from "./operations.js";
import { successesOf } from "./responses.js";
import { SpecError } from "../problem.js";
import { isObject } from "../document/reader.js";
import { resolved } from "../document/resolved.js";

const STRICTNESSES: readonly Strictness[] = ["strict", "tolerant"];

/** Functions that tell where an operation's successful answer is not as the document has it, and their types. */
export async function renderValidators(
  operations: readonly Operation[],
  { file, root }: SpecDocument,
): Promise<{ "validators.js": string; "validators.d.ts": string }> {
  const ajv = new Ajv2020({
    allErrors: true,
    // The document is linted elsewhere.
    strict: false,
    validateSchema: false,
    code: { esm: true, source: true, lines: true },
  });
  const ids: Record<string, string> = {};
  const declarations: string[] = [];
  for (const operation of operations) {
    const schema = successSchema(root, operation);
    if (!schema) continue;
    for (const strictness of STRICTNESSES) {
      const name = `${operation.name}${strictness === "strict" ? "Strict" : "Tolerant"}`;
      ids[name] = name;
      try {
        ajv.addSchema({ $id: name, ...answerSchema(root, schema, strictness) });
        ajv.getSchema(name);
      } catch (error) {
        throw new SpecError([
          {
            message: `no validator can be made of the answer of ${operation.name}: ${String(error)}`,
            place: { file },
          },
        ]);
      }
      declarations.push(
        `/** Checks a successful answer of \`${operation.method.toUpperCase()} ${operation.path}\`, ${strictness}. */`,
        `export declare const ${name}: Validator;`,
      );
    }
  }
  // Its default export stands a level lower for an ES module.
  const code = standalone.default(ajv, ids).replace('"use strict";', "").trimStart();
  return { "validators.js": await withoutImports(code), "validators.d.ts": typesOf(declarations) };
}

function typesOf(declarations: readonly string[]): string {
  return `/** Where a value is not as the document has it. */
export interface Deviation {
  /** The JSON pointer to the value. */
  instancePath: string;
  /** The place in the schema that the value does not match. */
  schemaPath: string;
  /** The keyword of JSON Schema that is not met. */
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

/** Tells whether a value is as the document has it, and leaves in \`errors\` where the last one was not. */
export interface Validator {
  (value: unknown): boolean;
  errors?: Deviation[] | null;
}

${declarations.join("\n")}
`;
}

/** ajv's output requires a few functions of ajv itself, for lengths and deep equality: they are put into it. */
async function withoutImports(code: string): Promise<string> {
  if (!/\brequire\(/.test(code)) return code;
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    // The bundle names its parts by their paths from here, the same on every machine.
    absWorkingDir: dirname(dirname(import.meta.dirname)),
    bundle: true,
    // Of no platform, it is an ES module.
    platform: "neutral",
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** The schema of the JSON in an operation's successful answers; undefined where there is none. */
function successSchema(root: JsonObject, { path, method }: Operation): JsonObject | undefined {
  const item = resolved(root, resolved(root, root.paths)[path]);
  const schemas = successesOf(resolved(root, resolved(root, item[method]).responses))
    .flatMap(([, response]) => Object.entries(resolved(root, resolved(root, response).content)))
    .filter(([type]) => isJsonMediaType(type))
    .map(([, media]) => resolved(root, media).schema)
    .filter(isObject);
  const [first] = schemas;
  return schemas.length > 1 ? { anyOf: schemas } : first;
}
