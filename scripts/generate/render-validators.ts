import { dirname } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { answerSchema, type Strictness } from "./answer-schemas.js";
import type { SpecDocument } from "../document/document.js";
import type { JsonObject } from "../document/json.js";
import { type Operation } from "./operations.js";
import { SpecError } from "../problem.js";
import { isObject } from "../document/reader.js";
import { partsOf, valueAt } from "../document/references.js";

const STRICTNESSES: readonly Strictness[] = ["strict", "tolerant"];

/** Functions that tell where an operation's successful answer is not as the document has it, and their types. */
export async function renderValidators(
  operations: readonly Operation[],
  { file, root }: SpecDocument,
): Promise<{ "validators.js": string; "validators.d.ts": string }> {
  const ajv = new Ajv2020({
    allErrors: true,
    // The document is linted elsewhere, and formats only inform: answers are looser than that.
    strict: false,
    validateSchema: false,
    validateFormats: false,
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
  const code = standalone.default(ajv, ids).replace(/^"use strict";\n?/, "");
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
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    target: "es2022",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** The schema of the JSON in an operation's successful answers; undefined where there is none. */
function successSchema(root: JsonObject, { path, method }: Operation): JsonObject | undefined {
  const item = resolved(root, isObject(root.paths) ? root.paths[path] : undefined);
  const operation = resolved(root, item?.[method]);
  const responses = Object.entries(isObject(operation?.responses) ? operation.responses : {});
  const schemas = responses
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, response]) => {
      const content = resolved(root, response)?.content;
      return Object.entries(isObject(content) ? content : {});
    })
    .filter(([type]) => /^application\/(?:[\w.+-]+\+)?json\b/i.test(type))
    .map(([, media]) => (isObject(media) ? media.schema : undefined))
    .filter(isObject);
  const [first] = schemas;
  return schemas.length > 1 ? { anyOf: schemas } : first;
}

function resolved(root: JsonObject, value: JsonObject[string]): JsonObject | undefined {
  if (!isObject(value) || typeof value.$ref !== "string") return isObject(value) ? value : undefined;
  const parts = partsOf(value.$ref);
  return parts && resolved(root, valueAt(root, parts));
}
