import type { Problem } from "../problem.js";
import { isObject, type Json, type JsonObject, type Pointer } from "./json.js";
import { isFileReference } from "./load-files.js";
import { formatSchemaReference, getValueAt, parseReference } from "./references.js";
import { formatSuggestion } from "./suggest-reference.js";
import { walkObjects } from "./walk-references.js";

/** A target of a discriminator: a reference, or the name of a schema. */
interface Target {
  /** The `mapping`, or the discriminator with its `defaultMapping`. */
  parent: JsonObject;
  key: string;
  /** The pointer from the discriminator. */
  pointer: Pointer;
  target: string;
}

/** Lists the targets of a discriminator. */
function listTargets(discriminator: JsonObject): Target[] {
  const { mapping } = discriminator;
  const parents: [parent: JsonObject, keys: readonly string[], pointer: Pointer][] = [
    [discriminator, ["defaultMapping"], []],
  ];
  if (isObject(mapping)) parents.unshift([mapping, Object.keys(mapping), ["mapping"]]);
  return parents.flatMap(([parent, keys, pointer]) =>
    keys.flatMap((key) => {
      const target = parent[key];
      return typeof target === "string" ? [{ parent, key, pointer: [...pointer, key], target }] : [];
    }),
  );
}

/**
 * Moves the references in each discriminator to the end of its schema's `anyOf`. The bundler resolves references there,
 * but in a `mapping` only those that also occur elsewhere, and in a `defaultMapping` none. It also regards the name of
 * a schema as a file.
 *
 * @param root - The root of a file, which is changed.
 * @param isResolvable - Returns whether the target of a reference in the file exists. Others are not moved.
 * @returns A function that moves the references back.
 */
export function moveMappedReferences(root: Json, isResolvable: (reference: string) => boolean): () => void {
  const restores: (() => void)[] = [];
  walkObjects(root, (schema) => {
    const { discriminator, anyOf } = schema;
    if (!isObject(discriminator)) return;
    const { mapping } = discriminator;
    const moved = listTargets(discriminator)
      .filter(({ target }) => isReference(target) && isResolvable(target))
      .map(({ parent, key, target }) => ({ parent, key, reference: { $ref: target } }));
    const alternatives: Json[] = Array.isArray(anyOf) ? anyOf : [];
    const { length } = alternatives;
    alternatives.push(...moved.map(({ reference }) => reference));
    schema.anyOf = alternatives;
    Reflect.deleteProperty(discriminator, "mapping");
    restores.push(() => {
      for (const { parent, key, reference } of moved) parent[key] = reference.$ref;
      Object.assign(discriminator, mapping !== undefined && { mapping });
      alternatives.length = length;
      if (anyOf === undefined) Reflect.deleteProperty(schema, "anyOf");
      else schema.anyOf = anyOf;
    });
  });
  return () => {
    // In reverse order, because schemas of YAML aliases can share an `anyOf`.
    for (const restore of restores.reverse()) restore();
  };
}

/**
 * Finds the targets of discriminators that do not exist.
 *
 * @param root - The document.
 * @param createProblem - Creates a problem at a value of the document.
 * @returns A warning for each target.
 */
export function findUnresolvedTargets(
  root: JsonObject,
  createProblem: (pointer: Pointer, message: string) => Problem,
): Problem[] {
  const problems: Problem[] = [];
  walkObjects(root, ({ discriminator }, pointer) => {
    if (!isObject(discriminator)) return;
    for (const { pointer: end, target } of listTargets(discriminator)) {
      const reference = isReference(target) ? target : formatSchemaReference(target);
      const parts = parseReference(reference);
      if (parts && getValueAt(root, parts) !== undefined) continue;
      const question = formatSuggestion(root, reference);
      problems.push({
        ...createProblem(
          [...pointer, "discriminator", ...end],
          `the target ${target} of the discriminator cannot be resolved${question}`,
        ),
        rule: "unresolved-reference",
      });
    }
  });
  return problems;
}

/** Returns whether a target is a reference. Otherwise, it is the name of a schema. */
function isReference(target: string): boolean {
  return target.includes("#") || isFileReference(target);
}
