import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** Bundles a module that imports from generated/, for browsers. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const PROSE = "Returns only the sessions with this status";

describe("a bundle of generated/", () => {
  test("contains no descriptions with a call and its endpoint", async () => {
    const text = await bundle(
      'export { createApiClient, listSessions, listSessionsEndpoint } from "./generated/index.ts";',
    );
    expect(text).toContain("page_no");
    expect(text).not.toContain(PROSE);
  });

  test("contains the descriptions with the operation's descriptor", async () => {
    expect(await bundle('export { listSessionsOperation } from "./generated/index.ts";')).toContain(PROSE);
  });
});
