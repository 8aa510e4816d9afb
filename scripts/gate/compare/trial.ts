import type { Effect } from "./finding.js";

/** More comparisons within each other are not started. */
const MAX_DEPTH = 100;

/**
 * The effects of changes. Each is found once, however many paths lead to the schemas. Schemas that contain themselves
 * are at first assumed to have no effects, and compared again until the assumptions hold.
 */
export class Trial {
  readonly #finished = new Map<string, ReadonlySet<Effect>>();
  /** The effects found so far of schemas that contain themselves. */
  readonly #assumed = new Map<string, Set<Effect>>();
  /** The keys whose comparison began in this round. */
  readonly #compared = new Set<string>();
  /** The keys whose assumed effects were used in this round. */
  readonly #used = new Set<string>();
  #depth = 0;
  #useCount = 0;
  #refutedCount = 0;

  /**
   * Finds the effects of a change.
   *
   * @param key - The compared schemas.
   * @param compare - Returns the effects.
   * @returns The effects. Within the comparison of the same schemas, those that were found so far.
   */
  findEffects(key: string, compare: () => ReadonlySet<Effect>): ReadonlySet<Effect> {
    const finished = this.#finished.get(key);
    if (finished) return finished;
    if (this.#depth === 0) return this.#repeat(key, compare);
    if (this.#depth <= MAX_DEPTH && !this.#compared.has(key)) return this.#compareOnce(key, compare);
    this.#used.add(key);
    this.#useCount++;
    return new Set(this.#assumed.get(key));
  }

  /** Compares until no effect is found that was not assumed. */
  #repeat(key: string, compare: () => ReadonlySet<Effect>): ReadonlySet<Effect> {
    this.#compared.clear();
    this.#used.clear();
    const refutedBefore = this.#refutedCount;
    const effects = this.#compareOnce(key, compare);
    if (this.#refutedCount > refutedBefore) return this.#repeat(key, compare);
    for (const [comparedKey, found] of this.#assumed)
      if (this.#compared.has(comparedKey)) this.#finished.set(comparedKey, found);
    this.#assumed.clear();
    return effects;
  }

  #compareOnce(key: string, compare: () => ReadonlySet<Effect>): ReadonlySet<Effect> {
    this.#compared.add(key);
    const usedBefore = this.#useCount;
    this.#depth++;
    const effects = compare();
    this.#depth--;
    if (this.#useCount > usedBefore) return this.#assume(key, effects);
    this.#finished.set(key, effects);
    return effects;
  }

  /** Adds effects to the assumed ones, and returns all of them. */
  #assume(key: string, effects: ReadonlySet<Effect>): ReadonlySet<Effect> {
    const assumed = this.#assumed.get(key) ?? new Set();
    const extended = new Set([...assumed, ...effects]);
    if (this.#used.has(key) && extended.size > assumed.size) this.#refutedCount++;
    this.#assumed.set(key, extended);
    return extended;
  }
}
