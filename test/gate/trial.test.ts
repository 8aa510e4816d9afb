import { expect, test } from "vitest";
import type { Effect } from "../../scripts/gate/compare/finding.js";
import { Trial } from "../../scripts/gate/compare/trial.js";

/** Compares schemas that contain others. Each has its own effects, and those of what it contains. */
function findAllEffects(
  keys: readonly string[],
  schemas: Readonly<Record<string, readonly [own: readonly Effect[], contained: readonly string[]]>>,
): { effects: Record<string, Effect[]>; counts: Record<string, number> } {
  const trial = new Trial();
  const counts: Record<string, number> = {};
  const find = (key: string): ReadonlySet<Effect> =>
    trial.findEffects(key, () => {
      counts[key] = (counts[key] ?? 0) + 1;
      const [own, contained] = schemas[key] ?? [[], []];
      return new Set([...own, ...contained.flatMap((name) => [...find(name)])]);
    });
  return { effects: Object.fromEntries(keys.map((key) => [key, [...find(key)].sort()])), counts };
}

test("schemas that contain each other have the effects of all of them", () => {
  const { effects } = findAllEffects(["pen", "cap", "nib"], {
    pen: [["narrows"], ["cap"]],
    cap: [[], ["nib", "pen"]],
    nib: [["widens"], ["cap"]],
  });
  expect(effects).toEqual({
    pen: ["narrows", "widens"],
    cap: ["narrows", "widens"],
    nib: ["narrows", "widens"],
  });
});

test("schemas without circles are compared once, regardless of the number of paths", () => {
  const { counts } = findAllEffects(["pen", "cap", "nib"], {
    pen: [[], ["cap", "nib", "cap"]],
    cap: [["widens"], ["nib", "nib"]],
    nib: [["narrows"], []],
  });
  expect(counts).toEqual({ pen: 1, cap: 1, nib: 1 });
});

test("unchanged schemas that contain each other are compared once", () => {
  const { effects, counts } = findAllEffects(["pen", "cap"], { pen: [[], ["cap"]], cap: [[], ["pen"]] });
  expect(effects).toEqual({ pen: [], cap: [] });
  expect(counts).toEqual({ pen: 1, cap: 1 });
});
