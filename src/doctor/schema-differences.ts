/** As much of a generated validator as is used. */
export interface Validator {
  (value: unknown): boolean;
  errors?:
    | {
        instancePath: string;
        message?: string;
        params: { missingProperty?: string; additionalProperty?: string; unevaluatedProperty?: string };
      }[]
    | null;
}

/** A way in which responses differ from the document, without any of their values. */
export interface SchemaDifference {
  /** The field, such as `/data/sessions/[]/ended_at`. */
  field: string;
  /** What is different, such as `must be string`. */
  message: string;
  /** The number of values that differ in this way. */
  count: number;
}

/** Counts, by field, how response bodies differ from the document. */
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
