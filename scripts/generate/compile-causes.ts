import type { CompileError } from "./compile.js";
import { derived, local } from "./names.js";
import type { Operation } from "./operations.js";
import type { Files } from "./output.js";

/** The causes of compile errors in generated files. */
export interface CompileCauses {
  /** The operations whose code does not compile, each with its first error. */
  operations: ReadonlyMap<Operation, string>;
  /** The schema types that do not compile. */
  typeNames: ReadonlySet<string>;
}

/** A declaration of a file, or the part of `paths` or `operations` for one operation. */
interface Section {
  name: string;
  /** The first line, from 1. */
  line: number;
  text: string;
}

/** Finds the operations and schemas of compile errors. */
export function findCauses(
  errors: readonly CompileError[],
  files: Files,
  operations: readonly Operation[],
): CompileCauses {
  const found = new Map<Operation, string>();
  const typeNames = new Set<string>();
  const schemaSections = sectionsOf(files.get("schema.ts") ?? "");
  const declared = new Set(schemaSections.map(({ name }) => name));
  for (const { file, line, message } of errors) {
    const sections = file === "schema.ts" ? schemaSections : sectionsOf(files.get(file) ?? "");
    const name = sections.findLast((section) => section.line <= line)?.name ?? "";
    const failing = operations.filter((operation) => namesOf(operation).includes(name));
    if (!failing.length && file === "schema.ts" && declared.has(name)) typeNames.add(name);
    for (const operation of failing) if (!found.has(operation)) found.set(operation, message);
  }
  for (const operation of operations)
    for (const name of typeNames)
      if (!found.has(operation) && uses(schemaSections, operation, name))
        found.set(operation, `the type ${name} of a schema`);
  return { operations: found, typeNames };
}

/** Returns the names of the sections of an operation. */
function namesOf({ name, operationId, path, method }: Operation): string[] {
  return [
    name,
    ...[...Object.values(derived), ...Object.values(local)].map((make) => make(name)),
    ...(operationId === undefined ? [] : [`operations ${operationId}`]),
    `paths ${path} ${method}`,
  ];
}

/** Whether the types of an operation refer to a type, directly or indirectly. */
function uses(sections: readonly Section[], operation: Operation, typeName: string): boolean {
  const names = namesOf(operation);
  const byName = new Map(sections.map((section) => [section.name, section]));
  const pending = sections.filter(({ name }) => names.includes(name));
  const seen = new Set<Section>();
  for (let section = pending.pop(); section; section = pending.pop()) {
    if (section.name === typeName) return true;
    if (seen.has(section)) continue;
    seen.add(section);
    for (const [identifier] of section.text.matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu)) {
      const used = byName.get(identifier);
      if (used) pending.push(used);
    }
  }
  return false;
}

/** Returns the top-level declarations of formatted source text, and the members of `operations` and `paths`. */
function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let declaration = "";
  let path = "";
  text.split("\n").forEach((content, index) => {
    const [, name] =
      /^(?:export )?(?:interface|type|const|function) ([\p{ID_Continue}$]+)/u.exec(content) ?? [];
    const [, member] = /^ {2}(\S.*?)\??: \S/.exec(content) ?? [];
    const [, method] = /^ {4}(\w+): \S/.exec(content) ?? [];
    if (name !== undefined) declaration = name;
    if (member !== undefined) path = unquote(member);
    const section =
      name ??
      (member !== undefined && declaration === "operations" ? `operations ${path}` : undefined) ??
      (method !== undefined && declaration === "paths" ? `paths ${path} ${method}` : undefined);
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
