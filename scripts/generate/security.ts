import { isObject, type Json, type JsonObject, type Pointer } from "../document/json.js";
import type { Reader } from "../document/reader.js";

/** The names of the security schemes that were reported as unknown, so that each is reported once. */
export type UnknownSchemes = Set<string>;

/**
 * Reads `security`: a list of alternatives, each a list of required schemes.
 *
 * @param reader - Collects warnings.
 * @param root - The document.
 * @param pointer - The pointer to `security`.
 * @param security - The value of `security`.
 * @param unknownSchemes - The unknown schemes that were reported. New ones are added.
 * @returns The names of the schemes of each alternative.
 */
export function readSecurity(
  reader: Reader,
  root: JsonObject,
  pointer: Pointer,
  security: Json | undefined,
  unknownSchemes: UnknownSchemes,
): string[][] {
  const components = isObject(root.components) ? root.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  return reader.readList(pointer, security).map((alternative, index) => {
    const names = Object.keys(reader.readObject([...pointer, index], alternative));
    for (const name of names) {
      if (schemes[name] !== undefined || unknownSchemes.has(name)) continue;
      unknownSchemes.add(name);
      reader.warn(
        "unknown-security-scheme",
        [...pointer, index, name],
        `security names the scheme ${name}, which components.securitySchemes does not define`,
      );
    }
    return names;
  });
}
