import type { Effect, Part } from "./finding.js";

/**
 * The comparisons of one trial and of the trials within it. Circular schemas would otherwise be compared once for each
 * path that leads to them.
 */
export class Trial {
  readonly #compared = new WeakMap<Part, Set<string>>();
  readonly #effects = new Map<string, Set<Effect>>();

  /**
   * Finds the effects of a change once.
   *
   * @param key - The compared schemas.
   * @param compare - Returns the effects.
   * @returns The effects. None for schemas that contain themselves, while they are compared.
   */
  findEffects(key: string, compare: () => Set<Effect>): Set<Effect> {
    const existing = this.#effects.get(key);
    if (existing) return existing;
    this.#effects.set(key, new Set());
    const effects = compare();
    this.#effects.set(key, effects);
    return effects;
  }

  /**
   * Records a comparison.
   *
   * @param key - The compared schemas.
   * @param part - The part that receives the findings.
   * @returns Whether the findings of these schemas were already added to the part.
   */
  isRepeated(key: string, part: Part): boolean {
    const keys = this.#compared.get(part) ?? new Set<string>();
    this.#compared.set(part, keys);
    const isRepeated = keys.has(key);
    keys.add(key);
    return isRepeated;
  }
}
