import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type { Node } from "typescript";
import type { SpecDocument } from "../document/document.js";
import { isObject } from "../document/json.js";
import { SpecError } from "../problem.js";
import { NameSpace } from "./names.js";
import { createOpenEnumCheck } from "./open-enums.js";
import type { Operation } from "./operations.js";
import { renderCommentLines, renderDescription } from "./tsdoc.js";
import { findBinaryTexts } from "./types/binary-texts.js";
import { findDirections } from "./types/directions.js";
import { Discriminators } from "./types/discriminators.js";
import { renderEnum } from "./types/enums.js";
import { findFiles } from "./types/files.js";
import { SchemaLowering } from "./types/lower-schema.js";
import type { LoweredSchema } from "./types/lowered.js";
import { type NamedSchema, SchemaTable } from "./types/schema-table.js";
import { cleanDeclarations } from "./types/clean-declarations.js";
import { hidePercentSigns, restorePercentSigns } from "./types/percent-signs.js";
import { createSchemaHooks, toSchemaObject } from "./types/type-nodes.js";
import { openApiTypeScript, ts } from "./types/typescript.js";
import { rewriteDocument } from "./types/rewrite-document.js";

const { resolveRef, transformSchema, transformSchemaObject } = openApiTypeScript;

/** The rendered types. */
interface RenderedSchema {
  text: string;
  /** The names of the schema types by key. */
  typeNames: ReadonlyMap<string, string>;
}

/**
 * Renders the types of a document: a declaration for each schema, and `paths`, `components` and `operations`. All are
 * rendered by openapi-typescript, from schemas in forms that it renders correctly. Its steps are called one by one,
 * because its entry would lint and bundle the document again. That is most of its time.
 *
 * @param document - The document.
 * @param operations - The operations, whose names types must not have.
 * @returns The source text and the names of the types.
 * @throws SpecError if openapi-typescript fails.
 */
export function renderSchema(
  document: SpecDocument,
  operations: readonly Pick<Operation, "name">[],
): RenderedSchema {
  const nameSpace = new NameSpace();
  for (const { name } of operations) nameSpace.nameOperation(name);
  return renderTypes(document, nameSpace);
}

/** Calls openapi-typescript. Its errors have no location. */
function callOpenApiTypeScript<Result>(file: string, call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw new SpecError([{ message: `openapi-typescript failed: ${String(error)}`, location: { file } }]);
  }
}

function renderTypes({ file, root, config }: SpecDocument, nameSpace: NameSpace): RenderedSchema {
  const directions = findDirections(root);
  const table = new SchemaTable(root, directions, nameSpace);
  const lowering = new SchemaLowering({
    root,
    isVersion30: typeof root.openapi === "string" && root.openapi.startsWith("3.0"),
    table,
    discriminators: new Discriminators(root),
    files: findFiles(root),
    binaryTexts: findBinaryTexts(root),
    isOpenEnum: createOpenEnumCheck(root, directions),
  });
  const lowered = hidePercentSigns(
    rewriteDocument(root, (schema, direction) => lowering.lowerUse(schema, direction)),
  );
  const schemas: { namedSchema: NamedSchema; schema: LoweredSchema }[] = [];
  // References add more schemas.
  for (const namedSchema of table.entries)
    schemas.push({ namedSchema, schema: hidePercentSigns(lowering.lowerNamed(namedSchema)) });

  const typeNames = new Map(schemas.map(({ namedSchema: { key, typeName } }) => [key, typeName]));
  const renderedNames = new Map([...typeNames].map(([key, typeName]) => [hidePercentSigns(key), typeName]));
  const context = createContext(lowered as unknown as OpenAPI3, config, renderedNames);
  const print = createPrinter();
  const declarations = schemas.map(({ namedSchema, schema }) =>
    renderDeclaration({ file, namedSchema, schema, context, print }),
  );
  const others = cleanDeclarations(
    callOpenApiTypeScript(file, () => transformSchema(lowered as unknown as OpenAPI3, context)),
    schemas.map(({ namedSchema }) => namedSchema),
  );
  const text = `${[...declarations, ...others.map(print)].join("\n\n")}\n`;
  return { text: restorePercentSigns(text), typeNames };
}

/** Renders the declaration of a schema: an enum, an interface, or a type alias. */
function renderDeclaration({
  file,
  namedSchema: { typeName, schema: source },
  schema,
  context,
  print,
}: {
  file: string;
  namedSchema: NamedSchema;
  schema: LoweredSchema;
  context: GlobalContext;
  print: (node: Node) => string;
}): string {
  const comment = isObject(source) ? renderDescription(source, typeName) : undefined;
  const prefix = comment === undefined ? "" : `${renderCommentLines(comment)}\n`;
  const asEnum = renderEnum(typeName, source);
  if (asEnum !== undefined) return prefix + asEnum;
  const type = callOpenApiTypeScript(file, () =>
    transformSchemaObject(toSchemaObject(schema), { path: "", ctx: context }),
  );
  const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = ts.isTypeLiteralNode(type)
    ? ts.factory.createInterfaceDeclaration(modifiers, typeName, undefined, undefined, type.members)
    : ts.factory.createTypeAliasDeclaration(modifiers, typeName, undefined, type);
  return prefix + print(declaration);
}

function createPrinter(): (node: Node) => string {
  const file = ts.createSourceFile("schema.ts", "", ts.ScriptTarget.ESNext);
  // Without the internal option, names such as 会議 would become escape sequences.
  const options = { newLine: ts.NewLineKind.LineFeed, neverAsciiEscape: true };
  const tsPrinter = ts.createPrinter(options);
  return (node) => tsPrinter.printNode(ts.EmitHint.Unspecified, node, file);
}

/** Creates the context that openapi-typescript's entry would create: its defaults, with our hooks. */
function createContext(
  document: OpenAPI3,
  redoc: GlobalContext["redoc"],
  typeNames: ReadonlyMap<string, string>,
): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default does not make a property of a response required.
    defaultNonNullable: false,
    // Enums are in the schemas already.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    redoc,
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    ...createSchemaHooks(typeNames),
  };
}
