import type { AnyValidateFunction } from "ajv/dist/types/index.js";

/** A string, a property after a dot, or a name that ajv numbers. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\.[\w$]+|\b(validate|schema|func|pattern)\d+\b/g;

/**
 * Names the functions and constants in the code of validators. ajv numbers them in the order of compilation, so that a
 * new operation would change the names of all others.
 */
export class ValidatorNames {
  readonly #names = new Map<string, string>();

  /** Names the function of a compiled schema, and the constant that has the schema. */
  add(validate: AnyValidateFunction | undefined, name: string): void {
    if (!validate?.source) return;
    const { validateName, scopeValues } = validate.source;
    this.#names.set(validateName.str, `validate_${name}`);
    for (const constant of scopeValues.schema ?? [])
      if (constant.value?.ref === validate.schema) this.#names.set(constant.str, `schema_${name}`);
  }

  /** Replaces the names in code. The others are numbered in the order in which they occur. */
  replaceIn(code: string): string {
    const names = new Map(this.#names);
    const counts = new Map<string, number>();
    return code.replace(TOKEN, (token, prefix: string | undefined) => {
      if (prefix === undefined) return token;
      let name = names.get(token);
      if (name === undefined) {
        const count = (counts.get(prefix) ?? 0) + 1;
        counts.set(prefix, count);
        names.set(token, (name = `${prefix}${count}`));
      }
      return name;
    });
  }
}
