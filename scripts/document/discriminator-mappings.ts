import { isObject, type Json, type JsonObject } from "./json.js";
import { isFileReference } from "./load-files.js";
import { walkObjects } from "./walk-references.js";

/** The key of a discriminator with its targets as written, while the bundler changes its `mapping`. */
const WRITTEN_KEY = "x-written-targets";
/** The key of the `defaultMapping` among the targets. */
const DEFAULT_KEY = "x-default-mapping";

/**
 * Changes the `mapping` of each discriminator so that it has all its references, and nothing else. The bundler does not
 * support `defaultMapping`. It also regards the name of a schema as a file, and ends a mapping at a missing one.
 *
 * @param root - The root of a file, which is changed.
 */
export function isolateMappedReferences(root: Json): void {
  walkObjects(root, (object) => {
    const { propertyName, mapping, defaultMapping } = object;
    if (typeof propertyName !== "string" || (mapping === undefined && defaultMapping === undefined)) return;
    const targets: JsonObject = {
      ...(isObject(mapping) ? mapping : {}),
      ...(defaultMapping !== undefined && { [DEFAULT_KEY]: defaultMapping }),
    };
    object[WRITTEN_KEY] = targets;
    object.mapping = Object.fromEntries(Object.entries(targets).filter(([, target]) => isReference(target)));
    Reflect.deleteProperty(object, "defaultMapping");
  });
}

/**
 * Restores the discriminators, whose references the bundler has resolved.
 *
 * @param root - The document, which is changed.
 */
export function restoreDiscriminators(root: Json): void {
  walkObjects(root, (object) => {
    const { [WRITTEN_KEY]: written, mapping: resolved } = object;
    if (!isObject(written) || !isObject(resolved)) return;
    const { [DEFAULT_KEY]: defaultMapping, ...mapping } = { ...written, ...resolved };
    for (const key of [WRITTEN_KEY, "mapping"]) Reflect.deleteProperty(object, key);
    Object.assign(object, Object.keys(mapping).length > 0 && { mapping });
    Object.assign(object, defaultMapping !== undefined && { defaultMapping });
  });
}

/** Returns whether a target is a reference. Otherwise, it is the name of a schema. */
function isReference(target: Json | undefined): boolean {
  return typeof target === "string" && (target.includes("#") || isFileReference(target));
}
