import type { InterfaceDeclaration, Node, Statement, TypeElement } from "typescript";
import { propertyName } from "../property-name.js";
import type { NamedSchema } from "./schema-table.js";
import { ts } from "./typescript.js";

const { factory } = ts;
type Tidy = (members: readonly TypeElement[]) => TypeElement[];

/**
 * The declarations of openapi-typescript for all but schemas, without what says nothing: members that must be absent,
 * headers that are not documented, and a tag before the text of a comment.
 */
export function tidyDeclarations(nodes: readonly Node[], schemas: readonly NamedSchema[]): Statement[] {
  const tidyBy: Record<string, Tidy> = {
    paths: each(tidyPathItem),
    webhooks: each(tidyPathItem),
    operations: each(tidyOperation),
    components: (members) => [...schemasMember(schemas), ...each(each(tidyBody))(members).filter(isPresent)],
  };
  return nodes.flatMap((node): Statement[] => {
    if (ts.isInterfaceDeclaration(node)) {
      const members = tidyBy[node.name.text]?.(node.members) ?? [];
      return members.length
        ? [factory.updateInterfaceDeclaration(node, node.modifiers, node.name, undefined, undefined, members)]
        : [emptyRecord(node)];
    }
    if (!ts.isTypeAliasDeclaration(node)) return [];
    return node.name.text === "webhooks" || node.name.text === "$defs" ? [] : [node];
  });
}

/** A lint rule of many takes an empty interface for a mistake. */
function emptyRecord({ modifiers, name }: InterfaceDeclaration): Statement {
  const types = [ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NeverKeyword] as const;
  const record = factory.createTypeReferenceNode(
    "Record",
    types.map((kind) => factory.createKeywordTypeNode(kind)),
  );
  return factory.createTypeAliasDeclaration(modifiers, name, undefined, record);
}

const tidyPathItem: Tidy = (members) =>
  each(tidyOperation)(members.filter((member) => isPresent(member) && nameOf(member) !== "parameters"));

const tidyOperation: Tidy = (members) =>
  members.flatMap((member) => {
    const name = nameOf(member);
    // Without it, the operation would be none.
    if (!isPresent(member) && name !== "responses") return [];
    if (name === "parameters")
      return within(member, (locations) =>
        each((parameters) => parameters.map(plain))(locations.filter(isPresent)),
      );
    return within(member, name === "responses" ? each(tidyBody) : tidyBody);
  });

/** A response or the body of a request. Headers that are not documented are anything. */
const tidyBody: Tidy = (members) => {
  const kept = members.filter((member) => !isUndocumentedHeaders(member));
  const present = kept.filter(isPresent);
  // Without a body, an empty literal would be any value.
  return (present.length ? present : kept).flatMap((member) =>
    nameOf(member) === "headers" ? within(member, (headers) => headers.map(plain)) : [plain(member)],
  );
};

function each(tidy: Tidy): Tidy {
  return (members) => members.flatMap((member) => within(plain(member), tidy));
}

/** A member with what stands in it; none where nothing is left of it. */
function within(member: TypeElement, tidy: Tidy): TypeElement[] {
  if (!ts.isPropertySignature(member) || !member.type || !ts.isTypeLiteralNode(member.type)) return [member];
  const members = tidy(member.type.members);
  if (!members.length) return [];
  const type = factory.createTypeLiteralNode(members);
  const made = factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type);
  return [ts.setSyntheticLeadingComments(made, ts.getSyntheticLeadingComments(member))];
}

/** A member whose comment has its text first, not below a tag. */
function plain<Member extends TypeElement>(member: Member): Member {
  const comments = ts.getSyntheticLeadingComments(member);
  return comments
    ? ts.setSyntheticLeadingComments(
        member,
        comments.map((comment) => ({ ...comment, text: plainText(comment.text) })),
      )
    : member;
}

function plainText(text: string): string {
  return text
    .replace("@description ", "")
    .replaceAll("\n *     ", "\n * ")
    .replace(/^ \* +$/gm, " *");
}

/** Whether a member is more than a name that must be absent. */
function isPresent(member: TypeElement): boolean {
  return !(ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.NeverKeyword);
}

function isUndocumentedHeaders(member: TypeElement): boolean {
  return (
    nameOf(member) === "headers" &&
    ts.isPropertySignature(member) &&
    member.type !== undefined &&
    ts.isTypeLiteralNode(member.type) &&
    member.type.members.length === 1
  );
}

function nameOf({ name }: TypeElement): string | undefined {
  return name && ts.isIdentifier(name) ? name.text : undefined;
}

/** The types of the schemas by key. */
function schemasMember(schemas: readonly NamedSchema[]): TypeElement[] {
  const members = schemas.map(({ key, typeName }) =>
    factory.createPropertySignature(
      undefined,
      factory.createIdentifier(propertyName(key)),
      undefined,
      factory.createTypeReferenceNode(typeName),
    ),
  );
  if (!members.length) return [];
  const type = factory.createTypeLiteralNode(members);
  return [factory.createPropertySignature(undefined, "schemas", undefined, type)];
}
