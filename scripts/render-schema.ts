import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import type { SpecDocument } from "./document.js";
import { ANY_TEXT, openEnums } from "./open-enums.js";
import { SpecError } from "./problem.js";

/** The types of the whole document, by openapi-typescript. */
export async function renderSchema({ file, root, config }: SpecDocument): Promise<string> {
  try {
    const types = await openapiTS(openEnums(root) as unknown as OpenAPI3, {
      redocly: config,
      silent: true,
      transform: (schema) => (ANY_TEXT in schema ? anyText() : undefined),
    });
    return astToString(types);
  } catch (error) {
    // It tells no place. What it refuses beyond what is checked before has not been met yet.
    throw new SpecError([
      { message: `openapi-typescript makes no types of it: ${String(error)}`, place: { file } },
    ]);
  }
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
