import { isObject, type Json, type Pointer } from "../document/json.js";
import type { Reader } from "../document/reader.js";
import type { DocumentNode } from "../document/references.js";

/** Reports problems of one extension of an operation, each at its own location. */
export class ExtensionReader {
  readonly reader: Reader;
  readonly #pointer: Pointer;
  readonly #name: string;
  /** The number of reported problems. */
  problemCount = 0;

  constructor(reader: Reader, pointer: Pointer, name: string) {
    this.reader = reader;
    this.#pointer = pointer;
    this.#name = name;
  }

  /**
   * Reports a problem.
   *
   * @param pointer - The pointer from the extension to the invalid value.
   * @param message - The message, without the name of the extension.
   */
  report(pointer: Pointer, message: string): void {
    this.problemCount++;
    this.reader.report([...this.#pointer, ...pointer], `${this.#name}: ${message}`);
  }

  /** Reports keys that would be ignored. */
  reportUnknownKeys(pointer: Pointer, value: Json | undefined, keys: readonly string[]): void {
    for (const key of Object.keys(isObject(value) ? value : {}))
      if (!keys.includes(key)) this.report([...pointer, key], `${key} is not supported`);
  }
}

/** Describes the actual value at the end of a message. */
export function describeActual(value: Json | undefined): string {
  return value === undefined ? "but it is missing" : `got ${JSON.stringify(value)}`;
}

/** Matches a path of names, without wildcards, filters or array indexes. */
const PATH = /^\$(\.[^.[\]*]+)*$/;

/** Returns the names in a path such as `$.data.items`, or undefined for any other value. */
export function parsePath(value: Json | undefined): string[] | undefined {
  return typeof value === "string" && PATH.test(value) ? value.split(".").slice(1) : undefined;
}

/** The name in a path that stands for the last item of an array. */
const LAST = "-1";

/** Returns the names in a path such as `$.data[-1].id`, or undefined for any other value. */
export function parsePathWithLast(value: Json | undefined): string[] | undefined {
  return parsePath(typeof value === "string" ? value.replaceAll(`[${LAST}]`, `.${LAST}`) : value);
}

/** Formats a path like `$.data.items`. */
export const formatPath = (path: readonly string[]): string =>
  ["$", ...path].join(".").replaceAll(`.${LAST}`, `[${LAST}]`);

/**
 * Returns whether a path leads to a value of an expected type in one of the schemas.
 *
 * @param reader - Follows references.
 * @param schemas - The schemas.
 * @param path - The names of the properties.
 * @param isExpected - Returns whether a type is expected.
 * @returns Whether one of the schemas describes such a value.
 */
export function hasType(
  reader: Reader,
  schemas: readonly DocumentNode[],
  path: readonly string[],
  isExpected: (type: string | undefined) => boolean,
): boolean {
  return findSchemasAt(reader, schemas, path).some((schema) => isExpected(reader.getType(schema)));
}

/**
 * Returns the schemas at a path of properties.
 *
 * @param reader - Follows references.
 * @param schemas - The schemas.
 * @param path - The names of the properties.
 * @returns The schemas of the values at the path.
 */
export function findSchemasAt(
  reader: Reader,
  schemas: readonly DocumentNode[],
  path: readonly string[],
): DocumentNode[] {
  const [name, ...innerPath] = path;
  if (name === undefined) return [...schemas];
  const nextSchemas = schemas.flatMap((schema) =>
    reader.collectParts(schema).flatMap(({ value: { properties, items }, pointer }) => {
      if (name === LAST && isObject(items)) return reader.follow([...pointer, "items"], items) ?? [];
      if (!isObject(properties) || !Object.hasOwn(properties, name)) return [];
      return reader.followSchema([...pointer, "properties", name], properties[name]) ?? [];
    }),
  );
  return findSchemasAt(reader, nextSchemas, innerPath);
}

/** Returns whether a type is numeric. */
export const isNumeric = (type: string | undefined): boolean => type === "number" || type === "integer";

/**
 * Returns the schemas of the items of an array.
 *
 * @param reader - Follows references.
 * @param schema - The schema of the array.
 * @returns The schemas.
 */
export function findItemSchemas(reader: Reader, schema: DocumentNode): DocumentNode[] {
  return reader
    .collectParts(schema)
    .flatMap(({ value: { items }, pointer }) =>
      isObject(items) ? (reader.followSchema([...pointer, "items"], items) ?? []) : [],
    );
}
