import type { Validator } from "../../generated/validators.js";

/** A kind of difference between responses and the document. It contains no values. */
export interface SchemaDifference {
  /** The field, such as `/data/sessions/[]/ended_at`. */
  field: string;
  /** The violation, such as `must be string`. */
  message: string;
  /** The number of such values. */
  count: number;
}

/** Counts the differences between response bodies and the document by field. */
export class SchemaDifferences {
  readonly #counts = new Map<string, SchemaDifference>();

  /** Adds the differences of a body. */
  add(body: unknown, validator: Validator): void {
    if (validator(body)) return;
    for (const { instancePath, message = "", params } of validator.errors ?? []) {
      const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
      const field = [instancePath.replace(/\/\d+(?=\/|$)/g, "/[]"), property].filter(Boolean).join("/");
      const key = `${field} ${message}`;
      const difference = this.#counts.get(key) ?? { field, message, count: 0 };
      difference.count++;
      this.#counts.set(key, difference);
    }
  }

  /** Returns the differences, the most frequent first. */
  list(): SchemaDifference[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
  }
}
