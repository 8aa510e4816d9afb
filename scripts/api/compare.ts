import ts from "typescript";
import { findDirections } from "./directions.js";
import { createApiProgram, convertMethods } from "./program.js";

/** A change of the public API, as a user of the package sees it. */
export interface ApiChange {
  /** The changed export or member, such as `RetryOptions.maxRetries`. */
  name: string;
  /** The change, such as `was removed`. */
  message: string;
  /** `major` if code that compiled may no longer compile or behaves differently, `minor` otherwise. */
  severity: "major" | "minor";
}

/**
 * Compares two API reports by the rules of TypeScript. The values that callers pass must still be accepted. Those that
 * they receive must still have the expected type.
 *
 * The uses of a type in exported functions decide which rule applies. For an unused exported type both do.
 *
 * @param base - The declarations as released.
 * @param revision - The declarations as they are now.
 * @returns The changes in the order of their names.
 */
export function compareApi(base: string, revision: string): ApiChange[] {
  if (base === revision) return [];
  const program = createApiProgram({ base: convertMethods(base), revision: convertMethods(revision) });
  const before = readEntry(program.checker, program.base);
  const after = readEntry(program.checker, program.revision);
  const names = [...new Set([...before.exports.keys(), ...after.exports.keys()])].sort();
  return [
    ...names.flatMap((name) => compareExport(program.checker, name, before, after)),
    ...compareDefaults(before.defaults, after.defaults),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The declarations of a report. */
interface Entry {
  exports: Map<string, ts.Symbol>;
  /** For each type, whether callers pass it, receive it, or both. */
  directions: ReturnType<typeof findDirections>;
  /** The `@default` of each member, by its name such as `RetryOptions.maxRetries`. */
  defaults: Map<string, string>;
}

function readEntry(checker: ts.TypeChecker, file: ts.SourceFile): Entry {
  const module = checker.getSymbolAtLocation(file);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  return {
    exports: new Map(symbols.map((symbol) => [symbol.name, symbol])),
    directions: findDirections(file),
    defaults: findDefaults(file),
  };
}

function compareExport(checker: ts.TypeChecker, name: string, before: Entry, after: Entry): ApiChange[] {
  const [was, is] = [before.exports.get(name), after.exports.get(name)];
  if (!is) return [{ name, message: "was removed", severity: "major" }];
  if (!was) return [{ name, message: "was added", severity: "minor" }];
  const writeDeclarations = (symbol: ts.Symbol): string =>
    symbol.declarations?.map((each) => each.getText()).join("\n") ?? "";
  const { received, passed } = before.directions(name);
  const [old, now] = [getType(checker, was), getType(checker, is)];
  if (isGeneric(was) || isGeneric(is))
    return writeDeclarations(was) === writeDeclarations(is)
      ? []
      : [{ name, message: "changed; the compatibility of generic types is not checked", severity: "major" }];
  const changes = [
    ...(received ? findIncompatibleMembers(checker, name, old, now, "received") : []),
    ...(passed ? findIncompatibleMembers(checker, name, old, now, "passed") : []),
  ];
  const breaking = changes.filter(
    (each, index) => changes.findIndex((other) => isSame(each, other)) === index,
  );
  if (breaking.length) return breaking;
  const isUnchanged = checker.isTypeAssignableTo(old, now) && checker.isTypeAssignableTo(now, old);
  const added = listAddedMembers(name, old, now);
  return added.length || isUnchanged
    ? added
    : [{ name, message: "accepts more values, or returns a narrower type", severity: "minor" }];
}

/**
 * Returns the incompatible members of two types, or else the type itself. Removed options are incompatible too: the
 * types are assignable, but TypeScript rejects them in object literals.
 */
function findIncompatibleMembers(
  checker: ts.TypeChecker,
  name: string,
  old: ts.Type,
  now: ts.Type,
  direction: "received" | "passed",
): ApiChange[] {
  const print = (type: ts.Type): string =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const members = new Set([...getMembers(old).keys(), ...getMembers(now).keys()]);
  const found = [...members].flatMap((member): ApiChange[] => {
    const [was, is] = [getMembers(old).get(member), getMembers(now).get(member)];
    const createChanges = (message: string): ApiChange[] => [
      { name: `${name}.${member}`, message, severity: "major" },
    ];
    if (!is) return createChanges("was removed");
    const isRequired = (is.flags & ts.SymbolFlags.Optional) === 0;
    if (!was) return direction === "passed" && isRequired ? createChanges("was added and is required") : [];
    const [from, to] = [checker.getTypeOfSymbol(was), checker.getTypeOfSymbol(is)];
    const fits =
      direction === "passed" ? checker.isTypeAssignableTo(from, to) : checker.isTypeAssignableTo(to, from);
    if (!fits) return createChanges(describeTypeChange(print(from), print(to)));
    const wasRequired = (was.flags & ts.SymbolFlags.Optional) === 0;
    if (direction === "passed" && isRequired && !wasRequired) return createChanges("is now required");
    if (direction === "received" && !isRequired && wasRequired) return createChanges("is now optional");
    return [];
  });
  const fits =
    direction === "passed" ? checker.isTypeAssignableTo(old, now) : checker.isTypeAssignableTo(now, old);
  if (found.length || fits) return found;
  return [{ name, message: describeTypeChange(print(old), print(now)), severity: "major" }];
}

/** Describes the change of a type. Both texts are equal if only a type that they name changed. */
function describeTypeChange(from: string, to: string): string {
  return from === to ? `has the type ${to}, which refers to a changed type` : `changed from ${from} to ${to}`;
}

function listAddedMembers(name: string, old: ts.Type, now: ts.Type): ApiChange[] {
  const known = getMembers(old);
  return [...getMembers(now).keys()]
    .filter((member) => !known.has(member))
    .map((member) => ({ name: `${name}.${member}`, message: "was added", severity: "minor" }));
}

/** Returns the members of an object type, without those named by symbols. Other types are compared as a whole. */
function getMembers(type: ts.Type): Map<string, ts.Symbol> {
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  const members = isObject ? type.getProperties().filter(({ name }) => !name.startsWith("__@")) : [];
  return new Map(members.map((member) => [member.name, member]));
}

function isSame(one: ApiChange, other: ApiChange): boolean {
  return one.name === other.name && one.message === other.message;
}

function compareDefaults(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ApiChange[] {
  return [...before].flatMap(([name, was]): ApiChange[] => {
    const is = after.get(name);
    // The removal of a member is already reported.
    if (is === undefined || is === was) return [];
    return [{ name, message: `has the default ${is} instead of ${was}`, severity: "major" }];
  });
}

function findDefaults(file: ts.SourceFile): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: ts.Node, path: string): void => {
    const named = node as ts.Node & { name?: ts.Node };
    const name = named.name ? (path ? `${path}.` : "") + named.name.getText() : path;
    for (const tag of ts.getJSDocTags(node))
      if (tag.tagName.text === "default") found.set(name, ts.getTextOfJSDocComment(tag.comment) ?? "");
    ts.forEachChild(node, (child) => {
      visit(child, name);
    });
  };
  visit(file, "");
  return found;
}

/** Returns the type of a value, the instance type of a class, or the declared type of a type. */
function getType(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Type {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.flags & ts.SymbolFlags.Type
    ? checker.getDeclaredTypeOfSymbol(target)
    : checker.getTypeOfSymbol(target);
}

function isGeneric(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (each) =>
      (ts.isTypeAliasDeclaration(each) ||
        ts.isInterfaceDeclaration(each) ||
        ts.isFunctionDeclaration(each)) &&
      (each.typeParameters?.length ?? 0) > 0,
  );
}
