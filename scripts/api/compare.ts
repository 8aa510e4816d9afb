import ts from "typescript";
import { type ApiChange, type FoundChange, removeIndirectChanges } from "./change.js";
import { findNewDeprecations, renderDeclarations } from "./deprecations.js";
import { findDirections } from "./directions.js";
import { visitNamedNodes } from "./named-nodes.js";
import { convertMethods, createApiProgram } from "./program.js";
import { compareCodeUnits } from "../compare-code-units.js";

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
  return removeIndirectChanges([
    ...names.flatMap((name) => compareExport(program.checker, name, before, after)),
    ...compareDefaults(before.defaults, after.defaults),
  ]).sort((a, b) => compareCodeUnits(a.name, b.name));
}

/** The declarations of a report. */
interface Entry {
  exports: Map<string, ts.Symbol>;
  /** Returns whether callers pass a type, receive it, or both. */
  getDirection: ReturnType<typeof findDirections>;
  /** The `@default` of each member by its name, such as `RetryOptions.maxRetries`. Undefined for one without. */
  defaults: ReadonlyMap<string, string | undefined>;
}

function readEntry(checker: ts.TypeChecker, file: ts.SourceFile): Entry {
  const module = checker.getSymbolAtLocation(file);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  return {
    exports: new Map(symbols.map((symbol) => [symbol.name, symbol])),
    getDirection: findDirections(file),
    defaults: findDefaults(file),
  };
}

function compareExport(checker: ts.TypeChecker, name: string, before: Entry, after: Entry): FoundChange[] {
  const [symbolBefore, symbolAfter] = [before.exports.get(name), after.exports.get(name)];
  if (!symbolAfter) return [{ name, message: "was removed", severity: "major" }];
  if (!symbolBefore) return [{ name, message: "was added", severity: "minor" }];
  const { isReceived, isPassed } = before.getDirection(name);
  const [typeBefore, typeAfter] = [getType(checker, symbolBefore), getType(checker, symbolAfter)];
  if (isGeneric(symbolBefore) || isGeneric(symbolAfter))
    return renderDeclarations(symbolBefore, false) === renderDeclarations(symbolAfter, false)
      ? compareDeclarations(name, symbolBefore, symbolAfter)
      : [{ name, message: "changed; the compatibility of generic types is not checked", severity: "major" }];
  const changes = [
    ...compareBaseClasses(checker, name, symbolBefore, symbolAfter),
    ...(isReceived ? findIncompatibleMembers(checker, name, typeBefore, typeAfter, "received") : []),
    ...(isPassed ? findIncompatibleMembers(checker, name, typeBefore, typeAfter, "passed") : []),
  ];
  const breaking = changes.filter(
    (change, index) => changes.findIndex((other) => isSameChange(change, other)) === index,
  );
  if (breaking.length) return breaking;
  const added = listAddedMembers(name, typeBefore, typeAfter);
  if (added.length) return [...added, ...listDeprecations(symbolBefore, symbolAfter)];
  const isUnchanged =
    checker.isTypeAssignableTo(typeBefore, typeAfter) && checker.isTypeAssignableTo(typeAfter, typeBefore);
  if (isUnchanged) return compareDeclarations(name, symbolBefore, symbolAfter);
  const message = "accepts more values, or returns a narrower type";
  return [{ name, message, severity: "minor" }, ...listDeprecations(symbolBefore, symbolAfter)];
}

/** Compares the declarations of an export whose type is the same. */
function compareDeclarations(name: string, before: ts.Symbol, after: ts.Symbol): ApiChange[] {
  const deprecations = listDeprecations(before, after);
  const keepsDeprecations = !deprecations.length;
  return renderDeclarations(before, keepsDeprecations) === renderDeclarations(after, keepsDeprecations)
    ? deprecations
    : [{ name, message: "has another declaration", severity: "minor" }, ...deprecations];
}

function listDeprecations(before: ts.Symbol, after: ts.Symbol): ApiChange[] {
  return findNewDeprecations(before, after).map((name) => ({
    name,
    message: "is deprecated",
    severity: "minor",
  }));
}

/** Reports the base classes that a class lost, since `instanceof` no longer finds its instances. */
function compareBaseClasses(
  checker: ts.TypeChecker,
  name: string,
  symbolBefore: ts.Symbol,
  symbolAfter: ts.Symbol,
): FoundChange[] {
  const basesAfter = listBaseClasses(checker, symbolAfter);
  const lost = listBaseClasses(checker, symbolBefore).filter((base) => !basesAfter.includes(base));
  return lost.map((base) => ({ name, message: `no longer extends ${base}`, severity: "major" }));
}

function listBaseClasses(checker: ts.TypeChecker, symbol: ts.Symbol): string[] {
  if (!(symbol.flags & ts.SymbolFlags.Class)) return [];
  const types = new Set<ts.Type>([checker.getDeclaredTypeOfSymbol(symbol)]);
  // The iteration of a set includes elements that are added during it.
  for (const type of types)
    if (type.isClassOrInterface()) for (const base of checker.getBaseTypes(type)) types.add(base);
  // The type of a constructor may have no name.
  return [...types].slice(1).flatMap((type) => {
    const base = type.getSymbol();
    return base && (base.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface)) !== 0 ? [base.name] : [];
  });
}

