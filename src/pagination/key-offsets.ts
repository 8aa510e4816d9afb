/** The initial number of slots, and the factor by which it grows. Both are powers of two. */
const SLOTS = 1_024;
const GROWTH = 8;

/**
 * Remembers the offset of each key, in a hash table with linear probing. A `Map` of thousands of keys costs about as
 * much CPU time per page as the parsing of the page, because it is scattered in memory.
 */
export class KeyOffsets {
  readonly #keys: string[] = [];
  readonly #offsets: number[] = [];
  /** In each slot, the hash of a key and its index plus 1. The latter is 0 in a free slot. */
  #slots = new Int32Array(2 * SLOTS);

  /** The number of keys. */
  get size(): number {
    return this.#keys.length;
  }

  /** Returns the offset of a key; undefined if the key is unknown. */
  get(key: string): number | undefined {
    const entry = this.#slots[this.#find(hashOf(key), key) + 1];
    return entry ? this.#offsets[entry - 1] : undefined;
  }

  /** Sets the offset of a key. Returns whether the key is new. */
  add(key: string, offset: number): boolean {
    const hash = hashOf(key);
    const slot = this.#find(hash, key);
    const entry = this.#slots[slot + 1];
    if (entry) {
      this.#offsets[entry - 1] = offset;
      return false;
    }
    this.#offsets.push(offset);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = this.#keys.push(key);
    if (4 * this.size > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(GROWTH * slots.length);
    for (let slot = 0; slot < slots.length; slot += 2)
      if (slots[slot + 1]) this.#slots.set(slots.subarray(slot, slot + 2), this.#find(slots[slot] ?? 0));
  }

  /** Returns the slot of a key, or the free slot for it. Without a key, it is free. */
  #find(hash: number, key?: string): number {
    const slots = this.#slots;
    for (let slot = hash ^ (hash >>> 15); ; slot += 2) {
      slot &= slots.length - 2;
      const entry = slots[slot + 1];
      if (!entry || (slots[slot] === hash && this.#keys[entry - 1] === key)) return slot;
    }
  }
}

/** Returns the hash of a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  return hash;
}
