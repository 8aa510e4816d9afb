import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KeyOffsets } from "../../src/pagination/key-offsets.js";

describe("KeyOffsets", () => {
  test("returns what a Map returns, for any keys", () => {
    const entries = fc.array(fc.tuple(fc.string({ unit: "binary", maxLength: 3 }), fc.nat(9)));
    fc.assert(
      fc.property(entries, fc.string(), (added, other) => {
        const offsets = new KeyOffsets();
        const map = new Map<string, number>();
        for (const [key, offset] of added) {
          expect(offsets.add(key, offset)).toBe(!map.has(key));
          map.set(key, offset);
        }
        for (const key of [...map.keys(), other]) expect(offsets.get(key)).toBe(map.get(key));
        expect(offsets.size).toBe(map.size);
      }),
    );
  });

  test("keeps keys with equal hashes apart", () => {
    const keys = ["a", "\0a", "\0\0a"];
    const offsets = new KeyOffsets();
    expect(keys.map((key, index) => offsets.add(key, index))).toEqual([true, true, true]);
    expect(keys.map((key) => offsets.get(key))).toEqual([0, 1, 2]);
    expect(offsets.get("\0\0\0a")).toBeUndefined();
  });

  test("remembers 50,000 keys", () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `session-${index}`);
    const offsets = new KeyOffsets();
    // Also keys whose hashes are equal are found after the table has grown.
    for (const key of keys) offsets.add(`\0${key}`, -1);
    expect(keys.every((key, index) => offsets.add(key, index))).toBe(true);
    expect(keys.every((key, index) => offsets.get(key) === index)).toBe(true);
    expect(keys.some((key) => offsets.add(`\0${key}`, -1))).toBe(false);
    expect(offsets.size).toBe(100_000);
  });
});
