import type { CompileError } from "./compile.js";
import { derivedNames, localNames } from "./names.js";
import type { Operation } from "./operations.js";
import type { Files } from "./files.js";

/** The causes of compile errors in generated files. */
export interface CompileCauses {
  /** The operations whose code does not compile, each with its first error. */
  operations: ReadonlyMap<Operation, string>;
  /** The schema types that do not compile. */
  typeNames: ReadonlySet<string>;
  /** The request bodies and responses that do not compile, such as `components responses Failed`. */
  components: ReadonlySet<string>;
}

/** A declaration of a file, the part of `paths` or `operations` for one operation, or one component. */
interface Section {
  name: string;
  /** The first line, from 1. */
  line: number;
  text: string;
}

/**
 * Finds the operations, schemas and components of compile errors.
 *
 * @param errors - The errors of the compiler.
 * @param files - The compiled files.
 * @param operations - The operations of the files.
 * @returns The causes of the errors.
 */
export function findCauses(
  errors: readonly CompileError[],
  files: Files,
  operations: readonly Operation[],
): CompileCauses {
  const causes = new Map<Operation, string>();
  const invalid = new Set<string>();
  const schemaSections = splitSections(files.get("schema.ts") ?? "");
  const declared = new Set(schemaSections.map(({ name }) => name));
  for (const { file, line, message } of errors) {
    const sections = file === "schema.ts" ? schemaSections : splitSections(files.get(file) ?? "");
    const name = sections.findLast((section) => section.line <= line)?.name ?? "";
    const failing = operations.filter((operation) => listSectionNames(operation).includes(name));
    if (!failing.length && file === "schema.ts" && declared.has(name)) invalid.add(name);
    for (const operation of failing) if (!causes.has(operation)) causes.set(operation, message);
  }
  for (const operation of operations)
    for (const name of invalid)
      if (!causes.has(operation) && refersTo(schemaSections, listSectionNames(operation), name))
        causes.set(operation, isComponent(name) ? name.replaceAll(" ", ".") : `the type ${name} of a schema`);
  const components = [...invalid].filter(isComponent);
  const typeNames = [...invalid].filter((name) => !isComponent(name));
  return { operations: causes, typeNames: new Set(typeNames), components: new Set(components) };
}

function isComponent(sectionName: string): boolean {
  return sectionName.startsWith("components ");
}

/** Returns the names of the sections of an operation. */
function listSectionNames({ name, operationId, path, method }: Operation): string[] {
  return [
    name,
    ...[...Object.values(derivedNames), ...Object.values(localNames)].map((formatName) => formatName(name)),
    ...(operationId === undefined ? [] : [`operations ${operationId}`]),
    `paths ${path} ${method}`,
  ];
}

/** Returns whether some sections refer to another, directly or indirectly. */
function refersTo(sections: readonly Section[], names: readonly string[], target: string): boolean {
  const byName = new Map(sections.map((section) => [section.name, section]));
  const pending = sections.filter(({ name }) => names.includes(name));
  const seen = new Set<Section>();
  for (let section = pending.pop(); section; section = pending.pop()) {
    if (section.name === target) return true;
    if (seen.has(section)) continue;
    seen.add(section);
    pending.push(...findReferences(section.text).flatMap((name) => byName.get(name) ?? []));
  }
  return false;
}

/** Returns the names of the sections that a text may refer to. */
function findReferences(text: string): string[] {
  const identifiers = text.matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu);
  const components = text.matchAll(/\bcomponents\["(\w+)"\]\[("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\]/g);
  return [
    // A reference to one component contains the name `components`, but does not use the others.
    ...[...identifiers].map(([name]) => name).filter((name) => name !== "components"),
    ...[...components].map(([, kind = "", name = ""]) => `components ${kind} ${unquote(name)}`),
  ];
}

/**
 * Returns the top-level declarations of formatted source text, and the members of `operations`, `paths` and
 * `components`.
 */
function splitSections(text: string): Section[] {
  const sections: Section[] = [];
  let declaration = "";
  let path = "";
  text.split("\n").forEach((content, index) => {
    const [, name] =
      /^(?:export )?(?:interface|type|const|function) ([\p{ID_Continue}$]+)/u.exec(content) ?? [];
    const [, member] = /^ {2}(\S.*?)\??: \S/.exec(content) ?? [];
    const [, nestedMember] =
      /^ {4}([\p{ID_Continue}$]+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'): \S/u.exec(content) ?? [];
    if (name !== undefined) declaration = name;
    if (member !== undefined) path = unquote(member);
    const section =
      name ??
      (member !== undefined && declaration === "operations" ? `operations ${path}` : undefined) ??
      (nestedMember !== undefined && ["paths", "components"].includes(declaration)
        ? `${declaration} ${path} ${unquote(nestedMember)}`
        : undefined);
    const last = sections.at(-1);
    if (section !== undefined) sections.push({ name: section, line: index + 1, text: content });
    else if (last) last.text += `\n${content}`;
  });
  return sections;
}

/** Returns the name of a property as written. */
function unquote(name: string): string {
  return /^["']/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, "$1") : name;
}
