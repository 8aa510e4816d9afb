/** How many keys are remembered. A bound, so that the memory of a walk is flat. */
export const MAX_SEEN = 10_000;

/** Remembers the items of the latest pages, to yield each item once. */
export class SeenItems<Item> {
  /** The number of distinct items. */
  count = 0;
  readonly #keyOf: (item: Item) => string | undefined;
  readonly #keys = new Set<string>();

  constructor(keyOf: (item: Item) => string | undefined) {
    this.#keyOf = keyOf;
  }

  /**
   * Returns a key for each item of a page. An item without an id of its own is identified by its contents, and by how
   * often these contents occur on the page, so that no two items of a page are taken for one.
   */
  keysOf(items: readonly Item[]): string[] {
    const occurrences = new Map<string, number>();
    return items.map((item) => {
      const key = this.#keyOf(item);
      if (key !== undefined) return key;
      const text = JSON.stringify(item);
      const occurrence = (occurrences.get(text) ?? 0) + 1;
      occurrences.set(text, occurrence);
      return `${occurrence} ${text}`;
    });
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  /**
   * Adds the items of a page.
   *
   * @param newFrom - The index from which items are known to be new. Those without an id then count as new even if
   * their contents have occurred before.
   * @returns The new items.
   */
  add(items: readonly Item[], keys: readonly string[], newFrom: number = items.length): Item[] {
    const added = items.filter((item, index) => {
      const key = keys[index] ?? "";
      // Removed and added again, a key becomes the latest one.
      const isKnown = this.#keys.delete(key);
      this.#keys.add(key);
      return !isKnown || (index >= newFrom && this.#keyOf(item) === undefined);
    });
    this.count += added.length;
    for (const key of this.#keys) {
      if (this.#keys.size <= Math.max(MAX_SEEN, 2 * items.length)) break;
      this.#keys.delete(key);
    }
    return added;
  }
}
