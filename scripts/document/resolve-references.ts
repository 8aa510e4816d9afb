import type { Document, Source } from "@redocly/openapi-core";
import type { Json, JsonObject, Pointer } from "./json.js";
import type { LoadedFiles } from "./load-files.js";
import { ReferenceResolver, type Target } from "./reference-resolver.js";
import { formatPointer, getReference, UNRESOLVED_KEY } from "./references.js";
import { walkObjects } from "./walk-references.js";

/** An unresolved reference. */
export interface BrokenReference {
  source: Source;
  pointer: Pointer;
  message: string;
}

/**
 * Rewrites the references of all files so that each points directly to its value. Anchors, the URIs of schemas and
 * references through other references become pointers. An unresolved one is replaced by a value with the key
 * `UNRESOLVED_KEY`.
 *
 * @returns The unresolved references.
 */
export function resolveReferences(files: LoadedFiles): BrokenReference[] {
  const resolver = new ReferenceResolver(files);
  const broken: BrokenReference[] = [];
  const rewrites: (() => void)[] = [];
  for (const file of new Set(files.values())) {
    if (!("source" in file)) continue;
    walkObjects(file.parsed as Json, (object, pointer) => {
      const reference = getReference(object);
      if (reference === undefined) {
        const target = resolveDynamicReference(resolver, file, object, pointer);
        if (target)
          rewrites.push(() => {
            Reflect.deleteProperty(object, "$dynamicRef");
            setReference(object, file, target);
          });
        return;
      }
      const target = resolver.resolve({ file, pointer }, reference);
      if (typeof target === "string") {
        broken.push({ source: file.source, pointer: [...pointer, "$ref"], message: target });
        rewrites.push(() => {
          replaceReference(object, target);
        });
      } else if (target.isIndirect)
        rewrites.push(() => {
          setReference(object, file, target);
        });
    });
  }
  // At the end, because a reference may point to another one.
  for (const rewrite of rewrites) rewrite();
  return broken;
}

function resolveDynamicReference(
  resolver: ReferenceResolver,
  file: Document,
  { $dynamicRef }: JsonObject,
  pointer: Pointer,
): Target | undefined {
  return typeof $dynamicRef === "string"
    ? resolver.resolveDynamic({ file, pointer }, $dynamicRef)
    : undefined;
}

function setReference(object: JsonObject, from: Document, { file, pointer }: Target): void {
  object.$ref = `${file === from ? "" : file.source.absoluteRef}#${formatPointer(pointer)}`;
}

function replaceReference(object: JsonObject, message: string): void {
  Reflect.deleteProperty(object, "$ref");
  object[UNRESOLVED_KEY] = message;
}