/**
 * Returns the incompatible members of two types, or else the type itself. Removed options are incompatible too: the
 * types are assignable, but TypeScript rejects them in object literals.
 */
function findIncompatibleMembers(
  checker: ts.TypeChecker,
  name: string,
  typeBefore: ts.Type,
  typeAfter: ts.Type,
  direction: "received" | "passed",
): FoundChange[] {
  const formatType = (type: ts.Type): string =>
    checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  const members = new Set([...getMembers(typeBefore).keys(), ...getMembers(typeAfter).keys()]);
  const incompatible = [...members].flatMap((member): FoundChange[] => {
    const [memberBefore, memberAfter] = [
      getMembers(typeBefore).get(member),
      getMembers(typeAfter).get(member),
    ];
    const createChanges = (message: string): FoundChange[] => [
      { name: `${name}.${member}`, message, severity: "major" },
    ];
    if (!memberAfter) return createChanges("was removed");
    const isRequired = (memberAfter.flags & ts.SymbolFlags.Optional) === 0;
    if (!memberBefore)
      return direction === "passed" && isRequired ? createChanges("was added and is required") : [];
    const [from, to] = [checker.getTypeOfSymbol(memberBefore), checker.getTypeOfSymbol(memberAfter)];
    const isCompatible =
      direction === "passed" ? checker.isTypeAssignableTo(from, to) : checker.isTypeAssignableTo(to, from);
    if (!isCompatible) return [createTypeChange(`${name}.${member}`, formatType(from), formatType(to))];
    const wasRequired = (memberBefore.flags & ts.SymbolFlags.Optional) === 0;
    if (direction === "passed" && isRequired && !wasRequired) return createChanges("is now required");
    if (direction === "received" && !isRequired && wasRequired) return createChanges("is now optional");
    return [];
  });
  const isCompatible =
    direction === "passed"
      ? checker.isTypeAssignableTo(typeBefore, typeAfter)
      : checker.isTypeAssignableTo(typeAfter, typeBefore);
  if (incompatible.length || isCompatible) return incompatible;
  return [createTypeChange(name, formatType(typeBefore), formatType(typeAfter))];
}

/** Creates the change of a type. Both texts are equal if only a type that they name changed. */
function createTypeChange(name: string, from: string, to: string): FoundChange {
  if (from !== to) return { name, message: `changed from ${from} to ${to}`, severity: "major" };
  const message = `has the type ${to}, which refers to a changed type`;
  return { name, message, severity: "major", usedType: to };
}

function listAddedMembers(name: string, typeBefore: ts.Type, typeAfter: ts.Type): ApiChange[] {
  const oldMembers = getMembers(typeBefore);
  return [...getMembers(typeAfter).keys()]
    .filter((member) => !oldMembers.has(member))
    .map((member) => ({ name: `${name}.${member}`, message: "was added", severity: "minor" }));
}

/** Returns the members of an object type, without those named by symbols. Other types are compared as a whole. */
function getMembers(type: ts.Type): Map<string, ts.Symbol> {
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  const members = isObject ? type.getProperties().filter(({ name }) => !name.startsWith("__@")) : [];
  return new Map(members.map((member) => [member.name, member]));
}

function isSameChange(change: ApiChange, other: ApiChange): boolean {
  return change.name === other.name && change.message === other.message;
}

function compareDefaults(before: Entry["defaults"], after: Entry["defaults"]): ApiChange[] {
  return [...before].flatMap(([name, defaultBefore]): ApiChange[] => {
    const defaultAfter = after.get(name);
    // The removal of a member is already reported.
    if (defaultBefore === undefined || defaultAfter === defaultBefore || !after.has(name)) return [];
    const message =
      defaultAfter === undefined
        ? `no longer has the default ${defaultBefore}`
        : `has the default ${defaultAfter} instead of ${defaultBefore}`;
    return [{ name, message, severity: "major" }];
  });
}

function findDefaults(file: ts.SourceFile): Entry["defaults"] {
  const defaults = new Map<string, string | undefined>();
  visitNamedNodes(file, (node, name, isNamed) => {
    // The declarations of a member may be several.
    if (isNamed && !defaults.has(name)) defaults.set(name, undefined);
    for (const tag of ts.getJSDocTags(node))
      if (tag.tagName.text === "default") defaults.set(name, ts.getTextOfJSDocComment(tag.comment) ?? "");
  });
  return defaults;
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
    (declaration) =>
      (ts.isTypeAliasDeclaration(declaration) ||
        ts.isInterfaceDeclaration(declaration) ||
        ts.isFunctionDeclaration(declaration)) &&
      (declaration.typeParameters?.length ?? 0) > 0,
  );
}
