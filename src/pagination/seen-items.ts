/** The minimum number of first and of latest items that are remembered. Others are forgotten, to limit memory. */
export const MAX_SEEN = 4_000;

/** Returns whether a key is an id, rather than the contents of an item without one. */
function isId(key: string): boolean {
  return !key.startsWith("\0");
}

/**
 * Remembers items and their offsets, to yield each item once and to locate pages by their contents. It keeps the first
 * and the latest items. A server may return the first page again past the end.
 */
export class SeenItems<Item> {
  /** The number of distinct items. */
  count = 0;
  readonly #getKey: (item: Item) => string | undefined;
  /** The offsets of the remembered items by their keys, in the order in which they were added. */
  readonly #offsets = new Map<string, number>();

  constructor(getKey: (item: Item) => string | undefined) {
    this.#getKey = getKey;
  }

  /**
   * Returns a key for each item of a page. The key of an item without an id consists of its contents and a number. The
   * number counts the items of the page with these contents, so that each key is distinct.
   */
  getKeys(items: readonly Item[]): string[] {
    const occurrences = new Map<string, number>();
    return items.map((item) => {
      const key = this.#getKey(item);
      if (key !== undefined) return key;
      const text = JSON.stringify(item);
      const occurrence = (occurrences.get(text) ?? 0) + 1;
      occurrences.set(text, occurrence);
      // No id begins with this character.
      return `\0${occurrence} ${text}`;
    });
  }

  /**
   * Returns the offset of a page by its last known item; undefined if no item is known. Items without an id count only if
   * the page has no other ones, because several pages can have equal contents.
   */
  locate(keys: readonly string[]): number | undefined {
    const isUsable = keys.some(isId) ? isId : Boolean;
    const index = keys.findLastIndex((key) => isUsable(key) && this.#offsets.has(key));
    return index < 0 ? undefined : Number(this.#offsets.get(keys[index] ?? "")) - index;
  }

  /**
   * Adds the items of a page.
   *
   * @param items - The items of the page.
   * @param keys - Their keys, from {@link SeenItems.getKeys}.
   * @param start - The offset of the page.
   * @param newFrom - The offset from which items are known to be new. From there, items without an id are new even if
   * equal contents have occurred before.
   * @returns The new items.
   */
  add(items: readonly Item[], keys: readonly string[], start: number, newFrom: number): Item[] {
    const offsets = this.#offsets;
    // A page may have more items than are remembered.
    if (offsets.size > 3 * MAX_SEEN + 2 * items.length) this.#forget();
    // If all items with an id are new, the others are new as well.
    const isNew = this.locate(keys) === undefined;
    const added = items.filter((_, index) => {
      const key = keys[index] ?? "";
      const { size } = offsets;
      offsets.set(key, start + index);
      const isAdded = offsets.size > size;
      return isAdded || (!isId(key) && (isNew || start + index >= newFrom));
    });
    this.count += added.length;
    return added;
  }

  /** Forgets items between the first and the latest ones. */
  #forget(): void {
    for (const key of [...this.#offsets.keys()].slice(MAX_SEEN, 2 * MAX_SEEN)) this.#offsets.delete(key);
  }
}
