import type { InterfaceDeclaration, Node, Statement, TypeAliasDeclaration, TypeElement } from "typescript";
import { formatPropertyName } from "../property-name.js";
import type { NamedSchema } from "./schema-table.js";
import { createRecord } from "./type-nodes.js";
import { ts } from "./typescript.js";

const { factory } = ts;
type MemberCleaner = (members: readonly TypeElement[]) => TypeElement[];

/**
 * Cleans the declarations of openapi-typescript other than schemas. Removes members that are never present,
 * undocumented headers, and the tag before the text of a comment.
 *
 * @param nodes - The declarations.
 * @param schemas - The schemas with their type names.
 * @returns The cleaned declarations.
 */
export function cleanDeclarations(nodes: readonly Node[], schemas: readonly NamedSchema[]): Statement[] {
  const cleaners: Record<string, MemberCleaner> = {
    paths: cleanEach(cleanPathItem),
    webhooks: cleanEach(cleanPathItem),
    operations: cleanEach(cleanOperation),
    components: (members) => [
      ...createSchemasMember(schemas),
      ...cleanEach(cleanEach(cleanBody))(members).filter(isPresent),
    ],
  };
  const hasRecord = schemas.some(({ typeName }) => typeName === "Record");
  return nodes.flatMap((node): Statement[] => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = cleaners[node.name.text]?.(node.members) ?? [];
      return members.length
        ? [factory.updateInterfaceDeclaration(node, node.modifiers, node.name, undefined, undefined, members)]
        : [createEmptyType(node, hasRecord)];
    }
    // Of a document without paths or operations, they are empty types already.
    if (!ts.isTypeAliasDeclaration(node) || ["webhooks", "$defs"].includes(node.name.text)) return [];
    return [createEmptyType(node, hasRecord)];
  });
}

/** Creates a type alias instead of an empty interface, which common lint rules reject. */
function createEmptyType(
  { modifiers, name }: InterfaceDeclaration | TypeAliasDeclaration,
  hasRecord: boolean,
): Statement {
  return factory.createTypeAliasDeclaration(
    modifiers,
    name,
    undefined,
    createRecord(hasRecord, "NeverKeyword"),
  );
}

const cleanPathItem: MemberCleaner = (members) =>
  cleanEach(cleanOperation)(
    members.filter((member) => isPresent(member) && getMemberName(member) !== "parameters"),
  );

const cleanOperation: MemberCleaner = (members) =>
  members.flatMap((member) => {
    const name = getMemberName(member);
    // An operation without responses would be invalid.
    if (!isPresent(member) && name !== "responses") return [];
    if (name === "parameters")
      return cleanMember(member, (locations) =>
        cleanEach((parameters) => parameters.map(unwrapComment))(locations.filter(isPresent)),
      );
    return cleanMember(member, name === "responses" ? cleanEach(cleanBody) : cleanBody);
  });

/** Cleans a response or request body. Undocumented headers are removed. */
const cleanBody: MemberCleaner = (members) => {
  const documented = members.filter((member) => !isUndocumentedHeaders(member));
  const present = documented.filter(isPresent);
  // Without a body, an empty type literal would allow any value.
  return (present.length ? present : documented).flatMap((member) =>
    getMemberName(member) === "headers"
      ? cleanMember(member, (headers) => headers.map(unwrapComment))
      : [unwrapComment(member)],
  );
};

function cleanEach(clean: MemberCleaner): MemberCleaner {
  return (members) => members.flatMap((member) => cleanMember(unwrapComment(member), clean));
}

/** Cleans a member. Returns an empty list if nothing is left of it. */
function cleanMember(member: TypeElement, clean: MemberCleaner): TypeElement[] {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isTypeLiteralNode(member.type)) return [member];
  const members = clean(member.type.members);
  if (!members.length) return [];
  const type = factory.createTypeLiteralNode(members);
  const cleaned = factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
  return [ts.setSyntheticLeadingComments(cleaned, ts.getSyntheticLeadingComments(member))];
}

/** Moves the text of a member's comment out of its tag. */
function unwrapComment<Member extends TypeElement>(member: Member): Member {
  const comments = ts.getSyntheticLeadingComments(member);
  return comments
    ? ts.setSyntheticLeadingComments(
        member,
        comments.map((comment) => ({ ...comment, text: cleanComment(comment.text) })),
      )
    : member;
}

function cleanComment(text: string): string {
  return text
    .replace("@description ", "")
    .replaceAll("\n *     ", "\n * ")
    .replace(/^ \* +$/gm, " *");
}

/** Returns whether a member can be present. */
function isPresent(member: TypeElement): boolean {
  return !(ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.NeverKeyword);
}

function isUndocumentedHeaders(member: TypeElement): boolean {
  return (
    getMemberName(member) === "headers" &&
    ts.isPropertySignature(member) &&
    member.type !== undefined &&
    ts.isTypeLiteralNode(member.type) &&
    member.type.members.length === 1
  );
}

function getMemberName({ name }: TypeElement): string | undefined {
  return name && ts.isIdentifier(name) ? name.text : undefined;
}

/** Creates the member `schemas`, with a type for each key. */
function createSchemasMember(schemas: readonly NamedSchema[]): TypeElement[] {
  const members = schemas.map(({ key, typeName }) =>
    factory.createPropertySignature(
      undefined,
      factory.createIdentifier(formatPropertyName(key)),
      undefined,
      factory.createTypeReferenceNode(typeName),
    ),
  );
  if (!members.length) return [];
  const type = factory.createTypeLiteralNode(members);
  return [factory.createPropertySignature(undefined, "schemas", undefined, type)];
}
