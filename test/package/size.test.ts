import { expect, test } from "vitest";
import { bundleSize, SIZE_BUDGET } from "../../scripts/size.js";

test("a bundle that lists every session is within its budget", async () => {
  const { gzip } = await bundleSize();
  expect(gzip).toBeLessThanOrEqual(SIZE_BUDGET);
});

test("the parts that listing does not need are in no bundle that only lists", async () => {
  const { modules } = await bundleSize();
  const names = [...modules.keys()].filter((name) => /testing|validat|\/cli\.js/.test(name));
  expect(names).toEqual([]);
});

test("a bundle that imports the errors alone has no client in it", async () => {
  const { gzip } = await bundleSize('export { ApiError } from "realtimekit-sessions";');
  expect(gzip).toBeLessThan(1_000);
});
