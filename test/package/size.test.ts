import { expect, test } from "vitest";
import { MAX_BUNDLE_BYTES, measureBundle, renderListingModule } from "../../scripts/size.js";

test.each(["createSessionList", "createSessionsClient"] as const)(
  "a bundle that lists every session by %s does not exceed its maximum size",
  async (functionName) => {
    const { gzippedBytes } = await measureBundle(renderListingModule(functionName));
    expect(gzippedBytes).toBeLessThanOrEqual(MAX_BUNDLE_BYTES[functionName]);
  },
);

test("a bundle that only lists does not contain the other operations and downloads", async () => {
  const { modules, text } = await measureBundle(renderListingModule("createSessionList"));
  expect(text).toContain("listSessions");
  expect(text).not.toMatch(/getSession|SessionParticipants|SessionSummary|session_id/);
  expect([...modules.keys()]).not.toContain("src/http/download.ts");
});

test("a bundle of a client does not contain the fake API, the validators or the command line", async () => {
  const { modules } = await measureBundle(renderListingModule("createSessionsClient"));
  const names = [...modules.keys()].filter((name) => /testing|validat|\/cli\.js/.test(name));
  expect(names).toEqual([]);
});

test("a bundle contains paging either by number or by link", async () => {
  const byNumber = await measureBundle(renderListingModule("createSessionsClient"));
  expect([...byNumber.modules.keys()]).toContain("src/pagination/walk.ts");
  expect([...byNumber.modules.keys()].filter((name) => /follow|link/.test(name))).toEqual([]);
  const byLink = await measureBundle('export * from "./src/linked-list-resource.ts";');
  expect([...byLink.modules.keys()]).toContain("src/pagination/follow.ts");
  expect([...byLink.modules.keys()]).not.toContain("src/pagination/walk.ts");
});

test("a bundle that imports only the errors does not contain the client", async () => {
  const { gzippedBytes } = await measureBundle('export { ApiError } from "realtimekit-sessions";');
  expect(gzippedBytes).toBeLessThan(1_000);
});
