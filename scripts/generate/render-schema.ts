import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  type OpenAPITSOptions,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import ts from "typescript";
import type { SpecDocument } from "../document/document.js";
import { ANY_TEXT, openEnums } from "./open-enums.js";
import { SpecError } from "../problem.js";

/**
 * The types of the whole document, by openapi-typescript: by the step of it that makes them, as its entry would lint
 * and bundle once more what is linted and bundled already, which is most of its time.
 */
export function renderSchema({ file, root, config }: SpecDocument): string {
  const document = openEnums(root) as unknown as OpenAPI3;
  const options: OpenAPITSOptions = {
    silent: true,
    transform: (schema) => (ANY_TEXT in schema ? anyText() : undefined),
  };
  try {
    return astToString(transformSchema(document, contextOf(document, options, config)));
  } catch (error) {
    // It tells no place. What it refuses beyond what is checked before has not been met yet.
    throw new SpecError([
      { message: `openapi-typescript makes no types of it: ${String(error)}`, place: { file } },
    ]);
  }
}

/** What openapi-typescript's entry makes of its options: its own defaults, all of them. */
function contextOf(
  document: OpenAPI3,
  options: OpenAPITSOptions,
  redoc: GlobalContext["redoc"],
): GlobalContext {
  return {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: true,
    discriminators: scanDiscriminators(document, options),
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    redoc,
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: options.transform,
    transformProperty: undefined,
  };
}

/** `string & {}`: any text, which does not swallow the texts beside it in a union, so that editors offer them. */
function anyText(): ts.TypeNode {
  const { factory } = ts;
  return factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
}
