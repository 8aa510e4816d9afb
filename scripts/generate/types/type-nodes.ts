import type { GlobalContext, SchemaObject } from "openapi-typescript";
import type { IndexSignatureDeclaration, KeywordTypeNode, Node, TypeNode } from "typescript";
import { isObject, omitKeys } from "../../document/json.js";
import { renderCommentLines } from "../tsdoc.js";
import { COMMENT, type LoweredSchema, SPECIAL, type SpecialType } from "./lowered.js";
import { openApiTypeScript, ts } from "./typescript.js";
import { formatSchemaReference } from "../../document/references.js";

const { factory } = ts;
const { transformSchemaObject } = openApiTypeScript;
type Options = Parameters<NonNullable<GlobalContext["transform"]>>[1];

/** The names of types, by the keys of their schemas. */
type TypeNames = ReadonlyMap<string, string>;

/** Creates the hooks with which openapi-typescript renders schemas. */
export function createSchemaHooks(
  names: TypeNames,
): Required<Pick<GlobalContext, "transform" | "postTransform" | "transformProperty">> {
  const typeNames = new Set(names.values());
  const hasRecord = typeNames.has("Record");
  const render = createSpecialTypes(typeNames);
  return {
    transform: (schema, options) => {
      const { $ref, [SPECIAL]: special } = toLowered(schema);
      if (typeof $ref === "string") return createReference(names, parseSchemaKey($ref));
      if (isFreeObject(toLowered(schema))) return createRecord(hasRecord, "UnknownKeyword");
      return special === undefined ? undefined : render[special as SpecialType](toLowered(schema), options);
    },
    postTransform: (type) => {
      if (ts.isTypeLiteralNode(type) && type.members.length === 1 && !type.members.some(hasComment))
        ts.setEmitFlags(type, ts.EmitFlags.SingleLine);
      return createReference(names, findReferredKey(type));
    },
    transformProperty: (property, schema) => {
      const comment = toLowered(schema)[COMMENT];
      if (typeof comment === "string") addComment(property, comment);
      return undefined;
    },
  };
}

const toLowered = (schema: SchemaObject): LoweredSchema => schema as unknown as LoweredSchema;
/** Passes a lowered schema to openapi-typescript. */
export const toSchemaObject = (schema: LoweredSchema): SchemaObject => schema as unknown as SchemaObject;

/** Returns whether a schema allows any object. */
function isFreeObject({
  type,
  properties,
  additionalProperties,
  [SPECIAL]: special,
}: LoweredSchema): boolean {
  return (
    type === "object" &&
    properties === undefined &&
    additionalProperties === undefined &&
    special === undefined
  );
}

/**
 * Returns a `Record`, or an index signature if a schema has that name.
 *
 * @param hasRecord - Whether a schema is named `Record`.
 * @param values - The type of the values.
 * @returns The type.
 */
export function createRecord(hasRecord: boolean, values: "UnknownKeyword" | "NeverKeyword"): TypeNode {
  return hasRecord
    ? factory.createTypeLiteralNode([createIndexSignature(createKeyword(values))])
    : factory.createTypeReferenceNode("Record", [createKeyword("StringKeyword"), createKeyword(values)]);
}

function createSpecialTypes(
  typeNames: ReadonlySet<string>,
): Record<SpecialType, (schema: LoweredSchema, options: Options) => TypeNode> {
  return {
    anyText: () =>
      factory.createParenthesizedType(
        factory.createIntersectionTypeNode([
          createKeyword("StringKeyword"),
          factory.createTypeLiteralNode([]),
        ]),
      ),
    // A schema may already have the name.
    blob: () => factory.createTypeReferenceNode(typeNames.has("Blob") ? "globalThis.Blob" : "Blob"),
    emptyObject: () => createRecord(typeNames.has("Record"), "NeverKeyword"),
    indexed: renderIndexed,
    tuple: renderTuple,
  };
}

/** Renders properties and an index signature in one type literal, because no value could match their intersection. */
function renderIndexed(schema: LoweredSchema, options: Options): TypeNode {
  const namedProperties = omitKeys(schema, SPECIAL, "additionalProperties");
  const literal = transformSchemaObject(toSchemaObject(namedProperties), options);
  const indexType = transformSchemaObject(
    toSchemaObject(schema.additionalProperties as LoweredSchema),
    options,
  );
  if (!ts.isTypeLiteralNode(literal)) return literal;
  const isOptional = literal.members.some(({ questionToken }) => questionToken !== undefined);
  const types = ts.isUnionTypeNode(indexType) ? indexType.types : [indexType];
  const isUnknown = indexType.kind === ts.SyntaxKind.UnknownKeyword;
  const type =
    isOptional && !isUnknown
      ? factory.createUnionTypeNode([...types, createKeyword("UndefinedKeyword")])
      : indexType;
  return factory.createTypeLiteralNode([...literal.members, createIndexSignature(type)]);
}

function renderTuple({ prefixItems, minItems, items }: LoweredSchema, options: Options): TypeNode {
  const render = (schema: LoweredSchema): TypeNode => transformSchemaObject(toSchemaObject(schema), options);
  const itemTypes = (prefixItems as LoweredSchema[]).map((item, index) =>
    index < (minItems as number) ? render(item) : factory.createOptionalTypeNode(render(item)),
  );
  const restTypes = isObject(items)
    ? [factory.createRestTypeNode(factory.createArrayTypeNode(render(items)))]
    : [];
  return factory.createTupleTypeNode([...itemTypes, ...restTypes]);
}

function createIndexSignature(type: TypeNode): IndexSignatureDeclaration {
  const key = factory.createParameterDeclaration(
    undefined,
    undefined,
    "key",
    undefined,
    createKeyword("StringKeyword"),
  );
  return factory.createIndexSignature(undefined, [key], type);
}

function createKeyword(
  name: "StringKeyword" | "NeverKeyword" | "UndefinedKeyword" | "UnknownKeyword",
): KeywordTypeNode {
  return factory.createKeywordTypeNode(ts.SyntaxKind[name]);
}

function createReference(names: TypeNames, key: string | undefined): TypeNode | undefined {
  const name = key === undefined ? undefined : names.get(key);
  return name === undefined ? undefined : factory.createTypeReferenceNode(name);
}

const SCHEMAS = formatSchemaReference("");

function parseSchemaKey($ref: string): string | undefined {
  if (!$ref.startsWith(SCHEMAS)) return undefined;
  return $ref.slice(SCHEMAS.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Returns the key of a reference such as `components["schemas"][key]`. */
function findReferredKey(type: TypeNode): string | undefined {
  if (!ts.isIndexedAccessTypeNode(type) || !ts.isIndexedAccessTypeNode(type.objectType)) return undefined;
  const { objectType } = type.objectType;
  const isComponents =
    ts.isTypeReferenceNode(objectType) &&
    ts.isIdentifier(objectType.typeName) &&
    objectType.typeName.text === "components";
  return isComponents && readLiteralText(type.objectType.indexType) === "schemas"
    ? readLiteralText(type.indexType)
    : undefined;
}

function readLiteralText(type: TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

function hasComment(node: Node): boolean {
  return ts.getSyntheticLeadingComments(node) !== undefined;
}

/** Adds a comment to a synthetic node. */
function addComment(node: Node, text: string): void {
  const body = renderCommentLines(text).slice("/*".length, -"*/".length);
  ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, body, true);
}
