import { isObject, type Json } from "./json.js";
import { walkObjects } from "./walk-references.js";

/** The key of a discriminator's `defaultMapping` while it is in the `mapping`. */
const DEFAULT_KEY = "x-default-mapping";

/**
 * Moves the references in `defaultMapping` to the `mapping`. The bundler only resolves references there.
 *
 * @param root - The root of a file, which is changed.
 */
export function moveDefaultMappings(root: Json): void {
  walkObjects(root, (object) => {
    const { propertyName, mapping, defaultMapping } = object;
    if (typeof propertyName !== "string" || typeof defaultMapping !== "string") return;
    // Otherwise, it is the name of a schema.
    if (!/[#/]|\.(ya?ml|json)$/i.test(defaultMapping)) return;
    // It is first, because the bundler ends a mapping at an unresolved reference.
    object.mapping = { [DEFAULT_KEY]: defaultMapping, ...(isObject(mapping) ? mapping : {}) };
    Reflect.deleteProperty(object, "defaultMapping");
  });
}

/**
 * Moves the references back to `defaultMapping`.
 *
 * @param root - The document, which is changed.
 */
export function restoreDefaultMappings(root: Json): void {
  walkObjects(root, (object) => {
    const { mapping } = object;
    if (!isObject(mapping) || mapping[DEFAULT_KEY] === undefined) return;
    object.defaultMapping = mapping[DEFAULT_KEY];
    Reflect.deleteProperty(mapping, DEFAULT_KEY);
  });
}
