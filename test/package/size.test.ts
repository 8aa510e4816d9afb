import { expect, test } from "vitest";
import { measureBundle, MAX_BUNDLE_BYTES } from "../../scripts/size.js";

test("a bundle that lists every session does not exceed its maximum size", async () => {
  const { gzip } = await measureBundle();
  expect(gzip).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
});

test("a bundle that only lists does not contain the fake API, the validators or the command line", async () => {
  const { modules } = await measureBundle();
  const names = [...modules.keys()].filter((name) => /testing|validat|\/cli\.js/.test(name));
  expect(names).toEqual([]);
});

test("a bundle that imports only the errors does not contain the client", async () => {
  const { gzip } = await measureBundle('export { ApiError } from "realtimekit-sessions";');
  expect(gzip).toBeLessThan(1_000);
});
